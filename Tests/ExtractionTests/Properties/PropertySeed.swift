import Foundation

/// Random numbers that are the same in every run with the same seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Whether something happens that happens once in a number of times.
    mutating func once(in times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }

    /// Returns one of several values.
    mutating func one<Value>(of values: [Value]) -> Value {
        values[Int.random(in: values.indices, using: &self)]
    }
}

/// The seed of the property tests: the same in every run, unless the environment says
/// `PUMPURS_TEST_SEED=` with a number, or `random` to look for what no run has met.
enum PropertySeed {
    static let value: UInt64 = {
        let asked = ProcessInfo.processInfo.environment["PUMPURS_TEST_SEED"]
        let seed = asked == "random" ? UInt64.random(in: 0...UInt64.max) : UInt64(asked ?? "")
        let value = seed ?? 2019
        print("property tests: PUMPURS_TEST_SEED=\(value)")
        return value
    }()

    /// Returns a generator of its own for a case, so that a case that fails can be run alone.
    static func generator(for number: Int) -> SeededGenerator {
        var seed = SeededGenerator(seed: value &+ UInt64(bitPattern: Int64(number)))
        return SeededGenerator(seed: seed.next())
    }
}
