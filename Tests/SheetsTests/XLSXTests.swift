import Foundation
import Testing

@testable import Sheets

@Suite struct `A workbook that comes in` {
    @Test func `gives every kind of cell`() throws {
        var book = Book()
        book.strings = """
            <si><t>Назив</t></si><si><r><t>Ђу</t></r><r><t>ра</t></r><rPh sb="0" eb="1"><t>читај</t></rPh></si>\
            <si><t xml:space="preserve"> а_x000D_б &amp; в_x005F_x0041_ </t></si>
            """
        book.styles = """
            <numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="[Red]0.00&quot;дин&quot;"/></numFmts>\
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>
            """
        book.rows = """
            <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><t>Ред</t></is></c><c t="str"><f>1+1</f><v>Поени</v></c></row>\
            <row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" s="1"><v>46078</v></c><c r="C4" s="2"><v>46078.5</v></c><c r="D4" s="3"><v>0.30000000000000004</v></c></row>\
            <row><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2026-02-25</v></c><c><v>1.5E3</v></c><c r="XFD5" s="1"/></row>\
            <row r="9"><c r="A9" t="s"><v>2</v></c><c r="E9"><v>-7.25</v></c></row>
            """
        let table = try book.read()
        #expect(table.name == "Школе")
        #expect(table.header == ["Назив", "", "Ред", "Поени", ""])
        #expect(table.rows.map(\.line) == [4, 5, 9])
        #expect(table.rows[0].cells == ["Ђура", .date("2026-02-25"), .date("2026-02-25T12:00:00"), .number(Decimal(string: "0.3")!), .empty])
        #expect(table.rows[1].cells == [true, .error("#N/A"), .date("2026-02-25"), 1500, .empty])
        #expect(table.rows[2].cells == [" а\rб & в_x0041_ ", .empty, .empty, .empty, .number(Decimal(string: "-7.25")!)])
        #expect(table.rows[2]["назив"] == "а\rб & в_x0041_")
    }

    @Test func `counts days from 1904 when it says so`() throws {
        var book = Book()
        book.workbook = "<workbookPr date1904=\"1\"/>"
        book.styles = "<cellXfs><xf numFmtId=\"22\"/></cellXfs>"
        book.rows = "<row><c t=\"str\"><v>Дан</v></c></row><row><c s=\"0\"><v>44616.25</v></c></row>"
        #expect(try book.read().rows[0].cells == [.date("2026-02-25T06:00:00")])
    }

    @Test func `opens the sheet that is asked for, else the first in sight`() throws {
        var book = Book()
        book.sheets = [("Тајна", "state=\"hidden\""), ("Списак  школа", "")]
        book.rows = "<row><c t=\"str\"><v>тајно</v></c></row>"
        #expect(throws: SheetProblem(.empty)) { try book.read() }
        #expect(try book.read(sheet: "тајна").header == ["тајно"])
        #expect(throws: SheetProblem(.noSheet("Друга"))) { try book.read(sheet: "Друга") }
    }

    /// A cell that is merged over several rows is meant for each of them; one that is merged over columns is a title.
    @Test func `gives merged cells their value and tells what is hidden`() throws {
        var book = Book()
        book.rows = """
            <row r="1"><c r="A1" t="str"><v>Списак</v></c></row><row r="3"><c r="A3" t="str"><v>Име</v></c><c r="B3" t="str"><v>Школа</v></c></row>\
            <row r="4"><c r="A4" t="str"><v>Ана</v></c><c r="B4" t="str"><v>Бела</v></c></row><row r="5" hidden="1"><c r="A5" t="str"><v>Пера</v></c></row>\
            <row r="6"><c r="A6" t="str"><v>Мика</v></c></row><row r="7"><c r="A7" t="str"><v>Жика</v></c></row>
            """
        book.after = "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"B4:B6\"/><mergeCell ref=\"A1\"/><mergeCell ref=\"C9:C1048576\"/></mergeCells>"
        let file = try SheetFile(reading: book.bytes)
        #expect(file.tabs[0].merged == 2)
        let table = try file.table(0, header: 3)
        #expect(table.rows.map { $0["Школа"] } == ["Бела", "Бела", "Бела", ""])
        #expect(table.rows.map(\.isHidden) == [false, true, false, false])
        #expect(file.tabs[0].lines[0].cells == ["Списак"])
    }

    @Test func `is refused when merged cells make endless work`() {
        var book = Book()
        book.rows = (1...200).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>1</v></c></row>" }.joined()
        book.after = "<mergeCells>" + String(repeating: "<mergeCell ref=\"A1:A200\"/>", count: 100) + "</mergeCells>"
        var limits = Limits()
        limits.cells = 1_000
        #expect(throws: SheetProblem(.tooMuch(.cells, limit: 1_000))) { try book.read(limits) }
    }

    @Test func `may carry a program, which is told and never opened`() throws {
        var book = Book()
        book.rows = "<row><c t=\"str\"><v>А</v></c></row>"
        #expect(try SheetFile(reading: book.bytes).form == .workbook(hasMacros: false))
        #expect(try SheetFile(reading: ZipMaker(book.files + [("xl/vbaProject.bin", "no program")]).finished()).form == .workbook(hasMacros: true))
    }

