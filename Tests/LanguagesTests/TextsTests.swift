import Foundation
import Languages
import Testing

@Suite struct `The texts of a room` {
    static let room = """
        {"room.full": {"sr": "Сва места су попуњена.", "lt": "Visos vietos užimtos.", "en": "All seats are taken."},
         "room.seats": {"sr": {"one": "Још {count} место", "few": "Још {count} места", "other": "Још {count} места"},
                        "lt": {"one": "Dar {count} vieta", "few": "Dar {count} vietos", "other": "Dar {count} vietų"},
                        "en": {"one": "One seat left", "other": "{count} seats left"}},
         "room.closed": {"sr": "Рок је истекао {deadline}.", "lt": "Terminas baigėsi {deadline}", "en": "The deadline was {deadline}."},
         "room.from": {"sr": "{who} на догађају „{what}“", "sr-Latn": "{who} na „{what}“", "lt": "{who}: {what}", "en": "{who} at {what}"}}
        """
    static let closed = phrase("room.closed"), full = phrase("room.full")

    /// As a generated key makes it.
    static func phrase(_ name: StaticString, _ values: KeyValuePairs<String, Value> = [:]) -> Phrase {
        Phrase(TextKey(name, mark: TextKey.mark(of: name.description)), values)
    }

    func texts(_ language: Language) throws -> Texts {
        let catalogue = try TextCatalogue(rooms: [(name: "room", json: Data(Self.room.utf8))])
        return catalogue.texts(language, in: .utc)
    }

    @Test func `speak each language, and derive Serbian Latin`() throws {
        #expect(try texts(.sr)(Self.full) == "Сва места су попуњена.")
        #expect(try texts(.srLatn)(Self.full) == "Sva mesta su popunjena.")
        #expect(try texts(.lt)(Self.full) == "Visos vietos užimtos.")
        #expect(try texts(.sr).speaking(.en)(Self.full) == "All seats are taken.")
    }

    @Test(arguments: [
        (Language.sr, 1, "Још 1 место"), (.sr, 3, "Још 3 места"), (.srLatn, 1021, "Još 1.021 mesto"), (.lt, 2, "Dar 2 vietos"),
        (.lt, 10, "Dar 10 vietų"), (.en, 1, "One seat left"), (.en, 0, "0 seats left"),
    ])
    func `count`(language: Language, count: Int, expected: String) throws {
        #expect(try texts(language)(Self.phrase("room.seats", ["count": .number(count)])) == expected)
    }

    @Test func `fill in values as the language writes them, with one full stop at the end`() throws {
        let phrase = Self.phrase("room.closed", ["deadline": .day(Day(iso: "2026-02-25") ?? .zero, .inSentence)])
        #expect(try texts(.sr)(phrase) == "Рок је истекао 25.\u{a0}фебруара\u{a0}2026.")
        #expect(try texts(.lt)(phrase) == "Terminas baigėsi 2026\u{a0}m.\u{a0}vasario\u{a0}25\u{a0}d.")
        #expect(try texts(.en)(phrase) == "The deadline was 25\u{a0}February\u{a0}2026.")
    }

    @Test func `write titles in the page's script, and leave people's names alone`() throws {
        let phrase = Self.phrase("room.from", ["who": "Ђорђе", "what": .title("Учење")])
        #expect(try texts(.sr)(phrase) == "Ђорђе на догађају „Учење“")
        #expect(try texts(.srLatn)(phrase) == "Ђорђе na „Učenje“")
        #expect(try texts(.en).shown("Учење") == "Učenje" && texts(.en).shown(Language.sr) == .srLatn)
        #expect(try texts(.lt).shown("Русский язык") == "Русский язык", "no Serbian")
        #expect(try texts(.en).write(.list(["a", 2, .phrase(Self.full)])) == "a, 2 and All seats are taken.")
    }

    @Test func `show the place whose value was forgotten, rather than nothing`() throws {
        #expect(try texts(.en)(Self.closed) == "The deadline was {deadline}.")
        #expect(try texts(.en)(Self.phrase("room.gone")) == "{room.gone}")
    }

    @Test func `are found by a key that was written down, while there is such a text`() throws {
        #expect(try texts(.lt).written("room.full") == "Visos vietos užimtos.")
        #expect(try texts(.en).written("room.closed") == "The deadline was {deadline}.")
        #expect(try texts(.en).written("room.gone") == "room.gone")
    }

