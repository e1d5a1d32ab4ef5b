import Foundation
import Mutations
import Testing

@testable import Marc

/// Records of libraries, which a library in Python reads in a process of its own.
@Suite struct `A file of records` {
    private static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func reader(_ source: String? = nil, records: Int = 1_000, seconds: Int = 30) throws -> MarcReader {
        let python = ProcessInfo.processInfo.environment["ZBORNICA_PYTHON"] ?? root.appending(path: ".venv/bin/python").path
        let own = try String(contentsOf: root.appending(path: "Resources/marc/worker.py"), encoding: .utf8)
        return MarcReader(python: python, source: source ?? own, records: records, seconds: seconds)
    }

    private static func rows(_ bytes: [UInt8], records: Int = 1_000) async throws -> [[String: String]] {
        let file = FileManager.default.temporaryDirectory.appending(path: "records-\(UUID().uuidString).mrc")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try await reader(records: records).read(file) { rows in
            var all: [[String: String]] = []
            _ = try rows.each { all.append($0) }
            return all
        }
    }

    @Test func `is read by what it is: UNIMARC with copies`() async throws {
        var record = RecordMaker.book("Ђачка читанка", isbn: "978-86-17-00000-4", id: "512")
        record.add("210", "  ", [("a", "Сомбор"), ("c", "Издавач"), ("d", "cop. 2009")])
        record.add("610", "0 ", [("a", "читанке"), ("a", "српски језик")])
        record.add("996", "  ", [("f", "120/09"), ("d", "82"), ("o", "20090312"), ("3", "450,00 RSD"), ("v", "c")])
        record.add("996", "  ", [("f", "121/09"), ("d", "82")])
        let rows = try await Self.rows(record.bytes())
        #expect(rows.count == 2)
        #expect(rows[0]["title"] == "Ђачка читанка" && rows[0]["authors"] == "Чворовић, Љубица" && rows[0]["cobiss"] == "512")
        #expect(rows[0]["subjects"] == "читанке\nсрпски језик" && rows[0]["language"] == "srp" && rows[0]["year"] == "cop. 2009")
        #expect(rows[0]["former"] == "120/09" && rows[0]["acquired"] == "2009-03-12" && rows[0]["price"] == "450,00" && rows[0]["origin"] == "given")
        #expect(rows[1]["former"] == "121/09" && rows[1]["title"] == "Ђачка читанка" && rows[0]["record"] == nil)
    }

    @Test func `is read by what it is: MARC 21, with the letters of its own language`() async throws {
        var record = RecordMaker()
        record.leader = "     cam a22     2a 4500"
        record.add("001", Array("ocm1".utf8))
        record.add("008", Array(("090312s2009    rb " + String(repeating: " ", count: 17) + "srp d").utf8))
        record.add("020", "  ", [("a", "9780306406157 (pbk.)")])
        record.add("245", "10", [("6", "880-01"), ("a", "Đačka čitanka :"), ("b", "izabrano /"), ("c", "Ljubica Čvorović.")])
        record.add("880", "10", [("6", "245-01/(N"), ("a", "Ђачка читанка :"), ("b", "изабрано /")])
        record.add("952", "  ", [("p", "B-7"), ("o", "82"), ("d", "2010-05-01")])
        let rows = try await Self.rows(record.bytes())
        #expect(rows.count == 1)
        #expect(rows[0]["title"] == "Ђачка читанка" && rows[0]["subtitle"] == "изабрано" && rows[0]["isbn"] == "9780306406157")
        #expect(rows[0]["label"] == "B-7" && rows[0]["acquired"] == "2010-05-01" && rows[0]["language"] == "srp")
    }

    @Test func `loses nothing beside a record that is bad`() async throws {
        let good = RecordMaker.book("Прва"), other = RecordMaker.book("Друга")
        let bytes = good.bytes() + Array("xxxxx".utf8) + other.bytes() + Array("none".utf8) + [0x1D] + RecordMaker.book("Трећа").bytes(lengths: 7)
            + RecordMaker.book("Четврта").bytes().prefix(60)
        let rows = try await Self.rows(bytes)
        #expect(rows.map { $0["title"] ?? "-" } == ["Прва", "Друга", "-", "Трећа", "-"])
        #expect(rows.map { $0["record"] ?? "" } == ["", "mended", "damaged", "mended", "cut"])
        let untitled = RecordMaker(fields: [("001", Array("9".utf8)), ("101", Array("0 \u{1F}asrp".utf8))])
        #expect(try await Self.rows(untitled.bytes())[0]["record"] == "untitled")
    }

