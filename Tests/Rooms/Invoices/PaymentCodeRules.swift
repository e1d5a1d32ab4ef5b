import Centres
import Documents
import Foundation
@testable import Invoices
import Languages
import Testing

/// Accounts, and the codes from which a telephone pays.
@Suite struct PaymentCodeRules {
    @Test func `accounts of Serbia and IBANs are told from what only looks like them`() {
        let good = [
            "265166031000504268": "265166031000504268", "265-1660310005042-68": "265166031000504268", "845-40484987-": nil, "845000000040484987": "845000000040484987",
            "310123456789121186": "310123456789121186", "840-123456-09": "840000000012345609", " 840-0000000123456-09 ": "840000000012345609",
            "RS35265166031000504268": "265166031000504268", "LT12 1000 0111 0100 1000": "LT121000011101001000", "lt121000011101001000": "LT121000011101001000",
        ]
        for (typed, account) in good { #expect(BankAccount(typed: typed)?.text == account, "\(typed)") }
        for wrong in ["845000000014284968", "840-123456-10", "840-123456", "12", "", "LT121000011101001001", "LT12 1000", "840-abc-09", "-----",
            "84000000001234560９"] {
            #expect(BankAccount(typed: wrong) == nil, "\(wrong)")
        }
        #expect(BankAccount(typed: "840000000012345609")?.shown == "840-0000000123456-09")
        #expect(BankAccount(typed: "LT121000011101001000")?.shown == "LT12 1000 0111 0100 1000")
    }

    @Test func `the well-known sample of the National Bank is written letter by letter`() throws {
        let amount = try #require(Money(minor: 359_613, .rsd))
        let code = try #require(IpsQR(
            account: "845000000040484987", name: ["JP EPS BEOGRAD", "BALKANSKA 13"], amount: amount, payer: ["MRĐO MAČKATOVIĆ", "ŽUPSKA 13",
                "BEOGRAD 6"], code: "189",
            purpose: "UPLATA PO RAČUNU ZA EL. ENERGIJU", reference: "97163220000111111111000"))
        #expect(code.payload == """
            K:PR|V:01|C:1|R:845000000040484987|N:JP EPS BEOGRAD\nBALKANSKA 13|I:RSD3596,13|P:MRĐO MAČKATOVIĆ\nŽUPSKA 13\nBEOGRAD 6|SF:189|\
            S:UPLATA PO RAČUNU ZA EL. ENERGIJU|RO:97163220000111111111000
            """)
        #expect(try IpsQR(payload: code.payload) == code)
    }

    @Test func `what a code says is read, and what a bank would refuse is named`() {
        func fault(_ payload: String) -> IpsQR.Fault? {
            do { _ = try IpsQR(payload: payload); return nil } catch { return error }
        }
        let start = "K:PR|V:01|C:1|R:999000000000012345"
        #expect(fault("\(start)|N:Centar za stručno usavršavanje|I:RSD3500,00|SF:221|S:Kotizacija|RO:97000000059") == nil)
        #expect(fault("\(start)|N:Центар\nИзмишљена 1|I:RSD3500,|SF:221|S:Котизација|RO:97000000059") == nil)
        #expect(fault("K:PR|V:01|C:1|R:999-12345-45|N:Centar|I:RSD3500.00|SF:221|S:Kotizacija|RO:97000000059") == .account)
        #expect(fault("\(start)|N:Centar|I:RSD3500.00|SF:221|S:x") == .amount)
        #expect(fault("\(start)|N:A|B|I:RSD3500,00|SF:221|S:x|RO:97000000059") == .form)
        #expect(fault("\(start)|N:A|I:RSD,01|SF:221|S:x") == .amount && fault("\(start)|N:A|I:RSD0,00|SF:221|S:x") == .amount)
        #expect(fault("\(start)|N:A|I:EUR1,00|SF:221|S:x") == .amount && fault("\(start)|N:A|I:RSD1,00|SF:22|S:x") == .code)
        #expect(fault("\(start)|N:A|I:RSD1,00|SF:221|S:\(String(repeating: "а", count: 36))") == .purpose)
        #expect(fault("\(start)|N:\(String(repeating: "а", count: 71))|I:RSD1,00|SF:221|S:x") == .name)
        #expect(fault("\(start)|N:A\nB\nC\nD|I:RSD1,00|SF:221|S:x") == .name)
        #expect(fault("\(start)|N:A|I:RSD1,00|SF:221|S:x|") == .form && fault("\(start)|N:A|N:B|I:RSD1,00|SF:221|S:x") == .form)
        #expect(fault("K:XX|V:01|C:1") == .kind && fault("") == .form)
    }

    @Test func `what is too long is cut before it is drawn, and no sign ends a part`() throws {
        let long = String(repeating: "Центар ", count: 30), code = try #require(IpsQR(
            account: "840000000012345609", name: [long, "Дунавска 1|2\r\n21000"], amount: .rsd(3500), purpose: "Котизација | за\u{2028}обуку " + long, reference: "9706"))
        #expect(code.name.count <= 70 && code.purpose.count <= 35 && !code.payload.dropFirst(4).contains("\r"))
        #expect(try IpsQR(payload: code.payload) == code)
        #expect(IpsQR(account: "840-123456-09", name: ["A"], amount: .rsd(1), purpose: "x") == nil, "hyphens are no part of it")
        #expect(IpsQR(account: "840000000012345609", name: ["A"], amount: .eur(1), purpose: "x") == nil)
        #expect(IpsQR(account: "840000000012345609", name: ["A"], amount: .rsd(0), purpose: "x") == nil)
        #expect(IpsQR(account: "840000000012345609", name: [" ", "|"], amount: .rsd(1), purpose: "x") == nil)
        #expect(IpsQR(account: "840000000012345609", name: ["A"], amount: .rsd(1), purpose: "x", reference: String(repeating: "1", count: 26)) == nil)
    }

    @Test func `a code for euros has its lines in their places`() throws {
        let account = try #require(BankAccount(typed: "LT12 1000 0111 0100 1000")), amount = try #require(Money(minor: 1230, .eur))
        let code = try #require(SepaQR(account: account, name: "Akmenės švietimo centras", amount: amount, reference: "RF18539007547034", purpose: "left out"))
        #expect(code.payload == "BCD\n002\n1\nSCT\n\nAkmenės švietimo centras\nLT121000011101001000\nEUR12.30\n\nRF18539007547034")
        #expect(try SepaQR(payload: code.payload) == code)
        let words = try #require(SepaQR(account: account, name: "Centras", amount: .eur(5), reference: "12", purpose: "Sąskaita\n12"))
        #expect(words.payload.hasSuffix("EUR5.00\n\n\nSąskaita 12") && words.reference.isEmpty)
        #expect(SepaQR(account: account, name: "Centras", amount: .rsd(5), reference: "") == nil && SepaQR(account: account, name: " ", amount: .eur(5),
            reference: "") == nil)
        let serbian = try #require(BankAccount(typed: "840-123456-09"))
        #expect(SepaQR(account: serbian, name: "Centras", amount: .eur(5), reference: "") == nil)
        func fault(_ payload: String) -> SepaQR.Fault? {
            do { _ = try SepaQR(payload: payload); return nil } catch { return error }
        }
        #expect(fault(code.payload.replacing("EUR12.30", with: "EUR12,30")) == .amount && fault(code.payload.replacing("LT12", with: "LT13")) == .account)
        #expect(fault(code.payload.replacing("RF18", with: "RF19")) == .reference && fault("BCD\n003\n1\nSCT") == .form)
        #expect(fault(code.payload.replacing("002", with: "001")) == .form, "the first version needs the bank's code")
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>) func `whatever is written on a slip, its code is read back the same`(_ seed: UInt64) throws {
        var dice = Dice(state: seed)
        let signs = Array("абвгАБЂљ džŽč|\n\r\t\u{85}\u{2028}<&>:,.+-0123456789😀e\u{301}")
        func words(_ most: Int) -> String { String((0..<dice.roll(most)).map { _ in signs[dice.roll(signs.count)] }) }
        let amount = try #require(Money(minor: 1 + dice.roll(10_000_000), .rsd))
        if let code = IpsQR(account: "840000000012345609", name: [words(90), words(40), words(30), words(9)], amount: amount, payer: [words(80)],
            purpose: words(60), reference: "97") {
            #expect(try IpsQR(payload: code.payload) == code)
            #expect(QRCode(code.payload, highestVersion: 15) != nil)
        }
        let account = try #require(BankAccount(typed: "LT121000011101001000")), euros = try #require(Money(minor: amount.minor, .eur))
        if let code = SepaQR(account: account, name: words(90), amount: euros, reference: "", purpose: words(200)) {
            if code.payload.utf8.count <= SepaQR.bytesMost { #expect(try SepaQR(payload: code.payload) == code) }
        }
    }
}

/// The same numbers in every run of a seed.
struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(sides))
    }
}
