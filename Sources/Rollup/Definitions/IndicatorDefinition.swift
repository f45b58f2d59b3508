public import PupilSupport

/// What one figure of the reports means and how it is made from evidence.
public struct IndicatorDefinition: Hashable, Sendable {
    /// The stable code, `participants_new`.
    public var code: String
    /// The name that reports show.
    public var name: LocalizedText
    /// What exactly is counted, for the reader who doubts.
    public var definition: LocalizedText
    /// The unit of the value.
    public var unit: IndicatorUnit
    /// What one counted thing is, so that figures of different kinds are never added.
    public var countingUnit: CountingUnit
    /// The query whose rows are the evidence, or `nil` when the value comes from other indicators.
    public var evidence: String?
    /// How the value is made.
    public var aggregate: Aggregate
    /// Which rows of the evidence count; all must hold.
    public var conditions: [EvidenceCondition]
    /// By what the value is broken down; an empty list of dimensions is the municipality's figure.
    public var breakdowns: [Breakdown]

    /// Creates a definition.
    public init(
        code: String, name: LocalizedText, definition: LocalizedText, unit: IndicatorUnit,
        countingUnit: CountingUnit, evidence: String? = nil, aggregate: Aggregate,
        conditions: [EvidenceCondition] = [], breakdowns: [Breakdown]
    ) {
        self.code = code
        self.name = name
        self.definition = definition
        self.unit = unit
        self.countingUnit = countingUnit
        self.evidence = evidence
        self.aggregate = aggregate
        self.conditions = conditions
        self.breakdowns = breakdowns
    }
}

extension IndicatorDefinition {
    /// The queries that give evidence for the value or one of its breakdowns, each once.
    var queries: [String] {
        var queries: [String] = []
        for name in [evidence] + breakdowns.map(\.evidence) {
            if let name, !queries.contains(name) { queries.append(name) }
        }
        return queries
    }
}

/// Indicators on one subject, which reports show together.
public struct IndicatorFamily: Hashable, Sendable {
    /// The code, which is also the name of the file.
    public var code: String
    /// The place among the families; reports show the smallest first.
    public var order: Int
    /// The title that reports show.
    public var name: LocalizedText
    /// The name of what each query of the family reads, by the name of its file.
    public var sources: [String: LocalizedText]
    /// The indicators, in the order in which reports show them.
    public var indicators: [IndicatorDefinition]

    /// Creates a family.
    public init(
        code: String, order: Int, name: LocalizedText, sources: [String: LocalizedText] = [:],
        indicators: [IndicatorDefinition]
    ) {
        self.code = code
        self.order = order
        self.name = name
        self.sources = sources
        self.indicators = indicators
    }
}

/// The unit of a value.
public enum IndicatorUnit: String, Sendable, CaseIterable {
    /// Pupils.
    case pupils
    /// Teachers and other persons who give support.
    case teachers
    /// Support plans.
    case plans
    /// Sessions.
    case sessions
    /// Minutes.
    case minutes
    /// Lessons.
    case lessons
    /// Marks.
    case marks
    /// Pupils times the subjects they learn.
    case pupilSubjects = "pupil_subjects"
    /// Teachers times the pupils whom they support.
    case teacherPupilPairs = "teacher_pupil_pairs"
    /// Answers to a survey.
    case answers
    /// Per cent.
    case percent
    /// Minutes for one teacher.
    case minutesPerTeacher = "minutes_per_teacher"
    /// Pupils for one teacher.
    case pupilsPerTeacher = "pupils_per_teacher"
    /// Sessions for one pupil.
    case sessionsPerPupil = "sessions_per_pupil"

    /// How many decimals a value has: one for shares and means, none for what is counted.
    public var decimals: Int {
        switch self {
        case .percent, .minutesPerTeacher, .pupilsPerTeacher, .sessionsPerPupil: 1
        default: 0
        }
    }

    /// Whether a value is an amount that people share, of which the number itself says nothing of how many they are.
    public var isAmount: Bool { self == .minutes || self == .lessons }
}

/// What one counted thing is.
public enum CountingUnit: String, Sendable, CaseIterable {
    /// A person, once in the semester and in each cell.
    case distinctPersons = "distinct_persons_in_semester"
    /// A person once in each school.
    case personsInSchools = "persons_in_schools"
    /// A plan.
    case plans
    /// A session.
    case sessions
    /// A minute of a session or of a plan.
    case minutes
    /// A pupil and a subject.
    case pupilSubjects = "pupil_subjects"
    /// A teacher and a pupil.
    case teacherPupilPairs = "teacher_pupil_pairs"
    /// A lesson of one pupil.
    case lessons
    /// An answer to a survey.
    case answers
    /// The value compares two others.
    case ratio
    /// The value was announced, not observed.
    case announced
}
