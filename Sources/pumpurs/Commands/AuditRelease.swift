import ArgumentParser
import Diagnostics
import Pipelines

struct AuditRelease: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Find out what published reports give away, from their files alone.",
        discussion: """
            EXAMPLES
              pumpurs audit reports
              pumpurs audit reports/2018-2019-2/public

            Works out between which bounds each hidden figure must lie, given all that is shown in all \
            releases, and makes every file again from the released figures alone: a file that comes out \
            otherwise holds something else. Of a whole folder the pages over all semesters, links and rights \
            are looked at too. Ends with 0 when nothing is given away, with 3 when files could not be checked, \
            with 5 when something is given away, with 66 when there is no release.
            """)

    @Argument(help: "A folder of reports, of a semester, or its public folder.")
    var folder: String

    @OptionGroup var shared: SharedOptions

    func run() throws {
        try Exit.guarded(in: shared.language) {
            let (definitions, indicators) = try shared.loadDefinitions()
            let audit = try ReleaseAudit(
                of: folder, definitions: definitions, indicators: indicators)
            guard !audit.semesters.isEmpty else {
                let shown = ShownPath.text(of: folder)
                throw Exit.missing(
                    lv: "mapē '\(shown)' nav neviena publiska pārskata; nosauciet pārskatu mapi",
                    en: "there is no public report in '\(shown)'; name the folder of the reports",
                    in: shared.language)
            }
            for semester in audit.semesters {
                try Terminal.standardOutput.write(
                    shared.language == .lv
                        ? "\(semester.code): parādīti \(semester.shown), paslēpti \(semester.hidden), "
                            + "trūkumi \(semester.findings.count { !$0.isRemark })\n"
                        : "\(semester.code): \(semester.shown) shown, \(semester.hidden) hidden, "
                            + "\(semester.findings.count { !$0.isRemark }) faults\n")
                for finding in semester.findings {
                    let text = finding.message.text(in: shared.language.messages, details: [:])
                    try Terminal.standardOutput.write("  \(text)\n")
                }
            }
            for finding in audit.folder {
                let text = finding.message.text(in: shared.language.messages, details: [:])
                try Terminal.standardOutput.write("\(text)\n")
            }
            if !audit.passes { throw Exit.unprotected }
            if !audit.isComplete { throw Exit.heldBack }
        }
    }
}
