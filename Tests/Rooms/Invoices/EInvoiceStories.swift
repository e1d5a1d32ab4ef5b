import Accounts
import Centres
import Claims
import Events
import Foundation
import Invoices
import Kernel
import Languages
import Registration
import Site
import Storage
import Testing
import Town
import Web

/// Files that are carried to the state, and papers in another country.
@Suite struct EInvoiceStories {
    @Test func `an invoice of a school without JBKJS cannot become a file, and then it can`() async throws {
        let town = try await Town(), centre = town.centre
        try await town.writesPapers()
        let school = try await town.workplace(of: town.ana), seminar = try await town.paid("Дигитална учионица")
        try await town.numbered(school, jbkjs: "")
        _ = try await town.ana.applies(to: seminar, payer: .school, school: school)
        let payer = try await town.payer(school), id = try await town.invoices(payer, contract: ""), path = "/staff/invoices/\(id)"
        let refused = try await town.vesna.opens("\(path)/file.xml")
        #expect(refused.status == 409 && refused.shows(town.say(T.invoices.errorFile)))
        #expect(refused.shows(town.say(EInvoiceFault(.jbkjs, .missing).phrase)) && refused.shows(town.say(EInvoiceFault(.contract, .missing).phrase)))
        #expect(!refused.shows(town.say(EInvoiceFault(.buyerPib, .missing).phrase)))
        #expect(try await town.vesna.opens(path).form("/standing") == nil, "what was not made was not sent")
        await #expect(throws: Problem.self) { try await town.vesna.does { try InvoiceDeedStore.stand(id, InvoiceStanding(.sent), at: centre, in: $0) } }
        #expect(try await town.vesna.sends("/complete").shows(town.say(T.invoices.errorSame)), "the payer's page has nothing new")
        // The number is written where it belongs, and taken over.
        let old = try await town.invoice(id).paper
        try await town.does { act in
            try act.db.run("UPDATE payer SET jbkjs = '54321', contract_number = '4-11/2026', name = 'Друго име' WHERE id = \(payer)")
        }
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends("/complete").shows(town.say(T.invoices.saidCompleted)))
        let paper = try await town.invoice(id).paper
        #expect(paper.buyer.jbkjs == "54321" && paper.contract == "4-11/2026")
        #expect(paper.buyer.name == old.buyer.name && paper.lines == old.lines && paper.total == old.total)
        let file = try await town.vesna.opens("\(path)/file.xml")
        #expect(file.status == 200 && file.html.contains("JBKJS:54321") && file.html.contains("4-11/2026"))
        let place = FileManager.default.temporaryDirectory.appending(path: "invoice-\(UUID().uuidString).xml")
        try Data(file.bytes).write(to: place)
        defer { try? FileManager.default.removeItem(at: place) }
        #expect(try Judge("invoices.py", [place.path]).said == "1 judged\n")
        #expect(try await town.goran.opens("\(path)/file.xml").status == 404)
    }

    @Test func `what became of a file is noted, and silence answers on its day`() async throws {
        let town = try await Town()
        try await town.writesPapers()
        let school = try await town.workplace(of: town.ana), seminar = try await town.paid("Дигитална учионица")
        try await town.numbered(school)
        _ = try await town.ana.applies(to: seminar, payer: .school, school: school)
        let id = try await town.invoices(try await town.payer(school)), path = "/staff/invoices/\(id)"
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.invoices.todayToSend(count: 1))))
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends("/standing", ["state": "accepted"]).status == 422, "it was not sent yet")
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends("/standing", ["state": "sent", "outside_number": "SEF-77", "day": town.today.adding(days: 1).iso]).status == 422,
            "tomorrow is not yet")
        let sent = try await town.vesna.sends("/standing", ["state": "sent", "outside_number": "SEF-77", "day": ""])
        #expect(sent.shows("SEF-77") && sent.shows(town.say(T.invoices.silenceTaken)))
        #expect(try await !town.vesna.opens("/staff").shows(town.say(T.invoices.todayToSend(count: 1))))
        town.clock.passes(days: 21)
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.invoices.todayTaken)))
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends("/standing", ["state": "rejected", "remark": ""]).status == 422)
        #expect(try await town.vesna.sends("/standing", ["state": "rejected", "remark": "Погрешан број уговора"]).shows("Погрешан број уговора"))
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.invoices.todayRejected)))
        try await town.vesna.opens(path)
        #expect(try await town.vesna.opens(path).form("/complete") == nil, "what was sent is put right by a note")
    }

    @Test func `particulars are the director's, and what is wrong in them is named at its field`() async throws {
        let town = try await Town()
        #expect(try await town.vesna.opens("/staff/invoices/issuer").status == 404)
        try await town.vesna.becomes(.director, at: town.centre)
        let page = try await town.vesna.opens("/staff/invoices/issuer")
        #expect(page.shows(town.say(T.invoices.issuerNeeded)))
        let wrong = try await town.vesna.sends("/staff/invoices/issuer", ["name": "Центар", "place": "Бистрик", "account": "840-123456-10",
            "pib": "101134703", "jbkjs": "1"])
        #expect(wrong.status == 422 && wrong.shows(town.say(T.invoices.errorAccount)))
        #expect(wrong.shows(town.say(T.centres.wrongPib)) && wrong.html.contains("840-123456-10"))
        try await town.vesna.opens("/staff/invoices/issuer")
        #expect(try await town.vesna.sends("/staff/invoices/issuer", ["account": "LT121000011101001000",
            "place": "Бистрик"]).shows(town.say(T.invoices.errorAccountCountry)))
        try await town.vesna.opens("/staff/invoices/issuer")
        let saved = try await town.vesna.sends("/staff/invoices/issuer", ["name": "Центар", "place": "Бистрик", "account": "840-123456-09", "pib": "101134702"])
        #expect(saved.shows(town.say(T.common.saved)) && saved.html.contains("840-0000000123456-09"))
        #expect(try await town.vesna.sends("/issuer/tax", ["status": "taxed", "starts": "", "percent": "20"]).status == 422)
        #expect(try await town.vesna.sends("/issuer/tax", ["status": "taxed", "starts": "2026-07-01", "percent": "99"]).status == 422)
        #expect(try await town.vesna.sends("/issuer/tax", ["status": "exempt", "starts": "2026-01-01", "percent": ""]).shows("PDV-RS-25-2-13"))
        #expect(try await town.vesna.sends("/issuer/silence", ["buyer": "public", "since": "2026-05-01", "days": "10", "more_days": "0",
            "meaning": "refused"]).shows(
            town.say(T.common.saved)))
        #expect(try await town.count("silence_rule") == 3, "the usual ones stay beside it")
        #expect(try await town.journal("centre", town.centre.value).suffix(3) == ["invoices.issuerDeed", "invoices.taxDeed", "invoices.silenceDeed"])
    }

    @Test func `a Lithuanian centre writes in its own tongue, for euros, with its own code`() async throws {
        let town = try await Town(), zone = try #require(Zone("Europe/Vilnius")), today = town.today
        let (centre, payer) = try await town.does { act in
            let centre = try CentreStore.found(
                name: "Центар Акмене", nameInLithuanian: "Akmenės švietimo centras", nameInEnglish: "Akmenė Education Centre", country: .lithuania,
                zone: zone, language: .lt,
                currency: .eur, street: "Žalgirio g. 1, Akmenė", phone: "+370 600 00000", email: "centras@akmene.example", host: "lt.example", in: act)
            var side = InvoicePaper.Side(.centre, name: "Akmenės švietimo centras")
            (side.street, side.postcode, side.place, side.companyNumber) = ("Žalgirio g. 1", "LT-85100", "Akmenė", "300000000")
            try IssuerStore.set(Issuer(side, account: "LT121000011101001000", bank: "Bankas"), of: centre, in: act)
            try IssuerStore.set(.usual(.outside, in: .lithuania, from: today.adding(days: -30), try act.texts(.lt, of: try CentreStore.centre(centre,
                in: act))), of: centre, in: act)
            var details = ClaimPayerDetails()
            (details.name, details.place, details.companyNumber) = ("Akmenės gimnazija", "Akmenė", "190000000")
            let payer = try ClaimPayerStore.add(details, at: centre, in: act)
            _ = try ClaimStore.add(ClaimDraft(payer, "Skaitmeninė klasė, 2026 m. kovo 5 d.", .eur(45), due: today.adding(days: 20)), at: centre, in: act)
            return (centre, payer)
        }
        let browser = town.newBrowser(language: "lt", host: "lt.example"), ruta = Someone(id: town.ruta.id, email: town.ruta.email, app: town.app,
            browser: browser)
        try await town.ruta.becomes(.coordinator, at: centre)
        try await ruta.enters(withFactor: true)
        try await ruta.opens("/staff/invoices/new?payer=\(payer)")
        #expect(try await ruta.sends("/staff/invoices/new", ["kind": "invoice", "language": "sr"]).status == 422, "a paper there is Lithuanian or English")
        try await ruta.opens("/staff/invoices/new?payer=\(payer)")
        let shown = try await ruta.sends("/staff/invoices/new", ["kind": "invoice"])
        #expect(shown.shows("1/2026") && shown.shows(town.say(T.invoices.saidIssued, .lt)))
        let id = try #require(try await town.value("SELECT id FROM invoice", as: Invoice.ID.self))
        let pdf = try await ruta.opens("/staff/invoices/\(id)/paper.pdf").bytes, words = try Printed.words(of: pdf)
        #expect(words.contains("Sąskaita faktūra 1/2026") && words.contains("Akmenės gimnazija") && words.contains("Pardavėjas nėra PVM mokėtojas"))
        let code = try SepaQR(payload: try #require(try Printed.code(of: pdf))), invoice = try await town.finds { try InvoiceStore.invoice(id, at: centre,
            in: $0) }
        let reference = try #require(invoice.reference)
        #expect(code.amount == .eur(45) && code.iban == "LT121000011101001000" && Reference.read(code.reference) == .right(reference))
        let file = try await ruta.opens("/staff/invoices/\(id)/file.xml")
        #expect(file.status == 200 && file.html.contains("peppol") && file.html.contains("<cbc:ID>O</cbc:ID>"))
        // Vesna of the other centre has no such paper.
        #expect(try await town.vesna.opens("/staff/invoices/\(id)").status == 404)
    }

    @Test func `what the list shows is printed as one file, and found by number and name`() async throws {
        let town = try await Town()
        try await town.writesPapers()
        let seminar = try await town.paid("Дигитална учионица", seats: 40)
        for person in try await town.crowd(of: 12) { try await town.does { _ = try RegistrationStore.apply(person, for: seminar, Application(payer: .own),
            in: $0) } }
        _ = try await town.goran.applies(to: seminar)
        let payers: [ClaimPayer.ID] = try await town.finds { try $0.db.rows("SELECT id FROM payer ORDER BY id").map { try $0["id"] } }, centre = town.centre
        let ids = try await town.vesna.does { try InvoiceIssueStore.issue(.proforma, for: payers, in: .srLatn, at: centre, in: $0) }
        #expect(ids.count == 13)
        let list = try await town.vesna.opens("/staff/invoices")
        #expect(list.shows("PR-13/2026"))
        let pdf = try await town.vesna.opens("/staff/invoices/papers.pdf?kind=proforma").bytes
        #expect(try Printed.code(of: pdf, page: 13) != nil)
        #expect(try Printed.words(of: pdf).contains("Predračun PR-1/2026"))
        let found = try await town.vesna.opens("/staff/invoices?q=ljubic")
        #expect(found.shows("PR-13/2026") && !found.shows("PR-12/2026"))
        #expect(try await town.vesna.opens("/staff/invoices?kind=credit").shows(town.say(T.invoices.none)))
        #expect(try await town.vesna.opens("/staff/invoices/papers.pdf?kind=credit").status == 404)
    }
}
