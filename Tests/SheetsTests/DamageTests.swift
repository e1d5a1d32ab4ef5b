import Testing

@testable import Sheets

/// Damaged files come from anywhere; whatever they hold, reading ends in a table or in a `SheetProblem`. The damage is the same each time.
@Suite struct `A damaged file` {
    private static let csv = Array("Име;Место;Опис\r\n\"Ана \"\"А\"\"\";Сомбор;\"ред\r\nред\"\r\nRūta;Kėdainiai;-5\r\n".utf8)

    private static let book: Book = {
        var book = Book()
        book.strings = "<si><t>Назив</t></si><si><r><t>Ђу</t></r><rPh><t>х</t></rPh></si>"
        book.styles = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"[h]dd&quot;а&quot;\"/></numFmts><cellXfs><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs>"
        book.rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\" s=\"0\"><v>46078.5</v></c><c r=\"B2\" t=\"s\"><v>1</v></c></row>"
        return book
    }()

    @Test(.timeLimit(.minutes(20))) func `never brings us down`() throws {
        var dice = Dice(state: 2026)
        let written = try Sheet("Лист", columns: ["Име", "Број"], rows: [["Ђура", 5], ["Rūta", .date("2026-02-25")]]).xlsx()
        var (read, refused) = (0, 0)
        for round in 0..<2_500 {
            let bytes =
                switch round % 5 {
                case 0: dice.damage(Self.csv)
                case 1: dice.damage(written)
                case 2: dice.damage(Self.book.bytes)
                default: ZipMaker(damagedParts(&dice)).finished()
                }
            do throws(SheetProblem) {
                _ = try Table.read(bytes)
                read += 1
            } catch {
                #expect(!error.description.isEmpty)
                refused += 1
            }
        }
        #expect(read > 100 && refused > 500, "read \(read), refused \(refused)")
    }

    /// A sound archive with one damaged part, so that the damage gets past the zip's sums.
    private func damagedParts(_ dice: inout Dice) -> [(String, String)] {
        var files = Self.book.files
        let chosen = dice.below(files.count)
        files[chosen].1 = String(decoding: dice.damage(Array(files[chosen].1.utf8)), as: UTF8.self)
        return files
    }
}

/// The same random numbers each time (SplitMix64).
struct Dice {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    /// Changes, removes, repeats or cuts a few places.
    mutating func damage(_ sound: [UInt8]) -> [UInt8] {
        var bytes = sound
        for _ in 0...below(4) where bytes.count > 8 {
            let place = below(bytes.count)
            let stretch = place..<min(bytes.count, place + 1 + below(16))
            switch below(6) {
            case 0: bytes[place] = UInt8(below(256))
            case 1: bytes[place] ^= 1 << UInt8(below(8))
            case 2: bytes.removeSubrange(stretch)
            case 3: bytes.insert(contentsOf: bytes[stretch], at: place)
            case 4: bytes.replaceSubrange(stretch, with: Array("<>&\"'/=09".utf8.shuffled(using: &self).prefix(stretch.count)))
            default: if below(4) == 0 { bytes.removeSubrange(place...) }
            }
        }
        return bytes
    }
}

extension Dice: RandomNumberGenerator {}
