import Foundation
import Mail
import Testing

@Suite struct `An address` {
    @Test(arguments: ["ana@primer.rs", "Ana.Jovic+centar@os-vuk.edu.rs", "o'neill@example.org", "a@xn--d1aholi.xn--90a3ac", "root@localhost", "a@b.c1d"])
    func `is taken as it stands`(text: String) throws {
        #expect(try Address(text).text == text)
    }

    @Test(arguments: [
        "", "ana", "@primer.rs", "ana@", "ana@primer", "a b@primer.rs", "ana@primer.rs ", "ana@@primer.rs", "a@b@primer.rs", ".ana@primer.rs",
        "ana.@primer.rs", "a..b@primer.rs", "ana@primer..rs", "ana@-primer.rs", "ana@primer-.rs", "ana@[127.0.0.1]", "ana@127.0.0.1", "<ana@primer.rs>",
        "ana@primer.rs\r\nBcc: x@y.rs", "ana@primer.rs\n", "a\0b@primer.rs", "\"a b\"@primer.rs", "ана@primer.rs", "ana@пример.срб", "ana@primer.rs>",
        "ana,b@primer.rs", "ana;b@primer.rs", "ana(b)@primer.rs", "a\u{301}na@primer.rs", "\u{FF41}na@primer.rs",
    ]) func `is refused`(text: String) {
        #expect(throws: MailProblem.self) { try Address(text) }
    }

    @Test func `is refused when it is too long`() throws {
        let label = String(repeating: "a", count: 63)
        #expect(throws: MailProblem.self) { try Address(String(repeating: "a", count: 65) + "@primer.rs") }
        #expect(throws: MailProblem.self) { try Address("a@\(label)a.rs") }
        #expect(throws: MailProblem.self) { try Address("a@\(label).\(label).\(label).\(label).rs") }
        #expect(throws: Never.self) { try Address(String(repeating: "a", count: 64) + "@\(label).rs") }
    }

    @Test func `is checked again when it comes out of a store`() throws {
        #expect(try JSONDecoder().decode([Address].self, from: Data("[\"ana@primer.rs\"]".utf8)).map(\.text) == ["ana@primer.rs"])
        #expect(throws: (any Error).self) { try JSONDecoder().decode([Address].self, from: Data("[\"ana@primer.rs\\r\\nDATA\"]".utf8)) }
    }

    @Test(arguments: ["a", "a@b\r\nc", "a b@c", "<a@b>", "../a@b", "a/b@c", "@b", "a@", "а@b", ".a@b", "a..b@c"])
    func `like a message's id refuses what is unsafe`(text: String) {
        #expect(throws: MailProblem.self) { try MessageID(text) }
    }
}

@Suite struct `A header of one's own` {
    @Test(arguments: [
        ("List-Id", "a\r\nBcc: x@y.rs"), ("List-Id", "списак"), ("List-Id", ""), ("List-Id", " a"), ("Bcc", "x@y.rs"), ("bcc", "x@y.rs"), ("Subject", "a"),
        ("Content-Type", "text/html"), ("A:B", "c"), ("A\r\nB", "c"), ("", "a"), ("List Id", "a"), ("List-Id", String(repeating: "a", count: 901)),
    ]) func `is refused`(name: String, value: String) {
        #expect(throws: MailProblem.self) { try Header(name, value) }
    }

    @Test(arguments: ["javascript:x", "https://a b", "https://a>, <mailto:x@y.rs", "https://a\r\n"]) func `unsubscribes at a web address only`(url: String) {
        #expect(throws: MailProblem.self) { try Header.unsubscribe(at: url) }
    }

    @Test(arguments: ["pdf", "a/b/c", "text/html; charset=x", "text/ht ml", "multipart/mixed", "message/rfc822", "/", "a/\r\nb"])
    func `like a media type holds no more than its kind`(text: String) {
        #expect(throws: MailProblem.self) { try MediaType(text) }
    }
}
