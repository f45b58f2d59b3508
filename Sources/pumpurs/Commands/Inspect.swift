public import ArgumentParser
import Diagnostics
import Pipelines

struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what a file is: encoding, dialect, header, tables, and how sure that is.",
        discussion: """
            EXAMPLES
              pumpurs inspect export.csv
              pumpurs inspect export.csv --as csv > clean.csv
              pumpurs inspect --all exports --as csv --into clean

            Without --as it prints what was found, the runner-up and the margin, what each line was \
            taken for, and the YAML that pins it. With --as it prints the table and nothing else: as \
            RFC 4180 in UTF-8 with the header first, or as JSON. A row that cannot be read is named on \
            standard error and is not in the table. A file without a table ends with code 65.
            """)

    @Argument(help: "The file.", completion: .file())
    var file: String?

    @Option(help: "Inspect every file of a folder instead.")
    var all: String?

    @Option(name: .customLong("as"), help: "Print the table: csv or json.")
    var form: CleanTable.Form?

    @Option(help: ArgumentHelp("With --all: the folder for the tables.", valueName: "folder"))
    var into: String?

    @Option(help: ArgumentHelp("Which table, from 1; the largest when left out.", valueName: "n"))
    var table: Int?

    @Option(help: "The sheet of a workbook; the first that is not hidden when left out.")
    var sheet: String?

    @Option(help: "The language of messages: lv or en.")
    var language: MessageLanguageOption = .lv

    func validate() throws {
        guard (file == nil) != (all == nil) else {
            throw ValidationError("Name one file, or a folder with --all.")
        }
        guard into == nil || (all != nil && form != nil) else {
            throw ValidationError("--into goes with --all and --as.")
        }
        guard all == nil || form == nil || into != nil else {
            throw ValidationError("--all with --as needs --into, the folder for the tables.")
        }
        guard (table ?? 1) > 0 else { throw ValidationError("--table counts from 1.") }
    }

    func run() throws {
        try Exit.guarded {
            if let all {
                try inspectFolder(all)
            } else if let file {
                try inspect(file)
            }
        }
    }

    private func inspect(_ file: String) throws {
        let inspection = FileInspection(path: file, sheet: sheet)
        guard let form else {
            Terminal.standardOutput.write(InspectionText(inspection, in: language.messages).text)
            Terminal.standardOutput.write(StarterDefinition(inspection).text)
            if case .unreadable = inspection.content { throw Exit.noInput }
            return
        }
        let hasTable: Bool
        do {
            hasTable = try CleanTable(inspection, as: form, table: table).write(
                to: { bytes in
                    guard Terminal.standardOutput.write(bytes) else {
                        throw OutputError(path: "-", reason: "standard output cannot be written")
                    }
                }, report: { report($0) })
        } catch let error as UnreadableTable {
            report(error.finding)
            throw Exit.noInput
        }
        guard hasTable else {
            if case .unreadable = inspection.content { throw Exit.noInput }
            Terminal.standardError.write(
                language == .lv
                    ? "\(inspection.shownPath): failā nav tabulas\n"
                    : "\(inspection.shownPath): the file has no table\n")
            throw Exit.noInput
        }
    }

    private func report(_ finding: Diagnostic) {
        Terminal.standardError.write(finding.rendered(in: language.messages) + "\n")
    }

    private func inspectFolder(_ folder: String) throws {
        guard
            let run = InspectionRun(
                folder: folder, form: form, into: into, language: language.messages)
        else {
            Terminal.standardError.write(
                language == .lv ? "mapes '\(folder)' nav\n" : "there is no folder '\(folder)'\n")
            throw Exit.noInput
        }
        let progress = ProgressLine()
        let failed = try run.run(
            progress: { progress.show($0) },
            output: { Terminal.standardOutput.write($0) },
            report: { Terminal.standardError.write($0.rendered(in: language.messages) + "\n") })
        progress.finish()
        if failed > 0 { throw Exit.heldBack }
    }
}

extension CleanTable.Form: ExpressibleByArgument {}
