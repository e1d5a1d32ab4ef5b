import Fetch
import Foundation
import Kernel
import Languages
import Testing
@testable import Interfaces

/// Addresses, cursors, keys, signatures and patience, as tables.
@Suite struct InterfaceRules {
    private func day(_ text: String) -> Day { Day(iso: text) ?? .zero }

    @Test(arguments: [
        ("https://example.org/hook", true), ("https://example.org:8443/a?b=c", true), ("https://93.184.216.34/x", true),
        ("https://[2a00:1450:4001:830::200e]/", true),
        ("http://example.org/hook", false), ("https://localhost/x", false), ("https://intranet/x", false), ("https://printer.local/x", false),
        ("https://db.internal/", false), ("https://127.0.0.1/", false), ("https://10.1.2.3/", false),
        ("https://169.254.169.254/latest", false), ("https://192.168.0.1/", false),
        ("https://[::1]/", false), ("https://[fe80::1]/", false), ("https://[::ffff:127.0.0.1]/", false), ("https://2130706433/", false),
        ("https://0x7f.0.0.1/", false),
        ("https://127.1/", false), ("https://ana:tajna@example.org/", false), ("https://example.org/#a", false),
        ("ftp://example.org/", false), ("example.org", false), ("", false),
        ("javascript:alert(1)", false), ("https://", false), ("https://пример.срб/", false), ("https://example.org/a b", false),
    ])
    func `an address of a webhook leads outside, by https`(address: String, isGood: Bool) {
        #expect((WebhookAddress.fault(address, isInsideAllowed: false) == nil) == isGood, "\(address)")
    }

    @Test func `where the setting lets it, an address may lead inside`() {
        #expect(WebhookAddress.fault("http://127.0.0.1:8080/hook", isInsideAllowed: true) == nil)
        #expect(WebhookAddress.fault("ftp://127.0.0.1/hook", isInsideAllowed: true) != nil)
    }

    @Test func `a cursor is up to three numbers, and nothing else`() {
        for text in ["0", "12", "1.2", "0.1770192000.15", "999999999999999"] { #expect(APICursor(text)?.text == text, "\(text)") }
        for text in ["", ".", "1.", "-1", "1.2.3.4", "a", "1 ", "9999999999999999", "١"] { #expect(APICursor(text) == nil, "\(text)") }
    }

    @Test func `a key is good until the end of its day`() {
        let today = day("2026-11-20")
        for (until, isGood) in [("2026-11-19", false), ("2026-11-20", true), ("2028-11-20", true), ("2028-11-21", false)] {
            var faults = Faults()
            AccessKeyDraft(name: "Moodle", scopes: [.events], until: day(until)).check(on: today, &faults)
            #expect(faults.isEmpty == isGood, "\(until)")
        }
        var faults = Faults()
        AccessKeyDraft(name: "", scopes: [], until: today).check(on: today, &faults)
        #expect(faults.count == 2)
    }

    @Test(arguments: [
        ("Bearer zbornica_abc", "zbornica_abc"), ("bearer   zbornica_abc", "zbornica_abc"), ("Basic zbornica_abc", nil),
        ("Bearer abc", nil), ("Bearer", nil), ("", nil),
    ] as [(String, String?)])
    func `a secret is read of its header`(header: String, secret: String?) { #expect(AccessKey.secret(in: header)?.text == secret) }

    @Test func `somebody who does not answer is called ever more seldom, and after a day no more`() {
        let start = Instant(seconds: 1_770_192_000)
        var (now, since, tries) = (start, Instant?.none, 0), waits: [Int] = []
        while let next = WebhookPatience(since: since, tries: tries).next(at: now) {
            waits.append(next.seconds(since: now))
            (since, tries, now) = (since ?? now, tries + 1, next)
        }
        #expect(waits.first == 30 && waits == waits.sorted() && waits.allSatisfy { $0 <= 21_600 })
        #expect(now.seconds(since: start) >= 24 * 3_600 && tries > 8 && tries < 20)
        #expect(WebhookPatience(since: nil, tries: 0).next(at: start, isGone: true) == nil, "who says that it is gone is not called again")
    }

    @Test func `a signature is that of the published example`() throws {
        let key = try #require(Data(base64Encoded: "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        let secret = WebhookSecret(bytes: Array(key))
        let signed = secret.signature(of: "msg_p5jXN8AQM9LWM0D4loKWxJek", at: Instant(seconds: 1_614_265_330), #"{"test": 2432232314}"#)
        #expect(signed == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    }

    @Test func `a value is written as JSON reads it`() throws {
        let value = APIValue.fields([("a", .text("он \"рече\"\n\u{1}")), ("b", .list([.number(-3), .flag(true), .none])), ("c", .fields([]))])
        let read = try #require(try JSONSerialization.jsonObject(with: Data(value.written.utf8)) as? [String: Any])
        #expect(read["a"] as? String == "он \"рече\"\n\u{1}")
        #expect((read["b"] as? [Any])?.count == 3)
    }

    @Test func `each answer is described with the fields that it has, each once`() {
        for route in PublicRoutes.all + OwnRoutes.all {
            for object in route.answer.objects.values {
                #expect(Set(object.fields.map(\.name)).count == object.fields.count, "\(object.name)")
                #expect(object.fields.allSatisfy { $0.name.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "_" || $0 == "-") } }, "\(object.name)")
            }
            let named = route.parameters.filter(\.isInPath).map(\.name)
            #expect(named == route.parts.filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) }, "\(route.path)")
        }
    }
}