    @Test func `are each found among many`() throws {
        let names = (1...3000).map { "room.a\($0)" }
        let json = "{" + names.map { #""\#($0)": {"sr": "\#($0)", "lt": "\#($0)", "en": "\#($0)"}"# }.joined(separator: ", ") + "}"
        let t = try TextCatalogue(rooms: [(name: "room", json: Data(json.utf8))]).texts(.en, in: .utc)
        #expect(t.catalogue.keys == names.sorted())
        #expect(names.filter { t(Phrase(TextKey("room.any", mark: TextKey.mark(of: $0)))) != $0 } == [])
        #expect(t(Self.phrase("room.a3001")) == "{room.a3001}")
    }

    /// Two words with the same mark, as somebody has found them.
    @Test func `are refused when two keys have one mark`() {
        let json = #"{"8yn0iYCKYHlIj4-BwPqk": {"sr": "а", "lt": "a", "en": "a"}, "GReLUrM4wMqfg9yzV3KQ": {"sr": "а", "lt": "a", "en": "a"}}"#
        let refused = #expect(throws: TextCatalogue.Faults.self) { try TextCatalogue(rooms: [(name: "room", json: Data(json.utf8))]) }
        #expect(refused?.lines.contains("8yn0iYCKYHlIj4-BwPqk and GReLUrM4wMqfg9yzV3KQ have one mark: rename one of them") == true)
    }

    static let faults: [(String, [String])] = [
        (#"{"room.a": {"sr": "а", "en": "a"}}"#, ["room.json: room.a: lt is missing"]),
        (#"{"hall.a": {"sr": "а", "lt": "a", "en": "a"}}"#, ["room.json: hall.a: belongs to another file: a key is room.something"]),
        (#"{"room.a.b": {"sr": "а", "lt": "a", "en": "a"}}"#, ["room.json: room.a.b: belongs to another file: a key is room.something"]),
        (#"{"room.a": {"sr": "а", "lt": "a", "en": "a", "de": "a"}}"#, ["room.json: room.a: unknown language de"]),
        (#"{"room.a": {"sr": "{x}", "lt": "{x} {y}", "en": "{x}"}}"#, ["room.json: room.a: en lacks {y}", "room.json: room.a: sr lacks {y}"]),
        (#"{"room.a": {"sr": "{x", "lt": "a", "en": "a"}}"#, ["room.json: room.a: sr: a brace or the name in it is wrong: {x"]),
        (#"{"room.a": {"sr": "", "lt": "a", "en": "a"}}"#, ["room.json: room.a: sr: is empty"]),
        (#"{"room.a": {"sr": {"one": "1", "other": "2"}, "lt": {"one": "1", "few": "2", "other": "3", "two": "4"}, "en": {"one": "1", "other": "2"}}}"#,
         ["room.json: room.a: sr: the form few is missing", "room.json: room.a: lt: unknown form two"]),
        (#"{"room.a": {"sr": "а", "lt": "a", "en": {"one": "1", "other": "2"}}}"#, ["room.json: room.a: counted in one language, plain in another"]),
        ("{}", ["room.a: no text (rebuild, or restore it)"]),
        (#"{"room.a": {"sr": "а", "lt": "a", "en": "a"}, "room.b": {"sr": "а", "lt": "a", "en": "a"}}"#, ["room.b: not among the keys (rebuild)"]),
    ]

    @Test(arguments: faults)
    func `are refused with every fault named`(json: String, lines: [String]) throws {
        let built = try TextCatalogue(rooms: [(name: "room", json: Data(#"{"room.a": {"sr": "а", "lt": "a", "en": "a"}}"#.utf8))])
        let refused = #expect(throws: TextCatalogue.Faults.self) {
            try TextCatalogue(rooms: [(name: "room", json: Data(json.utf8))], like: built)
        }
        for line in lines { #expect(refused?.lines.contains(line) == true, "\(line) in \(refused?.lines ?? [])") }
    }

    @Test func `are refused when the file is no file of texts`() {
        for json in ["", "[]", "{", #"{"room.a": 5}"#, #"{"room.a": {"sr": ["x"]}}"#] {
            #expect(throws: TextCatalogue.Faults.self) { try TextCatalogue(rooms: [(name: "room", json: Data(json.utf8))]) }
        }
    }
}