    @Test func `is read though its elements carry a prefix`() throws {
        var book = Book()
        book.rows = "<row><c t=\"str\"><v>А</v></c></row>"
        let files = book.files.map { name, text in
            (name, text.replacing(/<(\/?)(\w)/) { "<\($0.1)x:\($0.2)" }.replacing(" xmlns=", with: " xmlns:x="))
        }
        #expect(try Table.read(ZipMaker(files).finished()).header == ["А"])
    }

    @Test(arguments: [
        ("dd.mm.yyyy", true), ("yyyy-mm-dd;@", true), ("[$-409]d mmm", true), ("h:mm", true), ("General", false), ("0.00E+00", false),
        ("[Red]0", false), ("\"дан d\" 0", false), ("0\\d", false), ("[h]:mm", false), ("#,##0_d", false), ("0;d", false), ("", false), ("[", false),
    ]) func `knows a date by its format`(code: String, isDate: Bool) {
        #expect(Styles.isDate(code) == isDate)
    }

    @Test(arguments: [
        "<row r=\"2\"/><row r=\"1\"/>", "<row r=\"x\"/>", "<row r=\"99999999999999999999\"/>",
        "<row><c r=\"B1\"/><c r=\"A1\"/></row>", "<row><c r=\"ZZZZ1\"/></row>", "<row><c r=\"1\"/></row>", "<row><c r=\"\"/></row>",
        "<row><c t=\"s\"><v>9</v></c></row>", "<row><c t=\"s\"><v>-1</v></c></row>", "<row><c><v>five</v></c></row>",
        "<row><c><v>1e999</v></c></row>", "<row><c><v>nan</v></c></row>", "<row", "</row>", "&x;",
    ]) func `is refused when its rows make no sense`(rows: String) {
        var book = Book()
        book.rows = rows
        let problem = #expect(throws: SheetProblem.self) { try book.read() }
        guard case .damaged = problem?.what else { return #expect(Bool(false), "\(String(describing: problem))") }
    }

    @Test func `is refused with a document type`() {
        var book = Book()
        book.rows = "<row><c t=\"str\"><v>&a;</v></c></row>"
        let files = book.files.map { name, text in
            (name, name.contains("sheet0") ? text.replacing("<worksheet", with: "<!DOCTYPE w [<!ENTITY a \"б\">]><worksheet") : text)
        }
        #expect(throws: SheetProblem(.forbidden)) { try Table.read(ZipMaker(files).finished()) }
    }

    @Test func `is refused when it nests too deep or a tag never ends`() {
        var book = Book()
        book.rows = String(repeating: "<a>", count: 100)
        #expect(throws: SheetProblem(.damaged("XML: nested too deep"))) { try book.read() }
        book.rows = "<a b=\"" + String(repeating: "x", count: 3 << 20)
        #expect(throws: SheetProblem(.damaged("XML: a tag without an end"))) { try book.read() }
    }

    @Test func `is told from other files`() {
        #expect(throws: SheetProblem(.oldExcel)) { try Table.read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]) }
        #expect(throws: SheetProblem(.unknownKind)) { try Table.read(ZipMaker([("content.xml", "<a/>")]).finished()) }
        #expect(throws: SheetProblem.self) { try Table.read([0x50, 0x4B, 3, 4]) }
    }

    @Test func `stops at each limit`() {
        var book = Book()
        book.rows = (1...5).map { _ in "<row><c t=\"str\"><v>дуго</v></c><c><v>1</v></c><c><v>2</v></c></row>" }.joined()
        func refusal(_ change: (inout Limits) -> Void) -> SheetProblem? {
            var limits = Limits()
            change(&limits)
            return #expect(throws: SheetProblem.self) { try book.read(limits) }
        }
        #expect(refusal { $0.bytes = 100 }?.what == .tooMuch(.bytes, limit: 100))
        #expect(refusal { $0.unpacked = 900 }?.what == .tooMuch(.unpacked, limit: 900))
        #expect(refusal { $0.rows = 3 } == SheetProblem(.tooMuch(.rows, limit: 3), line: 5))
        #expect(refusal { $0.columns = 2 } == SheetProblem(.tooMuch(.columns, limit: 2), line: 1))
        #expect(refusal { $0.cells = 4 } == SheetProblem(.tooMuch(.cells, limit: 4), line: 2))
        book.strings = ""
        #expect(refusal { $0.cell = 5 } == SheetProblem(.tooMuch(.cell, limit: 5), line: 1, column: 1))
    }

    @Test(.timeLimit(.minutes(20))) func `cannot be a bomb`() {
        var bomb = ZipMaker(Book().files.filter { !$0.0.contains("sheet0") })
        bomb.add("xl/worksheets/sheet0.xml", beginning: "<worksheet>", blankRuns: 200_000)
        let bytes = bomb.finished()
        #expect(bytes.count < 400_000)
        #expect(throws: SheetProblem(.tooMuch(.ratio, limit: 100))) { try Table.read(bytes) }
        var limits = Limits()
        (limits.ratio, limits.unpacked) = (10_000, 16 << 20)
        #expect(throws: SheetProblem(.tooMuch(.unpacked, limit: limits.unpacked))) { try Table.read(bytes, limits: limits) }
    }
}
