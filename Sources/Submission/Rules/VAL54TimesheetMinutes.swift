import Diagnostics
import PupilSupport

/// The hours of consultation forms are the hours of time sheets, by teacher, school and month.
///
/// A time sheet that says something else blocks; a month without a sheet cannot be checked, which is said
/// once a school and month, with the number of teachers.
enum VAL54TimesheetMinutes: SubmissionRule {
    static let code = "VAL-54"
    static let level = RuleLevel.crossFile
    static let severity = Severity.error
    static let basis = RuleBasis.derived
    static let statement = LocalizedText(
        lv:
            "pedagoga attiecināmās minūtes mēnesī skolā ir tās, kas ir darba laika uzskaites veidlapā (DLUV); ja veidlapas nav, brīdinājums",
        en:
            "a teacher's eligible minutes in a month at a school are those of the time sheet (DLUV); a warning where there is none"
    )
    static let advice = LocalizedText(
        lv: "salīdziniet KA veidlapas ar DLUV; ja DLUV trūkst, lūdziet to skolai",
        en:
            "compare the consultation forms with the time sheet; where it is missing, ask the school for it"
    )

    private struct Month: Hashable {
        let teacher: Int
        let school: Int
        let number: Int

        /// The month, `2019-05`.
        static func text(_ number: Int) -> String {
            let month = number % 100
            return "\(number / 100)-\(month < 10 ? "0" : "")\(month)"
        }
    }

    private struct SchoolMonth: Hashable, Comparable {
        let school: String
        let number: Int

        static func < (first: Self, second: Self) -> Bool {
            (first.school, first.number) < (second.school, second.number)
        }
    }

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        var teachers = package.numbered.teachers
        var schools = package.numbered.schools
        var given: [Month: Int] = [:]
        for row in package.numbered.rows {
            let month = Month(
                teacher: row.teacher, school: row.school, number: row.date.storedValue / 100)
            given[month, default: 0] &+= row.minutes
        }
        var hits: [RuleHit] = []
        for sheet in package.records.content.timesheets {
            let first = CivilDate(iso: "\(sheet.month)-01")
            let month = Month(
                teacher: teachers.number(sheet.teacher), school: schools.number(sheet.school),
                number: (first?.storedValue ?? 0) / 100)
            let minutes = given.removeValue(forKey: month) ?? 0
            guard sheet.projectMinutes != minutes else { continue }
            let said = sheet.projectMinutes.map(String.init) ?? "–"
            hits.append(
                RuleHit(
                    at: sheet, school: sheet.school,
                    lv: "DLUV minūtes: \(said), attiecināmās minūtes KA veidlapās: \(minutes)",
                    en:
                        "minutes of the time sheet: \(said), eligible minutes of the forms: \(minutes)"
                ))
        }
        let unchecked = given.keys.reduce(into: [SchoolMonth: Int]()) { unchecked, month in
            unchecked[
                SchoolMonth(school: schools.names[month.school], number: month.number),
                default: 0] += 1
        }
        for (month, count) in unchecked.sorted(by: { $0.key < $1.key }) {
            let text = Month.text(month.number)
            hits.append(
                RuleHit(
                    table: Timesheet.table.name, row: "", school: month.school,
                    found: LocalizedText(
                        lv: "\(text): stundas nevar pārbaudīt, pedagogi bez DLUV: \(count)",
                        en:
                            "\(text): hours cannot be checked, teachers without a time sheet: \(count)"
                    ),
                    severity: .warning))
        }
        return hits
    }
}
