@testable import Documents
import Testing

@Suite struct Code128Tests {
    @Test func `each sign is eleven modules of three bars and three gaps, and no two are alike`() {
        #expect(Code128.patterns.count == 107 && Set(Code128.patterns).count == 107)
        for (number, pattern) in Code128.patterns.enumerated() {
            #expect(pattern.utf8.reduce(0) { $0 + Int($1) - 0x30 } == (number == 106 ? 13 : 11) && pattern.count == (number == 106 ? 7 : 6), "\(number)")
        }
    }

    @Test func `digits are set in pairs, and the check sign is that of the specification`() {
        let cases: [(text: String, values: [Int])] = [
            ("Wikipedia", [104, 55, 73, 75, 73, 80, 69, 68, 73, 65, 88]), ("123456", [105, 12, 34, 56, 44]), ("12", [105, 12, 14]), ("A1", [104, 33, 17, 68]),
            ("AB1234", [104, 33, 34, 99, 12, 34, 102]), ("1234567", [104, 17, 99, 23, 45, 67, 88]), ("12AB", [104, 17, 18, 33, 34, 83]),
        ]
        for one in cases {
            let values = Code128(one.text)?.values ?? []
            #expect(values.dropLast() == one.values.dropLast(), "\(one.text): \(values)")
            let sum = values.dropLast().enumerated().reduce(0) { $0 + $1.element * max(1, $1.offset) }
            #expect(values.last == sum % 103, "\(one.text)")
        }
        #expect(Code128("Wikipedia")?.values.last == 88)
        #expect(Code128("") == nil && Code128("Ж") == nil && Code128("a\n") == nil)
    }

    @Test func `a code of twelve digits is narrow, and its bars lie between the quiet zones`() throws {
        let code = try #require(Code128("100100004179"))
        #expect(code.extent == 20 + 11 * 8 + 13, "start, six pairs, check, stop")
        var ends = 10
        for bar in code.path.matches(of: /M(\d+) 0h(\d+)v1h-(\d+)z/) {
            let (from, width) = (Int(bar.1) ?? 0, Int(bar.2) ?? 0)
            #expect(from >= ends && bar.2 == bar.3)
            ends = from + width
        }
        #expect(ends == code.extent - 10)
    }

    @Test func `whatever the text, it is read back from its values`() {
        for text in ["100100004179", "a1b22c333d4444e55555f666666", "99", "0000000", "~ 12 34", "K-2026/15", "12345678901234567890x1"] {
            guard let code = Code128(text) else { Issue.record("\(text)"); continue }
            var read = "", isPaired = false
            for value in code.values.dropLast() {
                switch value {
                case 104, 100: isPaired = false
                case 105: isPaired = true
                case 99 where !isPaired: isPaired = true
                default: read += isPaired ? (value < 10 ? "0\(value)" : "\(value)") : String(UnicodeScalar(UInt8(value + 32)))
                }
            }
            #expect(read == text)
        }
    }
}
