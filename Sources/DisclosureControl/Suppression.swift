/// Chooses the cells to hide so that no hidden cell can be worked out, and as little as possible is lost.
public struct Suppression: Hashable, Sendable {
    /// How wide the range of a hidden cell must be, and how high it must reach.
    public var threshold: Int
    /// Whether a person who alone makes up a cell must not work out the cells of others either.
    public var guardsAgainstSingles: Bool
    /// How many cells that need not be hidden a system may have for the cheapest choice to be looked for.
    public var exactCandidates: Int
    /// How much work may go into that, in questions to the solver.
    public var exactQuestions: Int
    /// The number of cells that hang together from which on they are chosen one by one, with a look at their
    /// neighbours, and not by the solver.
    public var movesWidth: Int
    /// The greatest number of cells that hang together with which the solver is tried where that finds no choice.
    public var solverWidth: Int

    /// Sets up a choice for a threshold.
    public init(
        threshold: Int = 5, guardsAgainstSingles: Bool = true, exactCandidates: Int = 40,
        exactQuestions: Int = 20_000, movesWidth: Int = 250,
        solverWidth: Int = 1000
    ) {
        self.threshold = threshold
        self.guardsAgainstSingles = guardsAgainstSingles
        self.exactCandidates = exactCandidates
        self.exactQuestions = exactQuestions
        self.movesWidth = movesWidth
        self.solverWidth = solverWidth
    }

    /// Chooses the cells to hide, and has the audit confirm the choice.
    ///
    /// - Parameters:
    ///   - memory: What was chosen before; the audit is made anew each time.
    ///   - workers: Who chooses, for cells that hang together with no others are chosen by themselves.
    public func protection(
        of tables: LinkedTables, remembering memory: inout ChoiceMemory,
        by workers: some Workers = OneWorker()
    ) throws(SuppressionFault) -> Protection {
        let chosen = try chosen(of: tables, remembering: &memory, by: workers)
        let cells = Set(chosen.flatMap(\.cells.hidden))
        let isHeuristic = chosen.contains { $0.cells.method == .heuristic }
        return try confirmed(tables, cells, isHeuristic ? .heuristic : .exact)
    }

    /// Chooses the cells to hide with nothing chosen before.
    public func protection(of tables: LinkedTables) throws(SuppressionFault) -> Protection {
        var memory = ChoiceMemory()
        return try protection(of: tables, remembering: &memory)
    }

    /// Chooses the cells to hide as `protection` does; what an attacker finds out is not worked out, only whether it is
    /// too much.
    ///
    /// - Parameters:
    ///   - memory: What was chosen before; the audit is made anew each time.
    ///   - workers: Who chooses, for cells that hang together with no others are chosen by themselves.
    /// - Returns: The names of all hidden cells.
    public func hidden(
        of tables: LinkedTables, remembering memory: inout ChoiceMemory,
        by workers: some Workers = OneWorker()
    ) throws(SuppressionFault) -> Set<String> {
        let chosen = try chosen(of: tables, remembering: &memory, by: workers)
        let hidden = Set(chosen.flatMap(\.cells.hidden))
        guard try isConfirmed(tables, hidden, chosen) else {
            return Set(try confirmed(tables, hidden, .heuristic).hidden)
        }
        return hidden.union(tables.cells.lazy.filter { $0.state == .hiddenBefore }.map(\.name))
    }

    /// Chooses within each group of cells that hang together.
    private func chosen(
        of tables: LinkedTables, remembering memory: inout ChoiceMemory, by workers: some Workers
    ) throws(SuppressionFault) -> [(part: ChoicePart, cells: ChosenCells)] {
        let whole = try choicePart(of: tables)
        let parts = whole.system.parts()
            .filter { part in part.members.contains { whole.isDemanded[$0] } }
            .map { ChoicePart(whole, $0) }
        let answers = memory.answers(to: self, for: parts) { unknown in
            workers.map(unknown) { part in
                do throws(SuppressionFault) {
                    return .success(try choose(part))
                } catch { return .failure(error) }
            }
        }
        var chosen: [(part: ChoicePart, cells: ChosenCells)] = []
        for (part, answer) in zip(parts, answers) { chosen.append((part, try answer.get())) }
        return chosen
    }

