import DisclosureControl
import Testing

struct MoveTests {
    @Test func `cells chosen by moves pass the audit that works out every range`() throws {
        for number in 5000..<5040 {
            var random = RandomTables(number: number)
            let tables = try random.next(number)
            let protection = try Suppression(movesWidth: 1).protection(of: tables)
            #expect(protection.audit.passes, "table \(number)")
        }
    }

    @Test func `ranges found by moves lie within the exact ones`() throws {
        for number in 5000..<5040 {
            var random = RandomTables(number: number)
            let tables = try random.next(number)
            let hidden = Set(try Suppression(exactCandidates: 0).protection(of: tables).hidden)
            let published = tables.published(hiding: hidden)
            let exact = try Audit().result(of: published)
            let byMoves = try Audit(exactWidth: 0).result(of: published)
            #expect(byMoves.passes, "table \(number)")
            for (inner, outer) in zip(byMoves.cells, exact.cells) {
                #expect((inner.least.value ?? 0) >= (outer.least.value ?? 0))
                guard let greatest = outer.greatest.value else { continue }
                #expect((inner.greatest.value ?? .max) <= greatest, "table \(number)")
            }
        }
    }

    /// Made-up schools have 12 measures at 100 schools, or 20 at 30, of which only one has hidden totals.
    @Test(
        arguments: [(100, 12, 1), (100, 12, 2), (30, 20, 2), (30, 20, 9)] as [(Int, Int, UInt64)])
    func `schools with nearly nothing but few pupils are protected and audited`(
        schools: Int, measures: Int, number: UInt64
    ) throws {
        var small = SmallSchools(schools: schools, measures: measures, number: number)
        let tables = try small.tables()
        let protection = try Suppression().protection(of: tables)
        #expect(protection.audit.passes)
        // Nearly all that is hidden had to be.
        #expect(protection.complementary.count < 60)
        let alone = try Audit().result(of: tables.published(hiding: Set(protection.hidden)))
        #expect(alone.passes)
    }
}
