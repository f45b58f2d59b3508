import Glibc
import Synchronization

/// How far a run has come, for whoever waits for it: a line on the terminal, or an answer to `SIGUSR1`.
public final class RunProgress: Sendable {
    /// What a run is doing.
    public enum Step: Sendable {
        /// The bytes of a file are looked at.
        case surveying
        /// The records of a file are read and stored.
        case loading
        /// The figures of a semester are counted and protected.
        case counting
        /// The files of a semester are written.
        case writing
    }

    private struct State {
        var step: Step?
        var subject = ""
        var place: (number: Int, count: Int)?
        var done = 0
        var total = 0
        var records = 0
        var began = RunProgress.moment
        var shown = 0
    }

    private let state = Mutex(State())
    private let show: @Sendable (RunStatus) -> Void

    /// Milliseconds between two lines at least.
    private static let pause = 100

    /// Begins to follow a run.
    ///
    /// - Parameter show: Receives the status when a step begins and, while it goes on, ten times a second at most.
    public init(show: @escaping @Sendable (RunStatus) -> Void = { _ in }) { self.show = show }

    /// Says that a step begins.
    ///
    /// - Parameters:
    ///   - step: The step.
    ///   - subject: The file or the semester, as it may be shown.
    ///   - total: The number of bytes that there are to go through; 0 where that is not known.
    ///   - place: The how manyth of how many files or semesters it is.
    public func begin(
        _ step: Step, _ subject: String, of total: Int = 0, place: (number: Int, count: Int)? = nil
    ) {
        show(
            state.withLock { state in
                state = State(step: step, subject: subject, place: place, total: total)
                state.shown = state.began
                return Self.status(state)
            })
    }

    /// Says that more bytes of the step were gone through.
    public func advance(by bytes: Int) {
        note { $0.done += bytes }
    }

    /// Says that more records of the step were stored.
    public func count(records: Int) {
        note { $0.records += records }
    }

    /// What is being done now.
    public var status: RunStatus { state.withLock { Self.status($0) } }

    private func note(_ change: (inout State) -> Void) {
        let status: RunStatus? = state.withLock { state in
            change(&state)
            let now = Self.moment
            guard now - state.shown >= Self.pause else { return nil }
            state.shown = now
            return Self.status(state)
        }
        if let status { show(status) }
    }

    private static func status(_ state: State) -> RunStatus {
        RunStatus(
            step: state.step, subject: state.subject, place: state.place, done: state.done,
            total: state.total, records: state.records, milliseconds: moment - state.began)
    }

    /// Milliseconds of a clock that nobody sets.
    private static var moment: Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }
}

extension RunProgress {
    private static let currentRun = Mutex<RunProgress?>(nil)

    /// The run that the process is at, for a signal that asks after it.
    public static var current: RunProgress? { currentRun.withLock { $0 } }

    /// Makes the run the one that the process is at.
    public func becomeCurrent() { Self.currentRun.withLock { $0 = self } }
}
