import ArgumentParser
import Pipelines
import PupilSupport
import Submission

struct ReportYear: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "year",
        abstract: "Write the report on the participants of a calendar year.",
        discussion: """
            EXAMPLES
              pumpurs submit year 2019
              pumpurs submit year 2020 --preliminary

            It is due by 30 January of the next year. It holds exact figures for the authorities – participants, \
            teachers, sessions and units of the year and since the beginning, by school, women and men – and \
            no records; nothing of it is public. It names the semesters whose packages are sealed and those \
            that are not, and what changed since the last report of the year and since the year before. The \
            command ends with 3 when a semester is not sealed or a file has not come, and with 4 when the year \
            has not ended.
            """)

    @Argument(help: ArgumentHelp("The calendar year, such as 2019.", valueName: "year"))
    var year: String

    @Flag(help: "Write it before the year has ended, marked as preliminary.")
    var preliminary = false

    @Flag(help: "Count sensitive answers (CO15 to CO17), for which the vault is opened.")
    var withSensitive = false

    @Flag(
        help: """
            Write the next revision though an earlier one is missing or altered. It says itself that it was \
            not compared with that one, whose fingerprint it takes from the register.
            """)
    var withoutEarlier = false

    @Flag(help: "Make it, and write nothing.")
    var dryRun = false

    @OptionGroup var options: SubmissionOptions

    /// The year, of four digits; a name of a file never has a longer one.
    private var number: Int? {
        guard year.utf8.count == 4, year.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(year).flatMap { (2000...2100).contains($0) ? $0 : nil }
    }

    func validate() throws {
        guard number != nil else {
            throw ValidationError("'\(year)' is no calendar year; write one such as 2019.")
        }
    }

    func run() throws {
        guard let number else { return }
        try options.workOnYear(as: "submit year") { run in
            let draft = try run.draft(
                .init(
                    year: number, isPreliminary: preliminary, withSensitive: withSensitive,
                    withoutEarlier: withoutEarlier))
            if !dryRun { try run.write(draft) }
            let text = YearText(language: options.shared.language)
            try Terminal.standardOutput.write(
                text.text(of: draft, folder: options.packages, isWritten: !dryRun))
            return draft.manifest.state == .incomplete ? Exit.heldBack : .success
        }
    }
}
