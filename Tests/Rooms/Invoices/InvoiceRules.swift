import Centres
import Foundation
@testable import Invoices
import Kernel
import Languages
import Testing
import Town

/// Sums, dated rules, what keeps a paper from becoming a file, and the file itself as others judge it.
@Suite struct InvoiceRules {
    private static func day(_ text: String) -> Day { Day(iso: text) ?? .zero }

    private static func side(_ kind: InvoicePaper.Side.Kind, _ name: String, in country: Country) -> InvoicePaper.Side {
        var side = InvoicePaper.Side(kind, name: name)
        let isSerbian = country == .serbia
        (side.street, side.postcode, side.place) = ("Дунавска 1", isSerbian ? "21000" : "LT-85100", isSerbian ? "Бистрик" : "Akmenė")
        (side.email, side.pib, side.companyNumber) = ("office@example.org", isSerbian ? "101134702" : "", isSerbian ? "17162543" : "300000000")
        side.vatNumber = isSerbian ? "" : "LT300000000"
        if kind == .school, isSerbian { side.jbkjs = "12345" }
        return side
    }

    private static func paper(
        _ kind: InvoiceKind, _ country: Country = .serbia, _ status: VATRule.Status = .outside, to buyer: InvoicePaper.Side.Kind = .school,
        gross: [Int] = [350_000, 105, 99_999]
    ) -> InvoicePaper {
        let isSerbian = country == .serbia, today = day("2026-11-20")
        var paper = InvoicePaper(
            kind, number: kind.number(12, of: 2026, in: country), country: country, currency: country.currency, language: isSerbian ? .sr : .lt, issued: today,
            supplied: day("2026-11-14"), due: day("2026-12-05"), place: "Бистрик", from: side(.centre, "Центар & «син» <д.о.о.>", in: country),
            to: side(buyer, "ОШ „Вук Караџић“", in: country), lines: gross.enumerated().map {
                .init(share: Int64($0 + 1), what: "Учионица која пита, 14. новембар 2026.", whom: $0 == 1 ? "" : "Ана Анић", gross: $1)
            }, vat: .usual(status, in: country, from: day("2026-01-01")), account: isSerbian ? "840000000012345609" : "LT121000011101001000",
            reference: isSerbian ? "970620260000123" : "RF18539007547034")
        paper.contract = "12-3/2026"
        if kind == .credit || kind == .debit {
            paper.corrected = .init(.invoice, number: "3/2026", on: day("2026-10-01"), amount: 1_000)
            paper.reason = "Учесница није могла да дође"
        }
        if kind == .invoice {
            paper.advances = [.init(.advance, number: "AV-1/2026", on: day("2026-11-01"), amount: 500)]
            paper.order = .init(.proforma, number: "PR-4/2026", on: day("2026-10-20"), amount: 0)
        }
        return paper
    }

    @Test func `sums are what was claimed, whatever the tax`() {
        let cases: [(gross: [Int], percent: Int, nets: [Int], tax: Int, rounding: Int)] = [
            ([350_000], 0, [350_000], 0, 0), ([120], 20, [100], 20, 0), ([105], 20, [88], 18, -1), ([104], 20, [87], 17, 0),
            ([100, 100, 100], 20, [83, 83, 83], 50, 1), ([121], 21, [100], 21, 0), ([], 20, [], 0, 0),
        ]
        for one in cases {
            let sums = InvoiceSums(gross: one.gross, percent: one.percent)
            #expect(sums.nets == one.nets && sums.tax == one.tax && sums.rounding == one.rounding, "\(one)")
        }
        #expect(InvoiceSums(gross: [1_000], percent: 0, prepaid: 400).payable == 600)
    }

    @Test(arguments: 1...80 as ClosedRange<UInt64>) func `no hundredth is lost or made`(_ seed: UInt64) {
        var dice = Dice(state: seed)
        let gross = (0..<(1 + dice.roll(200))).map { _ in 1 + dice.roll(2_000_000) }, percent = dice.roll(41)
        let sums = InvoiceSums(gross: gross, percent: percent)
        #expect(sums.gross == gross.reduce(0, +) && sums.net == sums.nets.reduce(0, +) && sums.withTax + sums.rounding == sums.gross)
        #expect(abs(sums.rounding) <= gross.count, "at most half a hundredth a line, and half of the tax")
        #expect(zip(sums.nets, gross).allSatisfy { abs($0 * (100 + percent) - $1 * 100) * 2 <= 100 + percent })
    }

