import ArgumentParser
import Pipelines
import PupilSupport

struct AcknowledgeWarnings: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "acknowledge", abstract: "Accept the warnings of a rule, as they stand.",
        discussion: """
            They are accepted as they are: when a warning comes, goes or changes, they are all open again.
            """)

    @Argument(help: ArgumentHelp("The rule, such as VAL-08.", valueName: "rule"))
    var rule: String

    @Option(help: ArgumentHelp("The semester, such as 2018-2019-2.", valueName: "semester"))
    var semester: String

    @Option(help: "The school, if not all.")
    var school: String?

    @Option(help: "Who accepts them.")
    var author: String

    @Option(help: "Why.")
    var reason: String

    @Option(help: ArgumentHelp("The last day on which it holds.", valueName: "yyyy-mm-dd"))
    var until: String?

    @OptionGroup var options: SubmissionOptions

    func validate() throws {
        _ = try SubmissionOptions.semester(semester)
        try KeptText.check(("--author", author, 80), ("--reason", reason, 400))
        if let until, CivilDate(iso: until) == nil {
            throw ValidationError("'\(until)' is no day; write one such as 2019-12-31.")
        }
    }

    func run() throws {
        let semester = try SubmissionOptions.semester(semester)
        try options.work(as: "submit acknowledge") { run in
            // Warnings are accepted also where an earlier package is lost; sealing refuses that by itself.
            let draft = try run.draft(.init(semester: semester, withoutEarlier: true))
            let count = try run.accept(
                rule, school: school, in: draft, author: author, reason: reason,
                until: until.flatMap { CivilDate(iso: $0) })
            guard count > 0 else {
                throw Exit.wrongUsage(
                    lv: "pārbaudei \(rule) brīdinājumu nav; kļūdas pieņemt nevar",
                    en: "rule \(rule) has no warnings; errors cannot be accepted",
                    in: options.shared.language)
            }
            try Terminal.standardOutput.write(
                options.shared.language == .lv
                    ? "\(rule): pieņemti brīdinājumi: \(count)\n"
                    : "\(rule): warnings accepted: \(count)\n")
            return .success
        }
    }
}
