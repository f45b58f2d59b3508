import DisclosureControl
import Testing

struct AuditVectorTests {
    @Test(arguments: Vector.all)
    func `the ranges of a known pattern are those that another solver found`(
        vector: Vector
    ) throws {
        let tables = try vector.tables { _ in false }.published(hiding: vector.hidden)
        let result = try Audit(threshold: vector.threshold).result(of: tables)
        #expect(result.exactRanges == vector.bounds)
    }

    @Test(arguments: Vector.all)
    func `trying every completion of a known pattern gives the same ranges`(
        vector: Vector
    ) throws {
        let tables = try vector.tables { _ in false }.published(hiding: vector.hidden)
        guard let bounds = BruteForce(tables, most: 1200).bounds(steps: 30_000) else { return }
        #expect(bounds == vector.bounds)
    }

    @Test func `two holes in every line do not keep a cell from being worked out`() throws {
        let vector = try #require(Vector.all.first { $0.name == "T1a" })
        let tables = try vector.tables { _ in false }.published(hiding: vector.hidden)
        let result = try Audit().result(of: tables)
        #expect(result.cells.filter(\.isDisclosed).map(\.name) == ["w|b"])
    }
}

extension AuditResult {
    /// The ranges that are exact at both ends.
    var exactRanges: [String: ClosedRange<Int>] {
        var ranges: [String: ClosedRange<Int>] = [:]
        for cell in cells where cell.least.isExact && cell.greatest.isExact {
            guard let least = cell.least.value, let greatest = cell.greatest.value else { continue }
            ranges[cell.name] = least...greatest
        }
        return ranges
    }
}
