/// Decides who is supported by whom, when and in what.
struct PlanMaker {
    let cast: Cast
    private var turns: [Int]
    private var running: [String: Int] = [:]

    init(cast: Cast) {
        self.cast = cast
        turns = cast.teachers.map { _ in 0 }
    }

    /// Returns the plans of a semester at a school, without sessions.
    mutating func plans(
        of school: SampleSchool, in term: SchoolTerm, _ random: inout SplitMix64
    ) -> [SamplePlan] {
        turns = turns.map { _ in 0 }
        var plans: [SamplePlan] = []
        for pupil in cast.pupils where pupil.isSupported(in: term) {
            for place in pupil.places where place.term == term && place.school == school {
                plans.append(plan(for: pupil, at: place, count: plans.count, &random))
            }
        }
        return plans
    }

    private mutating func plan(
        for pupil: SamplePupil, at place: SamplePupil.Place, count: Int, _ random: inout SplitMix64
    ) -> SamplePlan {
        let term = place.term
        let level = pupil.level(in: term)
        let weeks = term == .spring2019 ? random.below(4) : random.below(3)
        let usualStart = (term == .spring2019 ? Day(2019, 1, 21) : Day(2019, 9, 16)) + 7 * weeks
        let start = place.from.map { $0 + (8 - $0.weekday) % 7 } ?? usualStart
        let end = place.until ?? term.lastSchoolDay(level: level)
        var measures = [measure(at: place.school, term, level, ofSubject: true, &random)]
        if count.isMultiple(of: 2) {
            measures.append(measure(at: place.school, term, level, ofSubject: false, &random))
        }
        let head = place.from == nil ? start + -4 : start
        let learning = pupil.risk.map { [$0] } ?? ["learning"]
        let risks =
            learning == ["learning"] && random.chance(25)
            ? learning + [random.pick(["social_health", "family", "economic"])] : learning
        return SamplePlan(
            number: number(at: place.school, term), pupil: pupil.number, school: place.school,
            term: term, startsOn: start, endsOn: end,
            appliedOn: head + (place.from == nil ? -3 : 0),
            headApprovedOn: head, municipalityApprovedOn: head + (head.weekday == 5 ? 4 : 1),
            stateApprovedOn: head + 7, status: place.until == nil ? "in_progress" : "interrupted",
            risks: risks, measures: measures)
    }

    private mutating func number(at school: SampleSchool, _ term: SchoolTerm) -> String {
        let key = school.rawValue + term.code
        let next = running[key, default: 0] + 1
        running[key] = next
        return PlanNumber.text(school, term, next)
    }

    /// The teacher whose turn it is: the one who has had the fewest pupils so far.
    private mutating func measure(
        at school: SampleSchool, _ term: SchoolTerm, _ level: Int, ofSubject: Bool,
        _ random: inout SplitMix64
    ) -> SampleMeasure {
        let subjects = Curriculum.subjects(level: level)
        let candidates = cast.teachers.indices.filter { index in
            let teacher = cast.teachers[index]
            guard teacher.schools.contains(school), teacher.since.rawValue <= term.rawValue,
                (teacher.measure == "subject_consultation") == ofSubject
            else { return false }
            return teacher.subject.map(subjects.contains) ?? true
        }
        let chosen = candidates.min { (turns[$0], $0) < (turns[$1], $1) } ?? 0
        turns[chosen] += 1
        let teacher = cast.teachers[chosen]
        return SampleMeasure(
            measure: teacher.measure, subject: teacher.subject, teacher: chosen,
            minutes: (school == .sloka ? 40 : 45)
                * (ofSubject ? 10 + random.below(7) : 4 + random.below(4)))
    }
}

/// The schools' own ways to number plans.
enum PlanNumber {
    static func text(_ school: SampleSchool, _ term: SchoolTerm, _ running: Int) -> String {
        let year = term == .spring2019 ? "2018/19-2" : "2019/20-1"
        return switch school {
        case .jaundubulti: "JDV-\(year)-\(padded(running))"
        case .sloka: "SP \(year)/\(padded(running))"
        case .vaivari: "IAP\(term == .spring2019 ? "1902" : "1909")\(padded(running, to: 3))"
        }
    }
}
