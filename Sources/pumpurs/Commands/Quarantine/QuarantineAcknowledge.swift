import ArgumentParser
import Diagnostics
import Pipelines
import PupilSupport
import SupportStore

struct QuarantineAcknowledge: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "acknowledge",
        abstract: "Accept a warning, with author and reason, or withdraw that.",
        discussion: """
            EXAMPLES
              pumpurs quarantine acknowledge w3fa29c01b2 --author "A. Kalna" \
            --reason "checked with the school" --expires 2020-06-30
              pumpurs quarantine acknowledge --rule REC-008 --file sloka/2018-2019-2/atbalsts.xml \
            --line 17 --author "A. Kalna" --reason "a Saturday of work"
              pumpurs quarantine acknowledge --withdraw w3fa29c01b2 --author "A. Kalna" \
            --reason "a mistake"

            `pumpurs quarantine list --warnings` shows the names of warnings. An accepted warning \
            stays in the reports, marked so, and out of the letters. It is open again when the record \
            changes or the day of --expires is over. An error cannot be accepted.
            """)

    @Argument(help: "The name of the warning.")
    var id: String?

    @Option(help: "Instead of a name: the rule of the warning.")
    var rule: String?

    @Option(help: "And its file, as lists and reports name it.")
    var file: String?

    @Option(help: "And its line, or the row of the sheet.")
    var line: Int?

    @Option(help: "And its column, where the rule is hit in several.")
    var column: String?

    @Option(help: "Who decides.")
    var author: String

    @Option(help: "Why.")
    var reason: String

    @Option(help: ArgumentHelp("The last day on which it holds.", valueName: "day"))
    var expires: String?

    @Flag(help: "Withdraw an acknowledgement instead.")
    var withdraw = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        let hasPlace = rule != nil && file != nil && line != nil
        let hasAny = rule != nil || file != nil || line != nil || column != nil
        guard id == nil ? hasPlace : !hasAny else {
            throw ValidationError(
                "Give the name of a warning, or --rule, --file and --line of one.")
        }
        try KeptText.check(("--author", author, 80), ("--reason", reason, 400))
        guard let expires else { return }
        guard !withdraw else { throw ValidationError("--expires does not go with --withdraw.") }
        guard CivilDate(iso: expires) != nil else {
            throw ValidationError("'\(expires)' is no day; write one such as 2020-06-30.")
        }
    }

    private var selector: Warnings.Selector {
        guard id == nil, let rule, let file, let line else { return .id(id ?? "") }
        return .place(rule: rule, file: file, line: line, column: column)
    }

    func run() throws {
        try Exit.guarded(in: shared.language, state: store.state) {
            let (definitions, _) = try shared.loadDefinitions()
            let last = expires.flatMap(CivilDate.init(iso:))
            if let last, last < Moment.today {
                throw Exit.wrongUsage(
                    lv: "--expires \(last) jau ir pagājis; norādiet dienu, kas vēl nav pagājusi",
                    en: "--expires \(last) is over already; name a day that is not",
                    in: shared.language)
            }
            let session = try store.session(
                "quarantine acknowledge", under: definitions, existing: true, in: shared.language)
            let opened = session.store
            let warnings = try Warnings(
                store: ReadableStore(opened), definitions: definitions, on: Moment.today)
            let chosen = try warnings.warnings(selector)
            guard !chosen.isEmpty else { throw try refusal(of: warnings) }
            let acknowledging = Acknowledging(store: opened, warnings: warnings)
            let decision = Acknowledging.Decision(
                author: author, reason: reason, expiresOn: last)
            if withdraw {
                let count = try acknowledging.withdraw(chosen, decision)
                guard count > 0 else { throw notAccepted }
            } else if let obstacle = try acknowledging.accept(chosen, decision) {
                explain(obstacle)
                throw Exit.noInput
            }
            try session.end(exitCode: 0, looksAtInbox: false)
            let names = chosen.map(\.id).joined(separator: ", ")
            try Terminal.standardOutput.write(
                shared.language == .lv
                    ? "\(withdraw ? "atsaukts" : "pieņemts"): \(names)\n"
                    : "\(withdraw ? "withdrawn" : "acknowledged"): \(names)\n")
        }
    }

    private var notAccepted: ExitCode {
        Exit.wrongUsage(
            lv: "šis brīdinājums nav pieņemts, tāpēc nav ko atsaukt; pieņemtos rāda `pumpurs "
                + "quarantine list --warnings`",
            en: "this warning is not acknowledged, so there is nothing to withdraw; `pumpurs "
                + "quarantine list --warnings` shows those that are", in: shared.language)
    }

    /// Says why there is no such warning, and returns the exit code.
    private func refusal(of warnings: Warnings) throws -> ExitCode {
        let isError = try Int(id ?? "") != nil || warnings.isError(selector)
        guard !isError else {
            return Exit.wrongUsage(
                lv:
                    "tā ir kļūda, un kļūdu pieņemt nevar: tās ieraksts netiek skaitīts, kamēr skola to "
                    + "nav izlabojusi; ja nepareiza ir definīcija, labojiet to un palaidiet `pumpurs "
                    + "quarantine replay`",
                en:
                    "this is an error, and an error cannot be accepted: its record does not count until "
                    + "the school has mended it; where the definition is wrong, mend that and run "
                    + "`pumpurs quarantine replay`", in: shared.language)
        }
        return Exit.wrongUsage(
            lv: "tāda brīdinājuma nav; brīdinājumus un to nosaukumus rāda `pumpurs quarantine list "
                + "--warnings`",
            en:
                "there is no such warning; `pumpurs quarantine list --warnings` shows the warnings and "
                + "their names", in: shared.language)
    }

    private func explain(_ obstacle: Acknowledging.Obstacle) {
        switch obstacle {
        case .refused(let finding):
            Terminal.say(finding.rendered(in: shared.language.messages) + "\n")
        case .notFound(let file, let line):
            Terminal.say(
                shared.language == .lv
                    ? "\(file):\(line): ar šīm definīcijām ieraksta te vairs nav; vispirms palaidiet "
                        + "`pumpurs quarantine replay`\n"
                    : "\(file):\(line): under these definitions the record is here no more; run `pumpurs "
                        + "quarantine replay` first\n")
        }
    }
}
