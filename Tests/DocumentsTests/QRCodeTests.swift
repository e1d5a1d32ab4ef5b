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

    @Test func `a text that does not fit gives no code`() {
        #expect(QRCode(String(repeating: "a", count: 500), highestVersion: 15) == nil)
        #expect(QRCode(String(repeating: "a", count: 400), highestVersion: 15) != nil)
    }
}
