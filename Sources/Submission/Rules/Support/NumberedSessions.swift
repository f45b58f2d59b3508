import PupilSupport

/// The sessions that count, with people and schools as small numbers, so that a million of them can be
/// grouped without comparing texts.
struct NumberedSessions: Sendable {
    /// What groups a session; its place in the list is that in the package's list.
    struct Row: Sendable {
        let teacher: Int
        let pupil: Int
        let school: Int
        let date: CivilDate
        let minutes: Int
        let level: Int?
        let isHolidayPlan: Bool
        let semester: Semester
    }

    /// The sessions, in the order of the package's.
    let rows: [Row]
    let teachers: NameNumbers
    let schools: NameNumbers

    init(_ package: PackageCase) {
        var teachers = NameNumbers()
        var pupils = NameNumbers()
        var schools = NameNumbers()
        let sessions = package.sessions
        rows = sessions.indices.map { index in
            Row(
                teacher: teachers.number(sessions[index].session.teacher),
                pupil: pupils.number(sessions[index].plan.participant),
                school: schools.number(sessions[index].plan.school),
                date: sessions[index].date, minutes: sessions[index].session.minutes ?? 0,
                level: sessions[index].plan.grade,
                isHolidayPlan: sessions[index].plan.isHolidayPlan,
                semester: sessions[index].semester)
        }
        self.teachers = teachers
        self.schools = schools
    }
}
