import ArgumentParser
import Diagnostics
import Pipelines
import SupportStore

struct QuarantineShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one held record: its errors, advice and history.",
        discussion: """
            EXAMPLES
              pumpurs quarantine show 12
              pumpurs quarantine show 12 --raw

            With --raw the record's text as it was sent follows. It is personal data: it goes to \
            standard output only, and should not go further.
            """)

    @Argument(help: "The number of the record, from `pumpurs quarantine list`.")
    var id: Int

    @Flag(help: "Show the source text too, which is personal data.")
    var raw = false

    @OptionGroup var store: ReadOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        try Exit.guarded(in: shared.language, state: store.state) {
            let (definitions, _) = try shared.loadDefinitions()
            let quarantine = try Quarantine(
                store: store.openReadable(), definitions: definitions)
            guard let text = try quarantine.text(of: id, in: shared.language.names) else {
                throw Exit.wrongUsage(
                    lv: "ieraksta ar numuru \(id) nav; numurus rāda `pumpurs quarantine list "
                        + "--ended`",
                    en:
                        "there is no record with the number \(id); `pumpurs quarantine list --ended` "
                        + "shows the numbers", in: shared.language)
            }
            try Terminal.standardOutput.write(text)
            guard raw else { return }
            let source = try quarantine.source(of: id) { finding in
                Terminal.say(finding.rendered(in: shared.language.messages) + "\n")
            }
            guard let source else {
                Terminal.say(
                    shared.language == .lv
                        ? "ieraksta tekstu arhīvā nevar atrast\n"
                        : "the record's text cannot be found in the archive\n")
                throw Exit.noInput
            }
            try Terminal.standardOutput.write("\n\(source)\n")
        }
    }
}
