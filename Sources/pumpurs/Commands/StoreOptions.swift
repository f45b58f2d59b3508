import ArgumentParser
import Diagnostics
import Glibc
import Logging
import Pipelines
import SupportStore

/// Where the store is.
struct StoreOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the store.", valueName: "folder"))
    var state = "state"

    @Option(
        help: ArgumentHelp(
            "How long to wait for another run that works with the store.", valueName: "seconds"))
    var lockWait = 0

    @OptionGroup var key: KeyOptions

    @Flag(help: "Log what becomes of each file on standard error.")
    var verbose = false

    func validate() throws {
        try FolderOption.check(("--state", state))
        guard (0...86_400).contains(lockWait) else {
            throw ValidationError("--lock-wait takes a number of seconds from 0 to 86400.")
        }
    }

    /// Opens the store.
    func open() throws -> SupportStore {
        try SupportStore(folder: state, lockWait: lockWait, key: key.place)
    }

    /// Opens the store for reading only, while another run may work with it.
    func openReadable() throws -> ReadableStore {
        try ReadableStore(folder: state, key: key.place)
    }

    /// Opens a store that must be there: a command that only looks makes none.
    func open(existing: Bool, in language: MessageLanguageOption) throws -> SupportStore {
        guard !existing || access("\(state)/pumpurs.sqlite", F_OK) == 0 else {
            let shown = ShownPath.text(of: state)
            throw Exit.missing(
                lv: "mapē '\(shown)' nav krātuves; ar --state nosauciet mapi, kurā tā ir",
                en:
                    "there is no store in the folder '\(shown)'; name the folder that holds it with "
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

    /// The logger of the run: silent unless it is asked to speak.
    var logger: Logger {
        var logger = Logger(label: "pumpurs") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = verbose ? .info : .warning
        return logger
    }
}
