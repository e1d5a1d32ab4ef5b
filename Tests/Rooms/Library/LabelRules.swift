import Centres
import Kernel
import Library
import Testing

/// What the barcodes of a centre say.
@Suite struct LabelRules {
    @Test func `a label is read as it was written, and one with a wrong digit is none`() throws {
        let code = try #require(LibraryCode(.copy, of: Centre.ID(3), number: 417))
        #expect(code.text.count == 12)
        #expect(LibraryCode(typed: code.text) == code)
        #expect(LibraryCode(typed: " \(code.text.prefix(6)) \(code.text.suffix(6)) ") == code)
        for place in code.text.indices {
            for digit in "0123456789" where code.text[place] != digit {
                var wrong = code.text
                wrong.replaceSubrange(place...place, with: String(digit))
                #expect(LibraryCode(typed: wrong) == nil)
            }
        }
        #expect(LibraryCode(typed: String(code.text.dropLast())) == nil)
    }

    @Test func `a scanner on a Lithuanian keyboard types letters where digits stand`() throws {
        let code = try #require(LibraryCode(.copy, of: Centre.ID(3), number: 123_456))
        let keys: [Character: String] = ["1": "ą", "2": "č", "3": "ę", "4": "ė", "5": "į", "6": "š", "7": "ų", "8": "ū"]
        #expect(LibraryCode(typed: code.text.map { keys[$0] ?? String($0) }.joined()) == code)
    }

    @Test func `a code has room for what fits, and for nothing more`() {
        #expect(LibraryCode(.card, of: Centre.ID(999), number: LibraryCode.numberMost) != nil)
        #expect(LibraryCode(.card, of: Centre.ID(1_000), number: 1) == nil)
        #expect(LibraryCode(.copy, of: Centre.ID(1), number: 0) == nil)
        #expect(LibraryCode(.copy, of: Centre.ID(1), number: LibraryCode.numberMost + 1) == nil)
    }
}
