/// Chance that falls the same each time: the same demonstration comes out wherever and whenever it is made.
struct DemoDice: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9e37_79b9_7f4a_7c15 }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
        return word ^ (word >> 31)
    }

    /// Whether something happens that happens so often in a hundred.
    mutating func falls(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}
