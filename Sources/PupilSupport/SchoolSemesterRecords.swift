/// What a school has delivered for a semester, as the checks across records need it.
///
/// People, plans and schools are the keys of the store.
public struct SchoolSemesterRecords: Sendable {
    /// A plan.
    public struct Plan: Sendable {
        /// The key of the plan's number.
        public let number: Int
        /// The school's own number of the plan.
        public let numberText: String
        /// The pupil.
        public let pupil: Int
        /// The first day.
        public let startsOn: CivilDate
        /// The last day.
        public let endsOn: CivilDate
        /// The day of the head's approval, if there is one.
        public let headApprovedOn: CivilDate?
        /// The code of the status.
        public let status: String
        /// Where the record stands.
        public let origin: RecordOrigin

        /// Creates a plan.
        public init(
            number: Int, numberText: String, pupil: Int, startsOn: CivilDate, endsOn: CivilDate,
            headApprovedOn: CivilDate?, status: String, origin: RecordOrigin
        ) {
            self.number = number
            self.numberText = numberText
            self.pupil = pupil
            self.startsOn = startsOn
            self.endsOn = endsOn
            self.headApprovedOn = headApprovedOn
            self.status = status
            self.origin = origin
        }
    }

    /// A session.
    public struct Session: Sendable {
        /// The key of the plan's number, if the session names one.
        public let planNumber: Int?
        /// The school's own number of the plan.
        public let planText: String
        /// The pupil.
        public let pupil: Int
        /// The teacher.
        public let teacher: Int
        /// The day.
        public let date: CivilDate
        /// Where the record stands.
        public let origin: RecordOrigin

        /// Creates a session.
        public init(
            planNumber: Int?, planText: String, pupil: Int, teacher: Int, date: CivilDate,
            origin: RecordOrigin
        ) {
            self.planNumber = planNumber
            self.planText = planText
            self.pupil = pupil
            self.teacher = teacher
            self.date = date
            self.origin = origin
        }
    }

    /// A record that belongs to a plan: a risk, a measure, a result.
    public struct PlanPart: Sendable {
        /// The key of the plan's number.
        public let planNumber: Int
        /// The school's own number of the plan.
        public let planText: String
        /// The kind of the record.
        public let kind: RecordKind
        /// Where the record stands.
        public let origin: RecordOrigin

        /// Creates a part.
        public init(planNumber: Int, planText: String, kind: RecordKind, origin: RecordOrigin) {
            self.kind = kind
            self.planNumber = planNumber
            self.planText = planText
            self.origin = origin
        }
    }

    /// A record that belongs to a pupil: a mark, missed lessons.
    public struct PupilPart: Sendable {
        /// The pupil.
        public let pupil: Int
        /// The kind of the record.
        public let kind: RecordKind
        /// Where the record stands.
        public let origin: RecordOrigin

        /// Creates a part.
        public init(pupil: Int, kind: RecordKind, origin: RecordOrigin) {
            self.kind = kind
            self.pupil = pupil
            self.origin = origin
        }
    }

    /// The school's key.
    public let school: Int
    /// The semester.
    public let semester: Semester
    /// The pupils in the school's list.
    public var enrolled: Set<Int> = []
    /// The plans.
    public var plans: [Plan] = []
    /// The numbers of plans that were delivered but are held back.
    public var plansHeldBack: Set<Int> = []
    /// The sessions.
    public var sessions: [Session] = []
    /// Risks, measures and results of plans.
    public var planParts: [PlanPart] = []
    /// Marks and missed lessons.
    public var pupilParts: [PupilPart] = []
    /// Staff numbers used as teachers.
    public var staffNumbersUsed: Set<Int> = []
    /// Staff numbers that a staff list resolves.
    public var staffNumbersKnown: Set<Int> = []
    /// Staff numbers that the staff list in force gives to several people.
    public var staffNumbersShared: Set<Int> = []
    /// Records of which there should be one.
    public var repeated: [RepeatedRecords] = []

    /// Creates records of a school and a semester.
    public init(school: Int, semester: Semester) {
        self.school = school
        self.semester = semester
    }
}

/// What the records of a school and a semester are judged for.
public enum JudgedMatter: Sendable, Hashable, CaseIterable {
    /// Whether each belongs to a plan, a pupil and a member of staff that were delivered.
    case belonging
    /// Whether records of which there should be one contradict or repeat each other.
    case repetition
}

/// Where a record of the store comes from.
public struct RecordOrigin: Hashable, Sendable {
    /// The number of the delivery.
    public let delivery: Int
    /// The source of the delivery.
    public let source: String
    /// The kind of file.
    public let fileKind: String
    /// The path of the file below the inbox.
    public let fileName: String
    /// The physical line.
    public let line: Int
    /// The offset in the file as sent.
    public let byte: Int

    /// Creates an origin.
    public init(
        delivery: Int, source: String, fileKind: String, fileName: String, line: Int, byte: Int
    ) {
        self.fileKind = fileKind
        self.fileName = fileName
        self.delivery = delivery
        self.source = source
        self.line = line
        self.byte = byte
    }
}
