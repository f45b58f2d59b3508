import ArgumentParser
import Diagnostics
import Pipelines
import PupilSupport
import SupportStore

struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Freeze, number and seal the figures of a semester.",
        discussion: """
            EXAMPLES
              pumpurs close 2018-2019-2 --author "A. Analyst"
              pumpurs close 2018-2019-2 --revise --author "A. Analyst" --note "Sloka sent two sessions later"

            The report as it stands becomes revision r01 and stays, byte for byte, whatever comes later. \
            When the data give other figures, report and rollup say so; --revise then makes r02, whose \
            note every reader sees. `pumpurs diff r01 now --semester 2018-2019-2` says what moved and why.
            """)

    @Argument(help: ArgumentHelp("The semester, such as 2018-2019-2.", valueName: "semester"))
    var semester: String

    @Option(help: "Who closes it.")
    var author: String

    @Option(help: "What is said in public of the revision.")
    var note = ""

    @Flag(help: "Make a new revision of a closed semester.")
    var revise = false

    @Flag(help: "Close it though something is missing.")
    var allowIncomplete = false

    @Option(help: ArgumentHelp("The folder of the reports.", valueName: "folder"))
    var output = "reports"

    @OptionGroup var place: StoreOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        try FolderOption.check(("--output", output))
        try FolderOption.checkPlace("--output", output, outside: place.state)
        guard Semester(code: semester) != nil else {
            throw ValidationError("'\(semester)' is no semester; write one such as 2018-2019-2.")
        }
        try KeptText.check(("--author", author, 80))
        if !note.isEmpty { try KeptText.check(("--note", note, 400)) }
        guard !revise || note.contains(where: { !$0.isWhitespace }) else {
            throw ValidationError("--revise needs --note: every reader sees why figures changed.")
        }
    }

    func run() throws {
        try Exit.guarded(in: shared.language, state: place.state) {
            guard let semester = Semester(code: semester) else { throw Exit.usage }
            let (definitions, indicators) = try shared.loadDefinitions()
            let session = try place.session("close", under: definitions)
            let closing = ClosingRun(
                session: session, definitions: definitions, indicators: indicators, output: output)
            do {
                let summary = try closing.close(
                    .init(
                        semester: semester, author: author, note: note, isRevision: revise,
                        allowsIncomplete: allowIncomplete))
                try session.end(exitCode: 0, looksAtInbox: false)
                try Terminal.standardOutput.write(
                    SummaryText(language: shared.language).text(of: summary))
            } catch let refusal as ClosingRun.Refusal {
                Exit.say(refusal.message(of: semester), in: shared.language)
                throw refusal.code
            }
        }
    }
}

extension ClosingRun.Refusal {
    fileprivate var code: ExitCode {
        switch self {
        case .nothingThere: Exit.noInput
        case .closed, .open, .unchanged: Exit.usage
        case .incomplete, .notEnded: Exit.heldBack
        }
    }
}
