@testable import Certificates
@testable import Delivery
import Foundation
import Forms
import Kernel
import Languages
import Mutations
import Registration
import Testing
@testable import Web

/// What a request, a device or a paper may carry: read or refused, and nothing ends the program.
@Suite struct `A request that was spoiled` {
    @Test func `holds a form with files, or nothing`() {
        let body = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nб\r\n--b\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n1;2\r\n--b--\r\n"
        var mutations = Mutations([body, "--b--", "--b\r\n\r\n--b", "--b\r\nContent-Disposition: form-data; name=\"a\r\n\r\n\r\n--b--"],
            words: ["--b", "\r\n\r\n", "--b--", "filename=\"", "%22"])
        mutations.each(10_000) { bytes in
            if let typed = Multipart.read(bytes, boundary: "b") { Self.look(at: typed) }
        }
        var heads = Mutations(["multipart/form-data; boundary=b", "multipart/form-data; boundary=\"--\"; charset=utf-8"], words: ["boundary=", "\""])
        heads.eachText(5_000) { _ = Multipart.boundary(of: $0).map { Multipart.read(Array(body.utf8), boundary: $0) } }
    }

    @Test func `holds a form or a question`() {
        var mutations = Mutations(["a=1&page=2&q=%D1%9B", "&&=&a", "page=%", "day1=25.2.2026.&rows=4&hall1=3"],
            words: ["%FF", "%00", "%", "&", "=", "+", "page=", "rows="])
        mutations.eachText(8_000) { Self.look(at: Typed(urlEncoded: $0)) }
    }

    @Test func `holds a cookie, an address to go on to, or an id`() {
        var mutations = Mutations([Cookies.written("Сачувано."), "/me?a=1", "17", "//x.example", "\\x"], words: ["=", "-", "_", "//"])
        mutations.eachText(8_000) { text in
            _ = (Cookies.read(text), Base64URL.bytes(text))
            #expect(Base64URL.bytes(Base64URL.text(text.utf8)) == Array(text.utf8))
            if let id = Registration.ID(text) { #expect(id.value > 0) }
        }
    }

    @Test func `holds marks of the door, or none`() {
        let key = String(repeating: "a", count: 16)
        var mutations = Mutations(["\(key).12.late.1770192000", "\(key).12.none.0", "12.present", "mark.12.3.late-10", "12 15 17 absent\n9 late 20"],
            words: [".", "late", "-"])
        mutations.eachText(8_000) { text in
            if let mark = DoorMark(text) { _ = mark.made.seconds(since: Instant(seconds: 0)) }
            _ = (Tap(text), ScreenCode.read(text))
            _ = try? AttendanceForm(Typed([("mark.1.2.", "late"), ("minutes.1.2", text), (text, "late")]), at: Instant(seconds: 0))
        }
    }
}

@Suite struct `A paper that was spoiled` {
    @Test func `holds a code and what is signed, or not`() {
        let payload = "Z1\nkey\nCP\n7K2M9QXD4R1A\n12/2026\n2026-02-25\n8\n8\nЗУОВ 2025-2028/1451\nАна Ђорђевић"
        let signed = "\(Base64URL.text(payload.utf8)).\(Base64URL.text(Array(repeating: 7, count: 64)))"
        var mutations = Mutations([payload, signed, "https://centar.example/sr/certificates/7K2M9QXD4R1A#\(signed)", "7K2M–9QXD–4R1A"],
            words: ["\n", "Z1", "#", ".", "–"])
        mutations.eachText(8_000) { text in
            if let code = CertificateCode(typed: text) { _ = code.grouped }
            _ = (CertificatePayload(text: text), CertificatePayload.Signed(text)?.isSigned(by: [1, 2]))
        }
        mutations.each(5_000) { _ = CertificatePayload.found(in: $0) }
    }

    @Test func `has its facts, its keys and its list beside it, or not`() throws {
        let issuer = CertificateFacts.Issuer(name: "Центар", address: "", site: "https://a.example")
        let facts = CertificateFacts(language: .sr, kind: .certificate, part: .participant, name: "Ана", issuer: issuer, title: "Обука")
        let list = #"{"made":"2026-02-04T08:00:00Z","ended":["ab12"]}"#
        let keys = #"{"keys":[{"kty":"OKP","crv":"Ed25519","alg":"EdDSA","use":"sig","kid":"k","x":"AAAA","issuer":"a","made":"2026-02-04T08:00:00Z"}]}"#
        var mutations = Mutations([try facts.text(), list, keys], words: ["{", "}", "[", "]", "null", "\"x\":", "\\u0000", "1e999"])
        mutations.eachText(4_000) { text in
            if let facts = try? CertificateFacts(text: text) { _ = (facts.days, facts.writtenIn, try? facts.text()) }
            _ = (try? KeySet(json: Array(text.utf8)))?.keys.map(\.publicBytes)
            _ = try? StatusList(json: Array(text.utf8))
        }
    }
}

extension `A request that was spoiled` {
    fileprivate static func look(at typed: Typed) {
        for name in typed.fields.map(\.name) { _ = (typed[name], typed.lines(name), typed.number(name, in: 1...9), typed.page) }
        #expect(Typed(urlEncoded: typed.query).fields.count <= typed.fields.count)
        _ = try? typed.checkSigns()
        _ = try? typed.checkLengths()
    }
}
