import Testing

@testable import Sheets

/// What offices send under the name of a list.
@Suite struct `A file that is no list` {
    @Test(arguments: [
        ("\u{FEFF}<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table><tr><td>Име</td></tr></table></html>", .webPage),
        ("\r\n <!DOCTYPE html><table></table>", .webPage), ("<TABLE border=1><tr><td>а</td></tr></TABLE>", .webPage),
        ("<!-- сачувано -->\n<!-- x --> <html><table></table></html>", .webPage), ("<style>td{}</style><div><table></table></div>", .webPage),
        ("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"x\"\n\n<html>", .webPage),
        ("<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"></Workbook>", .spreadsheetXML),
        ("%PDF-1.7 …", .unknownKind), ("{\\rtf1 Списак}", .unknownKind), ("<?xml version=\"1.0\"?><list/>", .unknownKind),
    ] as [(String, SheetProblem.What)]) func `is told by how it begins`(text: String, what: SheetProblem.What) {
        #expect(throws: SheetProblem(what)) { try SheetFile(reading: Array(text.utf8)) }
        #expect(throws: SheetProblem(what)) { try SheetFile(reading: [0xFF, 0xFE] + text.drop { $0 == "\u{FEFF}" }.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) }
    }

    @Test func `is a workbook under a password, a document, a picture`() {
        let locked: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600) + "EncryptedPackage".utf8.flatMap { [$0, 0] }
        #expect(throws: SheetProblem(.locked)) { try SheetFile(reading: locked) }
        #expect(throws: SheetProblem(.unknownKind)) { try SheetFile(reading: [0x89, 0x50, 0x4E, 0x47, 13, 10]) }
        let document = ZipMaker([
            ("_rels/.rels", "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
            ("word/document.xml", "<document/>"),
            ("word/_rels/document.xml.rels", "<Relationships/>"),
        ])
        #expect(throws: SheetProblem(.unknownKind)) { try SheetFile(reading: document.finished()) }
    }
}

/// Letters of other ages, and what came of them in programs that did not know them.
@Suite struct `Letters that were lost` {
    @Test(arguments: [
        ("\\or|evi}", "Đorđević"), ("@eljana ^asopis", "Časopis"), ("Mar{i}", "Maršić"), ("Peri}", "Perić"), ("[arac", "Šarac"), ("~a{a", "čaša"),
    ]) func `are told from brackets`(text: String, said: String) { #expect(OldLetters.sevenBit(in: text) == said) }

    @Test(arguments: [
        "Excel [основни]", "Excel [osnovni kurs]", "a {b} c", "K1|K2", "C:\\Users", "ana@skola.example", "2^10", "~20 mesta", "а | б", "škola", "nastavnik (ca)",
        "učenik[ca]", "",
    ]) func `are not seen where signs are signs`(text: String) { #expect(OldLetters.sevenBit(in: text) == nil, "\(OldLetters.sevenBit(in: text) ?? "")") }

    @Test func `are told when a text was read twice`() throws {
        for (text, page) in [("Đorđević", Charset.windows1250), ("Čačak", .windows1250), ("Ђорђевић", .windows1251), ("Šiauliai", .windows1250)] {
            let letters = try #require(page.page)
            let broken = String(String.UnicodeScalarView(text.utf8.map { $0 < 128 ? Unicode.Scalar($0) : letters[Int($0) - 128] }))
            #expect(broken.unicodeScalars.contains("\u{FFFD}") || OldLetters.readTwice(in: broken) == text, "\(broken)")
        }
        for text in ["Đorđević", "Сомбор", "Список РЂ", "Ž. Ř.", "École", "СРБИЈА"] { #expect(OldLetters.readTwice(in: text) == nil, "\(text)") }
    }

    @Test func `leave a question mark in the middle of a word`() {
        #expect(OldLetters.lost(in: "Pavle ?or?evi?") == "?or?evi?")
        for text in ["Šta? Kako?", "Да?", "http://a.rs/?b", ""] { #expect(OldLetters.lost(in: text) == nil, "\(text)") }
    }
}
