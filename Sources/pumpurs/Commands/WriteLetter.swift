import ArgumentParser
import Pipelines
import PupilSupport
import SupportStore

struct WriteLetter: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letter",
        abstract: "Write what a school has to mend in its files, for the school.",
        discussion: """
            EXAMPLES
              pumpurs letter --school sloka
              pumpurs letter --school sloka --semester 2018-2019-2 --output /srv/reports

            A letter is <output>/letters/<school>/<semester>.html, to read and print, and a table of \
            the same name (.csv, RFC 4180 in UTF-8 with a byte order mark, so that a spreadsheet shows \
            the letters of Latvian). It names file, line, column, what was found and how to mend it, \
            and no pupil. The letter is in the language of --language, Latvian when it is left out.
            """)

    @Option(help: ArgumentHelp("The code of the school.", valueName: "code"))
    var school: String

    @Option(help: ArgumentHelp("A semester such as 2018-2019-2, or all.", valueName: "semester"))
    var semester = "all"

    @Option(help: ArgumentHelp("The folder of the reports.", valueName: "folder"))
    var output = "reports"

    @OptionGroup var store: ReadOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        try FolderOption.check(("--output", output))
        try FolderOption.checkPlace("--output", output, outside: store.state)
        guard semester == "all" || Semester(code: semester) != nil else {
            throw ValidationError(
                "'\(semester)' is no semester; write one such as 2018-2019-2, or all.")
        }
    }

    func run() throws {
        try Exit.guarded(in: shared.language, state: store.state) {
            let (definitions, _) = try shared.loadDefinitions()
            try SchoolOption.check(school, knowing: definitions, language: shared.language)
            let run = try LetterRun(
                store: store.openReadable(), definitions: definitions,
                school: school, on: Moment.today)
            // A letter of a semester of which the school sent nothing would say that all is well.
            let asked = Semester(code: semester)
            let wanted = (run?.semesters ?? []).filter { asked ?? $0 == $0 }
            guard let run, !wanted.isEmpty else {
                Terminal.say(
                    shared.language == .lv
                        ? "no skolas '\(school)' krātuvē nav prasītā faila; vispirms palaidiet `pumpurs "
                            + "import` vai nosauciet semestri ar --semester\n"
                        : "the store has no such file of the school '\(school)'; run `pumpurs import` first, "
                            + "or name a semester with --semester\n")
                throw Exit.noInput
            }
            let letters = try run.write(wanted, to: output, in: shared.language.names)
            for letter in letters {
                let (errors, warnings) = (letter.errors, letter.warnings)
                try Terminal.standardOutput.write(
                    shared.language == .lv
                        ? "\(letter.page): kļūdas \(errors), brīdinājumi \(warnings)\n"
                        : "\(letter.page): errors \(errors), warnings \(warnings)\n")
            }
        }
    }
}
