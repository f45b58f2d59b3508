public import PupilSupport

extension StoreSnapshot {
    /// Returns what the store holds of a semester for the submission.
    ///
    /// - Parameters:
    ///   - semester: The semester.
    ///   - lowMarkBelow: Marks below this many points are low.
    public func submission(of semester: Semester, lowMarkBelow: Int) throws -> SubmissionSemester {
        let arguments = [
            "semester": semester.storedValue, "previous": semester.previous.storedValue,
            "low_mark_below": lowMarkBelow,
        ]
        return SubmissionSemester(
            semester: semester, sessions: try sessions(arguments), plans: try plans(arguments),
            measures: try measures(arguments), risks: try risks(arguments),
            changes: try changes(arguments))
    }

    /// Returns what the lists say of pupils.
    public func supportedPupils() throws -> [SupportedPupil] {
        var pupils: [SupportedPupil] = []
        try rows(of: SubmissionSQL.pupils).forEach { row in
            guard let pupil = row.integer(0), let place = row.place(3) else { return }
            pupils.append(
                SupportedPupil(
                    pupil: pupil, sex: row.text(1), birthDate: row.date(2), origin: place))
        }
        return pupils
    }

    private func sessions(_ arguments: [String: Int]) throws -> [SupportedSession] {
        var sessions: [SupportedSession] = []
        try rows(of: SubmissionSQL.sessions, arguments: arguments).forEach { row in
            guard let origin = row.place(0), let school = row.text(4), let pupil = row.integer(5),
                let teacher = row.integer(6), let measure = row.text(8), let date = row.date(10),
                let minutes = row.integer(11)
            else { return }
            sessions.append(
                SupportedSession(
                    origin: origin, planNumber: row.integer(3), school: school, pupil: pupil,
                    teacher: teacher, role: row.text(7) ?? "", measure: measure,
                    subject: row.text(9) ?? "", date: date, minutes: minutes,
                    mode: row.text(12) ?? "", confirmedOn: row.date(13),
                    orderNumber: row.text(17) ?? "",
                    level: row.integer(14).map { $0 / 100 }, isHeld: row.integer(15) == 1,
                    rules: (row.text(16) ?? "").split(separator: ",").map(String.init).sorted()))
        }
        return sessions
    }

    private func plans(_ arguments: [String: Int]) throws -> [SupportedPlan] {
        var plans: [SupportedPlan] = []
        try rows(of: SubmissionSQL.plans, arguments: arguments).forEach { row in
            guard let origin = row.place(0), let number = row.integer(3), let text = row.text(4),
                let school = row.text(5), let pupil = row.integer(6), let first = row.date(7),
                let last = row.date(8), let status = row.text(9)
            else { return }
            plans.append(
                SupportedPlan(
                    origin: origin, number: number, numberText: text, school: school, pupil: pupil,
                    startsOn: first, endsOn: last, status: status, headApprovedOn: row.date(10),
                    municipalityApprovedOn: row.date(11), stateApprovedOn: row.date(12),
                    level: row.integer(13).map { $0 / 100 }, hasResult: row.integer(14) == 1,
                    outcome: row.text(15), continuation: row.text(16),
                    resultRecordedOn: row.date(17)))
        }
        return plans
    }

    private func measures(_ arguments: [String: Int]) throws -> [SupportedMeasure] {
        var measures: [SupportedMeasure] = []
        try rows(of: SubmissionSQL.measures, arguments: arguments).forEach { row in
            guard let plan = row.integer(0), let measure = row.text(1) else { return }
            measures.append(
                SupportedMeasure(
                    planNumber: plan, measure: measure, subject: row.text(2) ?? "",
                    plannedMinutes: row.integer(3)))
        }
        return measures
    }

    private func risks(_ arguments: [String: Int]) throws -> [Int: [String]] {
        var risks: [Int: Set<String>] = [:]
        try rows(of: SubmissionSQL.risks, arguments: arguments).forEach { row in
            guard let plan = row.integer(0), let risk = row.text(1) else { return }
            risks[plan, default: []].insert(risk)
        }
        return risks.mapValues { $0.sorted() }
    }

    private func changes(_ arguments: [String: Int]) throws -> [Int: PupilChanges] {
        var changes: [Int: PupilChanges] = [:]
        try rows(of: SubmissionSQL.lowMarks, arguments: arguments).forEach { row in
            guard let pupil = row.integer(0) else { return }
            changes[pupil, default: PupilChanges()].lowMarksBefore = row.integer(1)
            changes[pupil, default: PupilChanges()].lowMarksAfter = row.integer(2)
        }
        try rows(of: SubmissionSQL.absences, arguments: arguments).forEach { row in
            guard let pupil = row.integer(0) else { return }
            changes[pupil, default: PupilChanges()].missedBefore = row.integer(1)
            changes[pupil, default: PupilChanges()].missedAfter = row.integer(2)
        }
        return changes
    }
}

extension StoredRow {
    fileprivate func date(_ column: Int) -> CivilDate? {
        integer(column).flatMap(CivilDate.init(storedValue:))
    }

    /// The place that three columns give: delivery, line, byte.
    fileprivate func place(_ column: Int) -> StoredPlace? {
        guard let delivery = integer(column), let line = integer(column + 1),
            let byte = integer(column + 2)
        else { return nil }
        return StoredPlace(delivery: delivery, line: line, byte: byte)
    }
}
