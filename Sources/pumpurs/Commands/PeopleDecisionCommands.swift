import ArgumentParser
import Diagnostics
import Glibc
import Logging
import Pipelines
import SupportStore

struct PeopleLink: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Say that two are one person.",
        discussion: """
            Of two known people (P-…, T-…) the second becomes a tombstone: its records count as the \
            first's. Held records of somebody unidentified (U-…) are read as the person's, now and \
            whenever they come again.
            """)

    @Argument(help: ArgumentHelp("The person who stays.", valueName: "person"))
    var first: String

    @Argument(help: ArgumentHelp("The other person, or somebody unidentified.", valueName: "other"))
    var second: String

    @OptionGroup var options: PeopleOptions

    func run() throws {
        try options.decide("people link") {
            .link(try PersonReference(said: first), try PersonReference(said: second))
        }
    }
}

struct PeoplePart: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "part",
        abstract: "Say that two are never the same person.",
        discussion: """
            A link between the two is taken back, and neither is ever proposed for the other again.
            """)

    @Argument(help: ArgumentHelp("A person.", valueName: "person"))
    var first: String

    @Argument(help: ArgumentHelp("Another person, or somebody unidentified.", valueName: "other"))
    var second: String

    @OptionGroup var options: PeopleOptions

    func run() throws {
        try options.decide("people part") {
            .part(try PersonReference(said: first), try PersonReference(said: second))
        }
    }
}

struct PeopleUndo: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take a decision back.")

    @Argument(help: ArgumentHelp("The number of the decision.", valueName: "decision"))
    var decision: Int

    @OptionGroup var options: PeopleOptions

    func run() throws { try options.decide("people undo") { .undo(decision) } }
}

/// What the commands that decide something have in common.
struct PeopleOptions: ParsableArguments {
    @OptionGroup var signature: SignatureOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var shared: SharedOptions

    /// Carries a wish out and says what became of it.
    func decide(_ command: String, _ wish: () throws -> PeopleRun.Wish) throws {
        try Exit.guarded(in: shared.language, state: place.state) {
            let (definitions, _) = try shared.loadDefinitions()
            let result: PeopleRun.Result
            let session: RunSession
            do {
                let wish = try wish()
                session = try place.session(
                    command, under: definitions, existing: true, in: shared.language)
                result = try PeopleRun(
                    store: session.store, definitions: definitions, logger: .silent
                ).decide(wish, by: signature.signature)
            } catch let problem as PeopleProblem {
                throw Exit.wrongUsage(
                    lv: problem.message.lv, en: problem.message.en, in: shared.language)
            }
            try Terminal.standardOutput.write(
                PeopleText(language: shared.language).line(of: result.decision) + "\n")
            try show(result.files)
            try Terminal.standardOutput.write(
                shared.language == .lv
                    ? "Pārskati vēl ir iepriekšējie; tos no jauna raksta pumpurs rollup, un pumpurs diff "
                        + "rāda, kuri skaitļi mainās\n"
                    : "The reports are still those of before; pumpurs rollup writes them anew, and pumpurs "
                        + "diff shows which figures move\n")
            let isWhole = result.files.allSatisfy { $0.refusal == nil }
            try session.end(
                exitCode: isWhole ? 0 : Int(Exit.heldBack.rawValue), looksAtInbox: false)
            if !isWhole { throw Exit.heldBack }
        }
    }

    private func show(_ files: [ImportRun.FileResult]) throws {
        for file in files {
            switch file.outcome {
            case .loaded(let counts):
                try Terminal.standardOutput.write(
                    shared.language == .lv
                        ? "  \(file.name): ielādēti \(counts.loaded), aizturēti \(counts.heldBack)\n"
                        : "  \(file.name): \(counts.loaded) loaded, \(counts.heldBack) held back\n")
            case .refused(let finding):
                Terminal.say(finding.rendered(in: shared.language.messages) + "\n")
            case .known, .sameContent: break
            }
        }
    }
}

extension PersonReference {
    /// Reads a reference from the command line.
    init(said text: String) throws {
        guard let reference = PersonReference(text) else {
            // A code that was typed by mistake is not repeated.
            throw PeopleProblem.noReference(text: text.contains(where: \.isNumber) ? "…" : text)
        }
        self = reference
    }
}

extension Logger {
    /// A logger that says nothing but warnings, on standard error.
    static var silent: Logger {
        var logger = Logger(label: "pumpurs") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .warning
        return logger
    }
}
