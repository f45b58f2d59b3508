import ArgumentParser
import Diagnostics
import Pipelines
import PupilSupport

struct MakeTwin: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "twin",
        abstract: "Write a synthetic twin of an export, to send with a bug report.",
        discussion: """
            EXAMPLES
              pumpurs twin inbox/pupils.csv --into twin.csv
              pumpurs twin inbox/support.xml > twin.xml

            The twin has the bytes of the file where its structure is – encoding, line ends, \
            delimiters, quotes, widths, names of columns, elements and attributes – and the same \
            faults. Everything else is invented: names, personal codes that are nobody's, days of \
            the same month, texts of the same length. The same text becomes the same text \
            throughout. What says of nobody who they are stays: semesters, classes, the project's \
            number, marks, hours, counts, and values that stand in a twentieth of a column's cells \
            or more and are neither names nor numbers of people. Standard error says what stayed. \
            Look through the twin before you send it.

            Of a workbook the first sheet is taken, as CSV. A file may have 64 MiB.
            """)

    @Argument(help: "The export: a delimited file, an XML file or a workbook.")
    var file: String

    @Option(help: ArgumentHelp("Where to write the twin; else standard output.", valueName: "path"))
    var into: String?

    @Option(help: ArgumentHelp("The encoding of the file; else it is found.", valueName: "name"))
    var encoding: String?

    @Option(
        help: ArgumentHelp(
            "A number that gives the same twin again; for tests, never for real data.",
            valueName: "number"))
    var seed: UInt64?

    @OptionGroup var shared: SharedOptions

    func validate() throws { try FolderOption.check(("--into", into)) }

    func run() throws {
        try Exit.guarded(in: shared.language) {
            if let into, [".xlsx", ".xlsm"].contains(where: into.lowercased().hasSuffix) {
                throw Exit.wrongUsage(
                    lv:
                        "\(ShownPath.text(of: into)): darbgrāmatas dvīnis ir CSV; nosauciet failu, kas "
                        + "beidzas ar .csv",
                    en:
                        "\(ShownPath.text(of: into)): the twin of a workbook is CSV; name a file that "
                        + "ends in .csv",
                    in: shared.language)
            }
            let twin: Twin
            let definitions = try shared.loadDefinitionsIfAny()
            do {
                twin = try Twin(
                    of: file, encoding: encoding, definitions: definitions, seed: seed)
            } catch let refusal as TwinRefusal {
                Terminal.say(
                    "\(ShownPath.text(of: file)): \(refusal.reason[shared.language.names])\n")
                throw Exit.noInput
            }
            if let into {
                try twin.write(to: into)
            } else {
                try Terminal.standardOutput.write(twin.bytes)
            }
            Terminal.say(description(of: twin.summary))
        }
    }

    /// What the twin has of the file, so that its sender can see what is sent.
    private func description(of summary: TwinSummary) -> String {
        func list(_ texts: [String]) -> String {
            texts.isEmpty ? "–" : texts.map { "'\($0)'" }.joined(separator: ", ")
        }
        let (words, codes, days) = (summary.wordCount, summary.codeCount, summary.dayCount)
        let names = summary.headers.isEmpty ? summary.names : summary.headers
        let isXML = summary.headers.isEmpty && !summary.names.isEmpty
        switch shared.language {
        case .lv:
            return """
                izdomāti: vārdi \(words), personas kodi \(codes), dienas \(days)
                \(isXML ? "elementi un atribūti" : "ailes"), kuru nosaukumi palika: \(list(names))
                vērtības, kas palika: \(list(summary.keptValues))
                skaitļi, kas palika (vērtējumi, stundas, skaiti): \(summary.numberCount)
                pirms sūtīšanas pārlūkojiet dvīni

                """
        case .en:
            return """
                invented: words \(words), personal codes \(codes), days \(days)
                names of \(isXML ? "elements and attributes" : "columns") that stayed: \(list(names))
                values that stayed: \(list(summary.keptValues))
                numbers that stayed (marks, hours, counts): \(summary.numberCount)
                look through the twin before you send it

                """
        }
    }
}
