public import Diagnostics
import Extraction

/// Inspects every file of a folder in one process.
public struct InspectionRun {
    private let inbox: Inbox
    private let form: CleanTable.Form?
    private let into: String?
    private let language: MessageLanguage
    private let words: KnownWords
    private let folder: String

    /// Prepares a run, or returns `nil` when there is no such folder.
    ///
    /// - Parameters:
    ///   - folder: The folder.
    ///   - form: What tables are written as, or `nil` to say what was found.
    ///   - into: The folder for the tables.
    ///   - language: The language of what is said.
    ///   - definitions: The definitions, whose words may be shown; `nil` to do without.
    public init?(
        folder: String, form: CleanTable.Form?, into: String?, language: MessageLanguage,
        definitions: Definitions? = nil
    ) {
        guard let inbox = Inbox(folder: folder) else { return nil }
        self.inbox = inbox
        self.form = form
        self.into = into
        self.language = language
        self.folder = folder
        words = definitions?.words ?? .ordinary
    }

    /// Whether the folder holds nothing that could be an export.
    public var isEmpty: Bool { inbox.files.isEmpty && inbox.obstacles.isEmpty }

    /// Whether the tables would lie among the files that are read, or in the place of one of them.
    public var overwritesExports: Bool {
        guard let into, let form else { return false }
        let target = RealPath.text(of: into)
        let source = RealPath.text(of: folder)
        if target == source || target.hasPrefix(source == "/" ? source : source + "/") {
            return true
        }
        let exports = Set(inbox.files.map { RealPath.text(of: "\(folder)/\($0.name)") })
        return inbox.files.contains { file in
            exports.contains(RealPath.text(of: Self.target(of: file.name, form, into)))
        }
    }

    /// Inspects the files; one that cannot be read does not stop the others.
    ///
    /// - Parameters:
    ///   - progress: Receives the name of each file.
    ///   - output: Receives what was found.
    ///   - report: Receives what is wrong with files and rows.
    /// - Returns: The number of files without a table, or of which rows were held back.
    /// - Throws: ``OutputError`` when a table cannot be written, and what `output` throws.
    public func run(
        progress: (String) -> Void, output: (String) throws -> Void, report: (Diagnostic) -> Void
    ) throws -> Int {
        var failed = 0
        let names = ShownFileNames(
            inbox.files.map(\.name) + inbox.obstacles.map(\.file.name), knowing: words)
        for obstacle in inbox.obstacles {
            failed += 1
            Diagnostic(
                obstacle.refusal, file: names[obstacle.file.name]
            ).map(report)
        }
        for file in inbox.files {
            let shown = names[file.name]
            progress(shown)
            let inspection = FileInspection(
                path: file.path, name: file.name, shownAs: shown, words: words)
            if let refusal = inspection.refusal {
                report(refusal)
                failed += 1
            } else if let form, let into {
                if try !write(inspection, name: file.name, form, into, report) { failed += 1 }
            } else {
                try output(InspectionText(inspection, in: language).text + "\n")
                if !inspection.hasTable { failed += 1 }
            }
        }
        return failed
    }

    private func write(
        _ inspection: FileInspection, name: String, _ form: CleanTable.Form, _ into: String,
        _ report: (Diagnostic) -> Void
    ) throws -> Bool {
        let target = Self.target(of: name, form, into)
        let folder = target.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/")
        var output: OutputFile?
        do {
            let isWhole = try CleanTable(inspection, as: form).write(
                to: { bytes in
                    // Nothing is made for a file that gives nothing.
                    if output == nil {
                        try ReportFolder.makeFolder(
                            folder, named: shown(folder, below: into))
                        output = try OutputFile(
                            target, shownAs: shown(target, below: into))
                    }
                    try output?.write(bytes)
                }, report: report)
            try output?.finish()
            return isWhole
        } catch CleanTable.Failure.unreadable(let finding) {
            report(finding)
            return false
        } catch is CleanTable.Failure {
            report(
                Diagnostic(
                    ExtractionRules.noTable, at: InputPosition(file: inspection.shownPath)))
            return false
        }
    }

    /// The path of the table of a file.
    private static func target(of name: String, _ form: CleanTable.Form, _ into: String) -> String {
        let ending = ".\(form.rawValue)"
        return "\(into)/\(name)" + (name.lowercased().hasSuffix(ending) ? "" : ending)
    }

    /// The path of what is written, of which the caller named the folder and senders the rest.
    private func shown(_ path: String, below folder: String) -> String {
        folder + ShownText(fileName: path.dropFirst(folder.count), knowing: words).text
    }
}
