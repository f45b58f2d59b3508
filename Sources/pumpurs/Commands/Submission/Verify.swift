import ArgumentParser
import Pipelines
import Submission

struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verify a package or a yearly report from its files alone.",
        discussion: """
            EXAMPLES
              pumpurs verify submissions/pumpurs_8.3.4.0-16-I-001_JURMALA_2018-2019-S2_r01

            Thirteen checks; nothing is needed and trusted but the files, no definitions either. Of a yearly report, which has no records, those apply \
            that can; where the packages of its semesters lie beside it, it is counted again from their records. The \
            command ends with 0, or names each failure and ends with 4.
            """)

    @Argument(help: ArgumentHelp("The folder of the package.", valueName: "package"))
    var package: String

    @Option(help: "The language of messages: lv or en.")
    var language: MessageLanguageOption = .lv

    func run() throws {
        try Exit.guarded(in: language) {
            let outcome = try VerificationRun().outcome(of: package)
            let text = SubmissionText(language: language)
            try Terminal.standardOutput.write(text.text(of: outcome))
            guard outcome.failures.isEmpty else { throw Exit.blocked }
        }
    }
}
