import Foundation

/// Inputs as chance, carelessness and malice spoil them: for parsers, which take or refuse but never end the program. The same seed spoils alike each
/// time, so that a fault that was found is found again. `ZBORNICA_MUTATIONS=200` spoils two hundred times as many, each time others: minutes for once
/// instead of seconds for every day.
package struct Mutations {
    private var state: UInt64
    private let corpus: [[UInt8]]
    private let words: [[UInt8]]

    /// - Parameters:
    ///   - corpus: sound inputs, and those that once broke something.
    ///   - words: what means something to the parser.
    package init(_ corpus: [String], words: [String] = [], seed: UInt64 = 1) {
        self.init(corpus.map { Array($0.utf8) }, words: words, seed: seed)
    }

    package init(_ corpus: [[UInt8]], words: [String] = [], seed: UInt64 = 1) {
        self.corpus = corpus
        self.words = (words + Self.numbers + Self.signs).map { Array($0.utf8) }
        state = Self.times > 1 ? UInt64(Date().timeIntervalSince1970 * 1_000) : seed
    }

    private static let times = max(1, Int(ProcessInfo.processInfo.environment["ZBORNICA_MUTATIONS"] ?? "") ?? 1)

    /// Numbers at the edges of what machines count with.
    private static let numbers = [
        "9223372036854775807", "-9223372036854775808", "9223372036854775808", "18446744073709551615", "4294967296", "2147483647", "-1", "0", "1e308", "-0", "nan",
    ]
    /// Signs at the edges of what a text is: broken UTF-8 comes from changed bytes by itself.
    private static let signs = ["\u{0}", "\u{FFFF}", "\u{202E}", "\u{301}", "\u{FEFF}", "\r\n", "\u{2028}", "\"", "'", "<", "&", "%", "=", ";", ",", ".", "@", "{",
        "}", "\\", "🎓"]

    /// Hands out each input of the corpus as it is, and then so many spoiled ones.
    package mutating func each(_ count: Int, _ body: ([UInt8]) throws -> Void) rethrows {
        for input in corpus { try body(input) }
        for _ in 0..<count * Self.times {
            let input = next()
            if Self.times > 1 { Self.keep(input) }
            try body(input)
        }
    }

    /// The last input lies in a file, for whoever looks why the program has ended.
    private static func keep(_ input: [UInt8]) {
        let path = FileManager.default.temporaryDirectory.appending(path: "mutation-\(getpid())").path
        _ = FileManager.default.createFile(atPath: path, contents: Data(input))
    }

    /// The same as texts, whatever their bytes were.
    package mutating func eachText(_ count: Int, _ body: (String) throws -> Void) rethrows {
        try each(count) { try body(String(decoding: $0, as: UTF8.self)) }
    }

    private mutating func next() -> [UInt8] {
        var input = corpus[below(corpus.count)]
        for _ in 0...below(4) { spoil(&input) }
        return input
    }

    private mutating func spoil(_ input: inout [UInt8]) {
        let place = below(input.count + 1)
        let length = min(below(12), input.count - place)
        switch below(7) {
        case 0: if place < input.count { input[place] ^= 1 << UInt8(below(8)) }
        case 1: if place < input.count { input[place] = UInt8(below(256)) }
        case 2: input.removeSubrange(place..<place + length)
        case 3: input.insert(contentsOf: Array(input[place..<place + length]), at: place)
        case 4: input.insert(contentsOf: words[below(words.count)], at: place)
        case 5: replaceNumber(in: &input, from: place)
        default:
            let other = corpus[below(corpus.count)], cut = below(other.count + 1)
            input = Array(input[..<place] + other[cut...])
        }
    }

    /// Puts another number in the place of the next one.
    private mutating func replaceNumber(in input: inout [UInt8], from place: Int) {
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        guard let first = input[place...].firstIndex(where: isDigit) else { return }
        let last = input[first...].firstIndex { !isDigit($0) } ?? input.count
        input.replaceSubrange(first..<last, with: Array(Self.numbers[below(Self.numbers.count)].utf8))
    }

    /// By the generator SplitMix64.
    private mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, limit)))
    }
}
