import Foundation
import Testing

@testable import Sheets

@Suite struct `CSV that comes in` {
    private func read(_ text: String, _ limits: Limits = Limits()) throws -> Table { try Table.read(Array(text.utf8), limits: limits) }

    @Test(arguments: [
        ("Име,Место\nАна,Сомбор", CSV.Delimiter.comma),
        ("Име;Место, општина\nАна;Сомбор, Сомбор\nПера;\"Кула; стара\"", .semicolon),
        ("Име\tПоени\nАна\t3,5", .tab),
        ("\"а;б;в\",г\nд,ђ", .comma),
        ("Списак учесника\nСомбор, 2026.\n\nИме;Место\nАна;Сомбор, Кула\nПера;Кула", .semicolon),
        ("Име|Место|Износ\nАна|Сомбор|3,5\nПера|Кула|4,5", .bar),
        ("Име^Место\nАна^Сомбор", .caret),
        ("sep=;\r\nИме;Место, општина\r\nАна;Сомбор", .semicolon),
    ]) func `tells its delimiter`(text: String, delimiter: CSV.Delimiter) throws {
        let csv = try CSV(reading: Array(text.utf8))
        #expect(csv.delimiter == delimiter)
        #expect(csv.lines.contains { $0.cells.count >= 2 })
    }

    @Test func `takes off what stands around whole lines`() throws {
        let table = try read("\"Име;Место;\"\"Напомена\"\"\"\n\"Ана;Сомбор;\"\"дан; два\"\"\"\n\"Бранко;Кула;\"")
        #expect(table.rows.map { $0["Место"] } == ["Сомбор", "Кула"])
        #expect(table.rows[0]["Напомена"] == "дан; два")
        // A list of one column stays one, whatever stands in its lines.
        #expect(try read("\"Име\"\n\"Петровић, Ана\"\n\"Илић, Бранко\"").rows.map(\.cells) == [["Петровић, Ана"], ["Илић, Бранко"]])
    }

    @Test(arguments: ["\r\n", "\n", "\r"]) func `ends lines in any of the three ways`(end: String) throws {
        let table = try read(["Име;Опис", "Ана;\"први ред\(end)други ред\"", "", "Бранко;\"каже \"\"да\"\"\"", ";", "Весна;"].joined(separator: end))
        #expect(table.rows.map(\.line) == [2, 5, 7])
        #expect(table.rows[0]["опис"] == "први ред\(end)други ред")
        #expect(table.rows[1]["ОПИС"] == "каже \"да\"")
        #expect(table.rows[2].cells == ["Весна", .empty])
    }

    @Test func `keeps a quotation mark inside an unquoted cell`() throws {
        #expect(try read("Школа;Место\nОШ \"Вук\";Сомбор").rows[0]["Школа"] == "ОШ \"Вук\"")
    }

    @Test func `finds a column by any spelling`() throws {
        let table = try read("  Назив \u{A0} школе ;E-mail\nОШ;a@b.rs")
        #expect(table.rows[0]["School", "НАЗИВ ШКОЛЕ"] == "ОШ")
        #expect(table.rows[0]["нема"] == "")
        try table.require("Škola", "назив школе")
        #expect(throws: SheetProblem(.noColumn("Место"))) { try table.require("Место", "Mesto") }
        #expect(throws: SheetProblem(.twoColumns("a"))) { try read("a;A\n1;2").require("a") }
    }

    @Test func `fills up short rows and refuses long ones`() throws {
        let table = try read("а;б;в\n1\n1;2;3;;\n")
        #expect(table.rows.map(\.cells) == [["1", .empty, .empty], ["1", "2", "3"]])
        #expect(throws: SheetProblem(.ragged(cells: 4, header: 3), line: 3, column: 4)) { try read("а;б;в\n1\n1;2;3;4") }
    }

    @Test func `says where a quotation mark went wrong`() {
        #expect(throws: SheetProblem(.openQuote, line: 3, column: 2)) { try read("а,б\n1,2\n3,\"4\n5,6\n") }
        #expect(throws: SheetProblem(.afterQuote, line: 2, column: 1)) { try read("а,б\n\"1\"x,2") }
    }

