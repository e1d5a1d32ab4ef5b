import Foundation
import Mutations
@testable import Sheets
import Testing

/// Whatever a file holds, it is a table or a problem that says what is wrong.
@Suite struct `A file that was spoiled` {
    private static let csv = [
        "Презиме;Име;Е-пошта\r\nЂорђевић;Ана;ana@x.example\r\n", "a,b\n\"c \"\"d\"\"\",e\n", "\u{FEFF}a\tb\n1\t'=1+1\n",
        "šifra;datum;iznos\n1;25.2.2026.;3.500,00\n2;2026-02-25;-0,5\n",
        "a\r\"\rb\"\r\r", ";;;\n;;;1", "a;b\n\"", "a\n9223372036854775808",
    ]
    private static let rows = [
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\"><v>46078.5</v></c><c r=\"C2\" t=\"b\"><v>1</v></c></row>",
        "<row><c><v>1</v></c><c t=\"inlineStr\"><is><r><t>а</t></r><rPh><t>б</t></rPh></is></c></row><row r=\"1048576\"><c t=\"d\"><v>2026-02-25</v></c></row>",
        // Found by chance, each ended the program once.
        "<row r=\"9223372036854775807\"><c><v>1</v></c></row><row><c><v>2</v></c></row>",
        "<row><c r=\"A1\"><c r=\"B1\"><v>1</v></c></c></row>", "<row><c><v>-9223372036854775808</v></c></row>", "<row><row r=\"1\"/><c r=\"XFD1\"><v>1e308</v></c></row>",
    ]
    private static let words = ["<row r=\"", "<row>", "</row>", "<c r=\"A1\">", "<c>", "</c>", "<v>", "</v>", " t=\"s\"", " t=\"d\"", " s=\"-1\"", " s=\"1\"",
        "_x0000_", "_xFFFF_", "XFD", "&#0;", "<!DOCTYPE a>"]

    @Test func `as text is read or refused`() {
        var mutations = Mutations(Self.csv, words: ["\"\"", "\";\"", "\n\"", ";;"])
        mutations.each(12_000) { bytes in
            if let table = try? Table.read(bytes) { Self.look(at: table) }
        }
    }

    @Test func `as a workbook is read or refused`() throws {
        var mutations = Mutations(Self.rows, words: Self.words)
        var read = 0
        mutations.eachText(3_000) { rows in
            var book = Book()
            book.rows = rows
            book.styles = "<numFmts><numFmt numFmtId=\"200\" formatCode=\"dd.mm.yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"200\"/></cellXfs>"
            if let table = try? book.read() {
                read += 1
                Self.look(at: table)
            }
        }
        #expect(read > 100, "some of them are sound")
    }

    @Test func `as an archive is read or refused`() {
        var book = Book()
        book.rows = Self.rows[0]
        var parts = Mutations([book.bytes], words: ["PK\u{3}\u{4}", "PK\u{1}\u{2}", "PK\u{5}\u{6}", "../", "xl/workbook.xml"])
        parts.each(3_000) { bytes in
            if let table = try? Table.read(bytes) { Self.look(at: table) }
        }
        for text in [\Book.strings, \.styles, \.workbook] as [WritableKeyPath<Book, String>] {
            var mutations = Mutations([
                "<si><t>Назив</t></si>", "<numFmt numFmtId=\"1\" formatCode=\"[h]:mm\"/><cellXfs><xf numFmtId=\"14\"/></cellXfs>", "<workbookPr date1904=\"1\"/>",
            ], words: Self.words)
            mutations.eachText(800) { part in
                var changed = book
                changed[keyPath: text] = part
                if let table = try? changed.read() { Self.look(at: table) }
            }
        }
    }

    /// What people typed goes into any export whole or with stand-ins, and comes out of it again.
    @Test func `and what was typed never stops an export`() throws {
        var mutations = Mutations(["Ана Ђорђевић", "вертикалнитаб\u{B}, знак\u{FFFF}, \u{2028}, _x000D_, =1+1", "\u{301}\"", "a\"\u{301}b;\"c\"", "\r\n",
            String(repeating: "я", count: 40_000)])
        var texts: [String] = []
        mutations.eachText(400) { texts.append($0) }
        let sheet = Sheet("Све", columns: ["a", "b", "c"], rows: texts.map { [.text($0), .text(String($0.prefix(100))), .number(7)] })
        var limits = Limits()
        (limits.ratio, limits.cell) = (100_000, 10 << 20)
        let book = try Table.read(sheet.xlsx(), limits: limits)
        #expect(book.rows.count == texts.count && book.rows.allSatisfy { $0["c"] == "7" })
        for dialect in [CSV.Dialect.office, .plain] {
            let table = try Table.read(sheet.csv(dialect), limits: limits)
            #expect(table.rows.count == texts.count && table.rows.allSatisfy { $0["c"] == "7" })
        }
    }

    private static func look(at table: Table) {
        for row in table.rows { for cell in row.cells { _ = (cell.whole, cell.decimal, cell.day, cell.text) } }
    }
}
