import Diagnostics
import PupilSupport

/// What was announced of a semester comes out again: 35 pupils and 24 teachers in the second semester of
/// 2018/2019.
///
/// The figures of the package and the records behind them are both compared. Sessions before or after the
/// semester's days that belong to its plans count in it, as they do in the reports.
enum VAL57AnnouncedFigures: SubmissionRule {
    static let code = "VAL-57"
    static let level = RuleLevel.crossFile
    static let severity = Severity.error
    static let basis = RuleBasis.stated
    static let statement = LocalizedText(
        lv: "semestra skolēnu un pedagogu skaits ir tas, kas publiski paziņots",
        en: "the numbers of pupils and teachers of the semester are those that were announced")
    static let advice = LocalizedText(
        lv:
            "pārbaudiet, vai ir visu skolu dati par semestri; ja paziņotais bija kļūdains, labojiet to definīcijās",
        en:
            "check that all schools' data of the semester are there; where the announcement was wrong, correct it in the definitions"
    )

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        let records = package.records
        let announced = records.reference.announced.filter {
            $0.semester == records.reference.semester
        }
        guard !announced.isEmpty, let semester = records.semester else { return [] }
        let teachers = Set(
            package.numbered.rows.lazy.filter { $0.semester == semester }.map(\.teacher))
        let pupils = package.recount.supported(
            in: semester, school: CommonIndicatorCount.everySchool)
        return announced.flatMap { announcement in
            [
                hit("participants", announcement.participants, pupils, in: package),
                hit("teachers", announcement.teachers, teachers.count, in: package),
            ].compactMap(\.self)
        }
    }

    private static func hit(
        _ name: String, _ announced: Int, _ counted: Int, in package: CheckedPackage
    ) -> RuleHit? {
        guard let indicator = ProjectIndicator.all.first(where: { $0.name == name })
        else { return nil }
        var row = ProjectIndicatorRow()
        row.value.indicatorSet = "project"
        row.value.code = indicator.code(.none, "")
        row.value.periodType = .semester
        row.value.period = package.records.reference.semester
        row.value.school = CommonIndicatorCount.everySchool
        let found = package.aggregates.project.first { $0.value.isOf(sameFigureAs: row.value) }?
            .value.total
        guard found != announced || counted != announced else { return nil }
        let text = found.map(String.init) ?? "–"
        return RuleHit(
            figure: row,
            lv: "paziņots \(announced), pakotnē \(text), no ierakstiem \(counted)",
            en: "\(announced) announced, \(text) in the package, \(counted) from the records")
    }
}
