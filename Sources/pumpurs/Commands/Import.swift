import ArgumentParser
import Diagnostics
import Pipelines
import PupilSupport
import SupportStore

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import the exports of an inbox into the store, without writing reports.",
        discussion: """
            EXAMPLES
              pumpurs import --inbox inbox --state state
              pumpurs import --dry-run

            With --dry-run nothing is changed: it says of each file how many records are new, changed \
            and gone, and which figures would move, from what to what.

            A file that the store holds already changes nothing. A file with new bytes takes the \
            place of the earlier one of the same school, semester and kind.
            """)

    @OptionGroup var data: DataOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var shared: SharedOptions

    @Flag(help: "Say what would change, and change nothing.")
    var dryRun = false

    func run() throws {
        try Exit.guarded(in: shared.language, state: place.state) {
            let (definitions, indicators) = try shared.loadDefinitions()
            if dryRun {
                try DryRunText(language: shared.language).show(
                    try DryRun(
                        of: place.state, lockWait: place.lockWait, key: place.key.place,
                        definitions: definitions, indicators: indicators
                    ) {
                        try ImportRun(
                            store: $0, definitions: definitions, inbox: data.inbox,
                            logger: place.logger)
                    }, inbox: data.inbox)
                return
            }
            let session = try place.session("import", under: definitions)
            try Exit.recorded(session) {
                let before = try session.store.currentDeliveries()
                let (results, names) = try InboxImport(
                    data: data, place: place, session: session, definitions: definitions,
                    language: shared.language
                ).run()
                InboxImport.sayTears(of: results, in: shared.language)
                sayHeldBack(in: results)
                let others = try NewlyHeldBack.all(since: before, in: session.store, names: names)
                for file in others { Terminal.say("\(file.message[shared.language.names])\n") }
                return results.contains(where: \.hasTrouble) || !others.isEmpty
                    ? Exit.heldBack : ExitCode.success
            }
        }
    }

    /// Says how many records of the files just read are held back, and where to see them.
    private func sayHeldBack(in results: [ImportRun.FileResult]) {
        let counts = results.map { result in
            if case .loaded(let counts) = result.outcome { counts.heldBack } else { 0 }
        }
        let (records, files) = (counts.reduce(0, +), counts.count { $0 > 0 })
        guard records > 0 else { return }
        Terminal.say(
            shared.language == .lv
                ? "aizturētie ieraksti: \(records), failos: \(files); tos rāda pumpurs quarantine list\n"
                : "records held back: \(records), in files: \(files); pumpurs quarantine list shows them\n"
        )
    }
}

extension ImportRun.FileResult {
    /// Whether the file was refused or is torn, or some of its records were held back.
    var hasTrouble: Bool {
        switch outcome {
        case .refused: true
        case .loaded(let counts): counts.heldBack > 0 || tear != nil
        case .known, .sameContent: false
        }
    }
}

/// Imports an inbox and says on the terminal what became of each file worth a word.
struct InboxImport {
    let data: DataOptions
    let place: StoreOptions
    let session: RunSession
    let definitions: Definitions
    let language: MessageLanguageOption

    /// Imports every file.
    ///
    /// - Returns: What became of each file, and the names by which files may be shown.
    /// - Throws: Exit code 66 when there is no folder or no file, 65 when no file could be used.
    func run() throws -> ([ImportRun.FileResult], ShownFileNames) {
        let inbox = data.inbox
        guard
            let run = try ImportRun(
                store: session.store, definitions: definitions, inbox: inbox,
                logger: place.logger)
        else {
            Self.sayNoInbox(inbox, in: language)
            throw Exit.inputMissing
        }
        let line = ProgressLine()
        let results = try run.run(progress: line.following(in: language))
        line.finish()
        try session.note(results)
        for result in results { describe(result) }
        let isUsable = results.contains {
            if case .refused = $0.outcome { false } else { true }
        }
        guard isUsable else {
            let shown = ShownPath.text(of: inbox)
            let (lv, en) =
                results.isEmpty
                ? ("ir tukša", "is empty")
                : ("nesatur nevienu izmantojamu failu", "has no file that can be used")
            say(
                lv: "mape '\(shown)' \(lv); ielieciet tajā failus, kādus skolas eksportē un mapes "
                    + "--pipelines avoti apraksta",
                en: "the folder '\(shown)' \(en); put files into it as the schools export them and "
                    + "the sources of the --pipelines folder describe them")
            throw results.isEmpty ? Exit.inputMissing : Exit.noInput
        }
        return (results, run.names)
    }

    /// Says that there is no inbox.
    static func sayNoInbox(_ inbox: String, in language: MessageLanguageOption) {
        let shown = ShownPath.text(of: inbox)
        Terminal.say(
            language == .lv
                ? "mapes '\(shown)' nav vai to nevar lasīt; izveidojiet to un ielieciet tajā skolu "
                    + "eksportus, vai ar --inbox nosauciet citu\n"
                : "there is no folder '\(shown)' that can be read; make it and put the exports of "
                    + "the schools into it, or name another with --inbox\n")
    }

    /// As many torn files as are named.
    private static let mostTears = 20

    /// Says which of the files just read are torn: how many records they lack nobody can tell.
    static func sayTears(
        of results: [ImportRun.FileResult], in language: MessageLanguageOption
    ) {
        let tears = results.compactMap(\.tear)
        for tear in tears.prefix(mostTears) {
            let text = tear.message[language.names] + tear.comparison[language.names]
            Terminal.say("\(text) [XML-001]\n")
        }
        let left = tears.count - mostTears
        guard left > 0 else { return }
        Terminal.say(
            language == .lv
                ? "vēl saplēstu failu: \(left); tos nosauc pumpurs doctor\n"
                : "more torn files: \(left); pumpurs doctor names them\n")
    }

    private func describe(_ result: ImportRun.FileResult) {
        switch result.outcome {
        case .refused(let finding):
            Terminal.say(finding.rendered(in: language.messages) + "\n")
        case .sameContent(let other):
            say(
                lv: "\(result.name): tas pats saturs kā \(other); ieskaitīts vienreiz",
                en: "\(result.name): the same content as \(other); it counts once")
        case .loaded, .known: break
        }
        if let warning = result.adaptation {
            Terminal.say(warning.rendered(in: language.messages) + "\n")
        }
    }

    private func say(lv: String, en: String) {
        Terminal.say("\(language == .lv ? lv : en)\n")
    }
}