    @Test(arguments: ["", "\n\n", " ; ;\n;;", "\u{FEFF}"]) func `is refused when nothing is in it`(text: String) {
        #expect(throws: SheetProblem(.empty)) { try read(text) }
    }

    @Test func `stops at each limit`() {
        func refusal(_ text: String, _ change: (inout Limits) -> Void) -> SheetProblem? {
            var limits = Limits()
            change(&limits)
            return #expect(throws: SheetProblem.self) { try read(text, limits) }
        }
        #expect(refusal("а;б", { $0.bytes = 4 })?.what == .tooMuch(.bytes, limit: 4))
        #expect(refusal("a;b\n1;2\n3;4", { $0.rows = 1 }) == SheetProblem(.tooMuch(.rows, limit: 1), line: 3))
        #expect(refusal("a;b;c", { $0.columns = 2 }) == SheetProblem(.tooMuch(.columns, limit: 2), line: 1))
        #expect(refusal("a;b\n1;2", { $0.cells = 3 }) == SheetProblem(.tooMuch(.cells, limit: 3), line: 2))
        #expect(refusal("a;b\n1;12345", { $0.cell = 4 }) == SheetProblem(.tooMuch(.cell, limit: 4), line: 2, column: 2))
        #expect(refusal("a;b\n1;\"12345", { $0.cell = 4 }) == SheetProblem(.tooMuch(.cell, limit: 4), line: 2, column: 2))
    }
}

@Suite struct `Digits that an office kept from becoming a quantity` {
    @Test(arguments: [
        ("'0641000001", "0641000001"), ("=\"0641000001\"", "0641000001"), ("\"=\"\"0641\"\"\"", "0641"), ("'=1+1", "=1+1"), ("'s-Hert", "'s-Hert"), ("=A1", "=A1"),
    ])
    func `are read as they were meant, and nothing else is`(written: String, read: String) throws {
        let file = try SheetFile(reading: Array("Име;Телефон\nАна;\(written)\nВера;1\n".utf8))
        #expect(file.tabs[0].lines[1].cells[1] == .text(read))
    }
}

@Suite struct `CSV that goes out` {
    private let sheet = Sheet(
        "Пријаве", columns: ["Име", "Износ", "Дан", "Плаћено"],
        rows: [
            ["Ана \"Аница\" Јовић", .number(Decimal(string: "3500.5")!), .date("2026-02-25"), true],
            ["=HYPERLINK(\"http://x\")", -5, .empty, false],
            ["два\r\nреда; тачка", 0, .empty, .empty],
        ])

    @Test func `is what offices open`() {
        let text = String(decoding: sheet.csv(), as: UTF8.self)
        #expect(text == """
            \u{FEFF}Име;Износ;Дан;Плаћено\r
            "Ана ""Аница"" Јовић";3500,5;2026-02-25;true\r
            "'=HYPERLINK(""http://x"")";-5;;false\r
            "два\r\nреда; тачка";0;;\r\n
            """)
    }

    @Test func `is what programs read`() {
        let text = String(decoding: sheet.csv(.plain), as: UTF8.self)
        #expect(text.hasPrefix("Име,Износ,Дан,Плаћено\r\n\"Ана \"\"Аница\"\" Јовић\",3500.5,2026-02-25,true\r\n"))
    }

    @Test(arguments: ["=1+1", "+381 64 111", "-1-1", "@SUM(A1)", "\t=1", "\r=1", "-", "+", "-1.2.3", "=", "-٣"])
    func `guards what would run and reads it back as it was`(text: String) throws {
        let bytes = Sheet("", columns: ["а", "б"], rows: [[.text(text), "x"]]).csv()
        let cell = String(decoding: bytes, as: UTF8.self).dropFirst("\u{FEFF}а;б\r\n".count)
        #expect(cell.trimmingPrefix("\"").first == "'")
        #expect(try Table.read(bytes).rows[0].cells[0] == .text(text))
    }

    @Test(arguments: ["-5", "+381641234567", "-3,50", "+0.5"]) func `leaves plain numbers alone`(text: String) {
        #expect(FormulaGuard.put(on: text) == text)
    }
}
