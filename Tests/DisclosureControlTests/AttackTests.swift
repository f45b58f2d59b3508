import DisclosureControl
import Testing

/// The attacks that a published table must withstand, each against a small publication that falls to it.
struct AttackTests {
    private func audit(
        _ published: [String: Int], hidden: [String], never: [String] = [],
        _ relations: [Relation], threshold: Int = 5, singles: [String: Int] = [:]
    ) throws -> AuditResult {
        let cells =
            published.map { PublishedCell($0.key, .published($0.value)) }
            + hidden.map { PublishedCell($0, .hidden) } + never.map { PublishedCell($0, .never) }
        return try Audit(threshold: threshold)
            .result(of: PublishedTables(cells: cells, relations: relations), singles: singles)
    }

    @Test func `one hole in a row is subtracted from the margin`() throws {
        let result = try audit(
            ["female": 18, "all": 20], hidden: ["male"],
            [.sum(of: ["female", "male"], is: "all")])
        #expect(result.exactRanges == ["male": 2...2])
        #expect(!result.passes)
    }

    @Test func `views that are safe alone are audited together`() throws {
        let both = try #require(Vector.all.first { $0.name.hasPrefix("T3c") })
        let tables = try both.tables { _ in false }.published(hiding: both.hidden)
        let result = try Audit(threshold: 4).result(of: tables)
        #expect(result.cells.filter(\.isDisclosed).map(\.name) == ["K"])
    }

    @Test func `those who return are semester and earlier total less the new total`() throws {
        let result = try audit(
            ["semester": 62, "total before": 35, "total now": 94], hidden: ["returning"],
            [
                Relation(
                    [
                        .init("semester"), .init("total before"), .init("total now", times: -1),
                        .init("returning", times: -1),
                    ], lower: 0, upper: 0)
            ])
        #expect(result.exactRanges == ["returning": 3...3])
    }

    @Test func `a revision that differs by one pupil gives that pupil away`() throws {
        let result = try audit(
            ["first": 34, "revised": 35], hidden: ["late pupil"],
            [.sum(of: ["first", "late pupil"], is: "revised")])
        #expect(result.exactRanges == ["late pupil": 1...1])
    }

    @Test func `a school left out of a table is the city's total less the others`() throws {
        let result = try audit(
            ["Jaundubulti": 12, "Sloka": 20, "city": 35], hidden: [], never: ["Vaivari"],
            [.sum(of: ["Jaundubulti", "Sloka", "Vaivari"], is: "city")])
        #expect(result.cells == [])
        let asked = try audit(
            ["Jaundubulti": 12, "Sloka": 20, "city": 35], hidden: ["Vaivari"],
            [.sum(of: ["Jaundubulti", "Sloka", "Vaivari"], is: "city")])
        #expect(asked.exactRanges == ["Vaivari": 3...3])
    }

    @Test func `a share with a decimal of a known base gives its count`() throws {
        let result = try audit(
            ["base": 12], hidden: ["improved"],
            Relation.share(of: "improved", in: "base", is: 333, outOf: 1000))
        #expect(result.exactRanges == ["improved": 4...4])
    }

    @Test func `a share of a hidden count and base leaves few pairs`() throws {
        let result = try audit(
            [:], hidden: ["base", "improved"],
            Relation.share(of: "improved", in: "base", is: 333, outOf: 1000)
                + [.part("improved", isWithin: "base"), .sum(of: ["base"], is: 12)])
        #expect(result.exactRanges == ["base": 12...12, "improved": 4...4])
    }

    @Test func `a range without whole numbers but one is exact`() throws {
        let result = try audit(
            ["low": 3, "high": 5], hidden: ["cell"],
            [
                Relation(
                    [.init("cell", times: 2), .init("low", times: -1)], lower: 0, upper: nil),
                Relation(
                    [.init("cell", times: 2), .init("high", times: -1)], lower: nil, upper: 0),
            ])
        #expect(result.exactRanges == ["cell": 2...2])
    }

    @Test func `whole numbers narrow what fractions would leave open`() throws {
        // Three pairs add up to 3 each: with fractions each cell is one and a half, with whole numbers nothing fits.
        #expect(throws: AuditFault.contradictory(cells: ["a", "b", "c"])) {
            try audit(
                [:], hidden: ["a", "b", "c"],
                [
                    .sum(of: ["a", "b"], is: 3), .sum(of: ["b", "c"], is: 3),
                    .sum(of: ["a", "c"], is: 3),
                ])
        }
    }

    @Test func `a single contributor takes themselves out of a pair`() throws {
        let relations: [Relation] = [.sum(of: ["a", "b", "c", "d"], is: "all")]
        let outside = try audit(
            ["all": 4, "c": 1, "d": 0], hidden: ["a", "b"], relations, threshold: 3)
        #expect(outside.passes)
        let inside = try audit(
            ["all": 4, "c": 1, "d": 0], hidden: ["a", "b"], relations, threshold: 3,
            singles: ["a": 1])
        #expect(inside.unsafe.map(\.name) == ["b"])
        #expect(inside.unsafe.map(\.workedOutFrom) == [["a"]])
        let three = try audit(
            ["all": 4, "d": 0], hidden: ["a", "b", "c"], relations, threshold: 3,
            singles: ["a": 1, "c": 1])
        #expect(three.passes)
    }

    @Test func `a total that is published but for one contributor is their own cell`() throws {
        let result = try audit(
            ["x": 7, "y": 9], hidden: ["a", "b", "x and a", "y and b"],
            [
                .sum(of: ["x", "a"], is: "x and a"), .sum(of: ["y", "b"], is: "y and b"),
                .sum(of: ["a", "b"], is: 6),
            ], singles: ["a": 1])
        #expect(result.unsafe.map(\.name) == ["b", "y and b"])
    }

    @Test func `a cell without any bound has a range without end`() throws {
        let result = try audit([:], hidden: ["a"], [])
        #expect(
            result.cells == [
                CellBounds(
                    name: "a", least: .init(value: 0, isExact: true),
                    greatest: .init(value: nil, isExact: true), isWideEnough: true,
                    workedOutFrom: [])
            ])
    }

    @Test func `figures that contradict one another are named`() throws {
        #expect(throws: AuditFault.contradictory(cells: ["a", "all", "b"])) {
            try audit(
                ["a": 3, "b": 4, "all": 8], hidden: [], [.sum(of: ["a", "b"], is: "all")])
        }
    }
}
