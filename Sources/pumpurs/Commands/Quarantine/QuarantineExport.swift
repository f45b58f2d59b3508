import ArgumentParser
import Diagnostics
import Pipelines
import SupportStore

struct QuarantineExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the held records as a CSV file.",
        discussion: """
            EXAMPLES
              pumpurs quarantine export --output held.csv
              pumpurs quarantine export --school sloka --output sloka.csv --raw

            One row for each finding. The file is readable by its owner only, and takes the place of \
            an earlier one in one step. With --raw it has the source text of each record, which is \
            personal data.
            """)

    @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
    var output: String

    @Flag(help: "Write the source texts too, which are personal data.")
    var raw = false

    @OptionGroup var records: RecordFilter
    @OptionGroup var store: ReadOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        try FolderOption.check(("--output", output))
        try FolderOption.checkPlace("--output", output, outside: store.state)
    }

    func run() throws {
        try Exit.guarded(in: shared.language, state: store.state) {
            let (definitions, _) = try shared.loadDefinitions()
            let filter = try records.filter(knowing: definitions, language: shared.language)
            let quarantine = try Quarantine(
                store: store.openReadable(), definitions: definitions)
            var isWhole = true
            try WholeFile.write(to: output) { body in
                try quarantine.writeTable(
                    filter, withSources: raw, in: shared.language.names,
                    report: { finding in
                        isWhole = false
                        Terminal.say(finding.rendered(in: shared.language.messages) + "\n")
                    }, to: body)
            }
            if !isWhole { throw Exit.heldBack }
        }
    }
}
