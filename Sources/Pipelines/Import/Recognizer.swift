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
    }

    let sources: [SourceDefinition]

    /// Returns the definition that fits.
    ///
    /// - Throws: ``FileRefusal`` when none or several fit, ``FileError`` when the file cannot be read.
    func match(_ file: Inbox.File) throws -> Match {
        let root = try XMLRoot(path: file.path)
        let fits = sources.flatMap { source in
            source.files.map { (match: Match(source: source, file: $0), fit: fit($0, file, root)) }
        }
        var matches = fits.filter { $0.fit.share == 1 }.map(\.match)
        let named = matches.filter { Self.fits($0.file.recognition.fileName, name: file.name) }
        if matches.count > 1, !named.isEmpty { matches = named }
        guard let match = matches.first else {
            throw FileRefusal(
                FileRules.notRecognised, details: nearest(in: fits, file: file))
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
        let share: Double
        let missing: [String]
    }

    private func fit(_ definition: FileDefinition, _ file: Inbox.File, _ root: XMLRoot?) -> Fit {
        let recognition = definition.recognition
        switch definition.format {
        case .xml:
            guard let root, let wanted = recognition.root, root.local == wanted else {
                return Fit(share: 0, missing: [])
            }
            let isSame = root.namespace == recognition.namespace
            return Fit(share: isSame ? 1 : 0.5, missing: ["xmlns"])
        case .delimited(let options):
            guard root == nil, let columns = columns(of: file, definition.encoding, options) else {
                return Fit(share: 0, missing: [])
            }
            let missing = missing(recognition.columns, in: columns)
            let share = 1 - Double(missing.count) / Double(max(1, recognition.columns.count))
            return Fit(share: share, missing: missing)
        }
    }

    /// Says what comes nearest to a file that nothing fits.
    private func nearest(in fits: [(match: Match, fit: Fit)], file: Inbox.File) -> [String: String]
    {
        for (match, _) in fits {
            guard case .delimited(let options) = match.file.format else { continue }
            for encoding in TextEncoding.allCases where encoding != match.file.encoding {
                guard let columns = columns(of: file, encoding, options),
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
        guard let best = fits.max(by: { $0.fit.share < $1.fit.share }), best.fit.share > 0 else {
            return [
                "nearest.lv": "neviena aile nav pazīstama", "nearest.en": "no column is known",
            ]
        }
        let name = "\(best.match.source.code)/\(best.match.file.kind)"
        let missing = best.fit.missing.joined(separator: ", ")
        return [
            "nearest.lv": "tuvākais ir \(name), trūkst: \(missing)",
            "nearest.en": "the nearest is \(name), which lacks: \(missing)",
        ]
    }

    private func columns(
        of file: Inbox.File, _ encoding: TextEncoding, _ options: DelimitedOptions
    ) -> [String]? {
        guard
            let reader = try? DelimitedReader(
                path: file.path, encoding: encoding, options: options, blockSize: 1 << 14)
        else { return nil }
        return reader.columns
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
