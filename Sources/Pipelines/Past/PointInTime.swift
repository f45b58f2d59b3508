public import PupilSupport
public import SupportStore

/// A state of the store as a command line names it.
public enum PointInTime: Hashable, Sendable {
    /// What holds now.
    case now
    /// After everything that began at a moment or before it, in seconds since 1970.
    case moment(Int)
    /// After a run.
    case run(Int)
    /// When a semester was closed.
    case revision(Int)

    /// Reads the name of a state: `now`, a day (`2019-10-07`, all of it in Latvia), a moment
    /// (`2019-10-07T12:00:00+03:00`), a run (`run:12`) or a revision (`r01`); `nil` for anything else.
    public init?(_ text: String) {
        if text == "now" {
            self = .now
        } else if let day = CivilDate(iso: text) {
            self = .moment(LocalDay.end(of: day))
        } else if text.hasPrefix("run:"), let number = Int(text.dropFirst(4)), number > 0 {
            self = .run(number)
        } else if text.hasPrefix("r"), let number = Int(text.dropFirst()), number > 0 {
            self = .revision(number)
        } else if let moment = LocalDay.moment(in: text) {
            self = .moment(moment)
        } else {
            return nil
        }
    }

    /// Returns the run after which the store was so.
    ///
    /// - Parameters:
    ///   - store: The store.
    ///   - semester: The semester whose revision is meant.
    /// - Throws: ``PastError`` when there is none.
    public func run(in store: SupportStore, semester: Semester? = nil) throws -> StoredRun {
        let run: StoredRun? =
            switch self {
            case .now: try store.lastRun()
            case .moment(let moment): try store.run(at: moment)
            case .run(let number): try store.run(number)
            case .revision(let number):
                try semester.flatMap { semester in
                    try store.seals(of: semester).first { $0.revision == number }
                }.flatMap { try store.run($0.run) }
            }
        if case .revision(let number) = self, run == nil {
            throw PastError.noRevision(name: number < 10 ? "r0\(number)" : "r\(number)")
        }
        guard let run else { throw PastError.nothingThen }
        return run
    }
}
