import Foundation
import Testing

/// How the words are written, as far as a machine can tell.
@Suite struct WordRules {
    /// A slip that is found by its looks, and a text that has it.
    struct Slip: Sendable, CustomTestStringConvertible {
        let name: String
        let languages: Set<String>
        let pattern: String
        let wrong: String
        let right: String
        /// Rooms in which it is the right word.
        let rooms: Set<String>

        init(_ name: String, in languages: String..., but rooms: Set<String> = [], pattern: String, wrong: String, right: String) {
            self.name = name
            self.rooms = rooms
            self.languages = Set(languages.isEmpty ? ["sr", "lt", "en"] : languages)
            self.pattern = pattern
            self.wrong = wrong
            self.right = right
        }

        var testDescription: String { "\(languages.sorted().joined(separator: ", ")): \(name)" }
    }

    /// A text as a slip is looked for in it.
    struct Told: Sendable {
        let room: String
        let key: String
        let language: String
        let text: String
        /// `{}` stands for what is counted and `{0}` for every other value.
        let bare: String
    }

    static let all = SourceTree.words.flatMap(texts)

    static let slips = [
        Slip("a straight quotation mark or apostrophe", pattern: #"["']"#, wrong: "the centre's", right: "the centre’s"),
        Slip("three dots", pattern: #"\.\.\."#, wrong: "Сачекајте...", right: "Сачекајте…"),
        Slip("a blank too many", pattern: #"  +[^ {]|^ | $| [,;:?]| \.(?!\w)"#, wrong: "Сачувано .", right: "Сачувајте као .xlsx."),
        Slip("an exclamation mark", pattern: "!", wrong: "Успешно!", right: "Сачувано је."),
        Slip("a hyphen in the place of a dash", pattern: " -+ ", wrong: "место - слободно", right: "место – слободно"),
        Slip("quotes of another language", in: "sr", "lt", pattern: #"[”‘«»]|(^|[\s(])“|„[^“]*$|^[^„]*“"#, wrong: "у „Програми”", right: "у „Програми“"),
        Slip("quotes of another language", in: "en", pattern: #"[„«»]|“[^”]*$"#, wrong: "„yes“", right: "“yes”"),
        Slip(
            "a word in two alphabets", in: "sr", pattern: #"[\u{400}-\u{4FF}][A-Za-zČĆŽŠĐčćžšđ]|[A-Za-zČĆŽŠĐčćžšđ][\u{400}-\u{4FF}]"#,
            wrong: "пријавa", right: "у PDF-у"),
        Slip("no Cyrillic", in: "sr", pattern: #"^(?!moji-podaci$)(?!.*[\u{400}-\u{4FF}]).*\p{L}{3}"#, wrong: "Sačuvano je.", right: "{number} km"),
        Slip("Cyrillic", in: "lt", "en", pattern: #"[\u{400}-\u{4FF}]"#, wrong: "Savе", right: "Save"),
        Slip(
            "a number before a noun that bends with it", in: "sr", pattern: #"\{0\} (сат|бод|место|особ|ћелиј|колон|ред|знак)"#,
            wrong: "имате {hours} сати", right: "имате {count} сати"),
        Slip(
            "a number before a noun that bends with it", in: "lt", pattern: #"\{0\} (valand|tašk[ao]|viet|žmo|asmen|minu|dien[ųo]|ženkl)"#,
            wrong: "turite {hours} valandų", right: "turite {count} valandų"),
        Slip(
            "a word that has another here", in: "sr",
            pattern: "адрес[аеу] е-поште|догађај|[Сс]нимите|[Вв]еза (за|ка)|на вратима|ниједно писмо|код за опоравак|демонстрациј|без пријављивања|[Уу]колико|путем",
            wrong: "Нема адресу е-поште.", right: "Нема електронску адресу."),
        Slip(
            "a word that has another here", in: "lt",
            pattern: #"\b[Bb]al(ai|ų)\b|[Nn]uskenuo|šlamšt|\blankym(as|ą|o)\b|[Aa]tidarykit|prie durų|[Pp]avaduotoj|[Dd]emonstracij|atkūrimo kod|pilnai"#,
            wrong: "5 balai", right: "5 taškai"),
        // What is asked of a fund is called so; who comes to an event is registered.
        Slip(
            "an application in the place of a registration", in: "lt", but: ["projects"], pattern: "[Pp]araišk", wrong: "Paraiška gauta.",
            right: "Registracija gauta."),
        Slip(
            "a word that has another here", in: "en", pattern: #"\b[Mm]end|\bsigns? that\b|missing to\b|open the door"#,
            wrong: "Mend the data", right: "Correct the data"),
    ]

    @Test(arguments: slips)
    func `no text has this slip`(slip: Slip) throws {
        #expect(try Self.found(slip, Self.all) == [])
        #expect(try Self.found(slip, Self.texts(of: Self.sample(slip.wrong, of: slip))).count == slip.languages.count)
        #expect(try Self.found(slip, Self.texts(of: Self.sample(slip.right, of: slip))) == [])
    }

    private static func found(_ slip: Slip, _ words: [Told]) throws -> [String] {
        let pattern = try Regex(slip.pattern).plain
        return words.filter { !slip.rooms.contains($0.room) && slip.languages.contains($0.language) && $0.bare.firstMatch(of: pattern) != nil }
            .map { "\($0.key), \($0.language): \($0.text)" }
    }

    /// Every text of a file, each form of a counted one by itself.
    private static func texts(of file: SourceTree.File) -> [Told] {
        let parsed = (try? JSONSerialization.jsonObject(with: Data(file.text.utf8))) as? [String: [String: Any]] ?? [:]
        let place = /\{\w+\}/.plain
        return parsed.sorted { $0.key < $1.key }.flatMap { key, languages in
            languages.flatMap { language, words in
                ((words as? [String: String])?.values.sorted() ?? [words as? String ?? ""]).map { text in
                    let bare = text.replacing("{count}", with: "{}").replacing(place, with: "{0}")
                    return Told(room: file.stem, key: key, language: language, text: text, bare: bare)
                }
            }
        }
    }

    private static func sample(_ text: String, of slip: Slip) -> SourceTree.File {
        let languages = slip.languages.map { "\"\($0)\": \(quoted(text))" }.joined(separator: ", ")
        return SourceTree.File(path: "Resources/texts/web.json", text: "{\"web.sample\": {\(languages)}}")
    }

    private static func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\\\"") + "\"" }
}
