import Diagnostics
import PupilSupport

/// The columns of a matrix that no definition reads: a subject that a school has added beside the others
/// would vanish with its marks.
///
/// In other files columns that nothing maps are ordinary, and so are those that the source names for any
/// of its files.
struct UnreadColumns {
    private let source: SourceDefinition
    private let words: KnownWords

    /// Looks at files by a source's definition.
    init(_ context: NormalizationContext) {
        source = context.source
        words = context.words
    }

    /// Returns a finding for each such column of a header.
    func findings(
        _ columns: [String], of file: FileDefinition, at position: InputPosition
    ) -> [Diagnostic] {
        let rule = FileRules.unreadColumn
        let setting = source.ruleSeverities[rule.code]
        guard setting != .off, file.records.contains(where: { $0.unpivot != nil }) else {
            return []
        }
        let named = Set(
            (source.files.flatMap(Self.names) + Self.names(in: file)).map(FoldedText.init))
        return columns.enumerated().compactMap { place, column in
            guard !column.trimmed.isEmpty, !named.contains(FoldedText(column)) else { return nil }
            var position = position
            position.column = place + 1
            position.columnName = ShownText(column, knowing: words).text
            return Diagnostic(
                rule, severity: setting == .note ? .note : .warning, at: position,
                details: ["name": position.columnName ?? "", "number": "\(place + 1)"])
        }
    }

    /// Returns the columns of a header of which nothing is kept, those included by which a file is only
    /// recognised (esf.md, GDPR-1).
    func dropped(_ columns: [String], of file: FileDefinition) -> [DroppedColumn] {
        let read = Set(Self.readNames(in: file).map(FoldedText.init))
        return columns.enumerated().compactMap { place, column in
            guard !column.trimmed.isEmpty, !read.contains(FoldedText(column)) else { return nil }
            return DroppedColumn(
                number: place + 1, name: ShownText(column, knowing: words).text)
        }
    }

    /// The columns that the definition of a file names.
    private static func names(in file: FileDefinition) -> [String] {
        readNames(in: file) + file.recognition.columns
    }

    /// The columns whose cells are read.
    private static func readNames(in file: FileDefinition) -> [String] {
        let mapped = file.records.flatMap { record in
            record.fields.compactMap { field in
                if case .column(let name) = field.source { name } else { nil }
            } + (record.unpivot?.columns ?? []) + [record.whenPresent].compactMap(\.self)
        }
        return mapped + (file.totalRow.map { [$0.column] + $0.sums } ?? [])
    }
}
