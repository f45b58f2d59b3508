import Diagnostics
public import Rollup
public import SupportStore

/// What changed between two states of the store, each figure with what moved it.
public struct StateDifference {
    /// What moved a figure.
    public enum Cause: Hashable, Sendable {
        /// The definitions changed.
        case definitions
        /// People were linked or parted.
        case people
        /// A file came of which there was none before.
        case delivery(file: String, run: Int)
        /// A file took the place of an earlier one.
        case correction(file: String, run: Int)
        /// A person was erased, for a case with this number.
        case erasure(ticket: String, run: Int)
    }

    /// What one cause moved.
    public struct Step: Sendable {
        /// The cause.
        public let cause: Cause
        /// The figures that it moved, sorted by address.
        public let moves: [FigureMove]
    }

    /// The figures that are not the same in both states, sorted by address.
    public let moves: [FigureMove]
    /// What moved them, in the order in which it happened; their moves add up to ``moves``.
    public let steps: [Step]
    /// The codes of the semesters of which one of the two states has figures.
    public let semesters: Set<String>

    /// Goes from one state to another, step by step, and notes what each step moves.
    ///
    /// - Parameters:
    ///   - store: The real store.
    ///   - first: The run after which the first state stood.
    ///   - second: The run after which the second state stood.
    /// - Throws: ``PastError`` when a state cannot be made again.
    public init(in store: SupportStore, from first: StoredRun, to second: StoredRun) throws {
        let run = first.number
        var state = try PastState(of: store, after: first)
        let beginning = try state.figures()
        var figures = beginning
        var steps: [Step] = []
        func note(_ cause: Cause, _ next: FigureList) {
            let moves = figures.moves(to: next)
            if !moves.isEmpty { steps.append(Step(cause: cause, moves: moves)) }
            figures = next
        }
        var (definitions, indicators) = (state.definitions, state.indicators)
        let before = try store.filesInForce(after: first.number)
        if first.definitions != second.definitions {
            (definitions, indicators) = try state.definitions(of: second)
            try state.load(before, under: definitions)
            note(.definitions, try state.store.figures(under: definitions, indicators))
        }
        if try store.peopleDecisions(heldAfter: first.number)
            != store.peopleDecisions(heldAfter: second.number)
        {
            state = try PastState(of: store, after: first, readAs: second)
            note(.people, try state.figures())
        }
        let known = Set(before.map(Content.init))
        let names = ShownFileNames(
            try store.filesInForce(after: second.number).map(\.name) + before.map(\.name),
            knowing: definitions.words)
        for file in try store.filesInForce(after: second.number)
        where !known.contains(Content(file)) {
            let old = try state.store.filesInForce()
            try state.load([file], under: definitions)
            let left = try state.store.filesInForce()
            let isCorrection = !Set(old.map(Content.init)).isSubset(of: left.map(Content.init))
            let name = names[file.name]
            note(
                isCorrection
                    ? .correction(file: name, run: file.run) : .delivery(file: name, run: file.run),
                try state.store.figures(under: definitions, indicators))
        }
        // The past is made again without people who were erased since; what that moved is remembered.
        var start = beginning
        let erasures = try store.erasures(upTo: second.number).filter { $0.run > run }
        for erasure in erasures.reversed() {
            let moves = start.takeBack(ErasureMoves(text: erasure.movesText).moves)
            guard !moves.isEmpty else { continue }
            steps.insert(
                Step(cause: .erasure(ticket: erasure.ticket, run: erasure.run), moves: moves), at: 0
            )
        }
        moves = start.moves(to: figures)
        semesters = Set(
            [beginning, figures].flatMap(\.values.keys).compactMap { address in
                address.split(separator: "/").first.map(String.init)
            })
        self.steps = steps
    }

    /// A file by what it says: its name and its bytes.
    private struct Content: Hashable {
        let name: String
        let sha256: [UInt8]

        init(_ file: ArchivedFile) { (name, sha256) = (file.name, file.sha256) }
    }
}
