import ArgumentParser
import Diagnostics
import Pipelines
import PupilSupport
import SupportStore

struct Retain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retain",
        abstract: "Say what may be kept no longer, and remove it.",
        discussion: """
            EXAMPLES
              pumpurs retain --as-of 2031-01-01
              pumpurs retain --as-of 2031-01-01 --apply --author "A. Kalniņa"

            By `retention` of the municipality's file: names and codes go after retain_until, the \
            archived copies of exports inbox_copies_days later, the records of runs after log_months. \
            Without --apply nothing is changed. A hold stops everything.
            """)

    @Option(help: ArgumentHelp("The day, such as 2031-01-01.", valueName: "day"))
    var asOf: String

    @Flag(help: "Remove it.")
    var apply = false

    @Option(help: ArgumentHelp("Who answers for it.", valueName: "name"))
    var author: String?

    @OptionGroup var place: StoreOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard CivilDate(iso: asOf) != nil else {
            throw ValidationError("'\(asOf)' is no day; write one such as 2031-01-01.")
        }
        guard !apply || author != nil else { throw ValidationError("--apply needs --author.") }
        if let author { try KeptText.check(("--author", author, 80)) }
    }

    func run() throws {
        try Exit.guarded(in: shared.language, state: place.state) {
            guard let day = CivilDate(iso: asOf) else { throw Exit.usage }
            let (definitions, _) = try shared.loadDefinitions()
            if apply, day > Moment.today {
                throw Exit.wrongUsage(
                    lv: "--as-of \(day) vēl nav pienācis; ar --apply nosauciet dienu, kas ir klāt",
                    en: "--as-of \(day) has not come yet; with --apply name a day that has",
                    in: shared.language)
            }
            let session = try place.session(
                "retain", under: definitions, existing: true, in: shared.language)
            let outcome = try RetentionRun(
                store: session.store, definitions: definitions
            ).run(
                asOf: day, author: apply ? author : nil, systemUser: SystemUser.name,
                at: session.startedAt)
            if apply {
                let code = outcome.hold == nil ? 0 : Int(Exit.retained.rawValue)
                try session.end(exitCode: code, looksAtInbox: false)
            }
            try Terminal.standardOutput.write(text(of: outcome))
            if apply, outcome.hold != nil { throw Exit.retained }
        }
    }

    private func text(of outcome: RetentionRun.Outcome) -> String {
        let isLatvian = shared.language == .lv
        if let hold = outcome.hold {
            return isLatvian
                ? "projekts ir apturēts, tāpēc nekas netiek izņemts: \(hold.reason.lv)\n"
                : "the project is on hold, so nothing is removed: \(hold.reason.en)\n"
        }
        let sweep = outcome.sweep
        var text =
            isLatvian
            ? (apply ? "izņemts:\n" : "tiktu izņemts (nekas nav mainīts):\n")
            : (apply ? "removed:\n" : "would be removed (nothing was changed):\n")
        text +=
            isLatvian
            ? "  vārdi un kodi: \(sweep.identifiers)\n  failu kopijas: \(sweep.copies)\n"
                + "  izpilžu ieraksti: \(sweep.logs)\n"
            : "  names and codes: \(sweep.identifiers)\n  copies of files: \(sweep.copies)\n"
                + "  records of runs: \(sweep.logs)\n"
        if let obstacle = outcome.obstacle {
            let reason = ErasureText.reason(obstacle)
            text += "\(isLatvian ? reason.lv : reason.en)\n"
        }
        return text
    }
}
