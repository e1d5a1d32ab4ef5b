import Foundation
import Testing

@testable import Mail

@Suite struct `A rendered message` {
    private func text(_ change: (inout Message) throws -> Void = { _ in }) throws -> String {
        String(decoding: try letter(1, change).rendered(), as: UTF8.self)
    }

    private func header(_ text: String) -> [Substring] {
        text.split(separator: "\r\n\r\n", maxSplits: 1)[0].split(separator: "\r\n").filter { $0.first != " " }
    }

    @Test func `is the same each time`() throws {
        let change: (inout Message) throws -> Void = { $0.attachments = [Attachment("а.pdf", .pdf, [1, 2, 3])] }
        #expect(try letter(1, change).rendered() == letter(1, change).rendered())
        #expect(try letter(1, change).rendered() != letter(2, change).rendered())
    }

    @Test func `of plain text needs no parts`() throws {
        let text = try text {
            $0.from = try Mailbox("a@primer.rs", name: "Ana Jovic")
            $0.to = [try Mailbox("b@primer.rs"), try Mailbox("c@primer.rs", name: "Petar \"Pera\" P.")]
            $0.subject = "Your seat"
            $0.text = "Dear Ana,\nan a = b \n.\n"
            $0.headers = [.automatic]
        }
        #expect(text == """
            Date: Wed, 25 Feb 2026 08:30:00 +0000\r
            From: Ana Jovic <a@primer.rs>\r
            To: b@primer.rs, "Petar \\"Pera\\" P." <c@primer.rs>\r
            Message-ID: <letter-1@centar.test>\r
            Subject: Your seat\r
            Auto-Submitted: auto-generated\r
            MIME-Version: 1.0\r
            Content-Type: text/plain; charset=utf-8\r
            Content-Transfer-Encoding: quoted-printable\r
            \r
            Dear Ana,\r
            an a =3D b=20\r
            .\r\n
            """)
    }

    /// Whatever stands in free text, the header keeps exactly the fields that were meant.
    @Test(arguments: [
        "a\r\nBcc: x@y.rs", "\r\n\r\n<script>", "а\nBcc: x@y.rs", "a\rBcc: x@y.rs", "\u{2028}Bcc: x@y.rs", "a\u{85}Bcc: x@y.rs", "\0", "=?UTF-8?Q?a=0D=0ABcc:x?=",
        "\u{B}\u{C}\u{1C}Bcc: x@y.rs", "\" <x@y.rs>, \"", "\\\r\nBcc: x@y.rs",
    ]) func `cannot be given headers through its texts`(evil: String) throws {
        let text = try text {
            $0.subject = evil
            $0.from = try Mailbox("a@primer.rs", name: evil)
            $0.to = [try Mailbox("b@primer.rs", name: evil)]
            $0.replyTo = try Mailbox("c@primer.rs", name: evil)
            $0.attachments = [Attachment(evil, .pdf, [])]
        }
        #expect(header(text).map { $0.prefix { $0 != ":" } } == ["Date", "From", "To", "Reply-To", "Message-ID", "Subject", "MIME-Version", "Content-Type"])
        #expect(!text.contains("\nBcc"))
        #expect(text.unicodeScalars.allSatisfy { $0.isASCII && ($0.value >= 32 || $0 == "\r" || $0 == "\n") })
        #expect(text.replacing("\r\n", with: "").allSatisfy { $0 != "\r" && $0 != "\n" })
    }

    @Test func `keeps its lines short and its encoded words within the rule`() throws {
        let long = String(repeating: "Стручно усавршавање наставника и васпитача 👩🏽‍🏫 ", count: 12)
        let text = try text {
            $0.subject = long
            $0.from = try Mailbox("a@primer.rs", name: long)
            $0.replyTo = try Mailbox("a@primer.rs", name: String(repeating: "Long (name) ", count: 20))
            $0.text = long + "\n" + String(repeating: "x", count: 3000)
            $0.html = "<p>" + String(repeating: "y = ", count: 3000)
            $0.attachments = [Attachment(long + ".pdf", .pdf, Array(repeating: 7, count: 5000))]
        }
        for line in text.split(separator: "\r\n") { #expect(line.utf8.count <= 76, "\(line)") }
        let words = text.matches(of: /=\?UTF-8\?B\?[^ \r]*\?=/).map(\.0)
        #expect(words.count > 30)
        for word in words {
            let content = try #require(Data(base64Encoded: String(word.dropFirst(10).dropLast(2))))
            #expect(word.utf8.count <= 75)
            #expect(String(validating: content, as: UTF8.self) != nil, "a word cut inside a character")
        }
    }

    @Test func `chooses the shorter encoding of a text`() {
        #expect(BodyText("Gerbiama Rūta, laukiame Jūsų seminare balandžio 14 d.").encoding == "quoted-printable")
        #expect(BodyText("Поштована Ана, видимо се на семинару.").encoding == "base64")
        #expect(BodyText("").text == "")
        #expect(BodyText("a\u{0}\t\nb\r\nc\rd ").text == "a=00=09\r\nb\r\nc\r\nd=20\r\n")
        #expect(BodyText(String(repeating: "a", count: 76)).text == String(repeating: "a", count: 76) + "\r\n")
        #expect(BodyText(String(repeating: "a", count: 77)).text == String(repeating: "a", count: 75) + "=\r\naa\r\n")
    }
}
