extension SmallStore {
    /// Fills the store with semester 2018-2019-2 of six pupils, and a little before and after.
    ///
    /// Three pupils count: 1 changed from Sloka to Vaivari, 2 is at Sloka, 3 at Jaundubulti. Pupil 4
    /// waits, the only session of pupil 5 is held back, that of pupil 6 is superseded. Teacher 1 is
    /// also staff number 4 at Jaundubulti.
    public func fillWithScenario() throws {
        try add("staffMember", ["staffNumber": 4, "teacher": 1], school: "jaundubulti")
        for (pupil, sex) in [(1, "female"), (2, "male"), (3, "female"), (4, "male")] {
            try add("pupilRecord", ["pupil": pupil], terms: ["sex": ("sexes", sex)])
        }
        try addEnrolments()
        try addSessions()
        try addPlans()
        try addMarks()
        try addAbsences()
        try addNeeds()
        try addFeedback()
    }

    private func addEnrolments() throws {
        for (pupil, school, level) in [
            (1, "sloka", 701), (1, "vaivari", 702), (2, "sloka", 501), (3, "jaundubulti", 1002),
            (4, "sloka", 601), (5, "sloka", 601), (6, "sloka", 601),
        ] {
            for semester in [20181, 20182] {
                try add(
                    "enrolment", ["pupil": pupil, "semester": semester, "class": level],
                    school: school)
            }
        }
    }

    /// Adds a session.
    public func addSession(
        pupil: Int, teacher: Int, school: String, measure: String, subject: String? = nil,
        minutes: Int, plan: Int, semester: Int = 20182, class level: Int? = nil, delivery: Int = 1,
        isHeld: Bool = false
    ) throws {
        try add(
            "session",
            [
                "pupil": pupil, "teacher": teacher, "minutes": minutes, "planNumber": plan,
                "semester": semester, "class": level, "date": 20190301,
            ],
            terms: [
                "measure": ("measures", measure), "subject": ("subjects", subject),
                "role": ("roles", measure == "psychologist" ? "psychologist" : "teacher"),
            ],
            school: school, delivery: delivery, isHeld: isHeld)
    }

    private func addSessions() throws {
        for _ in 1...2 {
            try addSession(
                pupil: 1, teacher: 1, school: "sloka", measure: "psychologist", minutes: 40,
                plan: 1, class: 701)
        }
        try addSession(
            pupil: 1, teacher: 2, school: "vaivari", measure: "subject_consultation",
            subject: "mathematics", minutes: 30, plan: 5, class: 702)
        try addSession(
            pupil: 2, teacher: 2, school: "sloka", measure: "subject_consultation",
            subject: "mathematics", minutes: 40, plan: 2)
        try addSession(
            pupil: 3, teacher: 4, school: "jaundubulti", measure: "psychologist", minutes: 60,
            plan: 3)
        try addSession(
            pupil: 5, teacher: 3, school: "sloka", measure: "psychologist", minutes: 40, plan: 1,
            isHeld: true)
        try addSession(
            pupil: 6, teacher: 3, school: "sloka", measure: "psychologist", minutes: 40, plan: 1,
            delivery: 2)
        for pupil in [1, 4] {
            try addSession(
                pupil: pupil, teacher: 1, school: "sloka", measure: "psychologist", minutes: 40,
                plan: 6, semester: 20191)
        }
    }

    private func addPlans() throws {
        for (plan, pupil, school, status) in [
            (1, 1, "sloka", "approved"), (2, 2, "sloka", "in_progress"),
            (3, 3, "jaundubulti", "interrupted"), (4, 4, "sloka", "draft"),
            (5, 1, "vaivari", "approved"),
        ] {
            try add(
                "plan",
                [
                    "planNumber": plan, "pupil": pupil, "semester": 20182, "startsOn": 20190107,
                    "endsOn": 20190531,
                ], terms: ["status": ("plan-statuses", status)], school: school)
        }
        for (plan, risk) in [(1, "learning"), (2, "learning"), (2, "family"), (3, "economic")] {
            try add(
                "planRisk", ["planNumber": plan], terms: ["risk": ("risks", risk)], school: "sloka")
        }
        for (plan, measure, minutes) in [
            (1, "psychologist", 120), (2, "subject_consultation", 100), (3, "meals", 77),
            (4, "psychologist", 500),
        ] {
            try add(
                "planMeasure", ["planNumber": plan, "plannedMinutes": minutes],
                terms: ["measure": ("measures", measure)], school: "sloka")
        }
        for (plan, outcome, continuation) in [
            (1, "improved", "continues"), (3, "unchanged", "left_school"),
        ] {
            try add(
                "planResult", ["planNumber": plan],
                terms: [
                    "outcome": ("outcomes", outcome),
                    "continuation": ("continuations", continuation),
                ], school: "sloka")
        }
    }

