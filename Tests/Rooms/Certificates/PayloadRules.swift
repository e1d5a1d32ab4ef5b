@testable import Certificates
import Crypto
import Foundation
import Kernel
import Languages
import Testing
import Town

@Suite struct PayloadRules {
    @Test func `a code is sixty bits that nobody misreads`() {
        let codes = Set((0..<2_000).map { _ in CertificateCode.random().text })
        #expect(codes.count == 2_000 && codes.allSatisfy { $0.count == 12 && $0.allSatisfy { !"ILOU".contains($0) } })
        for code in codes.prefix(50) { #expect(CertificateCode(typed: code)?.text == code) }
        #expect(CertificateCode(typed: " abcd-efgh-jkmn ")?.grouped == "ABCD-EFGH-JKMN")
        #expect(CertificateCode(typed: "АBСD-ЕFGН-ЈКМN")?.text == "ABCDEFGHJKMN", "typed on Cyrillic keys")
        let ways = [
            "7K2M-9QXD-4R1A", "7k2m 9qxd 4r1a", "7K2M–9QXD–4R1A", "7K2M‑9QXD‑4R1A", "7K2M−9QXD−4R1A", "7K2M—9QXD—4R1A", "7K2M\u{2010}9QXD\u{2015}4R1A",
            "\u{200B}7K2M-9QXD-4R1A\u{FEFF}", "7K2M\u{A0}9QXD\u{AD}4R1A", "7K2M-9QXD-4RlA", "7K2M-9QXD-4RIA", "7К2М-9QXD-4R1А", "7К2М-9ЉЏД-4Р1А", "7к2м9љџд4р1а",
            "７Ｋ２Ｍ-９ＱＸＤ-４Ｒ１Ａ", "https://centar.example/sr/certificates/7K2M9QXD4R1A", "https://centar.example/sr/certificates/7K2M9QXD4R1A#abc.def",
            "centar.example/lt/certificates/7k2m9qxd4r1a?x=1",
        ]
        for typed in ways { #expect(CertificateCode.readings(of: typed).contains { $0.text == "7K2M9QXD4R1A" }, "\(typed)") }
        #expect(CertificateCode.readings(of: "7K2M-9QXD-4R1").isEmpty && CertificateCode.signs(of: "7K2M-9QXD-4R1").count == 11)
        #expect(CertificateCode.readings(of: "Р234-5678-9ABC").map(\.text) == ["P23456789ABC", "R23456789ABC"], "by its shape and by its key")
        #expect(CertificateCode(typed: "OIL0-1234-5678")?.text == "011012345678")
        for typed in ["", "ABCD-EFGH-JKM", "ABCD-EFGH-JKMNP", "ABCD-EFGH-JKMU", "Ђ23456789012"] { #expect(CertificateCode(typed: typed) == nil, "\(typed)") }
    }

    private func facts(_ name: String, programme: String = "ЗУОВ 2025-2028/1451") -> CertificateFacts {
        var facts = CertificateFacts(
            language: .sr, kind: .certificate, part: .participant, name: name,
            issuer: .init(name: "Центар", address: "", site: "https://csu-bistrik.example.rs"), title: "Приче")
        facts.programme = .init(number: "1451", cycle: "2025/2026–2027/2028.", accreditor: "ЗУОВ", key: programme)
        (facts.hours, facts.points) = (8, 8)
        return facts
    }

    @Test(arguments: [
        "Ана Ђорђевић", "Rūta Žemaitytė-Kazlauskienė", String(repeating: "Александра-Марија ", count: 6) + "Поповић Вукашиновић", String(repeating: "Ђ", count: 120),
    ]) func `a payload never has more than 350 letters, and what is cut says so`(_ name: String) throws {
        let key = Curve25519.Signing.PrivateKey()
        let code = CertificateCode.random()
        var facts = facts(name, programme: "ПРОБА 2025-2028/1451")
        (facts.number, facts.code, facts.day) = ("05-12345/2026", code.text, "2026-11-22")
        let payload = CertificatePayload(facts, key: "abcdefgh", code: code, day: try #require(Day(iso: "2026-11-22")))
        let text = try payload.signed(by: key)
        #expect(text.utf8.count <= 350 && text.utf8.allSatisfy { $0 < 128 })
        #expect(CertificateAddress.page(code, facts).utf8.count + 1 + text.utf8.count <= CertificateAddress.symbolLimit)
        let read = try #require(CertificatePayload.Signed(text))
        #expect(read.isSigned(by: Array(key.publicKey.rawRepresentation)) && read.payload == payload && read.payload.agrees(with: facts))
        #expect(read.payload.name == name || read.payload.name.hasSuffix("…"))
        #expect(!read.isSigned(by: Array(Curve25519.Signing.PrivateKey().publicKey.rawRepresentation)))
        facts.points = 9
        #expect(!read.payload.agrees(with: facts))
    }

    @Test func `rubbish is no payload`() {
        for text in ["", "#", ".", "a.b", "####", String(repeating: "A", count: 2_000), "WjE.AAAA", "Ђ.Ђ"] {
            #expect(CertificatePayload.Signed(text) == nil, "\(text.prefix(20))")
        }
    }

    @Test func `facts are written the same whoever writes them`() throws {
        var facts = facts("Ана \"Аница\" Ђорђевић / Савић")
        facts.trainers = ["Лазар Кривокућа"]
        let text = try facts.text()
        #expect(try CertificateFacts(text: text) == facts && CertificateFacts(text: text).text() == text)
        #expect(!text.contains(": ") && !text.contains("\\/") && text.contains("\\\"Аница\\\""))
        #expect(Canonical.line(" Ана\u{0}\n\tЂорђевић\u{85} ") == "Ана Ђорђевић")
    }

    @Test func `a number has one place for itself`() throws {
        #expect(try NumberFormat(typed: " 05-{number}/{year} ").label(12, year: 2026) == "05-12/2026")
        for typed in ["", "{year}", "{number}{number}", "{number}/{month}", "{number}}", String(repeating: "x", count: 40) + "{number}"] {
            #expect(throws: Problem.self) { try NumberFormat(typed: typed) }
        }
    }
}
