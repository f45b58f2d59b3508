/// What `explain --pupil-code` says of a pupil; the property names are those of the JSON.
public struct PupilDocument: Encodable, Sendable {
    /// The form of the document.
    let schema = "pumpurs-pupil/1"
    /// The key by which the pupil is shown, or `nil` when only records held back name them.
    let pupil: String?
    /// The semesters, oldest first.
    let semesters: [SemesterStanding]
    /// The files in which records that are held back could not be looked for.
    let problems: [FileProblem]

    /// Whether anything in the store names the pupil.
    public var isKnown: Bool {
        pupil != nil || semesters.contains { $0.indicators.contains { $0.isHeldBack } }
    }
}

/// Which indicators count a pupil in a semester.
struct SemesterStanding: Encodable, Sendable {
    let semester: String
    let indicators: [IndicatorStanding]
}

/// Whether an indicator counts a pupil, and why not.
struct IndicatorStanding: Encodable, Sendable {
    let indicator: String
    let name: TwoTexts
    let counts: Bool
    let addresses: [String]
    /// What keeps the pupil from being counted; the first comes first.
    let reasons: [StandingReason]

    /// Whether a record of the pupil is held back.
    var isHeldBack: Bool { reasons.contains { $0.kind == .heldBack } }
}

/// What keeps a pupil from being counted, and what would change that.
struct StandingReason: Encodable, Hashable, Sendable {
    /// The kinds of reason.
    enum Kind: String, Encodable, Sendable {
        case condition
        case heldBack = "held_back"
        case notDelivered = "not_delivered"
        case notJoined = "not_joined"
        case notKnown = "not_known"
        case nothingBefore = "nothing_before"
    }

    let kind: Kind
    /// The code of the rule that holds a record back, or `nil`.
    let rule: String?
    let message: TwoTexts
    let advice: TwoTexts
    let places: [StandingPlace]
}

/// A record that a reason rests on.
struct StandingPlace: Encodable, Hashable, Sendable {
    let file: String
    let line: Int
    let cell: String?
    let byte: Int?
    let delivery: Int

    /// The place as messages write it.
    var text: String { "\(file):\(cell ?? "\(line)")" }
}

/// A file whose source cannot be looked at, and why.
struct FileProblem: Encodable, Sendable {
    let file: String
    let message: TwoTexts
}
