/// Where the invented values of a twin come from: chance, or a seed that gives the same twin again.
struct TwinRandom: RandomNumberGenerator {
    private let seed: UInt64?
    private var state: UInt64?
    private var system = SystemRandomNumberGenerator()

    /// Creates a source; without a seed nobody can repeat what it gives.
    init(seed: UInt64?) {
        self.seed = seed
        state = seed
    }

    mutating func next() -> UInt64 {
        guard let before = state else { return system.next() }
        let now = before &+ 0x9E37_79B9_7F4A_7C15
        state = now
        var mixed = (now ^ (now >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Draws what stands for a text; with a seed the same text gets the same in every file.
    mutating func drawn<Value>(
        for text: String, _ draw: (inout TwinRandom) -> Value
    ) -> Value {
        guard let seed else { return draw(&self) }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        var own = TwinRandom(seed: hash)
        return draw(&own)
    }
}
