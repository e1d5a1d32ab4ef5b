import Foundation
import Testing

@testable import Sheets

@Suite struct `A workbook that goes out` {
    private let columns: [Sheet.Column] = [
        "Име и презиме", Sheet.Column("Износ", width: 12, .decimal(2)), Sheet.Column("Дан", .date), Sheet.Column("Почетак", .dateAndTime), "Час", "Плаћено",
    ]

    @Test func `comes back as it was`() throws {
        let rows: [[Cell]] = [
            ["Ђорђе Љубичић", .number(Decimal(string: "3500.5")!), .date("2026-02-25"), .date("2026-02-25T09:30:00"), .date("09:30:00"), true],
            ["Rūta Ąžuolienė", -7, .date("1900-01-01"), .date("1999-12-31T23:59:59"), .date("00:00:00"), false],
            ["=1+1", .number(Decimal(string: "0.1")!), .empty, .date("ускоро"), "два\nреда", .empty],
            [" <&>\"' _x0041_ \u{1}", .number(Decimal(string: "123456789.12")!), .empty, .empty, .empty, "крај"],
        ]
        let bytes = try Sheet("Пријаве", columns: columns, rows: rows).xlsx()
        let table = try Table.read(bytes)
        #expect(table.name == "Пријаве")
        #expect(table.header == columns.map(\.title))
        var expected = rows
        expected[2][3] = "ускоро"
        #expect(table.rows.map(\.cells) == expected)
    }

    @Test func `holds several sheets under names that spreadsheets accept`() throws {
        let wishes = ["Извештај: [2026/27]", "извештај 2026 27", "'", "", "History", String(repeating: "Ђ", count: 40), String(repeating: "ђ", count: 40)]
        let bytes = try wishes.map { Sheet($0, columns: ["a"], rows: [[.text($0 + "!")]]) }.xlsx()
        let names = ["Извештај 2026 27", "извештај 2026 27 2", "_", "_ 2", "History_", String(repeating: "Ђ", count: 31), String(repeating: "ђ", count: 29) + " 2"]
        for (name, wish) in zip(names, wishes) { #expect(try Table.read(bytes, sheet: name).rows[0].cells == [.text(wish + "!")], "\(name)") }
    }

    @Test func `is laid out for people and for paper`() throws {
        let bytes = try Sheet("Лист", columns: columns, rows: [["а"], ["б"]]).xlsx()
        var xml = ""
        try bytes.withUnsafeBufferPointer { bytes in
            try Archive(bytes, limits: Limits()).read("xl/worksheets/sheet1.xml") { xml += String(decoding: $0, as: UTF8.self) }
        }
        #expect(xml.contains("state=\"frozen\""))
        #expect(xml.contains("<autoFilter ref=\"A1:F3\"/>"))
        #expect(xml.contains("orientation=\"landscape\""))
        #expect(xml.contains("<col min=\"2\" max=\"2\" width=\"12.7"))
        #expect(xml.contains("<oddFooter>&amp;C&amp;P / &amp;N</oddFooter>"), "pages are numbered")
        #expect(!xml.contains("<f>"))
    }

    @Test(arguments: ["ж", "🎓", "_x0041_", "\u{1}"]) func `ends a cell that is too long with an ellipsis`(letter: String) throws {
        let bytes = try Sheet("а", columns: ["а", "б"], rows: [["x", .text(String(repeating: letter, count: 40_000))], ["y", "z"]]).xlsx()
        var limits = Limits()
        limits.ratio = 100_000
        let rows = try Table.read(bytes, limits: limits).rows
        #expect(rows.count == 2 && rows[0]["б"].hasSuffix("…") && (4_000...32_767).contains(rows[0]["б"].utf16.count))
    }

    @Test func `leaves out what no spreadsheet can hold`() throws {
        let rows = try Table.read(Sheet("а\u{FFFF}", columns: ["а\u{FFFE}"], rows: [["x\u{0}\u{FFFF}y"]]).xlsx()).rows
        #expect(rows[0]["а"] == "xy")
    }

    @Test func `takes nothing after its end`() throws {
        let writer = try SheetWriter()
        #expect(throws: SheetProblem.self) { try writer.add(["x"]) }
        try writer.begin("а", columns: ["а"])
        _ = try writer.finish()
        #expect(throws: SheetProblem.self) { try writer.add(["x"]) }
        #expect(throws: SheetProblem.self) { try writer.begin("б", columns: []) }
        #expect(throws: SheetProblem.self) { try writer.finish() }
    }

    @Test(.timeLimit(.minutes(20))) func `holds twenty thousand rows`() throws {
        let rows = (0..<20_000).map { [.text("Име \($0)"), .number($0), .date("2026-02-25")] as [Cell] }
        let table = try Table.read(Sheet("Много", columns: ["Име", "Број", Sheet.Column("Дан", .date)], rows: rows).xlsx())
        #expect(table.rows.count == 20_000)
        #expect(table.rows[19_999].cells == rows[19_999])
    }
}
