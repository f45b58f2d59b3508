/// The second schema: a staff list speaks for its semester and those after it.
///
/// Before, one list stood for all times, so a list without somebody took their staff number from
/// semesters long past.
enum StaffListsBySemester {
    /// The statements, in their order.
    static let statements = [
        "ALTER TABLE staffMember ADD COLUMN listedOn INTEGER",
        "ALTER TABLE staffMember ADD COLUMN semester INTEGER",
        "DROP VIEW teacherPerson",
    ]
}
