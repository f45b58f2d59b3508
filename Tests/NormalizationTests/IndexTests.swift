import PupilSupport
import Testing

@testable import Normalization

/// The generator SplitMix64, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

struct ByteDictionaryTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `it numbers as a dictionary of Swift does`(seed: UInt64) {
        var random = SeededGenerator(state: seed)
        var dictionary = ByteDictionary(seed: seed)
        var known: [[UInt8]: Int] = [:]
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...20, using: &random)
            let alphabet: ClosedRange<UInt8> = count < 4 ? 0...255 : 0x61...0x62
            let bytes = (0..<count).map { _ in UInt8.random(in: alphabet, using: &random) }
            let (number, isNew) = bytes.withUnsafeBufferPointer { dictionary.number(of: $0) }
            let expected = known[bytes]
            if isNew != (expected == nil) || number != expected ?? known.count {
                Issue.record("\(bytes) is \(number), new: \(isNew)")
            }
            known[bytes] = number
        }
        #expect(dictionary.count == known.count)
    }

    @Test func `texts that differ in zero bytes only are different`() {
        var dictionary = ByteDictionary(seed: 0)
        let numbers = [[], [0], [0, 0], Array(repeating: 0, count: 8)].map { (bytes: [UInt8]) in
            bytes.withUnsafeBufferPointer { dictionary.number(of: $0).number }
        }
        #expect(numbers == [0, 1, 2, 3])
    }
}

struct RepeatIndexTests {
    /// A session; `plan` beyond 16 bits does not fit the packed form.
    private static func session(_ changes: [String: Int] = [:]) -> [Int] {
        let kind = RecordKind.session
        var values = [Int](repeating: ModelBatch.missing, count: kind.fields.count)
        let all = [
            "school": 0, "semester": 20_182, "plan_number": 1, "pupil": 2, "class": 501,
            "teacher": 3, "role": 1, "measure": 4, "subject": 5, "date": 20_190_211,
            "minutes": 40, "mode": 0,
        ].merging(changes) { $1 }
        for (name, value) in all {
            if let index = kind.fieldIndex(name) { values[index] = value }
        }
        return values
    }

    private static let tooWide = 1 << 20

    private func sightings(_ kind: RecordKind, _ records: [[Int]]) -> [String] {
        var index = RepeatIndex(kind: kind)
        return records.enumerated().map { place, values in
            switch values.withUnsafeBufferPointer({ index.see($0, line: place + 1) }) {
            case .new: "new"
            case .repeated(let line): "repeats \(line)"
            case .sameKey(let line): "key of \(line)"
            }
        }
    }

    @Test(arguments: [1, tooWide])
    func `the same session again repeats the first`(plan: Int) {
        let session = Self.session(["plan_number": plan])
        #expect(sightings(.session, [session, session]) == ["new", "repeats 1"])
    }

    @Test(arguments: [1, tooWide])
    func `other contents under the same key are told`(plan: Int) {
        let first = Self.session(["plan_number": plan])
        let second = Self.session(["plan_number": plan, "minutes": 80])
        #expect(sightings(.session, [first, second]) == ["new", "key of 1"])
    }

    @Test(arguments: [1, tooWide])
    func `the second of a key repeated is a repetition`(plan: Int) {
        let first = Self.session(["plan_number": plan])
        let second = Self.session(["plan_number": plan, "minutes": 80])
        #expect(
            sightings(.session, [first, second, second]) == ["new", "key of 1", "repeats 2"])
    }

    @Test(
        arguments: [
            "pupil", "teacher", "measure", "subject", "date",
        ], [1, tooWide])
    func `another key is another session`(field: String, plan: Int) {
        let first = Self.session(["plan_number": plan])
        let second = Self.session(["plan_number": plan, field: field == "date" ? 20_190_212 : 6])
        #expect(sightings(.session, [first, second]) == ["new", "new"])
    }

    @Test(
        arguments: [
            "school", "semester", "class", "role", "minutes", "mode", "confirmed_on",
            "mark_before", "mark_after", "order_number",
        ], [1, tooWide])
    func `every field beyond the key counts as contents`(field: String, plan: Int) {
        let other = ["semester": 20_191, "class": 502, "confirmed_on": 20_190_211][field] ?? 3
        let first = Self.session(["plan_number": plan])
        let second = Self.session(["plan_number": plan, field: other])
        #expect(sightings(.session, [first, second]) == ["new", "key of 1"])
    }

    @Test func `a missing value and zero are not the same`() {
        let first = Self.session(["mode": ModelBatch.missing])
        #expect(sightings(.session, [first, Self.session(["mode": 0])]) == ["new", "key of 1"])
    }

    @Test func `many sessions are told apart`() {
        let all = (0..<5_000).map { Self.session(["pupil": $0 / 50, "teacher": $0 % 50]) }
        #expect(Set(sightings(.session, all)) == ["new"])
        #expect(
            sightings(.session, all + all).suffix(5_000)
                == (1...5_000).map { "repeats \($0)" }[...])
    }

    @Test func `a second mark of a pupil in a subject has the key of the first`() {
        #expect(
            sightings(.mark, [[0, 20_182, 1, 2, 5], [0, 20_182, 1, 2, 6], [0, 20_182, 1, 3, 5]])
                == ["new", "key of 1", "new"])
    }

    @Test func `other kinds are compared whole`() {
        #expect(
            sightings(.planRisk, [[0, 1, 2], [0, 1, 3], [0, 1, 2]]) == ["new", "new", "repeats 1"])
    }

    @Test func `answers that say the same are answers of several people`() {
        #expect(
            sightings(.feedback, [[0, 20_182, 1, 2, 1], [0, 20_182, 1, 2, 1]]) == ["new", "new"])
    }
}
