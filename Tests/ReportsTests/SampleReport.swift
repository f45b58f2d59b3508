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
        var report = report(try made.get().0, .complete, quality: quality)
        report.history = try history(for: .internal)
        return report
    }

    static func autumnSemester() throws -> SemesterReport {
        let reason = LocalizedText(
            lv: "Nav saņemti Vaivaru pamatskolas dati: konsultācijas",
            en: "The data of Vaivari Primary School have not come: consultations")
        return report(
            try made.get().1, .incomplete(reasons: [reason]), quality: QualityReport())
    }

    /// The report of the spring semester as everybody may see it: what is below three is not shown.
    static func publicSemester() throws -> SemesterReport {
        let cube = try springSemester().cube
        var report = report(concealing(cube), .complete, quality: quality)
        report.audience = .public
        report.protection = ReportProtection(threshold: 3, hiddenCount: 17)
        report.history = try history(for: .public)
        return report
    }

    /// The page over both semesters.
    static func index(for audience: ReportAudience) throws -> SemesterIndex {
        SemesterIndex(
            municipality: SmallTown.municipality, history: try history(for: audience),
            audience: audience,
            protection: audience == .public
                ? ReportProtection(threshold: 3, hiddenCount: 17) : nil)
    }

    static func history(for audience: ReportAudience) throws -> SemesterHistory {
        let cubes = try [made.get().0, made.get().1].map { cube in
            audience == .public ? concealing(cube) : cube
        }
        return SemesterHistory([
            SemesterHistory.Entry(
                semester: SmallTown.semester(2018, 1), state: .complete,
                figures: [
                    "participants": .init(
                        FigureValue(scaled: 1, decimals: 0),
                        status: audience == .public ? .confidential : .present),
                    "minutes": .init(FigureValue(scaled: 60, decimals: 0)),
                ]),
            SemesterHistory.Entry(cubes[0], state: .closed(revision: 2)),
            SemesterHistory.Entry(cubes[1], state: .incomplete),
        ])
    }

    /// Hides every count of 1 and 2: what protection does is not tested here.
    static func concealing(_ cube: Cube) -> Cube {
        cube.replacingFigures { figure in
            guard figure.unit.decimals == 0, let value = figure.value,
                (1...2).contains(value.scaled)
            else { return figure }
            return figure.concealed
        }
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
