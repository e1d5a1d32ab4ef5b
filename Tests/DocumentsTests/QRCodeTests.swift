import Documents
import Testing

@Suite struct QRCodeTests {
    @Test func `a code has the three corner squares of the specification`() throws {
        let code = try #require(QRCode("https://example.org/sr/certificates/ABCD"))
        for (row, column) in [(0, 0), (0, code.side - 7), (code.side - 7, 0)] {
            #expect((0..<7).allSatisfy { code.isDark(row: row, column: column + $0) && code.isDark(row: row + 6, column: column + $0) })
            #expect(!code.isDark(row: row + 1, column: column + 1))
        }
    }

    @Test func `its path draws each dark module once, and no light one`() throws {
        let code = try #require(QRCode("https://example.org/sr/certificates/ABCD"))
        var drawn: [[Int]] = Array(repeating: Array(repeating: 0, count: code.side), count: code.side)
        var (column, row) = (-4, -4)
        for step in code.path.matches(of: /[Mm](-?\d+) (\d+)(?:\.5)?h(\d+)/) {
            column += Int(step.1) ?? 0
            row += Int(step.2) ?? 0
            for _ in 0..<(Int(step.3) ?? 0) {
                drawn[row][column] += 1
                column += 1
            }
        }
        for row in 0..<code.side { #expect(drawn[row] == (0..<code.side).map { code.isDark(row: row, column: $0) ? 1 : 0 }) }
    }

    @Test func `a text that does not fit gives no code`() {
        #expect(QRCode(String(repeating: "a", count: 500), highestVersion: 15) == nil)
        #expect(QRCode(String(repeating: "a", count: 400), highestVersion: 15) != nil)
    }
}
