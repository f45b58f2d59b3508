import ArgumentParser
import Diagnostics
import Pipelines
import SupportStore

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Import the exports of an inbox into the store, without writing reports.",
        discussion: """
            EXAMPLES
              pumpurs import --inbox inbox --state state

            A file that the store holds already changes nothing. A file with new bytes takes the \
            place of the earlier one of the same school, semester and kind.
            """)

    @OptionGroup var data: DataOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        try Exit.guarded(in: shared.language, state: data.state) {
            let (definitions, _) = try shared.loadDefinitions()
            let store = try data.openStore(for: "import", under: definitions)
            let (results, _) = try InboxImport(
                data: data, store: store, definitions: definitions, language: shared.language
            ).run()
            let hasTrouble = results.contains { result in
                switch result.outcome {
                case .refused: true
                case .loaded(let counts): counts.heldBack > 0
                case .known, .sameContent: false
                }
            }
            if hasTrouble { throw Exit.heldBack }
        }
    }
}

/// Imports an inbox and says on the terminal what became of each file worth a word.
struct InboxImport {
    let data: DataOptions
    let store: SupportStore
    let definitions: Definitions
    let language: MessageLanguageOption

    /// Imports every file.
    ///
    /// - Returns: What became of each file, and the names by which files may be shown.
    /// - Throws: Exit code 65 when there is no folder, no file, or no file that could be used.
    func run() throws -> ([ImportRun.FileResult], ShownFileNames) {
        let inbox = data.inbox
        guard
            let run = try ImportRun(
                store: store, definitions: definitions, inbox: inbox, logger: data.logger)
        else {
            let shown = ShownPath.text(of: inbox)
            say(
                lv:
                    "mapes '\(shown)' nav vai to nevar lasīt; izveidojiet to un ielieciet tajā skolu "
                    + "eksportus, vai ar --inbox nosauciet citu",
                en:
                    "there is no folder '\(shown)' that can be read; make it and put the exports of "
                    + "the schools into it, or name another with --inbox")
            throw Exit.noInput
        }
        let progress = ProgressLine()
        let results = try run.run { progress.show($0) }
        progress.finish()
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
            throw Exit.noInput
        }
        return (results, run.names)
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
