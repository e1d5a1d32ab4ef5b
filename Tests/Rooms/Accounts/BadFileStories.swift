import Accounts
import Foundation
import Imports
import Kernel
import Languages
import Sheets
import Storage
import Testing
import Town

/// Files that are none, or would do harm, brought through the page: refused there with the reason, and nothing of them is kept.
@Suite struct BadFileStories {
    private func milena() async throws -> (Town, Someone) {
        let town = try await Town()
        try await town.milena.becomes(.administrator)
        try await town.milena.enters(withFactor: true)
        return (town, town.milena)
    }

    private static let row = "<row r=\"1\">" + zip("ABC", ["Презиме", "Име", "Е-пошта"]).map { RawBook.text("\($0)1", $1) }.joined() + "</row>"
        + "<row r=\"2\">" + zip("ABC", ["Ђурић", "Ана", "ana.djuric@skola.example"]).map { RawBook.text("\($0)2", $1) }.joined() + "</row>"

    @Test func `what is no workbook, an entity that grows, a program inside`() async throws {
        let (town, milena) = try await milena()
        let entities = "<!DOCTYPE w [<!ENTITY a \"ааааааааааа\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
        let files: [(name: String, bytes: [UInt8], why: Phrase)] = [
            ("lista.xlsx", Array("PK\u{3}\u{4} broken".utf8), T.imports.fileDamaged),
            ("lista.xlsx", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0], T.imports.fileUnknown),
            ("lista.xlsx", try RawBook(Self.row, before: entities).bytes(), T.imports.fileDamaged),
            ("lista.xlsm", try RawBook(Self.row, parts: [("xl/vbaProject.bin", "program")]).bytes(), T.imports.fileMacros),
        ]
        for file in files {
            let page = try await milena.uploads("people", file: file.name, file.bytes)
            #expect(page.status == 422 && page.shows(town.say(file.why)) && page.form("/imports/new/people") != nil, "\(file.name): \(page.text.prefix(300))")
        }
        #expect(try await town.count("import_draft") == 0)
        #expect(try await milena.uploads("people", file: "lista.xlsx", RawBook(Self.row).bytes()).shows(town.say(T.imports.apply(count: 1))), "the same without them")
    }

    @Test func `a zip bomb is refused before it is unpacked`() async throws {
        let (town, milena) = try await milena()
        let bomb = try #require(Data(base64Encoded: Self.bomb))
        let page = try await milena.uploads("people", file: "bomba.xlsx", Array(bomb))
        #expect(bomb.count < 6_000 && page.status == 422 && page.shows(town.say(T.imports.fileTooMuch)), "\(page.text.prefix(300))")
        #expect(try await town.count("import_draft") == 0)
    }

    @Test func `a column that is chosen twice is refused at its place; a hidden row is told`() async throws {
        let (town, milena) = try await milena()
        let list = "Презиме;Име;Е-пошта;Друга адреса\nЂурић;Ана;ana.djuric@skola.example;ana@skola.example\n"
        let preview = try await milena.uploads("people", list)
        try await milena.opens(preview.path + "/columns")
        let twice = try await milena.sends("/columns", ["column-3": "email"])
        #expect(twice.status == 422 && twice.shows(town.say(T.imports.columnChosenTwice(meaning: .phrase(T.common.email), column: "Е-пошта"))))
        let hidden = Self.row + "<row r=\"3\" hidden=\"1\">" + zip("ABC", ["Тихић", "Вера", "vera@skola.example"]).map { RawBook.text("\($0)3", $1) }.joined() + "</row>"
        let page = try await milena.uploads("people", file: "lista.xlsx", RawBook(hidden).bytes())
        #expect(page.shows(town.say(T.imports.noteHidden(count: 1))) && page.shows(town.say(T.imports.rowHidden)))
    }

    /// A workbook of three kilobytes whose sheet unpacks to one and a half megabytes of blanks.
    private static let bomb = """
        UEsDBBQAAAAIAAAAIQChD2yldwAAAKgAAAALAAAAX3JlbHMvLnJlbHNdzkEOwiAQheGrNByg07hwYaArN26NF0AcCikwZJjGentZVpd/8vLl6TsmK5FKC7G2WR9zuL2MYjU8PhWNCiL1AtBcwGzbSB\
        XLnpMnzlZ68gLkfXR4JbdlLAKnaToDH/m/RZctLyhG7QnexOuTaB07qmDW8HvsC1BLAwQUAAAACAAAACEADejZTnkAAACaAAAADwAAAHhsL3dvcmtib29rLnhtbDWOQQ4CIRAEv0LmAc7qwQMBEhMv\
        PgNxELILQxiMPl9i3FN3pfrQ5s19vTOv6lO2KrpbSGM0jSghUfFy4EZ1usi9+DGxP5FjzIGuHF6F6sDTspyx0+ZH5iopNwFnJBEN+aeqvpCFC6gf3h4WjqC6zrMIoDO4z3H/475QSwMEFAAAAAgAAA\
        AhAP3a6At5AAAAqQAAABoAAAB4bC9fcmVscy93b3JrYm9vay54bWwucmVsc1WOMQ7CMAxFr1L5AHVhYEBJJxZWxAWi4DQRTRzFRsDtiRhQmb7eH56eudDqNHGRmKrMZovD+WZBYLi+K1mIqvWIKD5S\
        djJypfLKa+CWnXZsC3IIydOJ/SNTUdxP0wHbVo9PbneJRNqlri2kFn6X4Hd2Y7cCzgb/yz5QSwMEFAAAAAgAAAAhAFZ3uzbnBQAAjuMWABgAAAB4bC93b3Jrc2hlZXRzL3NoZWV0MS54bWztx7EJwC\
        AUQMFVsoELfKxcxEIQLAQVsn7ANXLXPF68c43dWzs5bko9NT8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/FKk3Vs7pZ6aI71zjfv5A1BLAQIUAxQAAAAIAAAAIQChD2yldwAAAKgAAAALAAAAAAAAAAAAAACAAQAAAABfcmVscy8ucmVsc1BLAQIUAxQAAAAIAA\
        AAIQAN6NlOeQAAAJoAAAAPAAAAAAAAAAAAAACAAaAAAAB4bC93b3JrYm9vay54bWxQSwECFAMUAAAACAAAACEA/droC3kAAACpAAAAGgAAAAAAAAAAAAAAgAFGAQAAeGwvX3JlbHMvd29ya2Jvb2su\
        eG1sLnJlbHNQSwECFAMUAAAACAAAACEAVne7NucFAACO4xYAGAAAAAAAAAAAAAAAgAH3AQAAeGwvd29ya3NoZWV0cy9zaGVldDEueG1sUEsFBgAAAAAEAAQABAEAABQIAAAAAA==
        """
}
