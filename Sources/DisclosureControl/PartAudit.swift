/// The audit of unknowns that hang together.
struct PartAudit {
    enum Outcome { case found, contradictory, notFound }

    let part: SystemPart
    /// The unknowns whose range matters.
    let demands: [Int]
    let singles: [(column: Int, value: Int)]
    let threshold: Int

    /// Works out both ends of each range.
    func exact(_ starts: [[Int]], into ranges: inout AuditedRanges) -> Outcome {
        let search = RangeSearch(part.system, singles: singles)
        for start in starts { search.propose(start) }
        if search.pool.isEmpty {
            let any = search.findAny()
            if search.pool.isEmpty { return any.limit == nil ? .contradictory : .notFound }
        }
        var ends = (least: part.system.lowest, greatest: part.system.highest)
        search.stir(demands, rounds: 2) { _ in false }
        for column in demands {
            if search.pool.highest[column] < ends.greatest[column] {
                let push = search.push([(column, 1)], maximize: true)
                ends.greatest[column] = min(push.limit ?? .max, ends.greatest[column])
            }
            if search.pool.lowest[column] > ends.least[column] {
                let push = search.push([(column, 1)], maximize: false)
                ends.least[column] = max(push.limit ?? .min, ends.least[column])
            }
        }
        auditSingles(search, into: &ranges)
        record(search.pool, ends, into: &ranges)
        return .found
    }

    /// Whether the ranges are wide enough and no single contributor works out what is not theirs.
    func passes(_ starts: [[Int]]) -> Bool {
        let search = RangeSearch(part.system, singles: singles)
        for start in starts { search.propose(start) }
        guard !search.pool.isEmpty else { return false }
        return demands.allSatisfy { search.widen($0, threshold) }
            && search.pool.singles.indices.allSatisfy {
                search.told(to: $0, among: demands).isEmpty
            }
    }

    func auditSingles(_ search: RangeSearch, into ranges: inout AuditedRanges) {
        for single in search.pool.singles.indices {
            for telling in search.told(to: single, among: demands) {
                ranges.workedOutFrom[part.members[telling.told], default: []]
                    .append(part.members[telling.single])
            }
        }
    }

    /// Ends that confirmed solutions reach; the limits say which of them are the last.
    func record(
        _ pool: WitnessPool, _ ends: (least: [Int], greatest: [Int]),
        into ranges: inout AuditedRanges
    ) {
        for column in demands {
            let member = part.members[column]
            ranges.least[member] = pool.lowest[column]
            ranges.greatest[member] = pool.highest[column]
            ranges.isLeastExact[member] = pool.lowest[column] == ends.least[column]
            ranges.isGreatestExact[member] = pool.highest[column] == ends.greatest[column]
        }
    }
}
