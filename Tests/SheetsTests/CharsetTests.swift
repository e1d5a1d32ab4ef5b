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
        let cells = ([csv.table.header] + csv.table.rows.map { $0.cells.map(\.text) }).map { $0.joined(separator: ";") }
        #expect(cells.joined(separator: "\r\n") + "\r\n" == text)
    }

    @Test(arguments: files.prefix(3)) func `is taken from its mark`(charset: Charset, text: String) throws {
        let csv = try CSV(reading: bytes("\u{FEFF}" + text, charset))
        #expect(csv.charset == charset)
        #expect(csv.table.header[0] == "Назив")
    }

    @Test func `is not UTF-8 when the bytes deny their mark`() {
        #expect(throws: SheetProblem.self) { try CSV(reading: [0xEF, 0xBB, 0xBF, 0x41, 0xC8, 0x41]) }
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
    case .windows1250: narrow(text, Charset.centralEuropean)
    case .windows1251: narrow(text, Charset.cyrillic)
    case .windows1257: narrow(text, Charset.baltic)
    }
}

private func narrow(_ text: String, _ page: [Unicode.Scalar]) -> [UInt8] {
    precondition(page.count == 128)
    return text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : UInt8(128 + page.firstIndex(of: $0)!) }
}
