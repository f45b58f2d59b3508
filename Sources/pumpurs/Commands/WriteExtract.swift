import ArgumentParser
import Diagnostics
import Pipelines
import Rollup
import SupportStore

struct WriteExtract: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Write tables that definitions describe, summed up from the store.",
        discussion: """
            EXAMPLES
              pumpurs extract --into extracts
              pumpurs extract --pipelines pipelines --state /var/lib/pumpurs --into /srv/extracts --language en

            A file of extracts/ in the definitions names a query and the tables that are summed up from its \
            rows, all in one pass: counts, distinct counts and sums by its columns. Each table becomes a CSV \
            file of the folder; all are put in the place of the earlier ones in one step. The figures are \
            exact and not protected, so only the owner can read them, and they belong neither into the \
            inbox nor among reports. The store is only read, and another run may work with it.
            """)

    @Option(help: ArgumentHelp("The folder of the tables.", valueName: "folder"))
    var into: String

    @OptionGroup var store: ReadOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        try FolderOption.check(("--into", into))
        try FolderOption.checkPlace("--into", into, outside: store.state)
        try FolderOption.checkIsSecret("--into", into)
    }

    func run() throws {
        try Exit.guarded(in: shared.language, state: store.state) {
            let definitions = try shared.loadDefinitionsAlone()
            let store = try store.openReadable()
            let extracts = try shared.loadExtracts(needed: true, over: store.reader)
            try FolderOption.checkIsNoInbox(
                "--into", into, knowing: DeliveredFolder(of: store), in: shared.language)
            // Tables without rows would say that nothing was given.
            guard try !store.currentDeliveries().isEmpty else {
                Terminal.say(
                    shared.language == .lv
                        ? "krātuvē nav neviena faila; vispirms palaidiet pumpurs import\n"
                        : "the store has no file; run pumpurs import first\n")
                throw Exit.noInput
            }
            let run = ExtractRun(store: store, definitions: definitions, extracts: extracts)
            do {
                for table in try run.write(into: into) {
                    let path = ShownPath.text(of: table.path)
                    try Terminal.standardOutput.write(
                        shared.language == .lv
                            ? "\(path): rindas \(table.rows)\n" : "\(path): rows \(table.rows)\n")
                }
            } catch let problem as ExtractProblem {
                shared.say([ExtractLoader(folder: shared.pipelines).finding(of: problem)])
                throw Exit.wrongDefinitions
            }
        }
    }
}

extension SharedOptions {
    /// Reads the extracts, or prints everything that is wrong with them and ends with code 78.
    ///
    /// - Parameters:
    ///   - isNeeded: Whether there must be any.
    ///   - store: The store over which their queries are prepared, or `nil` for one that holds nothing.
    func loadExtracts(needed isNeeded: Bool, over store: StoreReader? = nil) throws -> [Extract] {
        let (extracts, problems) = try ExtractLoader(folder: pipelines).load(
            needed: isNeeded, over: store)
        say(problems)
        guard let extracts else { throw Exit.wrongDefinitions }
        return extracts
    }
}
