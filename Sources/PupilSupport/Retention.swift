/// How long a municipality keeps what identifies people.
///
/// The date comes by letter (esf.md, ESF-25): nothing is computed, and nothing is removed while none is
/// defined.
public struct Retention: Hashable, Sendable {
    /// A reason for which nothing is removed, whatever the date.
    public struct Hold: Hashable, Sendable {
        /// The last day on which it holds, or `nil` until it is taken out of the definitions.
        public let until: CivilDate?
        /// Why, without personal data.
        public let reason: LocalizedText

        /// Creates a hold.
        public init(until: CivilDate?, reason: LocalizedText) {
            self.until = until
            self.reason = reason
        }

        /// Whether it holds on a day.
        public func holds(on day: CivilDate) -> Bool { until.map { day <= $0 } ?? true }
    }

    /// The last day on which identifying data must be kept, or `nil` while nobody has said so.
    public let retainUntil: CivilDate?
    /// For how many days after that the archived copies of exports are kept, or `nil` for ever.
    public let inboxCopiesDays: Int?
    /// For how many months the records of runs are kept, or `nil` for ever.
    public let logMonths: Int?
    /// The rule or letter that the date comes from, or `nil` while there is none.
    public let basis: LocalizedText?
    /// What stops every removal, or `nil`.
    public let hold: Hold?

    /// Creates rules of retention.
    public init(
        retainUntil: CivilDate? = nil, inboxCopiesDays: Int? = nil, logMonths: Int? = nil,
        basis: LocalizedText? = nil, hold: Hold? = nil
    ) {
        self.retainUntil = retainUntil
        self.inboxCopiesDays = inboxCopiesDays
        self.logMonths = logMonths
        self.basis = basis
        self.hold = hold
    }

    /// Why identifying data must be kept.
    public enum Obstacle: Hashable, Sendable {
        /// No date is defined.
        case noDate
        /// The date has not passed.
        case notPassed(CivilDate)
        /// The project is on hold, until a day or without end.
        case onHold(until: CivilDate?)
    }

    /// Returns why identifying data must be kept on a day, or `nil` when they need not be.
    public func obstacle(on day: CivilDate) -> Obstacle? {
        if let hold, hold.holds(on: day) { return .onHold(until: hold.until) }
        guard let retainUntil else { return .noDate }
        return day <= retainUntil ? .notPassed(retainUntil) : nil
    }
}

extension Retention.Obstacle {
    /// The word by which the store keeps it.
    public var code: String {
        switch self {
        case .noDate: "no_date"
        case .notPassed(let day): "retained_until_\(day)"
        case .onHold(let day): day.map { "on_hold_until_\($0)" } ?? "on_hold"
        }
    }
}
