import PupilSupport
import Testing

@testable import Normalization

@Suite struct `What passed a check` {
    private let passed = PassedRecords(
        [.field("date"), .field("semester"), .level(of: "class")], of: .session)

    private func key(date: Int, semester: Int = 20_182, schoolClass: Int = 501) throws -> UInt64 {
        let kind = RecordKind.session
        var values = [Int](repeating: ModelBatch.missing, count: kind.fields.count)
        for (name, value) in [("date", date), ("semester", semester), ("class", schoolClass)] {
            if let field = kind.fieldIndex(name) { values[field] = value }
        }
        let passed = try #require(passed)
        return values.withUnsafeBufferPointer { passed.table.key(of: ModelRecord(values: $0)) }
    }

    @Test func `is remembered`() throws {
        let passed = try #require(passed)
        passed.table.insert(try key(date: 20_190_211))
        #expect(passed.table.contains(try key(date: 20_190_211)))
    }

    @Test func `is not what differs in any deciding value`() throws {
        let passed = try #require(passed)
        passed.table.insert(try key(date: 20_190_211))
        #expect(!passed.table.contains(try key(date: 20_190_212)))
        #expect(!passed.table.contains(try key(date: 20_190_211, semester: 20_181)))
        #expect(!passed.table.contains(try key(date: 20_190_211, schoolClass: 601)))
        #expect(!passed.table.contains(try key(date: ModelBatch.missing)))
    }

    @Test func `is told by the level of a class, whatever its letter`() throws {
        let passed = try #require(passed)
        passed.table.insert(try key(date: 20_190_211, schoolClass: 501))
        #expect(passed.table.contains(try key(date: 20_190_211, schoolClass: 502)))
    }

    @Test func `is never a record with a value out of bounds`() throws {
        let passed = try #require(passed)
        for date in [0, -1, .max, 99_999_999] {
            passed.table.insert(try key(date: date))
            #expect(!passed.table.contains(try key(date: date)))
        }
    }

    @Test func `is nothing that was not inserted, among many that share slots`() throws {
        let passed = try #require(passed)
        var random = SeededGenerator(state: 9)
        var inserted: Set<UInt64> = []
        for _ in 0..<50_000 {
            let key = try key(
                date: 20_180_000 + Int.random(in: 0...12_000, using: &random),
                semester: 20_171 + Int.random(in: 0...20, using: &random))
            if passed.table.contains(key), !inserted.contains(key) {
                Issue.record("\(key) was never inserted")
            }
            guard Bool.random(using: &random) else { continue }
            passed.table.insert(key)
            inserted.insert(key)
        }
    }

    @Test func `is not remembered where no value decides, or they do not fit into a word`() {
        #expect(PassedRecords([], of: .session) == nil)
        #expect(PassedRecords([.field("minutes")], of: .session) == nil)
        let days: [DecidingValue] = [.field("starts_on"), .field("ends_on"), .field("starts_on")]
        #expect(PassedRecords(days, of: .plan) == nil)
    }
}