    @Test func `says in which old letters it was written`() async throws {
        func book(_ title: [UInt8]) -> [UInt8] {
            var record = RecordMaker()
            record.add("200", Array("1 ".utf8) + [0x1F, 0x61] + title)
            return record.bytes()
        }
        // Čitanka za učenje čuda, with š and đ.
        let central = Array("\u{1}itanka za u\u{2}enje, \u{3}kola i \u{4}ak".utf8).map { [1: 0xC8, 2: 0xE8, 3: 0x9A, 4: 0xF0][Int($0)] ?? $0 }
        let rows = try await Self.rows(book(central))
        #expect(rows[0]["title"] == "Čitanka za učenje, škola i đak" && rows[0]["record"] == "read windows-1250")
        let marks: [UInt8] = [0xCF] + Array("Citanka za u".utf8) + [0xCF] + Array("cenje, ".utf8) + [0xCF] + Array("skola i ".utf8) + [0xF2] + Array("ak".utf8)
        let old = try await Self.rows(book(marks))
        #expect(old[0]["title"] == "Čitanka za učenje, škola i đak" && old[0]["record"] == "read ISO 5426")
        let cyrillic: [UInt8] = [0xD7, 0xE8, 0xF2, 0xE0, 0xED, 0xEA, 0xE0, 0x20, 0xE7, 0xE0, 0x20, 0xF0, 0xE0, 0xE7, 0xF0, 0xE5, 0xE4]
        #expect(try await Self.rows(book(cyrillic))[0]["title"] == "Читанка за разред")
    }

    @Test func `may be MARCXML, also one that ends in the middle`() async throws {
        func record(_ title: String) -> String {
            "<record><leader>00000nam  2200000   450 </leader><controlfield tag=\"001\">7</controlfield>"
                + "<datafield tag=\"200\" ind1=\"1\" ind2=\" \"><subfield code=\"a\">\(title)</subfield></datafield></record>"
        }
        let head = "<?xml version=\"1.0\"?><collection xmlns=\"http://www.loc.gov/MARC21/slim\">"
        let rows = try await Self.rows(Array((head + record("Прва &amp; друга") + record("Трећа") + "</collection>").utf8))
        #expect(rows.map { $0["title"] } == ["Прва & друга", "Трећа"])
        let cut = try await Self.rows(Array((head + record("Прва") + "<record><leader>0").utf8))
        #expect(cut.map { $0["record"] ?? "" } == ["", "cut"])
        let bomb = "<?xml version=\"1.0\"?><!DOCTYPE c [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><collection xmlns=\"http://www.loc.gov/MARC21/slim\">"
        let none = try await Self.rows(Array((bomb + record("x&a;y") + "</collection>").utf8))
        #expect(none.allSatisfy { !($0["title"] ?? "").contains("root") })
    }

    @Test func `that is none is refused, and one that is too large`() async throws {
        for bytes in [Array("Наслов;Аутор\nЧитанка;Ана".utf8), [0x50, 0x4B, 3, 4], Array("<html><body>x</body></html>".utf8), []] {
            await #expect(throws: MarcProblem.unknownKind) { try await Self.rows(bytes) }
        }
        let many = (0..<11).flatMap { RecordMaker.book("Књига \($0)").bytes() }
        await #expect(throws: MarcProblem.tooMuch(limit: 10)) { try await Self.rows(many, records: 10) }
        let file = FileManager.default.temporaryDirectory.appending(path: "no-\(UUID().uuidString)")
        await #expect(throws: MarcProblem.noReader) { try await MarcReader(python: "/nowhere/python", source: "").read(file) { try $0.each { _ in } } }
        await #expect(throws: MarcProblem.noReader) {
            try await Self.reader("print('{\"fault\": \"missing\"}', flush=True)\ninput()").read(file) { try $0.each { _ in } }
        }
        await #expect(throws: MarcProblem.self) { try await Self.reader("import time\ntime.sleep(600)", seconds: 1).read(file) { try $0.each { _ in } } }
    }

    @Test func `that is spoiled is read or refused, and never ends the program`() async throws {
        let sound = [RecordMaker.book("Прва", isbn: "9788617000004").bytes() + RecordMaker.book("Друга").bytes()]
        var mutations = Mutations(sound, words: ["\u{1D}", "\u{1E}", "\u{1F}"])
        var inputs: [[UInt8]] = []
        mutations.each(12) { inputs.append($0) }
        for input in inputs {
            do { _ = try await Self.rows(input) } catch let problem as MarcProblem {
                #expect([.unknownKind, .damaged("damaged")].contains(problem), "\(problem)")
            }
        }
    }
}
