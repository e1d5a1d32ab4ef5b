/// Makes zip archives for tests: files stored as they are, or one run of a single byte packed as tightly as fixed codes allow.
struct ZipMaker {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    init(_ files: [(String, String)] = []) {
        for (name, text) in files { add(name, Array(text.utf8)) }
    }

    mutating func add(_ name: String, _ bytes: [UInt8]) {
        put(name, packed: bytes, method: 0, size: bytes.count, sum: Self.sum(bytes))
    }

    /// A file of blanks, `258 × runs + 1` bytes long after the beginning, which packs to a hundredth. Its sum is wrong, so it must be stopped early.
    mutating func add(_ name: String, beginning: String, blankRuns runs: Int) {
        var bits = Bits()
        bits.put(0b1, 1)
        bits.put(0b01, 2)
        for byte in beginning.utf8 + [32] { byte < 144 ? bits.putReversed(Int(byte) + 48, 8) : bits.putReversed(Int(byte) + 256, 9) }
        for _ in 0..<runs {
            bits.putReversed(0b1100_0101, 8)
            bits.putReversed(0, 5)
        }
        bits.putReversed(0, 7)
        put(name, packed: bits.finished(), method: 8, size: beginning.utf8.count + 1 + 258 * runs, sum: 0)
    }

    func finished() -> [UInt8] {
        let counts = little(count, 2) + little(count, 2) + little(directory.count, 4) + little(body.count, 4)
        return body + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + counts + [0, 0]
    }

    private mutating func put(_ name: String, packed: [UInt8], method: Int, size: Int, sum: UInt32) {
        let facts = little(20, 2) + little(0x800, 2) + little(method, 2) + little(0, 4) + little(Int(sum), 4) + little(packed.count, 4)
            + little(size, 4) + little(name.utf8.count, 2) + little(0, 2)
        directory += [0x50, 0x4B, 1, 2] + little(20, 2) + facts + little(0, 2) + little(0, 4) + little(0, 4) + little(body.count, 4) + Array(name.utf8)
        body += [0x50, 0x4B, 3, 4] + facts + Array(name.utf8) + packed
        count += 1
    }

    private func little(_ number: Int, _ width: Int) -> [UInt8] { (0..<width).map { UInt8(number >> (8 * $0) & 0xFF) } }

    private static func sum(_ bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}

/// Bits in the order of DEFLATE, lowest first.
private struct Bits {
    private var bytes: [UInt8] = []
    private var (kept, width) = (0, 0)

    mutating func put(_ value: Int, _ count: Int) {
        kept |= value << width
        width += count
        while width >= 8 {
            bytes.append(UInt8(kept & 0xFF))
            (kept, width) = (kept >> 8, width - 8)
        }
    }

    /// Huffman codes go in with their highest bit first.
    mutating func putReversed(_ code: Int, _ count: Int) {
        for bit in (0..<count).reversed() { put(code >> bit & 1, 1) }
    }

    func finished() -> [UInt8] { width > 0 ? bytes + [UInt8(kept)] : bytes }
}