    /// Whether the audit confirms the choice; it is shown the values that the choice rests on, and checks each of them.
    private func isConfirmed(
        _ tables: LinkedTables, _ hidden: Set<String>,
        _ chosen: [(part: ChoicePart, cells: ChosenCells)]
    ) throws(SuppressionFault) -> Bool {
        let singles =
            guardsAgainstSingles
            ? tables.cells.filter {
                $0.isSingle && (hidden.contains($0.name) || $0.state == .hiddenBefore)
            } : []
        do {
            return try Audit(threshold: threshold).passes(
                tables.published(hiding: hidden),
                singles: Dictionary(uniqueKeysWithValues: singles.map { ($0.name, $0.value) }),
                truth: tables.cells.map(\.value),
                witnesses: chosen.map { ($0.part.names, $0.cells.witnesses) })
        } catch { throw .audit(error) }
    }

    private func confirmed(
        _ tables: LinkedTables, _ hidden: Set<String>, _ method: Protection.Method
    ) throws(SuppressionFault) -> Protection {
        let cells = tables.cells.filter { hidden.contains($0.name) || $0.state == .hiddenBefore }
        let singles = guardsAgainstSingles ? cells.filter(\.isSingle) : []
        let truth = Dictionary(uniqueKeysWithValues: tables.cells.map { ($0.name, $0.value) })
        let result: AuditResult
        do {
            result = try Audit(threshold: threshold).result(
                of: tables.published(hiding: hidden),
                singles: Dictionary(uniqueKeysWithValues: singles.map { ($0.name, $0.value) }),
                completions: [truth])
        } catch { throw .audit(error) }
        guard result.passes else { throw .notConfirmed(cells: result.unsafe.map(\.name)) }
        let names = cells.map(\.name)
        let demanded = Set(
            cells.filter { $0.isUnsafe || $0.state == .hiddenBefore }.map(\.name))
        return Protection(
            hidden: names, complementary: names.filter { !demanded.contains($0) },
            cost: cells.reduce(0) { $0 + $1.cost }, method: method, audit: result)
    }

    /// Chooses within cells that hang together.
    func choose(_ part: ChoicePart) throws(SuppressionFault) -> ChosenCells {
        if part.system.width >= movesWidth {
            let chosen = chooseByMoves(part)
            let isSmall = part.system.width <= solverWidth
            if chosen.doubtful.isEmpty {
                let lean = isSmall ? leanerByMoves(part, hidden: chosen.hidden) : chosen.hidden
                return ChosenCells(hidden: names(part, lean), method: .heuristic)
            }
            if !isSmall {
                // About single contributors the audit has the last word.
                if chosen.narrow.isEmpty {
                    return ChosenCells(hidden: names(part, chosen.hidden), method: .heuristic)
                }
                throw .noChoiceFound(cells: chosen.narrow)
            }
        }
        let protectable = ProtectableCells(part, threshold: threshold)
        guard protectable.lost.isEmpty else { throw .cannotProtect(cells: protectable.lost) }
        let greedy = GreedyChoice(part: part, protectable: protectable, threshold: threshold)
        let found = greedy.choice() ?? protectable.all
        let lean = CleanUp(questions: 20 * part.system.width).leaner(found)
        let candidates = part.names.indices.filter {
            protectable.all.isHidden[$0] && !part.isDemanded[$0]
        }
        if candidates.count <= exactCandidates {
            let exact = ExactChoice(
                part: part, protectable: protectable, threshold: threshold,
                questions: exactQuestions)
            if let best = exact.choice(orElse: lean) {
                return ChosenCells(
                    hidden: names(part, best.isHidden), method: .exact,
                    witnesses: best.search.pool.all)
            }
        }
        return ChosenCells(
            hidden: names(part, lean.isHidden), method: .heuristic,
            witnesses: lean.search.pool.all)
    }

    private func names(_ part: ChoicePart, _ hidden: [Bool]) -> [String] {
        hidden.indices.filter { hidden[$0] }.map { part.names[$0] }
    }
}
