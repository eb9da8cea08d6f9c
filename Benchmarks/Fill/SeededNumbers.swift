/// The same numbers for the same seed, everywhere (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    /// True so many times in a hundred.
    mutating func happens(_ percent: Int) -> Bool { Int(next() % 100) < percent }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    mutating func one<Element>(of some: [Element]) -> Element { some[below(some.count)] }

    mutating func bytes(_ count: Int) -> [UInt8] {
        var result: [UInt8] = []
        while result.count < count {
            let bits = next()
            for shift in stride(from: UInt64(0), to: 64, by: 8) where result.count < count {
                result.append(UInt8(truncatingIfNeeded: bits >> shift))
            }
        }
        return result
    }
}
