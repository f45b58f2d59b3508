import ArgumentParser
import Diagnostics
import Pipelines
import PupilSupport
import Rollup
import SupportStore

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say from which records a figure was made.",
        discussion: """
            EXAMPLES
              pumpurs explain 2018-2019-2/participants/school=sloka
              pumpurs explain 2018-2019-2/minutes --format json

            An address stands with each figure of summary.json and, as the name of the place, of \
            report.html. Each row is a record that was counted, with its file, line, byte and \
            delivery; people are shown by keys of the store. --raw adds the records as they stand in \
            the files: personal data. The store is only read, and another run may work with it.
            """)

    @Argument(help: "The address of a figure.")
    var address: String

    @Flag(help: "Print the source text of each record: personal data.")
    var raw = false

    @OptionGroup var output: ExplanationOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        try Exit.guarded(in: shared.language, state: output.state) {
            let (definitions, indicators) = try shared.loadDefinitions()
            let run = try ExplanationRun(
                state: output.state, definitions: definitions, indicators: indicators)
            try explain(address, run, definitions)
        }
    }

    private func explain(
        _ address: String, _ run: ExplanationRun, _ definitions: Definitions
    ) throws {
        let shown = ShownPath.text(of: address)
        do {
            guard let document = try run.explanation(of: shown, showingText: raw) else {
                Terminal.say(
                    shared.language == .lv
                        ? "pumpurs: krātuvē nav nekā, no kā būtu '\(shown)'; pārbaudiet semestri un "
                            + "kategorijas, summary.json ir visas adreses\n"
                        : "pumpurs: the store has nothing that '\(shown)' would be made from; check the "
                            + "semester and the categories, summary.json has all addresses\n")
                throw Exit.noInput
            }
            try output.print(document) { $0.text(in: shared.language.names) }
        } catch let problem as AddressProblem {
            throw Exit.wrongUsage(
                lv: problem.message.lv, en: problem.message.en, in: shared.language)
        } catch let problem as EvidenceProblem {
            throw ExplanationOptions.wrong(problem, shared, definitions)
        }
    }
}

/// Where the store is, and how what is explained is printed.
struct ExplanationOptions: ParsableArguments {
    /// A form of the output.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: ArgumentHelp("The folder of the store.", valueName: "folder"))
    var state = "state"

    @Option(help: "How to print it: text or json.")
    var format: Form = .text

    func validate() throws { try FolderOption.check(("--state", state)) }

    /// Prints a document in the form that was asked for.
    func print<Document: Encodable>(_ document: Document, text: (Document) -> String) throws {
        try Terminal.standardOutput.write(
            format == .json ? document.jsonText : text(document))
    }

    /// Says which query is wrong, and returns the exit code for it.
    static func wrong(
        _ problem: EvidenceProblem, _ shared: SharedOptions, _ definitions: Definitions
    ) -> ExitCode {
        let loader = IndicatorLoader(folder: shared.pipelines, files: definitions.files)
        Terminal.say(loader.finding(of: problem).rendered(in: shared.language.messages) + "\n")
        return Exit.wrongDefinitions
    }
}
