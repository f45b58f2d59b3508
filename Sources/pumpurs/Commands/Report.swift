import ArgumentParser
import Diagnostics
import Pipelines
import PupilSupport
import Rollup
import SupportStore

struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Import an inbox and write the report of each semester.",
        discussion: """
            EXAMPLES
              pumpurs report
              pumpurs report --inbox inbox --semester 2018-2019-2
              pumpurs report --inbox /srv/exports --state /var/lib/pumpurs --output /srv/reports
              pumpurs report --as-of 2019-10-07 --output then

            With --as-of nothing is imported: the reports are those of the store as it was at the end of \
            that day in Latvia, at a moment (2019-10-07T12:00:00+03:00) or after a run (run:12), made \
            again from the archive.

            The report of a semester is the folder <output>/<semester>/internal with report.html, \
            report.en.html, summary.json, summary.xlsx, participants.csv, teachers.csv, outcomes.csv and quality.csv, \
            the first three tables once more for Excel in Latvia (*.excel.csv), and what describes \
            them, datapackage.json and csv-metadata.json; the folder public beside it has the same for everybody, small \
            numbers hidden, without quality.csv. <output>/index.html and internal.html, with index.en.html and \
            internal.en.html, lead through all semesters. The last line on standard output is the path of the newest report's page.
            """)

    @OptionGroup var data: DataOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var shared: SharedOptions

    @Option(help: ArgumentHelp("The folder of the reports.", valueName: "folder"))
    var output: String?

    @Option(help: ArgumentHelp("Report what was known then.", valueName: "moment"))
    var asOf: String?

    @Option(help: ArgumentHelp("A semester such as 2018-2019-2, or all.", valueName: "semester"))
    var semester = "all"

    func validate() throws {
        try FolderOption.check(("--output", output))
        if let output {
            try FolderOption.checkPlace(
                "--output", output, outside: place.state, inbox: data.inbox)
        }
        if let asOf, PointInTime(asOf) == nil || asOf.hasPrefix("r0") {
            throw ValidationError(
                "'\(asOf)' is no moment; write 2019-10-07, 2019-10-07T12:00:00+03:00 or run:12.")
        }
        guard asOf == nil || output != nil else {
            throw ValidationError("--as-of needs --output: today's reports stay where they are.")
        }
        guard semester == "all" || Semester(code: semester) != nil else {
            throw ValidationError(
                "'\(semester)' is no semester; write one such as 2018-2019-2, or all.")
        }
    }

    func run() throws {
        try Exit.guarded(in: shared.language, state: place.state) {
            if let asOf, let moment = PointInTime(asOf) {
                let store = try place.open(existing: true, in: shared.language)
                let past = try PastState(of: store, after: moment.run(in: store))
                let wanted = try wanted(in: past.store, of: past.definitions)
                let run = try past.reports(to: output ?? "reports")
                try write(run, wanted, under: past.definitions) { try compare($0, with: past) }
                if !run.isImpeccable(wanted) { throw Exit.heldBack }
                return
            }
            let (definitions, indicators) = try shared.loadDefinitions()
            ReportRun.prepare()
            let session = try place.session("report", under: definitions)
            try Exit.recorded(session) {
                let (results, names) = try InboxImport(
                    data: data, place: place, session: session, definitions: definitions,
                    language: shared.language
                ).run()
                let wanted = try wanted(in: session.store, of: definitions)
                let run = try ReportRun(
                    store: session.store, definitions: definitions, indicators: indicators,
                    output: output ?? "reports", refused: results.compactMap(\.refusal),
                    names: names)
                try write(run, wanted, under: definitions) { try session.note($0) }
                return run.isImpeccable(wanted) ? ExitCode.success : Exit.heldBack
            }
        }
    }

    private func wanted(in store: SupportStore, of definitions: Definitions) throws -> [Semester] {
        let wanted = try ReportableSemesters(
            store: store, municipality: definitions.municipality
        ).matching(Semester(code: semester))
        guard !wanted.isEmpty else {
            sayNothingIsThere()
            throw Exit.noInput
        }
        return wanted
    }

    /// Writes the reports and shows what the terminal is to show of each.
    private func write(
        _ run: ReportRun, _ wanted: [Semester], under definitions: Definitions,
        note: (ReportRun.SemesterSummary) throws -> Void
    ) throws {
        var lastPage = ""
        // A terminal that takes nothing does not keep the reports from being written.
        var lost: OutputError?
        func show(_ text: String) {
            do { try Terminal.standardOutput.write(text) } catch { lost = lost ?? error }
        }
        do {
            let line = ProgressLine()
            defer { line.finish() }
            try run.write(wanted, progress: line.following(in: shared.language)) { summary in
                line.finish()
                if lost == nil { show(SummaryText(language: shared.language).text(of: summary)) }
                lastPage = summary.page
                try note(summary)
            }
        } catch let problem as EvidenceProblem {
            let loader = IndicatorLoader(folder: shared.pipelines, files: definitions.files)
            Terminal.say(loader.finding(of: problem).rendered(in: shared.language.messages) + "\n")
            throw Exit.wrongDefinitions
        }
        if lost == nil { show("\(lastPage)\n") }
        if let lost { throw lost }
    }

    /// Says so when what is made again is not what was published then.
    private func compare(_ summary: ReportRun.SemesterSummary, with past: PastState) throws {
        guard try past.isAsPublished(summary) == false else { return }
        Terminal.say(
            shared.language == .lv
                ? "\(summary.semester): pārskats nav tas pats, kas toreiz publicēts; to rakstīja versija "
                    + "\(past.run.version)\n"
                : "\(summary.semester): the report is not the one that was published then; version "
                    + "\(past.run.version) wrote that\n")
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
}
