import Diagnostics
import Extraction
import Glibc
import Normalization

/// Finds the definition that a file was made for: by its content first, by its name second.
struct Recognizer {
    /// A definition that fits a file.
    struct Match {
        let source: SourceDefinition
        /// How the file is read.
        var file: FileDefinition
        /// The sheet that fits, or `nil` when the file is no workbook.
        var sheet: String?
        /// How the definition pins the file, where the file is read otherwise, and in what that differs.
        var pinned: FileDefinition?
        var departure: PinDeparture?
    }

    let sources: [SourceDefinition]

    /// All definitions of files.
    var candidates: [Match] {
        sources.flatMap { source in source.files.map { Match(source: source, file: $0) } }
    }

    /// Returns the definition that fits, or `nil` when none does.
    ///
    /// - Throws: ``FileRefusal`` when several fit.
    func match(_ name: String, _ content: inout FileContent) throws(FileRefusal) -> Match? {
        var matches: [Match] = []
        for var candidate in candidates where fit(candidate.file, &content).share == 1 {
            candidate.sheet = content.header(for: candidate.file)?.sheet
            matches.append(candidate)
        }
        return try Self.single(of: matches, name: name)
    }

    /// Whether a definition fits a file.
    func recognises(_ file: FileDefinition, _ content: inout FileContent) -> Bool {
        fit(file, &content).share == 1
    }

    /// Returns the one match there is, or of several the one that expects the name.
    ///
    /// - Throws: ``FileRefusal`` when several are left.
    static func single(of matches: [Match], name: String) throws(FileRefusal) -> Match? {
        let named = matches.filter { fits($0.file.recognition.fileName, name: name) }
        let matches = matches.count > 1 && !named.isEmpty ? named : matches
        guard matches.count <= 1 else {
            let found = matches.map { "\($0.source.code)/\($0.file.kind)" }
            throw FileRefusal(
                FileRules.ambiguous, details: ["found": found.joined(separator: ", ")])
        }
        return matches.first
    }

    /// Returns why a file that no definition fits is refused.
    ///
    /// - Throws: ``FileError`` when the file cannot be read.
    func refusal(of file: Inbox.File, _ content: inout FileContent) throws -> FileRefusal {
        if let refusal = content.refusal { return refusal }
        let nearest = nearest(&content)
        if nearest == nil, !content.isWorkbook, Self.isNamedAsWorkbook(file.name) {
            do {
                _ = try SpreadsheetFile(path: file.path)
            } catch let refusal as FileRefusal {
                return refusal
            }
        }
        return FileRefusal(
            FileRules.notRecognised,
            details: nearest ?? (content.isWorkbook ? Self.noWorkbookKnown : Self.noColumnKnown))
    }

    /// How well a definition fits a file: the share of what it asks for, and what is not there.
    private struct Fit {
        let share: Double
        let missing: [String]
    }

    private func fit(_ file: FileDefinition, _ content: inout FileContent) -> Fit {
        let recognition = file.recognition
        switch file.format {
        case .xml:
            guard let root = content.root, let wanted = recognition.root, root.local == wanted
            else { return Fit(share: 0, missing: []) }
            let isSame = root.namespace == recognition.namespace
            return Fit(share: isSame ? 1 : 0.5, missing: ["xmlns"])
        case .delimited, .workbook:
            guard let header = content.header(for: file) else { return Fit(share: 0, missing: []) }
            let missing = missing(recognition.columns, in: header.columns)
            let share = 1 - Double(missing.count) / Double(max(1, recognition.columns.count))
            return Fit(share: share, missing: missing)
        }
    }

    /// Says what comes nearest to a file that nothing fits, or returns `nil` when nothing comes near.
    private func nearest(_ content: inout FileContent) -> [String: String]? {
        for match in candidates where !content.isWorkbook {
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
        let fits = candidates.map { ($0, fit($0.file, &content)) }
        guard let (match, fit) = fits.max(by: { $0.1.share < $1.1.share }), fit.share > 0
        else { return nil }
        let name = "\(match.source.code)/\(match.file.kind)"
        let missing = fit.missing.joined(separator: ", ")
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
