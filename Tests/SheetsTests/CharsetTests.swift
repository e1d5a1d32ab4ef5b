import Foundation
import Testing

@testable import Sheets

@Suite struct `A text file's charset` {
    /// Words as each charset's own users would write them.
    static let files: [(Charset, String)] = [
        (.utf8, "Назив;Mjesto\r\nОШ „Вук Караџић“;Čačak\r\nŽiežmariai;Šiauliai\r\n"),
        (.utf16LittleEndian, "Назив;Mjesto\r\nОШ „Вук Караџић“;Čačak\r\nŽiežmariai;Šiauliai\r\n"),
        (.utf16BigEndian, "Назив;Mjesto\r\nОШ „Вук Караџић“;Čačak\r\nŽiežmariai;Šiauliai\r\n"),
        (.windows1250, "Naziv;Mesto\r\nOŠ „Đura Jakšić“;Čačak\r\nŽarko Šešelj;Bačka Topola\r\nGyörgy Ágnes;Šabac\r\n"),
        (.windows1251, "Назив;Место\r\nОШ „Ђура Јакшић“;Чачак\r\nЉубица Њежић, petar@primer.rs;Шабац\r\n"),
        (.windows1257, "Pavadinimas;Vieta\r\nŽemynos gimnazija;Šiauliai\r\nRūta Ąžuolienė;Kėdainiai\r\n"),
    ]

    @Test(arguments: files) func `is found without a mark`(charset: Charset, text: String) throws {
        let csv = try CSV(reading: bytes(text, charset))
        #expect(csv.charset == charset)
        #expect(csv.delimiter == .semicolon)
        let cells = csv.lines.map { $0.cells.map(\.text).joined(separator: ";") }
        #expect(cells.joined(separator: "\r\n") + "\r\n" == text)
    }

    @Test(arguments: files.prefix(3)) func `is taken from its mark`(charset: Charset, text: String) throws {
        let csv = try CSV(reading: bytes("\u{FEFF}" + text, charset))
        #expect(csv.charset == charset)
        #expect(csv.lines[0].cells[0] == "Назив")
    }

    /// An old program wrote one word into a file of a new one. The word is told; the others stay what they are.
    @Test(arguments: [true, false]) func `stays UTF-8 around a byte of another age`(isMarked: Bool) throws {
        let text = Array("Презиме;Место\r\nЂурић;Шабац\r\nŽ".utf8) + [0x9A] + Array("ivković;Čačak\r\n".utf8)
        let csv = try CSV(reading: (isMarked ? [0xEF, 0xBB, 0xBF] : []) + text)
        #expect(csv.charset == .utf8)
        #expect(csv.lines.map { $0.cells[0].text } == ["Презиме", "Ђурић", "Ž\u{FFFD}ivković"])
    }

    @Test(arguments: [
        (.isoLatin, "Prezime;Mesto\r\nŠarčević;Čačak\r\nŽužić;Šabac\r\n"), (.isoCyrillic, "Презиме;Место\r\nЂорђевић;Чачак\r\nЉубић;Шабац\r\n"),
        (.dosLatin, "Prezime;Mesto\r\nĐorđević;Željana\r\nŠušković;Šćepan\r\n"), (.dosCyrillic, "Презиме;Место\r\nЂорђевић;Чачак\r\nЉубић;Шабац\r\n"),
        (.dosBaltic, "Pavardė;Vieta\r\nŽukauskienė;Šiauliai\r\nĄžuolas;Kėdainiai\r\n"), (.macLatin, "Prezime;Mesto\r\nŠarčević;Čačak\r\nŽužić;Šabac\r\n"),
    ] as [(Charset, String)]) func `of another age is known and said to be one`(charset: Charset, text: String) throws {
        let csv = try CSV(reading: bytes(text, charset))
        #expect(csv.charset == charset && !csv.charset.isUsual)
        #expect(csv.lines.map { $0.cells.map(\.text).joined(separator: ";") }.joined(separator: "\r\n") + "\r\n" == text)
    }

    /// Three Windows pages share most of their letters' places.
    @Test(arguments: [
        (.windows1250, "Ime\r\nPetrović\r\nAnđelić\r\n"), (.windows1257, "Vardas\r\nRūta\r\nEglė\r\nŽydrūnė\r\n"), (.windows1251, "Име\r\nАна\r\nЂорђе\r\n"),
        (.windows1250, "Ime\r\nŽARKO ŠEŠELJ\r\nČEDOMIR ĐURIĆ\r\n"), (.windows1251, "ИМЕ\r\nЖАРКО ШЕШЕЉ\r\nЧЕДОМИР ЂУРИЋ\r\n"),
    ] as [(Charset, String)]) func `of one office is told from another's`(charset: Charset, text: String) throws {
        let csv = try CSV(reading: bytes(text, charset))
        #expect(csv.charset == charset && csv.isSure)
    }

    @Test func `that may be two is said to be unsure`() throws {
        let csv = try CSV(reading: bytes("Vieta;Kiek\r\nŠiauliai;1\r\n", .windows1257))
        #expect(!csv.isSure, "Šiauliai in one page is Điauliai in another")
    }

    @Test func `is no text when zeros stand in both halves`() {
        #expect(throws: SheetProblem(.unknownKind)) { try Table.read([0x25, 0x00, 0x00, 0x46, 0x00, 0x00, 0x2D]) }
        #expect(throws: SheetProblem(.unknownKind)) { try Table.read([0xEF, 0xBB, 0xBF, 0x41, 0x00, 0x42]) }
    }

    @Test(arguments: [[0xFF, 0xFE, 0x41], [0xFF, 0xFE, 0x00, 0xD8]] as [[UInt8]])
    func `is refused when UTF-16 is cut`(bytes: [UInt8]) {
        #expect(throws: SheetProblem.self) { try Table.read(bytes) }
    }
}

/// The bytes of a text in a charset; the text must have no letter that the charset lacks.
func bytes(_ text: String, _ charset: Charset) -> [UInt8] {
    switch charset {
    case .utf8: Array(text.utf8)
    case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    default: narrow(text, charset.page ?? [])
    }
}

private func narrow(_ text: String, _ page: [Unicode.Scalar]) -> [UInt8] {
    precondition(page.count == 128)
    return text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : UInt8(128 + page.firstIndex(of: $0)!) }
}
