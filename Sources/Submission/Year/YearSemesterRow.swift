public import PupilSupport

/// A semester of the year, with what became of its package and what has not come.
public struct YearSemesterRow: PackageRecord {
    /// What the report may be taken for.
    public var state: YearState?
    /// The semester.
    public var semester = ""
    /// The first day.
    public var from: CivilDate?
    /// The last day that a plan may reach.
    public var until: CivilDate?
    /// What became of its package.
    public var packageState: SemesterPackageState?
    /// The package that was sealed last, or empty.
    public var package = ""
    /// The fingerprint of its manifest.
    public var manifest = ""
    /// How many files the schools owe.
    public var expected: Int?
    /// Those of them that have not come.
    public var missing: [String] = []
    /// How many records are held back.
    public var heldBack: Int?

    /// Creates a row without values.
    public init() {}

    init(_ entry: YearSemester, state: YearState) {
        self.state = state
        semester = entry.semester
        from = CivilDate(iso: entry.from)
        until = CivilDate(iso: entry.until)
        packageState = entry.state
        package = entry.package?.package ?? ""
        manifest = entry.package?.manifest ?? ""
        expected = entry.expected
        missing = entry.missing
        heldBack = entry.heldBack
    }

    /// The table.
    public static let table = PackageTable<Self>(
        "semesters", in: .aggregate, key: ["semester"],
        lv: "Gada semestri un to pakotnes", en: "Semesters of the year and their packages",
        columns: [
            .reportState(\.state),
            .text("semester", \.semester, lv: "Semestris", en: "Semester"),
            .date("from", \.from, required: true, lv: "Sākums", en: "First day"),
            .date("until", \.until, required: true, lv: "Beigas", en: "Last day"),
            .code(
                "package_state", \.packageState, required: true, lv: "Pakotnes stāvoklis",
                en: "State of the package"),
            .text("package", \.package, required: false, lv: "Pakotne", en: "Package"),
            .text(
                "manifest_sha256", \.manifest, required: false, type: .fingerprint,
                lv: "Manifesta kontrolsumma", en: "Fingerprint of its manifest"),
            .integer(
                "deliveries_expected", \.expected, required: true, lv: "Gaidāmie faili",
                en: "Files expected"),
            .codes(
                "deliveries_missing", \.missing, lv: "Faili, kas nav atsūtīti", en: "Files missing"),
            .integer(
                "records_held_back", \.heldBack, required: true, lv: "Aizturētie ieraksti",
                en: "Records held back"),
        ])
}
