import ArgumentParser
import Diagnostics
import Pipelines
import PupilSupport
import Rollup
import SupportStore

struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Import an inbox and write the report of each semester.",
        discussion: """
            EXAMPLES
              pumpurs report
              pumpurs report --inbox inbox --semester 2018-2019-2
              pumpurs report --inbox /srv/exports --state /var/lib/pumpurs --output /srv/reports

            The report of a semester is the folder <output>/<semester>/internal with report.html, \
            summary.json, participants.csv, teachers.csv, outcomes.csv and quality.csv. The last \
            line on standard output is the path of the newest report's page.
            """)

    @OptionGroup var data: DataOptions
    @OptionGroup var shared: SharedOptions

    @Option(help: ArgumentHelp("The folder of the reports.", valueName: "folder"))
    var output = "reports"

    @Option(help: ArgumentHelp("A semester such as 2018-2019-2, or all.", valueName: "semester"))
    var semester = "all"

    func validate() throws {
        try FolderOption.check(("--output", output))
        guard semester == "all" || Semester(code: semester) != nil else {
            throw ValidationError(
                "'\(semester)' is no semester; write one such as 2018-2019-2, or all.")
        }
    }

    func run() throws {
        try Exit.guarded(in: shared.language, state: data.state) {
            let (definitions, indicators) = try shared.loadDefinitions()
            let store = try data.openStore(for: "report", under: definitions)
            let (results, names) = try InboxImport(
                data: data, store: store, definitions: definitions, language: shared.language
            ).run()
            let refused = results.compactMap { result in
                if case .refused(let finding) = result.outcome { finding } else { nil }
            }
            let wanted = try ReportableSemesters(
                store: store, municipality: definitions.municipality
            ).matching(Semester(code: semester))
            guard !wanted.isEmpty else {
                sayNothingIsThere()
                throw Exit.noInput
            }
            let run = try ReportRun(
                store: store, definitions: definitions, indicators: indicators, output: output,
                refused: refused, names: names)
            var lastPage = ""
            // A terminal that takes nothing does not keep the reports from being written.
            var lost: OutputError?
            func show(_ text: String) {
                do { try Terminal.standardOutput.write(text) } catch { lost = lost ?? error }
            }
            do {
                try run.write(wanted) { summary in
                    if lost == nil { show(text(of: summary)) }
                    lastPage = summary.page
                }
            } catch let problem as EvidenceProblem {
                let loader = IndicatorLoader(folder: shared.pipelines, files: definitions.files)
                Terminal.say(
                    loader.finding(of: problem).rendered(in: shared.language.messages) + "\n")
                throw Exit.wrongDefinitions
            }
            if lost == nil { show("\(lastPage)\n") }
            if let lost { throw lost }
            if !run.isImpeccable(wanted) { throw Exit.heldBack }
        }
    }

    private func sayNothingIsThere() {
        let inbox = ShownPath.text(of: data.inbox)
        let isAny = semester == "all"
        Terminal.say(
            shared.language == .lv
                ? "par \(isAny ? "nevienu semestri" : "semestri \(semester)") nav datu; ielieciet mapē "
                    + "'\(inbox)' eksportus ar ierakstiem vai pārbaudiet --semester\n"
                : "there are no data of \(isAny ? "any semester" : "semester \(semester)"); put "
                    + "exports with records into '\(inbox)', or check --semester\n")
    }

    private func text(of summary: ReportRun.SemesterSummary) -> String {
        let isLatvian = shared.language == .lv
        var table = TextTable(
            columns: isLatvian
                ? [
                    summary.semester.latvian, "faili", "ieraksti", "ielādēti", "aizturēti",
                    "ignorēti", "dalībnieki", "pedagogi",
                ]
                : [
                    summary.semester.english, "files", "records", "loaded", "held back", "ignored",
                    "participants", "teachers",
                ])
        for row in summary.rows {
            table.append(
                [row.name[shared.language.names]]
                    + [
                        row.files, row.counts.read, row.counts.loaded, row.counts.heldBack,
                        row.counts.ignored, row.participants, row.teachers,
                    ].map(String.init))
        }
        var text = table.text + "\n"
        for remark in summary.remarks { text += "\(remark[shared.language.names])\n" }
        if !summary.isComplete {
            text += isLatvian ? "NEPILNĪGI:\n" : "INCOMPLETE:\n"
            for reason in summary.reasons { text += "  \(reason[shared.language.names])\n" }
        }
        return text + "\n"
    }
}