    @Test func `what holds is the last that has begun`() {
        let rules = [
            VATRule.usual(.outside, in: .serbia, from: Self.day("2025-01-01")), .usual(.taxed, in: .serbia, from: Self.day("2026-07-01")),
            .usual(.exempt, in: .serbia, from: Self.day("2026-10-01")),
        ]
        #expect(VATRule.holding(on: Self.day("2024-12-31"), of: rules) == nil)
        #expect(VATRule.holding(on: Self.day("2026-06-30"), of: rules)?.status == .outside)
        #expect(VATRule.holding(on: Self.day("2026-07-01"), of: rules)?.status == .taxed && VATRule.holding(on: Self.day("2026-12-01"),
            of: rules)?.category == "E")
        let silence = SilenceRule.usual(in: .serbia, from: Self.day("2022-05-01"))
        #expect(SilenceRule.holding(for: .public, on: Self.day("2026-01-01"), of: silence)?.answers(sent: Self.day("2026-01-01")) == Self.day("2026-01-22"))
        #expect(SilenceRule.holding(for: .public, on: Self.day("2026-01-01"), of: silence)?.isTaken == true)
        #expect(SilenceRule.holding(for: .private, on: Self.day("2026-01-01"), of: silence)?.isTaken == false)
        #expect(SilenceRule.usual(in: .lithuania, from: .zero).isEmpty)
    }

    @Test func `a credit note is never larger than what is left of its invoice`() {
        let left = InvoiceCorrection.left(of: [(1, 350_000), (2, 100)], added: [], taken: [(1, 50_000), (1, 100_000)])
        #expect(left == [1: 200_000, 2: 100])
        let most: [Money] = [.rsd(2_000), .rsd(1)]
        #expect(InvoiceCorrection.faults(of: [200_000, 100], left: most, .credit).isEmpty && InvoiceCorrection.faults(of: [0, 1], left: most, .credit).isEmpty)
        #expect(InvoiceCorrection.faults(of: [200_001, 0], left: most, .credit).count == 1 && InvoiceCorrection.faults(of: [0, 0], left: most,
            .credit).count == 1)
        #expect(InvoiceCorrection.faults(of: [200_001, 0], left: most, .debit).isEmpty, "what is added has no bound")
    }

    @Test func `a file lacks what it lacks, by the name of the field`() {
        func faults(_ change: (inout InvoicePaper) -> Void) -> [EInvoiceFault] {
            var paper = Self.paper(.invoice)
            paper.order = nil
            change(&paper)
            return EInvoiceFault.faults(of: paper)
        }
        #expect(faults { _ in } == [])
        #expect(faults { $0.buyer.jbkjs = "" } == [EInvoiceFault(.jbkjs, .missing)] && faults { $0.buyer.jbkjs = "1234" } == [EInvoiceFault(.jbkjs, .wrong)])
        #expect(faults { $0.buyer.pib = "101134703" } == [EInvoiceFault(.buyerPib, .wrong)] && faults { $0.seller.pib = "" } == [EInvoiceFault(.sellerPib,
            .missing)])
        #expect(faults { $0.contract = "" } == [EInvoiceFault(.contract, .missing)])
        #expect(faults { $0.contract = ""; $0.order = .init(.proforma, number: "PR-1/2026", on: .zero, amount: 0) } == [], "the pro-forma is the order")
        #expect(faults { $0.buyer = Self.side(.body, "Друштво", in: .serbia); $0.contract = "" } == [], "who has no state's money needs neither")
        #expect(faults { $0.buyer = Self.side(.person, "Ана Анић", in: .serbia) } == [EInvoiceFault(.buyer, .wrong)])
        #expect(faults { $0.account = "LT121000011101001000" } == [EInvoiceFault(.sellerAccount, .wrong)])
        #expect(faults { $0.kind = .proforma } == [EInvoiceFault(.kind, .wrong)] && EInvoiceXML.text(of: Self.paper(.proforma)) == nil)
        #expect(EInvoiceFault.faults(of: Self.paper(.invoice, .lithuania, .exempt)) == [])
        var lithuanian = Self.paper(.invoice, .lithuania, .taxed)
        lithuanian.seller.vatNumber = ""
        #expect(EInvoiceFault.faults(of: lithuanian) == [EInvoiceFault(.vat, .missing)])
    }

    /// Each kind in each country under each way of standing to the tax, by the schemas of UBL and the rules of EN 16931, which are not ours.
    @Test func `files are what the European norm, Serbia and Peppol ask for`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "invoices-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var files: [String] = []
        func write(_ paper: InvoicePaper, _ name: String) throws {
            let file = folder.appending(path: "\(name).xml")
            try (try #require(EInvoiceXML.text(of: paper), "\(name)")).write(to: file, atomically: true, encoding: .utf8)
            files.append(file.path)
        }
        for country in Country.allCases {
            for status in VATRule.Status.allCases {
                for kind in InvoiceKind.allCases where kind != .proforma { try write(Self.paper(kind, country, status), "\(country)-\(status)-\(kind)") }
            }
        }
        var strange = Self.paper(.invoice, .serbia, .exempt, gross: [1])
        (strange.note, strange.buyer.name, strange.buyer.email, strange.seller.phone, strange.advances) = ("</Note> & \u{1}\u{FFFE} «»", "\"ОШ\" <script>",
            "", "", [])
        try write(strange, "strange")
        try write(Self.paper(.invoice, .serbia, .outside, gross: Array(repeating: 123, count: 300)), "long")
        #expect(try Judge("invoices.py", files).said == "\(files.count) judged\n")
        // The judge can say no.
        let wrong = folder.appending(path: "wrong.xml")
        try (try #require(EInvoiceXML.text(of: Self.paper(.invoice)))).replacing("JBKJS:12345",
            with: "JBKJS:1").replacing("<cbc:TaxAmount currencyID=\"RSD\">0.00", with: "<cbc:TaxAmount currencyID=\"RSD\">9.00")
            .write(to: wrong, atomically: true, encoding: .utf8)
        let said = try Judge("invoices.py", [wrong.path]).said
        #expect(said.contains("JBKJS") && said.contains("BR-CO-15"))
    }

    @Test func `a frozen paper is read back as it was`() throws {
        let paper = Self.paper(.invoice, .serbia, .taxed)
        let json = try InvoiceIssueStore.json(paper)
        #expect(try JSONDecoder().decode(InvoicePaper.self, from: Data(json.utf8)) == paper)
    }
}
