/// The three semesters of which there are samples.
enum SchoolTerm: Int, CaseIterable {
    case autumn2018
    case spring2019
    case autumn2019

    /// The code of the semester, which is also the name of its folder.
    var code: String {
        switch self {
        case .autumn2018: "2018-2019-1"
        case .spring2019: "2018-2019-2"
        case .autumn2019: "2019-2020-1"
        }
    }

    /// The semester before, when there are samples of it.
    var previous: SchoolTerm? { SchoolTerm(rawValue: rawValue - 1) }

    /// By how many classes a pupil has moved on since 2018/2019.
    var classesOn: Int { self == .autumn2019 ? 1 : 0 }

    /// The first school day.
    var startsOn: Day {
        switch self {
        case .autumn2018: Day(2018, 9, 3)
        case .spring2019: Day(2019, 1, 7)
        case .autumn2019: Day(2019, 9, 2)
        }
    }

    /// Returns the last school day of a class level.
    func lastSchoolDay(level: Int) -> Day {
        switch self {
        case .autumn2018: Day(2018, 12, 21)
        case .spring2019: level == 9 || level == 12 ? Day(2019, 5, 17) : Day(2019, 5, 31)
        case .autumn2019: Day(2019, 12, 20)
        }
    }

    /// Whether a class level is at school on a day.
    func isSchoolDay(_ day: Day, level: Int) -> Bool {
        guard day.weekday <= 5, startsOn <= day, day <= lastSchoolDay(level: level) else {
            return false
        }
        let free =
            switch self {
            case .autumn2018: [(Day(2018, 10, 22), Day(2018, 10, 26))]
            case .spring2019:
                [
                    level == 12
                        ? (Day(2019, 3, 18), Day(2019, 3, 22))
                        : (Day(2019, 3, 11), Day(2019, 3, 15)),
                    (Day(2019, 4, 19), Day(2019, 4, 22)), (Day(2019, 5, 1), Day(2019, 5, 1)),
                    (Day(2019, 5, 6), Day(2019, 5, 6)),
                ]
            case .autumn2019:
                [
                    (Day(2019, 10, 21), Day(2019, 10, 25)), (Day(2019, 11, 18), Day(2019, 11, 18)),
                ]
            }
        return !free.contains { $0.0 <= day && day <= $0.1 }
    }
}

/// The three schools.
enum SampleSchool: String, CaseIterable {
    case jaundubulti
    case sloka
    case vaivari

    /// The highest class.
    var lastLevel: Int { self == .jaundubulti ? 12 : 9 }
}
