/// A teacher or other person who gave support at a school in a semester; never a participant (ESF-2).
///
/// The table is of our own design.
public struct PackageTeacher: PackageRecord {
    /// The person.
    public var id = ""
    /// The school.
    public var school = ""
    /// The school year.
    public var schoolYear = ""
    /// 1 or 2.
    public var semester: Int?
    /// The codes of the roles in which support was given.
    public var roles: [String] = []
    /// The sessions that count.
    public var consultations: Int?
    /// Their minutes.
    public var minutes: Int?

    /// Creates a record without values.
    public init() {}

    /// The table.
    public static let table = PackageTable<Self>(
        "teachers", in: .restricted,
        key: ["teacher_id", "school_code", "school_year", "semester"],
        lv: "Pedagogi un atbalsta personāls pa skolām un semestriem",
        en: "Teachers and support staff by school and semester",
        columns: [
            .text("teacher_id", \.id, type: .pseudonym, lv: "Pedagogs", en: "Teacher"),
            .text("school_code", \.school, lv: "Skola", en: "School"),
            .text("school_year", \.schoolYear, lv: "Mācību gads", en: "School year"),
            .integer("semester", \.semester, required: true, lv: "Semestris", en: "Semester"),
            .codes("roles", \.roles, lv: "Amati", en: "Roles"),
            .integer(
                "consultations", \.consultations, required: true,
                lv: "Ieskaitītās nodarbības", en: "Sessions that count"),
            .integer(
                "minutes", \.minutes, required: true, lv: "Ieskaitītās minūtes",
                en: "Minutes that count"),
        ])
}
