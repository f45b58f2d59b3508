import ArgumentParser
import Pipelines
import PupilSupport

struct SealPackage: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal", abstract: "Seal the package of a semester, or name all that blocks it."
    )

    @Argument(help: ArgumentHelp("The semester, such as 2018-2019-2.", valueName: "semester"))
    var semester: String

    @Flag(help: "Check it, and write nothing.")
    var dryRun = false

    @Flag(help: "Put personal codes and names into the restricted table of participants.")
    var withIdentifiers = false

    @Flag(help: "Put sensitive answers into a restricted table.")
    var withSensitive = false

    @Option(help: "Why there may be fewer participants than were submitted before.")
    var correctionNote = ""

    @Flag(
        help: """
            Make the next package though an earlier one is missing or altered. It says itself that it was not \
            compared with that one, whose fingerprint it takes from the register; its claims have no corrections.
            """)
    var withoutEarlier = false

    @OptionGroup var options: SubmissionOptions

    func validate() throws {
        _ = try SubmissionOptions.semester(semester)
        if !correctionNote.isEmpty {
            try KeptText.check(("--correction-note", correctionNote, 400))
        }
    }

    func run() throws {
        let semester = try SubmissionOptions.semester(semester)
        try options.work(as: "submit") { run in
            let draft = try run.draft(
                .init(
                    semester: semester, withIdentifiers: withIdentifiers,
                    withSensitive: withSensitive, correctionNote: correctionNote,
                    withoutEarlier: withoutEarlier))
            if !dryRun { try run.write(draft) }
            let text = SubmissionText(language: options.shared.language)
            try Terminal.standardOutput.write(
                text.text(of: draft, folder: options.packages, isWritten: !dryRun))
            return draft.isValid ? .success : Exit.blocked
        }
    }
}
