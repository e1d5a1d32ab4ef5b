import Foundation
import Mail
import Mutations
import Testing

@Suite struct `An address as people type it` {
    @Test(arguments: [
        ("ana+obuke@skola.example", "ana+obuke@skola.example"), (" ANA@Skola.Example ", "ANA@skola.example"), ("mailto:ana@skola.example", "ana@skola.example"),
        ("<ana@skola.example>", "ana@skola.example"), ("info@центар.срб", "info@xn--80ajyniv.xn--90a3ac"), ("a@ЦЕНТАР.срб", "a@xn--80ajyniv.xn--90a3ac"),
        ("a@bücher.example", "a@xn--bcher-kva.example"), ("a@šilutė.lt", "a@xn--ilut-yva35b.lt"),
    ]) func `is taken`(typed: String, address: String) throws {
        #expect(try Address(typed: typed).text == address)
    }

    @Test(arguments: [
        ("", AddressFault.incomplete), ("ana", .incomplete), ("@skola.example", .incomplete), ("ana@", .incomplete), ("sesta..s@skola.example", .dots),
        ("sedma.@skola.example", .dots), (".a@skola.example", .dots), ("osma@bela_skola.example", .host("bela_skola.example")),
        ("deveta@skola,example", .host("skola,example")),
        ("\u{430}na@skola.example", .sign("\u{430}")), ("a b@skola.example", .sign(" ")), ("dvanaesta@skola.example, druga@skola.example", .several),
        (String(repeating: "a", count: 70) + "@skola.example", .tooLong), ("petnaesta@192.0.2.1", .host("192.0.2.1")), ("a@skola", .host("skola")),
        ("a@sk\u{43E}la.example", .host("sk\u{43E}la.example")), ("a@xn--80ajyniv.xn--90a3ac\r\nBcc: x@y.rs", .several), ("a@b.rs\u{0}", .host("b.rs\u{0}")),
    ]) func `is refused with the reason`(typed: String, fault: AddressFault) {
        #expect(throws: fault) { try Address(typed: typed) }
    }

    @Test func `is taken or refused, whatever was typed`() {
        var mutations = Mutations(["ana+obuke@skola.example", "info@центар.срб", "mailto:<a@b.c>", "a@xn--d1aholi.xn--90a3ac", "o'neill@example.org"],
            words: ["@", ".", "..", "xn--", "mailto:"])
        mutations.eachText(8_000) { text in
            if let address = try? Address(typed: text) {
                #expect((try? Address(address.text)) == address, "\(address)")
                #expect(address.text.utf8.allSatisfy { (0x21...0x7E).contains($0) })
            }
        }
    }

    @Test func `and a letter holds any name and any words`() throws {
        let message = try letter(1) { _ in }
        var mutations = Mutations(["Ана Ђорђевић", "\"a\" <b@c>\r\nBcc: x@y.rs", "=?utf-8?q?a?=", "\u{2028}\u{0}\u{FFFF}", String(repeating: "я", count: 900)])
        try mutations.eachText(1_500) { text in
            var spoiled = message
            spoiled.to = [try Mailbox("b@primer.rs", name: text)]
            spoiled.subject = text
            spoiled.text = text
            spoiled.attachments = [Attachment(text, .pdf, [1])]
            let head = String(decoding: spoiled.rendered(), as: UTF8.self).components(separatedBy: "\r\n\r\n")[0]
            #expect(head.utf8.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0D || $0 == 0x0A || $0 == 0x09 })
            #expect(!head.lowercased().contains("\r\nbcc:"))
        }
    }
}
