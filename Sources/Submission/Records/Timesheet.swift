/// The hours that a teacher's time sheet (DLUV) gives for a month.
public struct Timesheet: PackageRecord {
    /// The teacher.
    public var teacher = ""
    /// The school.
    public var school = ""
    /// The month, `2019-05`.
    public var month = ""
    /// The minutes worked for the project.
    public var projectMinutes: Int?
    /// All minutes worked.
    public var allMinutes: Int?
    /// The number of the sheet.
    public var number = ""

    /// Creates a record without values.
    public init() {}

    /// The table.
    public static let table = PackageTable<Self>(
        "timesheets", in: .restricted, key: ["teacher_id", "school_code", "month"],
        references: [.init(column: "teacher_id", table: "teachers", target: "teacher_id")],
        lv: "Darba laika uzskaites veidlapas (DLUV)", en: "Time sheets (DLUV)",
        columns: [
            .text("teacher_id", \.teacher, type: .pseudonym, lv: "Pedagogs", en: "Teacher"),
            .text("school_code", \.school, lv: "Skola", en: "School"),
            .text("month", \.month, type: .month, lv: "Mēnesis", en: "Month"),
            .integer(
                "project_minutes", \.projectMinutes, required: true,
                lv: "Projektā strādātās minūtes",
                en: "Minutes worked for the project"),
            .integer("all_minutes", \.allMinutes, lv: "Visas minūtes", en: "All minutes"),
            .text(
                "dluv_no", \.number, required: false, lv: "DLUV numurs", en: "Number of the sheet"),
        ])
}
