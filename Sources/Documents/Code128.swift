/// A bar code that holds a short text of plain signs, as scanners in libraries read it.
///
/// Specification: ISO/IEC 15417. Runs of digits take half the room: they are written in pairs (set C), everything else sign by sign (set B).
public struct Code128: Sendable, Equatable {
    /// Values of the symbol, from the start sign to the check sign, without the stop.
    public let values: [Int]

    /// - Returns: nil for an empty text, and for one with a sign that is no printable ASCII.
    public init?(_ text: String) {
        let signs = Array(text.utf8)
        guard !signs.isEmpty, signs.allSatisfy({ (0x20...0x7e).contains($0) }) else { return nil }
        var values: [Int] = [], place = 0, isPaired = false
        /// How many digits stand there.
        func digits(at start: Int) -> Int { signs[start...].prefix { (0x30...0x39).contains($0) }.count }
        while place < signs.count {
            let run = digits(at: place)
            // Changing the set takes a sign: two pairs are worth it, within a text three.
            let isWorth = run >= (values.isEmpty || place + run == signs.count ? 4 : 6) || (run == 2 && signs.count == 2)
            if isPaired ? run >= 2 : isWorth, isPaired || run % 2 == 0 {
                if !isPaired { values.append(values.isEmpty ? Self.startC : Self.toC) }
                isPaired = true
                values.append(Int(signs[place] - 0x30) * 10 + Int(signs[place + 1] - 0x30))
                place += 2
            } else {
                if values.isEmpty { values.append(Self.startB) } else if isPaired { values.append(Self.toB) }
                isPaired = false
                values.append(Int(signs[place]) - 0x20)
                place += 1
            }
        }
        let sum = values.enumerated().reduce(0) { $0 + $1.element * max(1, $1.offset) }
        self.values = values + [sum % 103]
    }

    /// Widths of bars and gaps in turn, in modules, from the first bar to the last.
    public var widths: [Int] { (values + [Self.stop]).flatMap { Self.patterns[$0].utf8.map { Int($0) - 0x30 } } }

    /// Width of the picture in modules: the code with its quiet zones of ten on each side.
    public var extent: Int { widths.reduce(20, +) }

    /// All bars as one SVG path, a module wide where they are narrow and of height 1; in modules, with the quiet zone.
    public var path: String {
        var place = 10, path = ""
        for (number, width) in widths.enumerated() {
            if number % 2 == 0 { path += "M\(place) 0h\(width)v1h-\(width)z" }
            place += width
        }
        return path
    }

    private static let toC = 99, toB = 100, startB = 104, startC = 105, stop = 106

    static let patterns = """
        212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 223211 221132 221231 213212
        223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331
        132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124
        121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112
        421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112
        """.split(whereSeparator: \.isWhitespace).map(String.init)
}
