/// A pupil of the sample data; nobody real.
struct SamplePupil {
    let number: Int
    var given: String
    var family: String
    var isFemale: Bool
    let code: String
    let born: Day
    let level2018: Int
    let parallel: Character
    let risk: String?
    let part: Part
    var places: [Place]

    /// What part a pupil plays in the planned truth.
    enum Part: Equatable {
        /// Supported in spring 2019, in autumn 2019, or in both.
        case supported(spring: Bool, autumn: Bool)
        /// Has a risk and asks for support, but gets none.
        case waiting
        /// Has no risk.
        case atEase
    }

    /// A stay at a school within a semester.
    struct Place {
        let term: SchoolTerm
        let school: SampleSchool
        var from: Day?
        var until: Day?
    }

    /// Returns the class level in a semester.
    func level(in term: SchoolTerm) -> Int { level2018 + term.classesOn }

    /// Whether the pupil is supported in a semester.
    func isSupported(in term: SchoolTerm) -> Bool {
        guard case .supported(let spring, let autumn) = part else { return false }
        return term == .spring2019 && spring || term == .autumn2019 && autumn
    }
}

/// A teacher or specialist of the sample data; nobody real.
struct SampleTeacher {
    let given: String
    let family: String
    let code: String
    /// The measure that the teacher gives.
    let measure: String
    /// The subject, for a teacher of one.
    let subject: String?
    /// The schools in which the teacher works.
    let schools: [SampleSchool]
    /// The first semester in the project.
    let since: SchoolTerm
}

/// Everybody who appears in the samples.
///
/// The size of each group is the planned truth: 35 pupils and 24 teachers in spring 2019, 67 pupils
/// in autumn 2019.
struct Cast {
    private(set) var pupils: [SamplePupil] = []
    private(set) var teachers: [SampleTeacher] = []
    /// Pupils who appear only in faulty rows.
    private(set) var strays: [Stray: SamplePupil] = [:]
    private var names = Names()
    private var codes = PersonalCodes()

    init(_ random: inout SplitMix64) {
        for school in SampleSchool.allCases {
            let last = school.lastLevel
            let sizes = Self.groups(of: school)
            add(sizes.both, .supported(spring: true, autumn: true), 5...(last - 1), school, &random)
            add(sizes.spring, .supported(spring: true, autumn: false), 5...last, school, &random)
            add(
                sizes.autumn, .supported(spring: false, autumn: true), 4...(last - 1), school,
                &random)
            add(sizes.waiting, .waiting, 5...(last - 1), school, &random)
            add(sizes.atEase, .atEase, 5...last, school, &random)
        }
        addMovers(&random)
        addTeachers(&random)
        addStrays(&random)
    }

    /// What is wrong with a pupil who appears only in faulty rows.
    enum Stray: CaseIterable {
        case tornCode
        case noClass
        case otherSchool
        case classEleven
    }

    private static func groups(
        of school: SampleSchool
    ) -> (both: Int, spring: Int, autumn: Int, waiting: Int, atEase: Int) {
        switch school {
        case .jaundubulti: (4, 10, 22, 9, 6)
        case .sloka: (4, 6, 17, 6, 5)
        case .vaivari: (3, 6, 15, 6, 5)
        }
    }

    private mutating func add(
        _ count: Int, _ part: SamplePupil.Part, _ levels: ClosedRange<Int>, _ school: SampleSchool,
        _ random: inout SplitMix64
    ) {
        for index in 0..<count {
            // Every level is met before the dice are thrown.
            let level =
                index < levels.count
                ? levels.upperBound - index : levels.lowerBound + random.below(levels.count)
            add(part, level, school, &random)
        }
    }

    private mutating func add(
        _ part: SamplePupil.Part, _ level: Int, _ school: SampleSchool, _ random: inout SplitMix64
    ) {
        let female = random.chance(40)
        let name = names.next(female: female, adult: false, &random)
        let born = Day(2012 - level, 1, 1) + random.below(365)
        let code =
            pupils.count == 7
            ? codes.nextOfNewType(&random) : codes.next(born: born, century: 2, &random)
        let risk: String? =
            part == .atEase
            ? nil
            : random.chance(78) ? "learning" : random.pick(["social_health", "family", "economic"])
        let places = SchoolTerm.allCases.filter { term in
            (5...school.lastLevel).contains(level + term.classesOn)
        }.map { SamplePupil.Place(term: $0, school: school) }
        pupils.append(
            SamplePupil(
                number: pupils.count, given: name.given, family: name.family, isFemale: female,
                code: code, born: born, level2018: level,
                parallel: random.pick(school == .jaundubulti ? ["a", "b", "c"] : ["a", "b"]),
                risk: risk, part: part, places: places))
    }

    /// Three pupils who change schools within a semester and are supported in both.
    private mutating func addMovers(_ random: inout SplitMix64) {
        add(.supported(spring: true, autumn: false), 9, .jaundubulti, &random)
        pupils[pupils.count - 1].given = "Elīza"
        pupils[pupils.count - 1].family = "Mežgaile"
        pupils[pupils.count - 1].isFemale = true
        move(in: .spring2019, from: .jaundubulti, Day(2019, 3, 8), to: .vaivari, Day(2019, 3, 18))
        add(.supported(spring: true, autumn: true), 7, .sloka, &random)
        move(in: .spring2019, from: .sloka, Day(2019, 3, 22), to: .jaundubulti, Day(2019, 3, 25))
        add(.supported(spring: false, autumn: true), 6, .vaivari, &random)
        move(in: .autumn2019, from: .vaivari, Day(2019, 10, 18), to: .sloka, Day(2019, 10, 28))
    }

    private mutating func move(
        in term: SchoolTerm, from old: SampleSchool, _ lastDay: Day, to new: SampleSchool,
        _ firstDay: Day
    ) {
        let pupil = pupils.count - 1
        let level = pupils[pupil].level2018
        pupils[pupil].places = SchoolTerm.allCases.flatMap { each -> [SamplePupil.Place] in
            if each.rawValue < term.rawValue { return [.init(term: each, school: old)] }
            if each == term {
                return [
                    .init(term: each, school: old, until: lastDay),
                    .init(term: each, school: new, from: firstDay),
                ]
            }
            let stays = level + each.classesOn <= new.lastLevel && level < 9
            return stays ? [.init(term: each, school: new)] : []
        }
    }

    private mutating func addStrays(_ random: inout SplitMix64) {
        for stray in Stray.allCases {
            let level = stray == .classEleven ? 10 : 6
            add(.atEase, level, .jaundubulti, &random)
            strays[stray] = pupils.removeLast()
        }
    }

    private mutating func addTeachers(_ random: inout SplitMix64) {
        for post in Posts.all {
            let female = random.chance(85)
            let name = names.next(female: female, adult: true, &random)
            let born = Day(1958 + random.below(34), 1, 1) + random.below(365)
            teachers.append(
                SampleTeacher(
                    given: name.given, family: name.family,
                    code: codes.next(born: born, century: 1, &random), measure: post.measure,
                    subject: post.subject, schools: post.schools, since: post.since))
        }
    }
}
