import Diagnostics
import Pipelines
import PupilSupport
import SupportStore

/// What the terminal shows of a semester's report.
struct SummaryText {
    let language: MessageLanguageOption

    /// Returns the table of the semester, and what is to be known of it.
    func text(of summary: ReportRun.SemesterSummary) -> String {
        let isLatvian = language == .lv
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
                [row.name[language.names]]
                    + [
                        row.files, row.counts.read, row.counts.loaded, row.counts.heldBack,
                        row.counts.ignored,
                    ].map(String.init)
                    + [row.participants, row.teachers].map { $0.map(String.init) ?? "–" })
        }
        var text = table.text + "\n"
        for remark in summary.remarks { text += "\(remark[language.names])\n" }
        text += closing(of: summary)
        if !summary.isComplete {
            text += isLatvian ? "NEPILNĪGI:\n" : "INCOMPLETE:\n"
            for reason in summary.reasons { text += "  \(reason[language.names])\n" }
        }
        return text + "\n"
    }

    /// What is to be said of a closed semester, whose report stays as it was sealed.
    func closing(of summary: ReportRun.SemesterSummary) -> String {
        guard let revision = summary.closedAs else { return "" }
        let (code, count) = (summary.semester.code, summary.moves.count)
        guard count > 0 else {
            return language == .lv ? "slēgts kā \(revision)\n" : "closed as \(revision)\n"
        }
        return language == .lv
            ? "slēgts kā \(revision); kopš tā datos ir citi skaitļi: \(count), pārskats nav mainīts "
                + "(pumpurs diff \(revision) now --semester \(code); pumpurs close \(code) --revise)\n"
            : "closed as \(revision); the data give other figures since: \(count), the report was not "
                + "changed (pumpurs diff \(revision) now --semester \(code); pumpurs close \(code) "
                + "--revise)\n"
    }
}
