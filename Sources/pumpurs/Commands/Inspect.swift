public import ArgumentParser
import Diagnostics
import Pipelines

struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Say what a file is: encoding, dialect, header, tables, and how sure that is.",
        discussion: """
            EXAMPLES
              pumpurs inspect export.csv
              pumpurs inspect export.csv --as csv > clean.csv
              pumpurs inspect export.xml --as csv --record skolens
              pumpurs inspect --all exports --as csv --into clean

            Without --as it prints what was found, the runner-up and the margin, what each line was \
            taken for, and the YAML that pins it. With --as it prints the table and nothing else: as \
            RFC 4180 in UTF-8 with the header first, or as JSON. A row that cannot be read is named on \
            standard error and is not in the table, and the command then ends with code 3. A file \
            without a table ends with code 65. Of an XML file the elements that are repeated are \
            its records; the most numerous, or those of --record, are the table. Where the file has more \
            than what is printed and nothing was chosen, that is said, and the command ends with 3.

            --into must lie outside the folder that is read; what an earlier run wrote there is \
            written over. Of names only words are shown that stand in the definitions or are \
            ordinary in school files.
            """)

    @Argument(help: "The file.", completion: .file())
    var file: String?

    @Option(help: "Inspect every file of a folder instead.")
    var all: String?

    @Option(name: .customLong("as"), help: "Print the table: csv or json.")
    var form: CleanTable.Form?

    @Option(help: ArgumentHelp("With --all: the folder for the tables.", valueName: "folder"))
    var into: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Which table, from 1; the largest when left out.", valueName: "n"))
    var table: Int?

    @Option(
        help: ArgumentHelp(
            "Of an XML file: which records, by the path of their element or its end.",
            valueName: "path"))
    var record: String?

    @Option(help: "The sheet of a workbook; the first that is not hidden when left out.")
    var sheet: String?

    @OptionGroup var shared: SharedOptions

    private var language: MessageLanguageOption { shared.language }

    func validate() throws {
        try FolderOption.check(("--all", all), ("--into", into))
        guard (file == nil) != (all == nil) else {
            throw ValidationError("Name one file, or a folder with --all.")
        }
        guard into == nil || (all != nil && form != nil) else {
            throw ValidationError("--into goes with --all and --as.")
        }
        guard all == nil || form == nil || into != nil else {
            throw ValidationError("--all with --as needs --into, the folder for the tables.")
        }
        guard all == nil || (table == nil && record == nil && sheet == nil) else {
            throw ValidationError("--table, --record and --sheet go with one file, not with --all.")
        }
        guard table == nil || record == nil else {
            throw ValidationError("--table is for tables and --record for XML: give one of them.")
        }
    }

    func run() throws {
        try Exit.guarded(in: language) {
            if let all {
                try inspectFolder(all)
            } else if let file {
                try inspect(file)
            }
        }
    }

    private func inspect(_ file: String) throws {
        let inspection = FileInspection(
            path: file, sheet: sheet, definitions: try definitions())
        if let wrong = inspection.wrongSheet {
            throw Exit.wrongUsage(
                lv: "\(inspection.shownPath): \(wrong.text(in: .latvian, details: [:]))",
                en: "\(inspection.shownPath): \(wrong.text(in: .english, details: [:]))",
                in: language)
        }
        if let refusal = inspection.refusal {
            report(refusal)
            throw Exit.noInput
        }
        let choice = table.map(CleanTable.Choice.number) ?? record.map(CleanTable.Choice.records)
        do {
            guard let form else {
                if choice != nil { try CleanTable(inspection, as: .csv, choice: choice).check() }
                let text = InspectionText(inspection, in: language.messages).text
                let starter = StarterDefinition(inspection, table: table).text
                try Terminal.standardOutput.write(text + starter)
                return
            }
            let isWhole = try CleanTable(inspection, as: form, choice: choice).write(
                to: { try Terminal.standardOutput.write($0) }, report: { report($0) })
            if !isWhole { throw Exit.heldBack }
        } catch let failure as CleanTable.Failure {
            throw exit(for: failure, of: inspection)
        }
    }

    /// The definitions, whose words may be shown.
    ///
    /// Those of the usual place need not be right yet: one is often begun by inspecting a file.
    private func definitions() throws -> Definitions? {
        try shared.isFolderNamed ? shared.loadDefinitions().0 : shared.definitionsInUsualPlace
    }

    /// Says why there is no table, and returns the exit code.
    private func exit(for failure: CleanTable.Failure, of inspection: FileInspection) -> ExitCode {
        let path = inspection.shownPath
        switch failure {
        case .unreadable(let finding):
            report(finding)
            return Exit.noInput
        case .noTable:
            Terminal.say(
                language == .lv
                    ? "\(path): failā nav tabulas; tai vajag vismaz divas ailes vai vērtību sarakstu, "
                        + "bet XML failā elementu, kas atkārtojas\n"
                    : "\(path): the file has no table; one needs two columns or a list of values, "
                        + "and in XML an element that is repeated\n")
            return Exit.noInput
        case .noSuchTable(let known):
            let list = known.joined(separator: ", ")
            let (lv, en) =
                record.map { ("ierakstu '\($0)'", "records '\($0)'") }
                ?? ("tabulas \(table ?? 0)", "table \(table ?? 0)")
            let option = inspection.isXML ? "--record" : "--table"
            return Exit.wrongUsage(
                lv:
                    "\(path): failā nav \(lv); ir: \(list); norādiet vienu no tiem ar \(option) vai "
                    + "atstājiet to prom",
                en: "\(path): the file has no \(en); it has: \(list); name one of them with "
                    + "\(option), or leave it out",
                in: language)
        case .severalRecords(let known):
            let list = known.joined(separator: ", ")
            let name = record ?? ""
            return Exit.wrongUsage(
                lv:
                    "\(path): '\(name)' der vairākiem ierakstiem: \(list); ar --record norādiet visu "
                    + "ceļu",
                en: "\(path): '\(name)' fits several records: \(list); give the whole path with "
                    + "--record",
                in: language)
        }
    }

    private func report(_ finding: Diagnostic) {
        Terminal.say(finding.rendered(in: language.messages) + "\n")
    }

    private func inspectFolder(_ folder: String) throws {
        guard
            let run = InspectionRun(
                folder: folder, form: form, into: into, language: language.messages,
                definitions: try definitions())
        else {
            let shown = ShownPath.text(of: folder)
            Terminal.say(
                language == .lv
                    ? "mapes '\(shown)' nav vai to nevar lasīt; nosauciet mapi, kurā ir eksporti\n"
                    : "there is no folder '\(shown)' that can be read; name the folder that holds "
                        + "the exports\n")
            throw Exit.noInput
        }
        let shown = ShownPath.text(of: folder)
        guard !run.isEmpty else {
            Terminal.say(
                language == .lv
                    ? "\(shown): mapē nav neviena faila; nosauciet mapi, kurā ir eksporti\n"
                    : "\(shown): the folder has no file; name the folder that holds the exports\n")
            throw Exit.noInput
        }
        if let into, run.overwritesExports {
            let target = ShownPath.text(of: into)
            throw Exit.wrongUsage(
                lv: "\(target): tabulas stātos eksportu vietā vai starp tiem; nosauciet mapi ārpus "
                    + "'\(shown)'",
                en:
                    "\(target): the tables would take the place of exports, or lie among them; name a "
                    + "folder outside '\(shown)'",
                in: language)
        }
        let progress = ProgressLine()
        let failed = try run.run(
            progress: { progress.show($0) },
            output: { try Terminal.standardOutput.write($0) }, report: { report($0) })
        progress.finish()
        if failed > 0 { throw Exit.heldBack }
    }
}

extension CleanTable.Form: ExpressibleByArgument {}
