public import ArgumentParser
import Pipelines
import SupportStore

struct QuarantineList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the records that are held back.",
        discussion: """
            EXAMPLES
              pumpurs quarantine list --school sloka --semester 2018-2019-2
              pumpurs quarantine list --format csv > held.csv
              pumpurs quarantine list --warnings

            Nothing in the list tells who a record is about. A record has a number by which `show` \
            names it; it keeps the number when the same file is judged again, and gets a new one when the school \
            sends a file with other bytes.
            """)

    @OptionGroup var records: RecordFilter
    @OptionGroup var store: ReadOptions
    @OptionGroup var shared: SharedOptions

    @Option(help: "The form of the list: text, json or csv.")
    var format: Quarantine.Form = .text

    @Flag(help: "List those too that were released or whose file was replaced.")
    var ended = false

    @Flag(help: "List the warnings instead, and which of them were accepted.")
    var warnings = false

    func validate() throws {
        guard !(warnings && ended) else {
            throw ValidationError("--ended is for held records and does not go with --warnings.")
        }
    }

    func run() throws {
        try Exit.guarded(in: shared.language, state: store.state) {
            let (definitions, _) = try shared.loadDefinitions()
            var filter = try records.filter(knowing: definitions, language: shared.language)
            filter.includingEnded = ended
            let store = try store.openReadable()
            guard !warnings else {
                let list = try Warnings(
                    store: store, definitions: definitions, on: Moment.today)
                return try list.write(filter, as: format, in: shared.language.names) {
                    try Terminal.standardOutput.write($0)
                }
            }
            let quarantine = try Quarantine(store: store, definitions: definitions)
            try quarantine.write(filter, as: format, in: shared.language.names) {
                try Terminal.standardOutput.write($0)
            }
        }
    }
}

extension Quarantine.Form: ExpressibleByArgument {}
