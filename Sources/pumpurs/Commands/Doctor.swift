import ArgumentParser
import Diagnostics
import Pipelines
import SupportStore

struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Say what is wrong or about to go wrong with a state, worst first.",
        discussion: """
            EXAMPLES
              pumpurs doctor --state /var/lib/pumpurs

            Looks at the whole store (SQLite's integrity check, references, sums of records), the archive, \
            the seals, permissions, what is left to do of erasures, late deliveries, refused files, what is held back, warnings, \
            semesters that are not closed, and yearly reports that are due or late. Ends with 0 when nothing was found, 3 when something was, 74 \
            when the store or its archive is damaged.
            """)

    @Option(
        help: ArgumentHelp(
            "The folder of the exports, to say which of them hold erased people still.",
            valueName: "folder"))
    var inbox: String?

    @Option(
        help: ArgumentHelp(
            "The folder of the packages, to say which yearly reports are missing.",
            valueName: "folder"))
    var packages = "submissions"

    @OptionGroup var place: StoreOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        try FolderOption.check(("--inbox", inbox), ("--packages", packages))
    }

    func run() throws {
        try Exit.guarded(in: shared.language, state: place.state) {
            let (definitions, indicators) = try shared.loadDefinitions()
            let examination = try Examination(
                of: place.open(existing: true, in: shared.language), definitions: definitions,
                indicators: indicators, inbox: inbox, packages: packages, at: Moment.now)
            let text = examination.troubles.map { trouble in
                "\(word(for: trouble.severity)): "
                    + trouble.message.text(in: shared.language.messages, details: [:]) + "\n"
            }.joined()
            let healthy =
                shared.language == .lv ? "nekas nav atrasts\n" : "nothing was found\n"
            try Terminal.standardOutput.write(text.isEmpty ? healthy : text)
            if examination.isDamaged { throw Exit.storeFailed }
            if !examination.troubles.isEmpty { throw Exit.heldBack }
        }
    }

    /// Of a state nothing is refused, so the worst has another word than in the findings of a file.
    private func word(for severity: Severity) -> String {
        guard shared.language == .lv else { return severity.rawValue }
        return severity == .fatal ? "bojājums" : severity.label(in: .latvian)
    }
}
