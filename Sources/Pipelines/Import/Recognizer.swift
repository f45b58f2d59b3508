import Diagnostics
import Extraction
import Glibc
import Normalization

/// Finds the definition that a file was made for: by its content first, by its name second.
struct Recognizer {
    /// A definition that fits a file.
    struct Match {
        let source: SourceDefinition
        let file: FileDefinition
        /// The sheet that fits, or `nil` when the file is no workbook.
        var sheet: String?
    }

    let sources: [SourceDefinition]

    /// Returns the definition that fits.
    ///
    /// - Throws: ``FileRefusal`` when none or several fit, ``FileError`` when the file cannot be read.
    func match(_ file: Inbox.File, isWorkbook: Bool) throws -> Match {
        var content = try FileContent(path: file.path, isWorkbook: isWorkbook)
        let candidates = sources.flatMap { source in
            source.files.map { Match(source: source, file: $0) }
        }
        let fits = candidates.map { fit($0, &content) }
        var matches = fits.filter { $0.share == 1 }.map(\.match)
        let named = matches.filter { Self.fits($0.file.recognition.fileName, name: file.name) }
        if matches.count > 1, !named.isEmpty { matches = named }
        guard let match = matches.first else {
            if let refusal = content.refusal { throw refusal }
            let nearest = nearest(in: fits, &content)
            if nearest == nil, !isWorkbook, Self.isNamedAsWorkbook(file.name) {
                _ = try SpreadsheetFile(path: file.path)
            }
            throw FileRefusal(
                FileRules.notRecognised,
                details: nearest ?? (isWorkbook ? Self.noWorkbookKnown : Self.noColumnKnown))
        }
        guard matches.count == 1 else {
            let found = matches.map { "\($0.source.code)/\($0.file.kind)" }
            throw FileRefusal(
                FileRules.ambiguous, details: ["found": found.joined(separator: ", ")])
        }
        return match
    }

    /// How well a definition fits a file: the share of what it asks for, and what is not there.
    private struct Fit {
        let match: Match
        let share: Double
        let missing: [String]
    }

    private func fit(_ candidate: Match, _ content: inout FileContent) -> Fit {
        let recognition = candidate.file.recognition
        switch candidate.file.format {
        case .xml:
            guard let root = content.root, let wanted = recognition.root, root.local == wanted
            else { return Fit(match: candidate, share: 0, missing: []) }
            let isSame = root.namespace == recognition.namespace
            return Fit(match: candidate, share: isSame ? 1 : 0.5, missing: ["xmlns"])
        case .delimited, .workbook:
            guard let header = content.header(for: candidate.file) else {
                return Fit(match: candidate, share: 0, missing: [])
            }
            var match = candidate
            match.sheet = header.sheet
            let missing = missing(recognition.columns, in: header.columns)
            let share = 1 - Double(missing.count) / Double(max(1, recognition.columns.count))
            return Fit(match: match, share: share, missing: missing)
        }
    }

    /// Says what comes nearest to a file that nothing fits, or returns `nil` when nothing comes near.
    private func nearest(in fits: [Fit], _ content: inout FileContent) -> [String: String]? {
        for match in fits.map(\.match) where !content.isWorkbook {
            guard case .delimited = match.file.format else { continue }
            for encoding in TextEncoding.allCases where encoding != match.file.encoding {
                guard let columns = content.header(for: match.file, in: encoding)?.columns,
                    missing(match.file.recognition.columns, in: columns).isEmpty
                else { continue }
                let name = "\(match.source.code)/\(match.file.kind)"
                let (wanted, found) = (match.file.encoding.rawValue, encoding.rawValue)
                return [
                    "nearest.lv": "tas būtu \(name), ja kodējums būtu \(wanted), nevis \(found)",
                    "nearest.en": "it would be \(name) if it were in \(wanted), not \(found)",
                ]
            }
        }
        guard let best = fits.max(by: { $0.share < $1.share }), best.share > 0 else { return nil }
        let name = "\(best.match.source.code)/\(best.match.file.kind)"
        let missing = best.missing.joined(separator: ", ")
        return [
            "nearest.lv": "tuvākais ir \(name), trūkst: \(missing)",
            "nearest.en": "the nearest is \(name), which lacks: \(missing)",
        ]
    }

    private static let noColumnKnown = [
        "nearest.lv": "neviena aile nav pazīstama", "nearest.en": "no column is known",
    ]

    private static let noWorkbookKnown = [
        "nearest.lv": "tā ir darbgrāmata, kuras ailes nepazīst neviens apraksts ar `format: xlsx`",
        "nearest.en": "it is a workbook whose columns no definition with `format: xlsx` knows",
    ]

    /// Whether a file bears the name of a workbook.
    private static func isNamedAsWorkbook(_ name: String) -> Bool {
        [".xlsx", ".xlsm", ".xls"].contains { name.lowercased().hasSuffix($0) }
    }

    private func missing(_ wanted: [String], in columns: [String]) -> [String] {
        let known = Set(columns.map { $0.lowercased() })
        return wanted.filter { !known.contains($0.lowercased()) }
    }

    /// Whether a name fits a pattern with `*`.
    static func fits(_ pattern: String?, name: String) -> Bool {
        guard let pattern else { return false }
        let last = name.split(separator: "/").last.map(String.init) ?? name
        return fnmatch(pattern.lowercased(), last.lowercased(), 0) == 0
    }
}
