import GRDB
public import PupilSupport

extension SupportStore {
    /// Judges schools and semesters anew within a transaction.
    public typealias Judge =
        @Sendable (
            _ touched: [(school: Int, semester: Semester)], _ judging: StoredJudging
        ) throws -> Void

    /// Says that two are one person, in one transaction.
    ///
    /// Of two known people the second becomes a tombstone: its facts stay as they are and count as the
    /// first's. Of somebody whom held records name, the records are read as the known person's.
    ///
    /// - Parameters:
    ///   - first: The person who stays.
    ///   - second: The other.
    ///   - signature: Who decides it, why and when.
    ///   - judge: Judges what the decision touches.
    /// - Throws: ``PeopleProblem`` when it cannot be.
    public func link(
        _ first: PersonReference, _ second: PersonReference,
        by signature: PeopleDecision.Signature, judge: Judge
    ) throws -> PeopleDecision {
        try decide(judge) { try $0.link(first, second, by: signature) }
    }

    /// Says that two are never the same person, and takes a link between them back, in one transaction.
    ///
    /// - Throws: ``PeopleProblem`` when it cannot be.
    public func part(
        _ first: PersonReference, _ second: PersonReference,
        by signature: PeopleDecision.Signature, judge: Judge
    ) throws -> PeopleDecision {
        try decide(judge) { try $0.part(first, second, by: signature) }
    }

    /// Takes a decision back, in one transaction.
    ///
    /// - Throws: ``PeopleProblem`` when it cannot be.
    public func undo(
        decision: Int, by signature: PeopleDecision.Signature, judge: Judge
    ) throws -> PeopleDecision {
        try decide(judge) { try $0.undo(decision, by: signature) }
    }

    private func decide(
        _ judge: Judge, _ body: @Sendable (PeopleDesk) throws -> PeopleChange
    ) throws -> PeopleDecision {
        try change { database, run in
            let change = try body(PeopleDesk(database: database, store: self, run: run))
            let judging = StoredJudging(database)
            try judge(change.touched, judging)
            try QuarantineHistory(database: database, run: run).update(after: judging)
            return change.decision
        }
    }

    /// Returns the decisions about people, those taken back included, in their order.
    ///
    /// - Parameter run: Only those that held after this run, as they were then, or `nil` for all.
    public func peopleDecisions(heldAfter run: Int? = nil) throws -> [PeopleDecision] {
        let all = try pool.read(PeopleDecision.all)
        guard let run else { return all }
        return all.filter { $0.holds(after: run) }.map(\.standing)
    }

    /// Puts decisions of another store into this one, which has none yet and has the same key.
    ///
    /// Those of known people count as soon as the people come; those of held records when their files
    /// are read.
    public func adopt(_ decisions: [PeopleDecision]) throws {
        try pool.write { database in
            for decision in decisions { try decision.insert(into: database) }
            try PeopleLinks.refresh(database)
        }
    }
}
