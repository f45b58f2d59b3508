import ArgumentParser
import Diagnostics
import Pipelines
import PupilSupport
import Submission

struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Print the catalogue of checks.",
        discussion: """
            EXAMPLES
              pumpurs rules
              pumpurs rules --language en
              pumpurs rules --submission

            Each check has a stable code, the stage in which it runs, a severity, what it says and \
            how to mend it. A note is counted, a warning lets a record pass, an error holds it \
            back, a fatal one refuses the file.
            """)

    @Option(help: "The language: lv or en.")
    var language: MessageLanguageOption = .lv

    @Flag(help: "The rules of a submission package instead.")
    var submission = false

    func run() throws {
        try Exit.guarded(in: language) {
            if submission { try printSubmissionRules() } else { try printRules() }
        }
    }

    private func printSubmissionRules() throws {
        for rule in SubmissionRules.all {
            try Terminal.standardOutput.write(
                """
                \(rule.code)  \(rule.severity.rawValue)  (\(rule.level.rawValue))  [\(rule.basis.rawValue)]
                  \(rule.statement[language.names])
                  \(rule.advice[language.names])

                """)
        }
    }

    private func printRules() throws {
        for rule in RuleCatalogue.all {
            try Terminal.standardOutput.write(
                """
                \(rule.code)  \(rule.severity.rawValue)  (\(rule.stage.rawValue))
                  \(rule.summary.text(in: language.messages, details: [:]))
                  \(rule.advice.text(in: language.messages, details: [:]))

                """)
        }
    }
}
