/// Everything that is true in the invented municipality before any school writes it down.
struct SampleWorld {
    let cast: Cast
    let book: MarkBook
    private let plans: [SamplePlan]

    /// Makes the world; the same seed makes the same world.
    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let cast = Cast(&random)
        var maker = PlanMaker(cast: cast)
        var plans: [SamplePlan] = []
        for term in [SchoolTerm.spring2019, .autumn2019] {
            for school in SampleSchool.allCases {
                plans += Self.withOddApprovals(maker.plans(of: school, in: term, &random))
            }
        }
        let book = MarkBook(cast: cast, plans: plans, &random)
        let sessions = SessionMaker(cast: cast, book: book)
        self.cast = cast
        self.book = book
        self.plans = plans.map { sessions.completed($0, &random) }
    }

    /// The second plan of a school is approved only after it began.
    private static func withOddApprovals(_ plans: [SamplePlan]) -> [SamplePlan] {
        var plans = plans
        plans[1].headApprovedOn = plans[1].startsOn + 9
        plans[1].municipalityApprovedOn = plans[1].startsOn + 10
        plans[1].stateApprovedOn = plans[1].startsOn + 16
        return plans
    }

    /// Returns the plans of a school in a semester, in the order of their numbers.
    func plans(of school: SampleSchool, in term: SchoolTerm) -> [SamplePlan] {
        plans.filter { $0.school == school && $0.term == term }
    }

    /// Returns the pupils of a school in a semester by class and name, each with the stay there.
    func list(
        of school: SampleSchool, in term: SchoolTerm
    ) -> [(pupil: SamplePupil, place: SamplePupil.Place)] {
        cast.pupils.flatMap { pupil in
            pupil.places.filter { $0.term == term && $0.school == school }.map { (pupil, $0) }
        }.sorted { first, second in
            let (a, b) = (first.0, second.0)
            return (a.level2018, String(a.parallel), a.family, a.given)
                < (b.level2018, String(b.parallel), b.family, b.given)
        }
    }

    /// Returns the pupils whose marks and absences a school keeps: those who did not move away.
    func graded(at school: SampleSchool, in term: SchoolTerm) -> [SamplePupil] {
        list(of: school, in: term).filter { $0.place.until == nil }.map(\.pupil)
    }

    /// Returns the pupils of a school who wait for support in a semester.
    func waiting(at school: SampleSchool, in term: SchoolTerm) -> [SamplePupil] {
        list(of: school, in: term).map(\.pupil).filter { $0.part == .waiting }
    }

    /// What a pupil needs in a semester, or `nil` when nobody has said that anything is needed.
    func need(of pupil: SamplePupil, at place: SamplePupil.Place) -> SampleNeed? {
        guard place.term != .autumn2018, place.until == nil, let risk = pupil.risk else {
            return nil
        }
        let plan = plans.first { $0.pupil == pupil.number && $0.term == place.term }
        if let plan {
            let minutes = plan.measures.reduce(0) { $0 + $1.minutes }
            return SampleNeed(
                risk: risk, measure: plan.measures[0].measure,
                minutes: (minutes + 59) / 60 * 60)
        }
        let isOver = place.term == .autumn2019 && pupil.isSupported(in: .spring2019)
        guard !isOver else { return nil }
        return SampleNeed(
            risk: risk,
            measure: pupil.number.isMultiple(of: 4) ? "psychologist" : "subject_consultation",
            minutes: 60 * (8 + pupil.number % 7))
    }

    /// Missed and justified lessons of a pupil in a semester.
    func absence(of pupil: SamplePupil, in term: SchoolTerm) -> (missed: Int, justified: Int) {
        var dice = SplitMix64(seed: UInt64(pupil.number * 10 + term.rawValue))
        let usual = pupil.part == .atEase ? 4 + dice.below(16) : 18 + dice.below(50)
        let missed = pupil.isSupported(in: term) ? usual * (60 + dice.below(50)) / 100 : usual
        return (missed, missed * (60 + dice.below(40)) / 100)
    }

    /// A plan for a pupil who has none, for rows that are at fault.
    func sparePlan(
        for pupil: SamplePupil, _ school: SampleSchool, _ term: SchoolTerm, _ running: Int
    )
        -> SamplePlan
    {
        let start = term == .spring2019 ? Day(2019, 2, 4) : Day(2019, 9, 23)
        let teacher = teacher(of: school)
        return SamplePlan(
            number: PlanNumber.text(school, term, running), pupil: pupil.number, school: school,
            term: term, startsOn: start, endsOn: term.lastSchoolDay(level: pupil.level(in: term)),
            appliedOn: start + -7, headApprovedOn: start + -4,
            municipalityApprovedOn: start + -3, stateApprovedOn: start + 3, risks: ["learning"],
            measures: [
                SampleMeasure(
                    measure: "subject_consultation", subject: "mathematics", teacher: teacher,
                    minutes: school == .sloka ? 480 : 540)
            ])
    }

    /// A session that a plan does not have yet, on the first free school day from a day on.
    func spareSession(of plan: SamplePlan, from day: Day) -> SampleSession {
        let pupil = cast.pupils[plan.pupil]
        let level = pupil.level(in: plan.term)
        var date = max(day, max(plan.startsOn, plan.headApprovedOn))
        while !plan.term.isSchoolDay(date, level: level)
            || plan.sessions.contains(where: { $0.date == date })
        {
            date = date + 1
        }
        let measure = plan.measures[0]
        return SampleSession(
            pupil: plan.pupil, plan: plan.number, level: level, parallel: pupil.parallel,
            teacher: measure.teacher, measure: measure.measure, subject: measure.subject,
            date: date, minutes: plan.school == .sloka ? 40 : 45)
    }

    private func teacher(of school: SampleSchool) -> Int {
        cast.teachers.firstIndex { $0.schools == [school] && $0.subject == "mathematics" } ?? 0
    }
}

/// The support that a pupil is said to need.
struct SampleNeed {
    let risk: String
    let measure: String
    let minutes: Int
}
