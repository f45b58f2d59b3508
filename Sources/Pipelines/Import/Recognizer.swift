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
        var matches: [Match] = []
        var nearest: (share: Double, text: String)?
        for source in sources {
            for definition in source.files {
                let fit = fit(definition, file: file, root: root)
                if fit.isWhole { matches.append(Match(source: source, file: definition)) }
                if fit.share > nearest?.share ?? 0 {
                    nearest = (
                        fit.share,
                        "\(source.code)/\(definition.kind): \(fit.missing.joined(separator: ", "))"
                    )
                }
            }
        }
        let named = matches.filter { Self.fits($0.file.recognition.fileName, name: file.name) }
        if matches.count > 1, !named.isEmpty { matches = named }
        guard let match = matches.first else {
            throw FileRefusal(FileRules.notRecognised, details: ["nearest": nearestText(nearest)])
        }
        guard matches.count == 1 else {
            let found = matches.map { "\($0.source.code)/\($0.file.kind)" }
            throw FileRefusal(
                FileRules.ambiguous, details: ["found": found.joined(separator: ", ")])
        }
        return match
    }

    private func nearestText(_ nearest: (share: Double, text: String)?) -> String {
        guard let nearest else {
            return "neviena aile nav pazīstama / no column is known"
        }
        return "tuvākais, trūkst / nearest, missing: \(nearest.text)"
    }

    /// How well a definition fits a file: the share of what it asks for, and what is not there.
    private func fit(
        _ definition: FileDefinition, file: Inbox.File, root: XMLRoot?
    ) -> (isWhole: Bool, share: Double, missing: [String]) {
        let recognition = definition.recognition
        switch definition.format {
        case .xml:
            guard let root, let wanted = recognition.root else { return (false, 0, []) }
            let isSame = root.local == wanted && root.namespace == recognition.namespace
            let isNear = root.local == wanted
            return (isSame, isSame ? 1 : isNear ? 0.5 : 0, ["<\(wanted)>"])
        case .delimited(let options):
            guard root == nil else { return (false, 0, []) }
            if let columns = columns(of: file, definition.encoding, options) {
                let missing = missing(recognition.columns, in: columns)
                if missing.isEmpty { return (true, 1, []) }
                let share = 1 - Double(missing.count) / Double(recognition.columns.count)
                if share > 0 { return (false, share, missing) }
            }
            return (false, nearMiss(definition, options, file: file), ["encoding?"])
        }
    }

    /// Whether the header would be right in another encoding, which is worth telling.
    private func nearMiss(
        _ definition: FileDefinition, _ options: DelimitedOptions, file: Inbox.File
    ) -> Double {
        for encoding in TextEncoding.allCases where encoding != definition.encoding {
            guard let columns = columns(of: file, encoding, options) else { continue }
            if missing(definition.recognition.columns, in: columns).isEmpty { return 0.9 }
        }
        return 0
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
