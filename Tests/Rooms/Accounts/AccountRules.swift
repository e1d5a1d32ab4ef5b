@testable import Accounts
import Centres
import Kernel
import Languages
import Testing
import Town

@Suite struct AccountRules {
    @Test(arguments: [
        (Int64(59), "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"), (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ])
    func `codes are those of RFC 6238`(seconds: Int64, code: String) {
        let secret = TimeCode(secret: Array("12345678901234567890".utf8))
        #expect(secret.code(at: TimeCode.step(at: Instant(seconds: seconds))) == code)
    }

    @Test func `a code is taken a step early or late, never twice`() {
        let secret = TimeCode(secret: Array("12345678901234567890".utf8)), now = Instant(seconds: 3_000)
        for step in Int64(99)...101 { #expect(secret.step(of: secret.code(at: step), at: now, after: 0) == step) }
        for step in [Int64(98), 102] { #expect(secret.step(of: secret.code(at: step), at: now, after: 0) == nil) }
        #expect(secret.step(of: secret.code(at: 100), at: now, after: 100) == nil)
        #expect(secret.step(of: "28 70 82", at: Instant(seconds: 59), after: 0) == 1, "blanks do not matter")
        #expect(secret.step(of: "", at: now, after: 0) == nil)
    }

    @Test(arguments: [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI")])
    func `bytes are written as RFC 4648 has it`(plain: String, written: String) {
        #expect(Base32.text(Array(plain.utf8)) == written)
    }

    @Test(arguments: [
        ("/events/12?page=2", "/events/12?page=2"), ("/kept/3", "/kept/3"), ("/programmes?q=%D0%B0", "/programmes?q=%D0%B0"), ("/", "/"),
        ("", "/me"), ("events", "/me"), ("https://evil.example", "/me"), ("//evil.example", "/me"), ("/%2Fevil.example", "/me"), ("/\\evil.example", "/me"),
        ("/%5cevil.example", "/me"), ("/a/../../x", "/me"), ("/%2e%2e/x", "/me"), ("/a\r\nSet-Cookie: x", "/me"), ("/a%0d%0ab", "/me"),
        ("javascript:alert(1)", "/me"), (" /x", "/me"),
    ])
    func `onward stays on this site and in its language`(asked: String, path: String) {
        #expect(Onward(asked).path == path)
    }

    @Test(arguments: [
        ("ana@skola.rs", "ana@skola.rs"), ("Ana.P+x@Skola.RS", "ana.p+x@skola.rs"), ("ana@skola", nil), ("ana skola.rs", nil), ("ana@@skola.rs", nil),
        ("ана@школа.срб", nil), ("a@b.rs, c@d.rs", nil), ("<a@b.rs>", "a@b.rs"), ("a@-b.rs", nil), ("@b.rs", nil), ("a@b..rs", nil),
    ] as [(String, String?)])
    func `an address is one that mail reaches`(typed: String, kept: String?) {
        #expect(EmailAddress(typed)?.text == kept)
    }

    @Test func `a password is checked against its own digest, and nobody's digest matches nothing`() async throws {
        let one = try await Password.hash("тиха зелена учионица"), two = try await Password.hash("тиха зелена учионица")
        #expect(one != two, "each has a salt of its own")
        #expect(try await Password.matches("тиха зелена учионица", one))
        #expect(try await !Password.matches("тиха зелена учионица ", one))
        #expect(try await !Password.matches("", nil))
        #expect(try await !Password.matches("x", "broken"))
        #expect(Password.fault("аааааааааа", email: nil) == T.accounts.passwordWeak)
        #expect(Password.fault("ana@bistrik.example", email: "ana@bistrik.example") == T.accounts.passwordWeak)
        for weak in ["1234567890", "0987654321", "qwertyuiop", "Qwertzuiop", "abcabcabcabc", "лозинкалозинкалозинка", "Password123", "slaptazodis", "iloveyou123",
            "абвгдђежзи"] {
            #expect((Password.fault(weak, email: nil) == T.accounts.passwordWeak) == (weak != "лозинкалозинкалозинка"), "\(weak)")
        }
        #expect(Password.fault("коза пије чај", email: nil) == nil)
        #expect(try await Password.stronger("тиха", one) == nil)
        let cheap = one.replacing("$8$3$", with: "$8$1$")
        #expect(try await Password.stronger("тиха", cheap)?.hasPrefix("scrypt$32768$8$3$") == true)
    }

    @Test(arguments: [
        ("Ана", "Ђорђевић", "Ana", "Đorđević"), ("Ljubica", "Njegovan", "Љубица", "Његован"), ("Џ", "Шећеров", "Dž", "Šećerov"),
    ])
    func `the other script is proposed both ways`(given: String, family: String, otherGiven: String, otherFamily: String) {
        #expect(PersonName(given: given, family: family).proposal == PersonName(given: otherGiven, family: otherFamily))
    }

    @Test func `a name in two scripts gets no proposal`() {
        #expect(PersonName(given: "Ана", family: "Smith").proposal == nil)
    }

    @Test(arguments: [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120 Safari/537.36 Edg/120", "Edge, Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17 Safari/604", "Safari, iPhone"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:120) Firefox/120", "Firefox, Linux"), ("", nil),
    ] as [(String, String?)])
    func `a device is called by what its owner knows`(agent: String, name: String?) {
        #expect(Device(agent).name == name)
    }
}
