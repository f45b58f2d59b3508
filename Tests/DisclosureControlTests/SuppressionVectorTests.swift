import DisclosureControl
import Testing

struct SuppressionVectorTests {
    /// The patterns that are safe themselves: the others cost less because they protect nothing.
    private func isSafe(_ vector: Vector) throws -> Bool {
        let tables = try vector.tables { _ in false }.published(hiding: vector.hidden)
        return try Audit(threshold: vector.threshold).result(of: tables).passes
    }

    private func chosen(
        _ vector: Vector, guardsAgainstSingles: Bool = false, cost: (Int) -> Int
    ) throws -> (protection: Protection, listed: Int) {
        let tables = try vector.tables(
            isUnsafe: { (1..<vector.threshold).contains($0) }, cost: cost)
        let listed = tables.cells.filter { vector.hidden.contains($0.name) }
            .reduce(0) { $0 + $1.cost }
        let protection = try Suppression(
            threshold: vector.threshold, guardsAgainstSingles: guardsAgainstSingles
        ).protection(of: tables)
        return (protection, listed)
    }

    @Test(arguments: Vector.all)
    func `a known table is protected with no more cells than its pattern hides`(
        vector: Vector
    ) throws {
        let (protection, listed) = try chosen(vector) { _ in 1 }
        #expect(protection.audit.passes)
        #expect(protection.method == .exact)
        if try isSafe(vector) { #expect(protection.cost <= listed) }
    }

    @Test(arguments: Vector.all)
    func `a known table is protected with no more people hidden than in its pattern`(
        vector: Vector
    ) throws {
        let (protection, listed) = try chosen(vector) { $0 }
        #expect(protection.audit.passes)
        #expect(protection.method == .exact)
        if try isSafe(vector) { #expect(protection.cost <= listed) }
    }

    @Test(arguments: Vector.all)
    func `a known table is protected against its single contributors`(vector: Vector) throws {
        let protection = try chosen(vector, guardsAgainstSingles: true) { _ in 1 }.protection
        #expect(protection.audit.passes)
    }
}
