import Foundation
import HTTPTypes
import Imports
import Kernel
import Languages
import Library
import Storage
import Testing
import Town

/// Titles that come from lists and from records of other libraries, and go out again.
@Suite struct RecordStories {
    private static let book = """
        Инв. број;Наслов;Аутор;Издавач;Година;ISBN;Сигнатура;Цена;Датум набавке;Начин набавке
        101;Разломци без страха;Жунић, Дане;Свитац;2019;978-0-306-40615-7;51;745,00;12.3.2019.;куповина
        102;Razlomci bez straha;Жунић, Дане;Свитац;2019;9780306406157;51;745,00;12.3.2019.;куповина
        103;Бајке са периферије;Стокић, Ања;Свитац;cop. 2017;;82;;;поклон
        104;Бајке са периферије;Стокић, Ања;Свитац;2017;;82;;;поклон
        105;;Нико;;;;;;;
        106;Погрешан број;Жунић, Дане;;2020;978-0-306-40615-8;;;;
        107;Сасвим друга књига;Лазин, Вера;;2020;9780306406157;;;;
        """

    @Test func `an old inventory book becomes titles with copies, and goes back as it came`() async throws {
        let town = try await Town()
        let preview = try await town.vesna.uploads("titles", Self.book)
        #expect(preview.status == 200 && preview.shows(town.say(T.library.sameISBN)), "one number under another title is asked about")
        #expect(preview.shows("978-0-306-40615-8"), "a wrong number is told")
        try await town.vesna.agrees(to: preview)
        #expect(try await town.count("title") == 3)
        #expect(try await town.numbers() == [1, 2, 3, 4, 5])
        #expect(try await town.value("SELECT count(*) FROM copy c JOIN title t ON t.id = c.title WHERE t.isbn = '9780306406157'", as: Int.self) == 2)
        #expect(try await town.value("SELECT number FROM copy WHERE former = '103'", as: Int.self) != nil)
        #expect(try await town.stranger.opens("/library?q=bajke").shows("Бајке са периферије"))
        #expect(try await town.vesna.opens("/staff/library?q=104").shows("104"), "the old number leads to its copy")

        // The same list once more changes nothing.
        let again = try await town.imports("titles", Self.book, isTrial: true)
        #expect(again.last?.contains("added 0") == true || again.last?.contains("0 added") == true, "\(again.last ?? "")")

        let done = try #require(try await town.value("SELECT max(id) FROM import", as: Int64.self))
        try await town.vesna.opens("/imports/\(done)")
        for _ in 0..<2 { try await town.vesna.sends("/undo") }
        #expect(try await town.count("title") == 0)
        #expect(try await town.numbers() == [])
        #expect(try await town.lastNumber == 0, "the book is as it was")
    }

    @Test func `what was taken in since keeps its number when a list is taken back`() async throws {
        let town = try await Town(), centre = town.centre
        try await town.vesna.agrees(to: try await town.vesna.uploads("titles", "Наслов;Број примерака\nПрва;2\nДруга;1"))
        let later = try await town.shelves("Трећа")
        #expect(try await town.numbers() == [1, 2, 3, 4])
        let done = try #require(try await town.value("SELECT max(id) FROM import", as: Int64.self))
        try await town.vesna.opens("/imports/\(done)")
        for _ in 0..<2 { try await town.vesna.sends("/undo") }
        #expect(try await town.numbers() == [1, 2, 3, 4], "nothing that stands before another number goes")
        #expect(try await town.finds { try CopyStore.copies(of: later, in: $0).map(\.number) } == [4])
        _ = centre
    }

