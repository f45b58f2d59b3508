public import PupilSupport
public import SupportStore

/// Removes what may be kept no longer, by the rules of the municipality.
public struct RetentionRun {
    /// What would go, or went.
    public struct Outcome: Sendable {
        /// What goes, by class and count.
        public let sweep: RetentionSweep
        /// Why nothing goes, or `nil`.
        public let hold: Retention.Hold?
        /// Why what identifies people stays, or `nil`.
        public let obstacle: Retention.Obstacle?
    }

    private let store: SupportStore
    private let retention: Retention

    /// Prepares a run.
    public init(store: SupportStore, definitions: Definitions) {
        self.store = store
        retention = definitions.municipality.retention
    }

    /// Says what goes on a day, and takes it away when somebody answers for it.
    ///
    /// - Parameters:
    ///   - day: The day by which time must be over.
    ///   - author: Who answers for it, or `nil` to change nothing.
    ///   - systemUser: The user of the system.
    ///   - moment: Now, in seconds since 1970.
    public func run(
        asOf day: CivilDate, author: String?, systemUser: String, at moment: Int
    ) throws -> Outcome {
        if let hold = retention.hold, hold.holds(on: day) {
            return Outcome(
                sweep: RetentionSweep(), hold: hold, obstacle: .onHold(until: hold.until))
        }
        let wish = wish(on: day)
        let sweep =
            if let author {
                try store.apply(
                    wish, asOf: day, author: author, systemUser: systemUser, at: moment)
            } else {
                try store.sweep(for: wish)
            }
        return Outcome(sweep: sweep, hold: nil, obstacle: retention.obstacle(on: day))
    }

    /// What the rules let go on a day.
    func wish(on day: CivilDate) -> RetentionWish {
        let isOver = retention.obstacle(on: day) == nil
        let copiesUntil = retention.retainUntil.flatMap { until in
            retention.inboxCopiesDays.map { until.dayNumber + $0 }
        }
        return RetentionWish(
            removesIdentifiers: isOver,
            removesCopies: isOver && copiesUntil.map { day.dayNumber > $0 } ?? false,
            removesLogsBefore: retention.logMonths.map { months in
                Self.start(of: day, monthsBefore: months)
            })
    }

    /// The first second in Latvia of the day so many months before, in seconds since 1970.
    private static func start(of day: CivilDate, monthsBefore months: Int) -> Int {
        let total = day.year * 12 + day.month - 1 - months
        let (year, month) = (total / 12, total % 12 + 1)
        var number = day.day
        while number > 1, CivilDate(year: year, month: month, day: number) == nil { number -= 1 }
        guard let before = CivilDate(year: year, month: month, day: number) else { return 0 }
        return LocalDay.end(of: before) - 86_399
    }
}
