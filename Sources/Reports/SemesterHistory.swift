public import PupilSupport
public import Rollup

/// The key figures of all semesters known, for lines over time.
///
/// For protected pages it is made from protected cubes: nothing is hidden here a second time.
public struct SemesterHistory: Hashable, Sendable {
    /// Whether the figures of a semester can still change.
    public enum State: Hashable, Sendable {
        /// Everything has come, and the semester is open.
        case complete
        /// Something is missing.
        case incomplete
        /// The semester is closed, with this number of revision.
        case closed(revision: Int)
    }

    /// A figure, or why there is none.
    public struct Value: Hashable, Sendable {
        /// The value, or `nil` when ``status`` says why there is none.
        public let value: FigureValue?
        /// Why there is no value.
        public let status: ValueStatus

        /// Creates a value; a confidential one keeps no number, whatever it is given.
        public init(_ value: FigureValue?, status: ValueStatus = .present) {
            self.value = status == .confidential ? nil : value
            self.status = status
        }
    }

    /// A semester.
    public struct Entry: Hashable, Sendable {
        /// The semester.
        public let semester: Semester
        /// Whether its figures can still change.
        public let state: State
        /// The key figures by their address without the semester, `participants/school=sloka`.
        public let figures: [String: Value]

        /// Creates an entry.
        public init(semester: Semester, state: State, figures: [String: Value]) {
            self.semester = semester
            self.state = state
            self.figures = figures
        }

        /// Takes the key figures of a cube.
        public init(_ cube: Cube, state: State) {
            var figures: [String: Value] = [:]
            for code in SemesterHistory.indicators {
                let places = cube.figures(of: code, by: []) + cube.figures(of: code, by: [.school])
                for figure in places {
                    let key = SemesterHistory.key(code, school: figure.address.school)
                    figures[key] = Value(figure.value, status: figure.status)
                }
            }
            self.init(semester: cube.semester, state: state, figures: figures)
        }

        /// Returns a figure, or `nil` when nothing is known of it.
        func figure(_ indicator: String, school: String? = nil) -> Value? {
            figures[SemesterHistory.key(indicator, school: school)]
        }
    }

    /// The indicators that are followed over time.
    public static let indicators = [
        "participants", "teachers", "sessions", "minutes", "pupils_with_fewer_low_marks_share",
        "participants_of_target", "pupils_in_need", "pupils_waiting",
    ]

    /// The semesters, oldest first.
    public let entries: [Entry]

    /// Creates a history; the order of what it is given does not matter.
    public init(_ entries: [Entry] = []) {
        self.entries = entries.sorted { $0.semester < $1.semester }
    }

    static func key(_ indicator: String, school: String?) -> String {
        school.map { "\(indicator)/school=\($0)" } ?? indicator
    }
}
