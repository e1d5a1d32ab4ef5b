import Testing
@testable import Web

/// What a file is called on the disk of whoever takes it home.
@Suite struct DownloadRules {
    @Test(arguments: [
        ("Регистар уверења 2026.xlsx", "Registar uverenja 2026.xlsx"), ("Ђорђевић Љубица Џ.pdf", "Djordjevic Ljubica Dz.pdf"),
        ("Žemaitė ąčęėįšųū.csv", "Zemaite aceeisuu.csv"),
        ("a\"b\\c\r\n\u{7F}.txt", "a_b_c___.txt"), ("名前.pdf", "__.pdf"),
    ])
    func `a program that knows plain letters only gets a name that can be read`(name: String, plain: String) {
        #expect(DownloadName(text: name).header.hasPrefix("attachment; filename=\"\(plain)\"; filename*=UTF-8''"))
    }

    @Test func `the whole name is there too`() {
        #expect(DownloadName(text: "Ђ 1.pdf").header.hasSuffix("filename*=UTF-8''%D0%82%201%2Epdf"))
    }
}