    /// Adds an entry of a mark list.
    public func addMark(
        _ mark: Int?, pupil: Int, subject: String, semester: Int, school: String = "sloka"
    ) throws {
        try add(
            "mark", ["pupil": pupil, "mark": mark, "semester": semester],
            terms: ["subject": ("subjects", subject)], school: school)
    }

    private func addMarks() throws {
        let noMarkYet = 21
        let passed = 31
        try addMark(3, pupil: 1, subject: "mathematics", semester: 20181)
        try addMark(noMarkYet, pupil: 1, subject: "mathematics", semester: 20182)
        try addMark(4, pupil: 1, subject: "mathematics", semester: 20182, school: "vaivari")
        try addMark(5, pupil: 1, subject: "latvian", semester: 20181)
        try addMark(noMarkYet, pupil: 1, subject: "latvian", semester: 20182)
        try addMark(3, pupil: 2, subject: "mathematics", semester: 20181)
        try addMark(3, pupil: 2, subject: "mathematics", semester: 20182)
        try addMark(6, pupil: 2, subject: "latvian", semester: 20181)
        try addMark(5, pupil: 2, subject: "latvian", semester: 20182)
        try addMark(passed, pupil: 2, subject: "english", semester: 20181)
        try addMark(4, pupil: 2, subject: "english", semester: 20182)
        try addMark(2, pupil: 3, subject: "mathematics", semester: 20181, school: "jaundubulti")
        try addMark(3, pupil: 3, subject: "mathematics", semester: 20182, school: "jaundubulti")
        try addMark(3, pupil: 3, subject: "latvian", semester: 20181, school: "jaundubulti")
        try addMark(nil, pupil: 3, subject: "latvian", semester: 20182, school: "jaundubulti")
        try addMark(4, pupil: 3, subject: "english", semester: 20181, school: "jaundubulti")
        try addMark(3, pupil: 3, subject: "english", semester: 20182, school: "jaundubulti")
        // Not supported: must not matter.
        try addMark(1, pupil: 4, subject: "mathematics", semester: 20181)
        try addMark(10, pupil: 4, subject: "mathematics", semester: 20182)
    }

    private func addAbsences() throws {
        for (pupil, school, semester, missed) in [
            (1, "sloka", 20181, 20), (1, "sloka", 20182, 5), (1, "vaivari", 20182, 3),
            (2, "sloka", 20181, 10), (2, "sloka", 20182, 12), (3, "jaundubulti", 20182, 4),
        ] {
            try add(
                "absence", ["pupil": pupil, "semester": semester, "missedLessons": missed],
                school: school)
        }
    }

    private func addNeeds() throws {
        func need(
            _ pupil: Int, _ school: String, _ risk: String, _ measure: String?, _ minutes: Int,
            sameRecord: Bool = false
        ) throws {
            try add(
                "need", ["pupil": pupil, "semester": 20182, "minutesAsked": minutes],
                terms: ["risk": ("risks", risk), "measure": ("measures", measure)],
                school: school, sameRecord: sameRecord)
        }
        try need(1, "sloka", "learning", "psychologist", 300)
        try need(1, "sloka", "family", "psychologist", 300, sameRecord: true)
        try need(3, "jaundubulti", "learning", "psychologist", 120)
        try need(4, "sloka", "economic", nil, 60)
    }

    private func addFeedback() throws {
        for (respondent, rating, answers) in [
            ("pupils", "positive", 8), ("pupils", "rather_positive", 1),
            ("pupils", "negative", 3), ("parents", "positive", nil),
        ] as [(String, String, Int?)] {
            try add(
                "feedback", ["semester": 20182, "answers": answers],
                terms: [
                    "respondent": ("respondents", respondent), "rating": ("ratings", rating),
                ], school: "sloka")
        }
    }
}
