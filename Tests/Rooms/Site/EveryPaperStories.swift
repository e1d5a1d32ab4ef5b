import Accounts
import Certificates
import Claims
import Costs
import Delivery
import Documents
import Events
import Foundation
import Invoices
import Kernel
import Languages
import Registration
import Sheets
import Site
import Storage
import Testing
import Town
import Web

/// Of one list of applications comes every paper of an event, and nobody types a name twice.
@Suite struct EveryPaperStories {
    @Test func `one list becomes the sign-in sheet, badges, the report, certificates, the register, an invoice, a slip, thanks and figures`() async throws {
        let town = try await Town(), centre = town.centre
        try await town.writesPapers()
        let school = try await town.workplace(of: town.ana, town.milena, town.goran)
        try await town.does { act in try act.db.run("UPDATE school SET email = 'skola@bistrik.example' WHERE id = \(school)") }
        let scene = try await Certified(town, [town.ana, town.milena, town.goran], fee: .rsd(3_500), school: school, alone: [town.goran])
        let certificates = try await scene.issues(), register = try #require(certificates.first?.register), batch = try #require(certificates.first?.batch)
        #expect(certificates.filter { $0.register == register }.map(\.number) == [1, 2, 3])
        try await town.settles()

        // The school gets one paper for its two, Goran pays by a slip.
        try await town.vesna.opens("/staff/invoices/ready")
        try await town.vesna.sends("/staff/invoices/ready", ["payer": "\(town.payer(school))", "kind": "invoice", "language": "sr"])
        let paper = try #require(try await town.value("SELECT id FROM invoice", as: Invoice.ID.self))
        let invoice = try await town.finds { try InvoiceStore.invoice(paper, at: centre, in: $0) }
        let own = try #require(
            try await town.value("SELECT s.id FROM claim_share s JOIN payer p ON p.id = s.payer WHERE p.person = \(town.goran.id)", as: ClaimShare.ID.self))
        let slip = try await town.goran.opens("/me/payments/\(own)/slip.pdf").bytes
        #expect(try IpsQR(payload: try #require(try Printed.code(of: slip))).amount == .rsd(3_500))
        #expect(invoice.paper.total == .rsd(7_000))

        // Each paper names those whom it is about, and nobody else.
        let desk = "/staff/events/\(scene.event)", all = Fold.tokens("Ђорђевић Џелатовић Љубић"), paid = Array(all.prefix(2))
        for (path, names) in [
            ("\(desk)/sheet.pdf", all), ("\(desk)/badges.pdf", all), ("\(desk)/report.pdf", all), ("/staff/batches/\(batch)/certificates.pdf", all),
            ("/staff/registers/\(register)/register.pdf", all), ("/staff/invoices/\(paper)/paper.pdf", paid),
        ] {
            let words = Set(Fold.tokens(try Printed.words(of: try await town.vesna.opens(path).bytes)))
            #expect(all.filter(words.contains) == names, "\(path)")
        }
        let sheet = try await town.vesna.opens("\(desk)/report.xlsx").bytes
        let cells = try SheetFile(reading: sheet).tabs.map { "\($0.lines)" }.joined()
        for name in ["Ђорђевић", "Џелатовић", "Љубић"] { #expect(cells.contains(name), "\(name)") }

        // Thanks go to the school; the figures count what the list holds.
        try await town.vesna.opens("\(desk)/letters?kind=thanks_school")
        try await town.vesna.sends("/letters")
        try await town.vesna.sends("/letters/send")
        try await town.settles()
        #expect(town.mail.to("skola@bistrik.example").count == 1)
        let money = try await town.vesna.does { try EventMoneyStore.money(of: scene.event, at: centre, in: $0) }
        #expect(money.income.owed == 1_050_000 && money.heads == 3)
        #expect(try await town.vesna.opens("\(desk)/report").shows("3"))
    }
}