    private static func record(_ title: String, _ id: String, isbn: String = "", inventory: [String] = []) -> [UInt8] {
        var fields: [(String, String)] = [("001", id), ("101", "0 \u{1F}asrp"), ("200", "1 \u{1F}a\(title)"), ("700", " 1\u{1F}aЧворовић\u{1F}bЉубица")]
        if !isbn.isEmpty { fields.append(("010", "  \u{1F}a\(isbn)")) }
        fields += inventory.map { ("996", "  \u{1F}f\($0)\u{1F}d82") }
        func padded(_ number: Int, _ count: Int) -> String { String(repeating: "0", count: max(0, count - "\(number)".count)) + "\(number)" }
        var directory = "", data: [UInt8] = []
        for (tag, value) in fields {
            directory += tag + padded(value.utf8.count + 1, 4) + padded(data.count, 5)
            data += Array(value.utf8) + [0x1E]
        }
        let base = 24 + directory.utf8.count + 1
        return Array((padded(base + data.count + 1, 5) + "nam0 22" + padded(base, 5) + "   450 " + directory).utf8) + [0x1E] + data + [0x1D]
    }

    @Test func `records of another library come in, one bad record loses nothing else`() async throws {
        let town = try await Town(), page = "/staff/library/records"
        #expect(try await town.goran.opens(page).status == 404)
        let bytes = Self.record("Ђачка читанка", "512", isbn: "978-0-306-40615-7", inventory: ["120/09", "121/09"]) + Array("???".utf8) + [0x1D]
            + Self.record("Бајке", "513") + Self.record("Прекинута", "514").prefix(70)
        try await town.vesna.opens(page)
        let preview = try await town.vesna.browser.uploads(page, field: "file", name: "cobiss.mrc", bytes: bytes)
        #expect(preview.shows("Ђачка читанка") && preview.shows(town.say(T.library.recordCut)) && preview.shows(town.say(T.library.recordDamaged)))
        #expect(try await town.count("title") == 0, "nothing is done before it was looked at")
        try await town.vesna.agrees(to: preview)
        #expect(try await town.count("title") == 2)
        #expect(try await town.value("SELECT count(*) FROM copy WHERE former IN ('120/09', '121/09')", as: Int.self) == 2)
        // The same record under a changed title is the same title.
        try await town.vesna.opens(page)
        let changed = Self.record("Ђачка читанка, друго издање", "512", isbn: "9780306406157")
        let second = try await town.vesna.browser.uploads(page, field: "file", name: "cobiss.mrc", bytes: changed)
        try await town.vesna.agrees(to: second)
        #expect(try await town.count("title") == 2)
        #expect(try await town.stranger.opens("/library?q=drugo").shows("друго издање"))
        try await town.vesna.opens(page)
        #expect(try await town.vesna.browser.uploads(page, field: "file", name: "x.mrc", bytes: Array("Наслов;Аутор".utf8)).status == 422)
    }

    @Test func `what goes out comes in again and changes nothing`() async throws {
        let town = try await Town()
        try await town.shelves("Разломци без страха", isbn: "9780306406157", copies: 2)
        try await town.shelves("Лабораторија у коферу", .kit, authors: [])
        try await town.shelves("Zbirka testova", .digital, copies: 0)
        let list = try await town.vesna.browser.send(.get, "/sr/staff/library/titles.csv")
        #expect(list.status == 200)
        #expect(try await town.goran.browser.send(.get, "/sr/staff/library/titles.csv").status == 404)
        #expect(try await town.vesna.browser.send(.get, "/sr/staff/library/titles.xlsx").status == 200)
        let preview = try await town.vesna.uploads("titles", list.bytes)
        #expect(preview.shows(town.say(T.imports.nothingToDo)), "\(preview.text)")
        let records = try await town.vesna.browser.send(.get, "/sr/staff/library/titles.xml?kind=book")
        #expect(records.html.contains("<subfield code=\"a\">Разломци без страха</subfield>") && !records.html.contains("кофер"))
        try await town.vesna.opens("/staff/library/records")
        _ = try await town.vesna.browser.uploads("/staff/library/records", field: "file", name: "nazad.xml", bytes: records.bytes)
        #expect(try await town.count("title") == 3)
        #expect(try await town.numbers() == [1, 2, 3])
    }
}
