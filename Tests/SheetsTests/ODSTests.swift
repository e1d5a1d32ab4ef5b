import Foundation
import Mutations
import Testing

@testable import Sheets

/// An OpenDocument spreadsheet as LibreOffice lays it out, to be changed and damaged by tests.
struct Calc {
    var rows = ""
    var styles = ""
    var more = ""

    var files: [(String, String)] {
        let spaces = ["office", "table", "text", "style", "calcext"].map { "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\"" }.joined(separator: " ")
        return [
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", """
                <?xml version="1.0" encoding="UTF-8"?><office:document-content \(spaces)><office:automatic-styles>\(styles)</office:automatic-styles>\
                <office:body><office:spreadsheet><table:table table:name="Списак" table:style-name="ta1">\(rows)</table:table>\(more)\
                </office:spreadsheet></office:body></office:document-content>
                """),
        ]
    }

    var bytes: [UInt8] { ZipMaker(files).finished() }

    static func row(_ texts: String..., attributes: String = "") -> String {
        "<table:table-row \(attributes)>" + texts.map { "<table:table-cell office:value-type=\"string\"><text:p>\($0)</text:p></table:table-cell>" }.joined() + "</table:table-row>"
    }
}

@Suite struct `An OpenDocument spreadsheet` {
    @Test func `gives every kind of cell`() throws {
        var calc = Calc()
        calc.rows = Calc.row("Назив", "Б", "В", "Г", "Д", "Ђ") + """
            <table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>белешка</text:p></office:annotation><text:p>први<text:s text:c="2"/>ред</text:p>\
            <text:p>други<text:tab/>ред</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="0.30000000000000004"><text:p>0,3</text:p></table:table-cell>\
            <table:table-cell office:value-type="date" office:date-value="2026-02-25T12:00:00"><text:p>25.2.</text:p></table:table-cell>\
            <table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>ИСТИНА</text:p></table:table-cell>\
            <table:table-cell table:formula="of:=A1" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>\
            <table:table-cell office:value-type="currency" office:value="3500"><text:p>3.500,00 дин</text:p></table:table-cell></table:table-row>
            """
        #expect(try Table.read(calc.bytes).rows[0].cells == [
            "први  ред\nдруги\tред", .number(0.3), .date("2026-02-25T12:00:00"), true, .error("#N/A"), 3500,
        ])
    }

    @Test func `costs nothing for what only repeats, and tells what is hidden and merged`() throws {
        var calc = Calc()
        calc.styles = "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>"
        calc.rows = Calc.row("Школа", "Име") + "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>"
            + "<table:table-row><table:table-cell office:value-type=\"string\" table:number-rows-spanned=\"2\"><text:p>Бела</text:p></table:table-cell>"
            + "<table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"string\"><text:p>Ана</text:p></table:table-cell></table:table-row>"
            + "<table:table-row table:visibility=\"filter\"><table:covered-table-cell/><table:table-cell office:value-type=\"string\"><text:p>Пера</text:p></table:table-cell></table:table-row>"
            + "<table:table-row table:number-rows-repeated=\"1048560\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>"
        calc.more = "<table:table table:name=\"Тајна\" table:style-name=\"ta2\">\(Calc.row("x"))</table:table>"
        let file = try SheetFile(reading: calc.bytes)
        #expect(file.tabs.map(\.name) == ["Списак", "Тајна"] && file.tabs.map(\.isHidden) == [false, true])
        #expect(file.tabs[0].lines.map(\.number) == [1, 4, 5] && file.tabs[0].merged == 1)
        #expect(file.tabs[0].lines[1].cells == ["Бела", "Ана", "Ана"] && file.tabs[0].lines[2].cells == ["Бела", "Пера"])
        #expect(file.tabs[0].lines[2].isHidden)
    }

    @Test func `stops at each limit`() {
        var limits = Limits()
        (limits.rows, limits.cells, limits.columns, limits.tabs) = (10, 20, 6, 3)
        func refusal(_ change: (inout Calc) -> Void) -> SheetProblem.What? {
            var calc = Calc()
            change(&calc)
            return #expect(throws: SheetProblem.self) { try SheetFile(reading: calc.bytes, limits: limits) }?.what
        }
        #expect(refusal { $0.rows = Calc.row("а", attributes: "table:number-rows-repeated=\"1000000\"") } == .tooMuch(.rows, limit: 10))
        #expect(refusal { $0.rows = Calc.row("а", "а", "а", "а", attributes: "table:number-rows-repeated=\"9\"") } == .tooMuch(.cells, limit: 20))
        #expect(refusal { calc in
            calc.rows = "<table:table-row><table:table-cell table:number-columns-repeated=\"900\" office:value-type=\"string\"><text:p>а</text:p></table:table-cell></table:table-row>"
        } == .tooMuch(.columns, limit: 6))
        #expect(refusal { $0.more = String(repeating: "<table:table table:name=\"а\"/>", count: 3) } == .tooMuch(.tabs, limit: 3))
    }

    @Test func `is refused under a password, empty, with a document type, and when it is none`() {
        var calc = Calc()
        #expect(throws: SheetProblem(.empty)) { try SheetFile(reading: calc.bytes) }
        let locked = calc.files + [("META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>")]
        #expect(throws: SheetProblem(.locked)) { try SheetFile(reading: ZipMaker(locked).finished()) }
        #expect(throws: SheetProblem.self) { try SheetFile(reading: ZipMaker([calc.files[0]]).finished()) }
        calc.rows = Calc.row("&a;")
        let bomb = calc.files.map { ($0.0, $0.1.replacing("<office:document-content", with: "<!DOCTYPE a [<!ENTITY a \"аааа\">]><office:document-content")) }
        #expect(throws: SheetProblem(.forbidden)) { try SheetFile(reading: ZipMaker(bomb).finished()) }
    }

    @Test func `that was spoiled is read or refused`() {
        var mutations = Mutations([Calc.row("Име", "Школа") + Calc.row("Ана", "", attributes: "table:number-rows-repeated=\"3\"")], words: [
            "<table:table-row>", "</table:table-row>", "<table:table-cell>", "</table:table-cell>", "<table:table>", "</table:table>", "table:number-rows-repeated=\"99\"",
            "table:number-rows-spanned=\"9\"", "<text:p>", "</text:p>", "<text:s text:c=\"-1\"/>", "<office:annotation>", "</office:annotation>",
        ])
        mutations.eachText(2_000) { rows in
            var calc = Calc()
            calc.rows = rows
            if let file = try? SheetFile(reading: calc.bytes) { for tab in file.tabs { #expect(tab.lines.allSatisfy { $0.width >= 0 }) } }
        }
    }
}
