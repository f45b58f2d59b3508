import PupilSupport
public import Rollup
public import SupportStore

/// What an import would change, found out on a copy of the store.
public struct DryRun {
    /// What would become of each file of the inbox.
    public let results: [ImportRun.FileResult]
    /// How the records of each file that would be loaded differ from those whose place it would take.
    public let changes: [DeliveryChange]
    /// Of which of these files records would be held back.
    public let heldBack: [HeldBackFile]
    /// The files from before of which more records would be held back.
    public let heldBackElsewhere: [NewlyHeldBack]
    /// The figures that would move, sorted by address.
    public let moves: [FigureMove]
    /// The names of the revisions of closed semesters whose figures would move, by semester.
    public let closed: [String: String]

    /// Tries an import.
    ///
    /// - Parameters:
    ///   - state: The folder of the real store; no byte of it is changed.
    ///   - lockWait: The number of seconds to wait for another run.
    ///   - key: Where the key lies.
    ///   - definitions: The definitions.
    ///   - indicators: The indicators.
    ///   - begin: Makes the import of a store, or returns `nil` when there is no inbox.
    /// - Returns: `nil` when there is no inbox.
    public init?(
        of state: String, lockWait: Int, key: KeyPlace = .state, definitions: Definitions,
        indicators: IndicatorSet,
        begin: (SupportStore) throws -> ImportRun?
    ) throws {
        let scratch = try ScratchStore(copyOf: state, lockWait: lockWait, key: key)
        let copy = scratch.store
        let before = try copy.figures(under: definitions, indicators)
        let (last, known) = (try copy.lastDelivery(), try copy.currentDeliveries())
        guard let run = try begin(copy) else { return nil }
        results = try run.run()
        changes = try copy.changes(since: last, named: { run.names[$0] })
        heldBack = try HeldBackFile.all(after: last, in: copy, names: run.names)
        heldBackElsewhere = try NewlyHeldBack.all(since: known, in: copy, names: run.names)
        moves = before.moves(to: try copy.figures(under: definitions, indicators))
        var closed: [String: String] = [:]
        for seal in try copy.seals()
        where moves.contains(where: {
            $0.address.hasPrefix("\(seal.semester.code)/")
        }) {
            closed[seal.semester.code] = seal.name
        }
        self.closed = closed
    }
}
