import PupilSupport
import Reports
import Rollup
import RollupTestSupport

/// The report of the small town, with a few findings.
enum SampleReport {
    private static let made = Result {
        let store = try SmallStore()
        try store.fillWithScenario()
        return try (store.cube(of: 2018, 2), store.cube(of: 2019, 1))
    }

    static func springSemester() throws -> SemesterReport {
        report(try made.get().0, .complete, quality: quality)
    }

    static func autumnSemester() throws -> SemesterReport {
        let reason = LocalizedText(
            lv: "Nav saņemti Vaivaru pamatskolas dati: konsultācijas",
            en: "The data of Vaivari Primary School have not come: consultations")
        return report(
            try made.get().1, .incomplete(reasons: [reason]), quality: QualityReport())
    }

    private static func report(_ cube: Cube, _ state: ReportState, quality: QualityReport)
        -> SemesterReport
    {
        SemesterReport(
            municipality: SmallTown.municipality, state: state, cube: cube, quality: quality,
            definitionsHash: String(repeating: "0f", count: 32))
    }

    private static let quality = QualityReport(
        files: [
            FileQuality(
                name: "sloka/2018-2019-2/atbalsts.xml", schools: ["sloka"], kind: "support",
                semester: SmallTown.semester(2018, 2), read: 1204, loaded: 1200, heldBack: 3,
                ignored: 1),
            FileQuality(
                name: "vaivari/personals.xml", schools: ["vaivari"], kind: "staff", semester: nil,
                read: 12, loaded: 11, heldBack: 0, ignored: 0),
        ],
        findings: [
            QualityFinding(
                file: "sloka/2018-2019-2/atbalsts.xml", line: 17, byte: 1032, column: 4,
                columnName: "p:datums", rule: "REC-005", severity: "error",
                disposition: .heldBack,
                message: LocalizedText(
                    lv: "datums 2019-09-02 nav semestrī <2018-2019-2> & \"nodarbība\"",
                    en: "the date 2019-09-02 is not in the semester")),
            QualityFinding(
                file: "=sloka/2018-2019-2/atbalsts.xml", line: 18, rule: "REC-008",
                severity: "warning", disposition: .loaded,
                message: LocalizedText(lv: "nodarbība brīvdienā", en: "a session on a weekend")),
        ])
}
