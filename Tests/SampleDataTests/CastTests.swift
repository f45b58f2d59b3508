import Testing

@testable import SampleData

@Suite struct CastTests {
    private static let sample = SampleWorld(seed: 20_190_107)
    private var world: SampleWorld { Self.sample }

    @Test func `35 pupils have sessions in spring 2019 and 67 in autumn 2019`() {
        let counts = [SchoolTerm.spring2019, .autumn2019].map { term in
            Set(plans(in: term).flatMap(\.sessions).map(\.pupil)).count
        }
        #expect(counts == [35, 67])
    }

    @Test func `24 teachers give sessions in spring 2019 and 31 in autumn 2019`() {
        let counts = [SchoolTerm.spring2019, .autumn2019].map { term in
            Set(plans(in: term).flatMap(\.sessions).map(\.teacher)).count
        }
        #expect(counts == [24, 31])
    }

    @Test func `the schools' own counts add up to more than the city's`() {
        let pupils = SampleSchool.allCases.map { school in
            Set(world.plans(of: school, in: .spring2019).map(\.pupil)).count
        }
        let teachers = SampleSchool.allCases.map { school in
            Set(world.plans(of: school, in: .spring2019).flatMap(\.sessions).map(\.teacher)).count
        }
        #expect(pupils == [16, 11, 10])
        #expect(teachers == [11, 8, 8])
    }

    @Test func `twelve of the pupils of spring 2019 return`() {
        let spring = Set(plans(in: .spring2019).map(\.pupil))
        let autumn = Set(plans(in: .autumn2019).map(\.pupil))
        #expect(spring.intersection(autumn).count == 12)
    }

    @Test func `a participant has 8 to 20 sessions in a semester`() {
        for term in [SchoolTerm.spring2019, .autumn2019] {
            let sessions = Dictionary(grouping: plans(in: term).flatMap(\.sessions), by: \.pupil)
            #expect(sessions.values.allSatisfy { (8...20).contains($0.count) })
        }
    }

    @Test func `every session lies in its plan, after the approval, on a school day`() {
        for plan in plans(in: .spring2019) + plans(in: .autumn2019) {
            for session in plan.sessions {
                #expect(plan.startsOn <= session.date && session.date <= plan.endsOn)
                #expect(plan.headApprovedOn <= session.date)
                #expect(plan.term.isSchoolDay(session.date, level: session.level))
            }
        }
    }

    @Test func `supported pupils have fewer low marks than the semester before`() {
        var before = 0
        var after = 0
        for plan in plans(in: .spring2019) {
            let level = world.cast.pupils[plan.pupil].level2018
            for subject in Curriculum.subjects(level: level) {
                guard let old = Int(world.book.mark(plan.pupil, subject, .autumn2018)),
                    let new = Int(world.book.mark(plan.pupil, subject, .spring2019))
                else { continue }
                before += old < 4 ? 1 : 0
                after += new < 4 ? 1 : 0
            }
        }
        #expect(after * 2 < before)
    }

    private func plans(in term: SchoolTerm) -> [SamplePlan] {
        SampleSchool.allCases.flatMap { world.plans(of: $0, in: term) }
    }
}
