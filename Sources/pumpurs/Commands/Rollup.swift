import ArgumentParser
import Diagnostics
import Pipelines
import Rollup
import SupportStore

struct RollUp: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollup",
        abstract: "Import what is new and write the reports of all semesters that are due.",
        discussion: """
            EXAMPLES
              pumpurs rollup --inbox /srv/exports --state /var/lib/pumpurs --output /srv/reports

            Made for cron and timers: silent when all is well; else one paragraph on standard error and \
            an exit code. Every semester that has ended is due until it is closed, oldest first, so \
            whatever was missed is caught up. When nothing has changed, nothing is done.

            The signal USR1 asks a run how far it has come; it answers on standard error and goes on.
            """)

    @OptionGroup var data: DataOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var shared: SharedOptions

    @Option(help: ArgumentHelp("The folder of the reports.", valueName: "folder"))
    var output = "reports"

    func validate() throws {
        try FolderOption.check(("--output", output))
        try FolderOption.checkPlace("--output", output, outside: place.state, inbox: data.inbox)
    }

    func run() throws {
        try Exit.guarded(in: shared.language, state: place.state) {
            let (definitions, indicators) = try shared.loadDefinitions()
            try StateModes.check(stateFolder: place.state)
            let glance = RollupGlance(
                definitions: definitions, version: Pumpurs.configuration.version,
                state: place.state, key: place.key.place, output: output,
                lockWait: place.lockWait, at: Moment.now)
            if let troubles = try glance.troubles(inbox: data.inbox) {
                try tell(troubles)
                return
            }
            let session = try place.session("rollup", under: definitions)
            // Nobody watches; whoever wants to know sends a signal.
            let progress = RunProgress()
            progress.becomeCurrent()
            var troubles: [Trouble] = []
            try Exit.recorded(session, always: true) {
                let run = RollupRun(
                    session: session, definitions: definitions, indicators: indicators,
                    output: output, logger: place.logger, progress: progress)
                do {
                    guard let outcome = try run.run(inbox: data.inbox) else {
                        InboxImport.sayNoInbox(data.inbox, in: shared.language)
                        throw Exit.inputMissing
                    }
                    troubles = outcome.troubles
                    guard outcome.hasInput else { return Exit.inputMissing }
                    guard outcome.hasUsableInput else { return Exit.noInput }
                    guard outcome.isProtected else { return Exit.unprotected }
                    return troubles.isEmpty ? ExitCode.success : Exit.heldBack
                } catch let problem as EvidenceProblem {
                    let loader = IndicatorLoader(folder: shared.pipelines, files: definitions.files)
                    Terminal.say(
                        loader.finding(of: problem).rendered(in: shared.language.messages) + "\n",
                        .error)
                    throw Exit.wrongDefinitions
                }
            } telling: {
                say(troubles)
            }
        }
    }

    private func tell(_ troubles: [Trouble]) throws {
        say(troubles)
        if !troubles.isEmpty { throw Exit.heldBack }
    }

    /// One paragraph: a line for each thing that somebody must look at.
    private func say(_ troubles: [Trouble]) {
        for trouble in troubles {
            let text = trouble.message.text(in: shared.language.messages, details: [:])
            Terminal.say("pumpurs rollup: \(text)\n", trouble.severity)
        }
    }
}
