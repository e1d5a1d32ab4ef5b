import Documents
import Foundation
import Testing

/// Labels and slips, as a scanner and a reader have them before them.
@Suite(.serialized, .timeLimit(.minutes(20))) struct LabelTests {
    private func labels(_ sheet: String, _ texts: [String], bars: Bool) throws -> Typesetting {
        let rows = try texts.map { text in
            let (path, extent): (String, Int)
            if bars {
                let code = try #require(Code128(text))
                (path, extent) = (code.path, code.extent)
            } else {
                let code = try #require(QRCode(text))
                (path, extent) = (code.path, code.extent)
            }
            return """
                {"office": "Центар за стручно усавршавање Бистрик", "title": "Приче из воде и камена: приручник за учитеље млађих разреда са примерима из праксе",
                 "byline": "Ђорђевић, Ана",
                 "mark": "37.091 · А-3", "number": "\(text)", "code": {"path": "\(path)", "extent": \(extent), "alt": "\(text)", "bars": \(bars)}}
                """
        }
        return Typesetting(
            template: "labels", data: """
                {"language": "sr", "title": "Налепнице", "cards": false, "skip": 7, "sheet": \(sheet), "labels": [\(rows.joined(separator: ","))]}
                """, stamp: 0)
    }

    @Test(arguments: [true, false]) func `a scanner reads each code of the smallest labels, drawn at 300 dots an inch`(bars: Bool) async throws {
        let sheet = #"{"columns": 5, "rows": 13, "width": 381, "height": 212, "left": 47, "top": 107, "across": 406, "down": 212}"#
        // A page full of square codes is more than this reader takes in at once.
        let texts = (0..<(bars ? 20 : 1)).map { "1001\(String(repeating: "0", count: 5))\(100 + $0 * 7)" }
        let paper = try Paper(await Press.typesetter().set(labels(sheet, texts, bars: bars)))
        defer { paper.remove() }
        try paper.check()
        #expect(try paper.pages == 1)
        #expect(Set(try paper.code(dots: 300).split(separator: "\n").map(String.init)) == Set(texts))
    }

    @Test func `what does not fit on one sheet goes on on the next`() async throws {
        let sheet = #"{"columns": 3, "rows": 8, "width": 700, "height": 370, "left": 0, "top": 5, "across": 700, "down": 370}"#
        let paper = try Paper(await Press.typesetter().set(labels(sheet, (0..<18).map { "10010000\(1000 + $0)" }, bars: true)))
        defer { paper.remove() }
        #expect(try paper.pages == 2, "seven places of the first are used already")
    }

    @Test func `a slip of many loans goes over several pages and stays sound`() async throws {
        let line = #"{"title": "Учионица која пита", "byline": "Ђорђевић, Ана", "number": "417", "due": "12. 12. 2026."}"#
        let paper = try Paper(await Press.typesetter().set(Typesetting(template: "slip", data: """
            {"language": "sr", "title": "Задужење", "centre": {"name": "Центар", "lines": ["Школска 1"]}, "page": "страна {page} од {pages}", "note": "",
             "facts": [{"label": "Корисник", "value": "Ана Ђорђевић"}], "columns": ["Наслов", "Вратити до"],
             "lines": [\(Array(repeating: line, count: 25).joined(separator: ","))]}
            """, stamp: 0)))
        defer { paper.remove() }
        try paper.check()
        #expect(try paper.pages > 1)
        #expect(try paper.structure.contains("H1"))
    }
}
