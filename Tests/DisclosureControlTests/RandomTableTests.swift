import DisclosureControl
import Testing

struct RandomTableTests {
    private static let perGroup = 125

    @Test(arguments: 0..<16)
    func `random linked tables are protected, and trying every completion confirms it`(
        group: Int
    ) throws {
        let clock = ContinuousClock()
        var (chosen, audited) = (Duration.zero, Duration.zero)
        var slowest = Duration.zero
        var (exact, enumerated, cells) = (0, 0, 0)
        for number in group * Self.perGroup..<(group + 1) * Self.perGroup {
            var random = RandomTables(number: number)
            let tables = try random.next(number)
            let suppression = Suppression(exactCandidates: 16, exactQuestions: 400)
            var found: Protection?
            let time = clock.measure {
                #expect(throws: Never.self, "table \(number)") {
                    found = try suppression.protection(of: tables)
                }
            }
            guard let protection = found else { continue }
            chosen += time
            slowest = max(slowest, time)
            cells += tables.cells.count
            if protection.method == .exact { exact += 1 }
            let published = tables.published(hiding: Set(protection.hidden))
            var result: AuditResult?
            audited += try clock.measure { result = try Audit().result(of: published) }
            let audit = try #require(result)
            #expect(audit.passes, "table \(number)")
            #expect(Set(audit.cells.map(\.name)).isSuperset(of: unsafe(tables)), "table \(number)")
            if let bounds = boundsByTrying(published, audit) {
                enumerated += 1
                #expect(audit.exactRanges == bounds, "table \(number)")
            }
        }
        print(
            "random tables, group \(group): \(Self.perGroup) of \(cells) cells,",
            "\(exact) exact, \(enumerated) enumerated, chosen in \(chosen / Self.perGroup) each",
            "(slowest \(slowest)), audited anew in \(audited / Self.perGroup) each")
    }

    private func unsafe(_ tables: LinkedTables) -> Set<String> {
        Set(tables.cells.filter { $0.isUnsafe && $0.state == .open }.map(\.name))
    }

    /// The ranges by trying, where nothing is without bound and the tries are few.
    private func boundsByTrying(
        _ tables: PublishedTables, _ audit: AuditResult
    ) -> [String: ClosedRange<Int>]? {
        let ends = audit.cells.map(\.greatest.value)
        guard !ends.isEmpty, !ends.contains(nil) else { return nil }
        let most = ends.compactMap(\.self).max() ?? 0
        return BruteForce(tables, most: most + 2).bounds(steps: 2000)
    }
}
