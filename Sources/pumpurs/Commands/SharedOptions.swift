import ArgumentParser
import Diagnostics
import Glibc
import Logging
import Pipelines
import PupilSupport
import Rollup
import SupportStore

/// A language of messages on the terminal.
enum MessageLanguageOption: String, ExpressibleByArgument, CaseIterable {
    case lv, en

    var messages: MessageLanguage { self == .lv ? .latvian : .english }
    var names: Language { self == .lv ? .latvian : .english }
}

/// Options that every command has.
struct SharedOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the definitions.", valueName: "folder"))
    var pipelines = "pipelines"

    @Option(help: "The language of messages: lv or en.")
    var language: MessageLanguageOption = .lv

    func validate() throws { try FolderOption.check(("--pipelines", pipelines)) }

    /// Loads the definitions, or prints everything that is wrong with them and ends with code 78.
    func loadDefinitions() throws -> (Definitions, IndicatorSet) {
        let (definitions, problems) = DefinitionLoader(
            folder: pipelines, knownRuleCodes: RuleCatalogue.codes
        ).load()
        var findings = problems
        var indicators: IndicatorSet?
        if let definitions {
            let (loaded, more) = IndicatorLoader(folder: pipelines, files: definitions.files).load()
            indicators = loaded
            findings += more
        }
        for finding in findings {
            Terminal.say(finding.rendered(in: language.messages) + "\n")
        }
        guard let definitions, let indicators else { throw Exit.wrongDefinitions }
        return (definitions, indicators)
    }
}

extension SharedOptions {
    /// Loads the definitions as ``loadDefinitions()`` does, or returns `nil` where nobody named a folder
    /// and there is none in the usual place.
    func loadDefinitionsIfAny() throws -> Definitions? {
        let usual = "pipelines"
        guard pipelines != usual || access(usual, F_OK) == 0 else { return nil }
        return try loadDefinitions().0
    }
}

/// Where the store is.
struct StoreOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the store.", valueName: "folder"))
    var state = "state"

    @Option(
        help: ArgumentHelp(
            "How long to wait for another run that works with the store.", valueName: "seconds"))
    var lockWait = 0

    func validate() throws {
        try FolderOption.check(("--state", state))
        guard (0...86_400).contains(lockWait) else {
            throw ValidationError("--lock-wait takes a number of seconds from 0 to 86400.")
        }
    }

    /// Opens the store.
    func open() throws -> SupportStore { try SupportStore(folder: state, lockWait: lockWait) }

    /// Opens a store that must be there: a command that only looks makes none.
    func open(existing: Bool, in language: MessageLanguageOption) throws -> SupportStore {
        guard !existing || access("\(state)/pumpurs.sqlite", F_OK) == 0 else {
            let shown = ShownPath.text(of: state)
            throw Exit.missing(
                lv: "mapē '\(shown)' nav krātuves; ar --state nosauciet mapi, kurā tā ir",
                en: "there is no store in the folder '\(shown)'; name the folder that holds it with "
                    + "--state", in: language)
        }
        return try open()
    }

    /// Opens the store for a run of a command, which is entered when it changes something.
    func session(
        _ command: String, under definitions: Definitions, existing: Bool = false,
        in language: MessageLanguageOption = .lv
    ) throws -> RunSession {
        RunSession(
            command, arguments: Array(CommandLine.arguments.dropFirst()),
            version: Pumpurs.configuration.version,
            store: try open(existing: existing, in: language), definitions: definitions)
    }
}

/// Where data come from.
struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the exports.", valueName: "folder"))
    var inbox = "sample-data"

    @Flag(help: "Log what becomes of each file on standard error.")
    var verbose = false

    func validate() throws { try FolderOption.check(("--inbox", inbox)) }

    /// The logger of the run: silent unless it is asked to speak.
    var logger: Logger {
        var logger = Logger(label: "pumpurs") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = verbose ? .info : .warning
        return logger
    }
}
