import ArgumentParser
import Logging
import Pipelines
import SupportStore

/// The store that a command changes.
struct StoreOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the store.", valueName: "folder"))
    var state = "state"

    @Option(
        help: ArgumentHelp(
            "How long to wait for another run that works with the store.", valueName: "seconds"))
    var lockWait = 0

    @Flag(help: "Log what becomes of each file on standard error.")
    var verbose = false

    func validate() throws {
        try FolderOption.check(("--state", state))
        guard (0...86_400).contains(lockWait) else {
            throw ValidationError("--lock-wait takes a number of seconds from 0 to 86400.")
        }
    }

    /// Opens the store for a run of a command, which is entered when it changes something.
    ///
    /// - Throws: ``StoreError`` when there is none: the command has nothing to change then.
    func open(for command: String, under definitions: Definitions) throws -> SupportStore {
        try ReadableStore.check(folder: state)
        let store = try SupportStore(folder: state, lockWait: lockWait)
        store.begin(
            definitions.run(
                of: command, version: Pumpurs.configuration.version, at: Moment.now))
        return store
    }

    /// The logger of the run: silent unless it is asked to speak.
    var logger: Logger {
        var logger = Logger(label: "pumpurs") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = verbose ? .info : .warning
        return logger
    }
}
