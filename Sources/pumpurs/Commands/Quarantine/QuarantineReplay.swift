import ArgumentParser
import Diagnostics
import Pipelines
import SupportStore

struct QuarantineReplay: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Judge the files again that were read with other definitions than today's.",
        discussion: """
            EXAMPLES
              pumpurs quarantine replay

            After a mapping or a vocabulary was mended. The files are read from the store's archive; \
            the inbox is not needed. Records keep their file, line and byte. Where nothing has \
            changed, nothing is done.
            """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        try Exit.guarded(in: shared.language, state: store.state) {
            let (definitions, _) = try shared.loadDefinitions()
            // Opening a store to change it writes into it already.
            guard try isNeeded(under: definitions) else {
                return try Terminal.standardOutput.write(text(of: []))
            }
            let session = try store.session(
                "quarantine replay", under: definitions, existing: true, in: shared.language)
            let line = ProgressLine()
            let results = try Replay(
                store: session.store, definitions: definitions, logger: store.logger
            ).run(progress: line.following(in: shared.language))
            line.finish()
            try Terminal.standardOutput.write(text(of: results))
            for result in results { explain(result) }
            let isWhole = results.allSatisfy {
                $0.obstacle == nil && $0.stillHeld + $0.newlyHeld == 0
            }
            try session.end(
                exitCode: isWhole ? 0 : Int(Exit.heldBack.rawValue), looksAtInbox: false)
            if !isWhole { throw Exit.heldBack }
        }
    }

    private func isNeeded(under definitions: Definitions) throws -> Bool {
        do {
            return try Replay.isNeeded(
                for: store.openReadable(), under: definitions)
        } catch StoreError.olderSchema { return true }
    }

    private func text(of results: [Replay.FileResult]) -> String {
        let isLatvian = shared.language == .lv
        guard !results.isEmpty else {
            return isLatvian
                ? "visi faili jau ir lasīti ar šīm definīcijām; nekas nav mainīts\n"
                : "every file was read with these definitions already; nothing was changed\n"
        }
        var table = TextTable(
            columns: isLatvian
                ? ["fails", "atlaisti", "joprojām aizturēti", "no jauna aizturēti"]
                : ["file", "released", "still held", "newly held"])
        for result in results {
            table.append([
                result.name, "\(result.released)", "\(result.stillHeld)", "\(result.newlyHeld)",
            ])
        }
        return table.text + "\n"
    }

    private func explain(_ result: Replay.FileResult) {
        switch result.obstacle {
        case .refused(let finding):
            Terminal.say(finding.rendered(in: shared.language.messages) + "\n")
        case .notArchived:
            Terminal.say(
                shared.language == .lv
                    ? "\(result.name): arhīvā šī faila nav, jo to ielādēja vecāka programma; importējiet "
                        + "to vēlreiz ar `pumpurs import`\n"
                    : "\(result.name): the archive does not have this file, for an older program loaded "
                        + "it; import it again with `pumpurs import`\n")
        case .shut:
            Terminal.say(
                shared.language == .lv
                    ? "\(result.name): fails arhīvā ir aizzīmogots ar atslēgu, kas ir zudusi; importējiet "
                        + "to vēlreiz ar `pumpurs import`\n"
                    : "\(result.name): the file in the archive is sealed under a key that was lost; import "
                        + "it again with `pumpurs import`\n")
        case .removed(let cause):
            Terminal.say(
                shared.language == .lv
                    ? "\(result.name): fails no arhīva izņemts, jo \(cause.latvian)\n"
                    : "\(result.name): the file was removed from the archive, for \(cause.english)\n"
            )
        case nil: break
        }
    }
}
