import Accounts
import Centres
import Claims
import Events
import Foundation
import HTTPTypes
@testable import Invoices
import Kernel
import Languages
import Queues
import Registration
import Registry
import Schools
import Site
import Storage
import Testing
import Town
import Web

/// Papers of money: written once, numbered without gaps, paid by a code, put right by notes.
@Suite struct InvoiceStories {
    @Test func `a school gets one paper for its people of two events, and who pays alone gets a slip`() async throws {
        let town = try await Town(), centre = town.centre
        try await town.writesPapers()
        let school = try await town.workplace(of: town.ana, town.branko, town.milena)
        try await town.milena.looksAfter(school, as: .head)
        try await town.ruta.looksAfter(school)
        let (first, second) = (try await town.paid("Дигитална учионица"), try await town.paid("Читање с разумевањем", .rsd(2400)))
        for person in [town.ana, town.branko] { _ = try await person.applies(to: first, payer: .school, school: school) }
        _ = try await town.ana.applies(to: second, payer: .school, school: school)
        _ = try await town.goran.applies(to: second)
        // Vesna writes to the school from the list of those who wait.
        let payer = try await town.payer(school), alone = try await town.payer(town.goran)
        try await town.vesna.opens("/staff/invoices/ready")
        let listed = try await town.vesna.sends("/staff/invoices/ready", ["payer": "\(payer)", "kind": "invoice", "language": "sr"])
        #expect(listed.shows(town.say(T.invoices.saidIssuedMany(count: 1))) && listed.shows("1/2026") && listed.shows("9.400 динара"))
        let id = try #require(try await town.value("SELECT id FROM invoice", as: Invoice.ID.self)), invoice = try await town.invoice(id)
        #expect(invoice.paper.lines.count == 3 && invoice.paper.total == .rsd(9_400) && invoice.paper.vat.status == .outside)
        #expect(try await town.count("claim_share WHERE payer = \(payer) AND NOT invoiced") == 0)
        #expect(try await town.finds { try RegistryStore.label(of: "invoice", id.value, in: $0) } != nil)
        #expect(try await town.vesna.opens("/staff/invoices/ready").shows("Горан Љубић"))
        #expect(try await !town.vesna.opens("/staff/invoices/ready").shows("ОШ „Бистрик“"), "the school waits for nothing more")
        await #expect(throws: Problem.self) { try await town.invoices(payer) }
        // The paper says it all, and a telephone reads how to pay.
        let pdf = try await town.vesna.opens("/staff/invoices/\(id)/paper.pdf").bytes, words = try Printed.words(of: pdf)
        for word in ["Рачун 1/2026", "Ана Ђорђевић", "Бранко Његован", "Читање с разумевањем", "840-0000000123456-09",
            "члан 33"] { #expect(words.contains(word), "\(word)") }
        let code = try IpsQR(payload: try #require(try Printed.code(of: pdf)))
        #expect(code.amount == .rsd(9_400) && code.account == "840000000012345609" && code.reference == invoice.paper.reference)
        let reference = try #require(invoice.reference)
        #expect(Reference.read(code.reference) == .right(reference))
        #expect(try await town.finds { try InvoiceStore.shares(reference: reference, at: centre, in: $0) }.count == 3)
        #expect(try await town.vesna.opens("/staff/invoices/\(id)/paper.pdf").bytes == pdf, "a paper is the same file whenever it is printed")
        // Who looks after the school reads it; the others have no such paper.
        #expect(try await town.milena.opens("/me/invoices/\(id)/paper.pdf").bytes == pdf)
        #expect(try await town.milena.opens("/me/schools/\(school)/centre").shows("1/2026"))
        #expect(try await !town.ruta.opens("/me/schools/\(school)/centre").shows("1/2026"), "what a school pays is its head's to know")
        for person in [town.goran, town.ana, town.ruta] { #expect(try await person.opens("/me/invoices/\(id)/paper.pdf").status == 404) }
        #expect(try await town.goran.opens("/staff/invoices").status == 404)
        // Goran pays alone, by a slip.
        let share = try #require(try await town.value("SELECT id FROM claim_share WHERE payer = \(alone)", as: ClaimShare.ID.self))
        let slip = try await town.goran.opens("/me/payments/\(share)/slip.pdf").bytes
        let paying = try IpsQR(payload: try #require(try Printed.code(of: slip)))
        let own = try #require(try await town.finds { try ClaimShareStore.shares([share], in: $0) }.first?.reference)
        #expect(paying.amount == .rsd(2_400) && Reference.read(paying.reference) == .right(own) && paying.purpose.count <= 35)
        #expect(try await town.ana.opens("/me/payments/\(share)/slip.pdf").status == 404)
        #expect(try await town.vesna.opens("/staff/invoices/slips/\(share)/slip.pdf").status == 200)
    }

    @Test func `whoever asks at the same second, numbers follow one another and nothing is asked for twice`() async throws {
        let town = try await Town(), centre = town.centre
        try await town.writesPapers()
        let school = try await town.workplace(of: town.ana), seminar = try await town.paid("Дигитална учионица", seats: 40)
        _ = try await town.ana.applies(to: seminar, payer: .school, school: school)
        let crowd = try await town.crowd(of: 6)
        for person in crowd { try await town.does { _ = try RegistrationStore.apply(person, for: seminar, Application(payer: .own), in: $0) } }
        let payers: [ClaimPayer.ID] = try await town.finds { try $0.db.rows("SELECT id FROM payer ORDER BY id").map { try $0["id"] } }
        #expect(payers.count == 7)
        // Each of them is written to twice, all at once.
        let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
            for payer in payers + payers {
                group.addTask {
                    do {
                        try await town.vesna.does { act in
                            let shares = try InvoiceShareStore.shares(of: payer, at: centre, in: act).map(\.id)
                            _ = try InvoiceIssueStore.issue(InvoiceDraft(.invoice, for: payer, shares, in: .sr), at: centre, in: act)
                        }
                        return true
                    } catch is Problem { return false }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 } == 7)
        let numbers: [Int] = try await town.finds { try $0.db.rows("SELECT number FROM invoice ORDER BY number").map { try $0["number"] } }
        #expect(numbers == Array(1...7), "no gap, no number twice")
        #expect(try await town.count("invoice_line") == 7)
        #expect(try await town.value("SELECT last FROM invoice_series", as: Int.self) == 7)
    }

    @Test func `somebody withdraws while the invoice is written: what it asks for is owed`() async throws {
        let town = try await Town(), centre = town.centre
        try await town.writesPapers()
        let seminar = try await town.paid("Дигитална учионица"), people = [town.ana, town.branko, town.milena, town.ruta, town.goran]
        var seats: [(person: Someone, seat: Registration.ID, payer: ClaimPayer.ID, share: ClaimShare.ID)] = []
        for person in people {
            let seat = try await person.applies(to: seminar).id, payer = try await town.payer(person)
            let share = try #require(try await town.value("SELECT id FROM claim_share WHERE payer = \(payer)", as: ClaimShare.ID.self))
            seats.append((person, seat, payer, share))
        }
        await withTaskGroup(of: Void.self) { group in
            for (person, seat, payer, share) in seats {
                group.addTask {
                    _ = try? await town.vesna.does { try InvoiceIssueStore.issue(InvoiceDraft(.invoice, for: payer, [share], in: .sr), at: centre, in: $0) }
                }
                group.addTask { _ = try? await person.withdraws(seat) }
            }
        }
        #expect(try await town.count("registration WHERE state = 'withdrawn'") == 5)
        let wrong: SQL = "l.amount <> h.amount + h.debited - h.credited - h.lost OR NOT h.invoiced"
        #expect(try await town.count("invoice_line l JOIN claim_share h ON h.id = l.share WHERE \(wrong)") == 0)
        #expect(try await town.count("claim_share h JOIN claim c ON c.id = h.claim WHERE h.invoiced AND c.cancelled IS NOT NULL") == 0)
        #expect(try await town.finds { try Self.unbalanced(in: $0) } == 0)
    }

    @Test func `the same part twice stands on no paper`() async throws {
        let town = try await Town()
        try await town.writesPapers()
        _ = try await town.ana.applies(to: town.paid("Дигитална учионица"))
        let payer = try await town.payer(town.ana)
        let share = try #require(try await town.value("SELECT id FROM claim_share WHERE payer = \(payer)", as: ClaimShare.ID.self))
        try await town.vesna.opens("/staff/invoices/new?payer=\(payer)")
        let twice = try await town.vesna.sends("/staff/invoices/new", ["share": "\(share)", "share": "\(share)"])
        #expect(twice.status == 409 && twice.shows(town.say(T.invoices.errorAsked)))
        #expect(try await town.count("invoice") == 0)
        #expect(try await town.count("claim_share WHERE invoiced") == 0)
    }

    @Test func `what was asked for long ago hides nothing that waits, and a print leaves nothing out`() async throws {
        let town = try await Town(), centre = town.centre, today = town.today, ana = town.ana.id
        try await town.writesPapers()
        let payer = try await town.vesna.does { act in
            let payer = try ClaimPayerStore.payer(for: .person(ana), at: centre, in: act)
            for number in 0..<4 {
                _ = try ClaimStore.add(ClaimDraft(payer, "Закуп \(number)", .rsd(100), due: today.adding(days: number)), at: centre, in: act)
            }
            return payer
        }
        let waiting = try await town.finds { try InvoiceShareStore.shares(of: payer, at: centre, in: $0) }
        #expect(waiting.map(\.what) == ["Закуп 0", "Закуп 1", "Закуп 2", "Закуп 3"])
        try await town.vesna.does { act in
            for share in waiting.prefix(3) { _ = try InvoiceIssueStore.issue(InvoiceDraft(.invoice, for: payer, [share.id], in: .sr), at: centre, in: act) }
        }
        let left = try await town.finds { try InvoiceShareStore.shares(of: payer, for: [.invoice], at: centre, limit: 2, in: $0) }
        #expect(left.map(\.what) == ["Закуп 3"])
        let open = try await town.finds { try InvoiceShareStore.open(of: payer, at: centre, in: $0) }
        #expect(open.count == 4, "slips are for what an invoice asks for, too")
        let printed = try await town.vesna.does { try InvoiceStore.whole(InvoiceFilter(), at: centre, most: 3, in: $0) }
        #expect(printed.count == 3)
        await #expect(throws: Problem.conflict(T.invoices.errorPrint(most: .number(2)))) {
            try await town.vesna.does { try InvoiceStore.whole(InvoiceFilter(), at: centre, most: 2, in: $0) }
        }
    }

    @Test func `the tax changes in the middle of a year, and papers keep what held`() async throws {
        let town = try await Town()
        let school = try await town.workplace(of: town.ana, town.branko), first = try await town.paid("Дигитална учионица")
        let second = try await town.paid("Читање", .rsd(1_000))
        _ = try await town.ana.applies(to: first, payer: .school, school: school)
        let payer = try await town.payer(school)
        // Nothing is written down yet: no paper.
        await #expect(throws: Problem.conflict(T.invoices.errorIssuer)) { try await town.invoices(payer) }
        try await town.writesPapers(.outside)
        try await town.does { [centre = town.centre] in try IssuerStore.set(.usual(.taxed, in: .serbia, from: try #require(Day(iso: "2026-02-10"))),
            of: centre, in: $0) }
        let before = try await town.invoices(payer)
        town.clock.passes(days: 10)
        _ = try await town.branko.applies(to: second, payer: .school, school: school)
        let after = try await town.invoices(payer)
        let (old, new) = (try await town.invoice(before).paper, try await town.invoice(after).paper)
        #expect(old.vat.status == .outside && old.sums.tax == 0 && old.sums.net == 350_000)
        #expect(new.vat.status == .taxed && new.sums.net == 83_333 && new.sums.tax == 16_667 && new.sums.gross == 100_000 && new.number == "2/2026")
        try await town.vesna.enters(withFactor: true)
        let words = try Printed.words(of: try await town.vesna.opens("/staff/invoices/\(after)/paper.pdf").bytes)
        #expect(words.contains("ПДВ 20 %") && words.contains("833,33") && !words.contains("члан 33"))
        // A credit note of the first keeps the rule of the first.
        let note = try await town.vesna.does { [centre = town.centre] in try InvoiceIssueStore.correct(before, .credit, [50_000], because: "Попуст",
            at: centre, in: $0) }
        let taken = try await town.invoice(note).paper
        #expect(taken.vat.status == .outside && taken.number == "KO-1/2026")
        #expect(try await town.invoice(before).paper == old)
    }

    @Test func `a credit note is never larger than its invoice`() async throws {
        let town = try await Town()
        try await town.writesPapers()
        let school = try await town.workplace(of: town.ana, town.branko), seminar = try await town.paid("Дигитална учионица")
        for person in [town.ana, town.branko] { _ = try await person.applies(to: seminar, payer: .school, school: school) }
        let payer = try await town.payer(school), id = try await town.invoices(payer), path = "/staff/invoices/\(id)"
        try await town.vesna.opens("\(path)/credit")
        let refused = try await town.vesna.sends("\(path)/credit", ["amount-1": "3.500,01", "amount-2": "", "reason": "Отказ"])
        #expect(refused.status == 422 && refused.shows(town.say(T.invoices.errorMore(most: .money(.rsd(3_500))))))
        #expect(try await town.vesna.sends("\(path)/credit", ["amount-1": "", "amount-2": "", "reason": "Отказ"]).status == 422)
        #expect(try await town.count("invoice") == 1)
        let note = try await town.vesna.sends("\(path)/credit", ["amount-1": "1.000", "amount-2": "", "reason": "Попуст за рану пријаву"])
        #expect(note.shows(town.say(T.invoices.saidIssued)) && note.shows("KO-1/2026"))
        #expect(try await town.rest(of: payer) == 600_000)
        try await town.vesna.opens("\(path)/credit")
        #expect(try await town.vesna.sends("\(path)/credit", ["amount-1": "2.500,01", "reason": "Опет"]).status == 422,
            "what was taken back is not taken twice")
        try await town.vesna.opens("\(path)/credit")
        #expect(try await town.vesna.sends("\(path)/credit", ["reason": "Све"]).shows("KO-2/2026"), "what is left stands in the form")
        #expect(try await town.rest(of: payer) == 0)
        #expect(try await town.invoice(id).left.isZero)
        #expect(try await town.vesna.opens(path).form("/credit") == nil)
        // What is added is owed too.
        try await town.vesna.opens("\(path)/debit")
        #expect(try await town.vesna.sends("\(path)/debit", ["amount-1": "200", "reason": "Штампани материјал"]).shows("KZ-1/2026"))
        #expect(try await town.rest(of: payer) == 20_000)
        let note1 = try #require(try await town.value("SELECT id FROM invoice WHERE kind = 'credit' ORDER BY id LIMIT 1", as: Invoice.ID.self))
        let words = try Printed.words(of: try await town.vesna.opens("/staff/invoices/\(note1)/paper.pdf").bytes)
        #expect(words.contains("Уз рачун 1/2026") && words.contains("Попуст за рану пријаву"))
        #expect(try Printed.code(of: try await town.vesna.opens("/staff/invoices/\(note1)/paper.pdf").bytes) == nil, "nothing is paid by it")
    }

    @Test func `a pro-forma is paid, an advance says so, and the invoice takes it off`() async throws {
        let town = try await Town(), centre = town.centre
        try await town.writesPapers()
        let school = try await town.workplace(of: town.ana), seminar = try await town.paid("Дигитална учионица")
        _ = try await town.ana.applies(to: seminar, payer: .school, school: school)
        let payer = try await town.payer(school)
        try await town.vesna.opens("/staff/invoices/new?payer=\(payer)")
        #expect(try await town.vesna.sends("/staff/invoices/new", ["kind": "proforma", "contract": ""]).shows("PR-1/2026"))
        let proforma = try #require(try await town.value("SELECT id FROM invoice",
            as: Invoice.ID.self)), share = try await town.invoice(proforma).paper.lines[0].share ?? 0
        #expect(try await town.count("claim_share WHERE invoiced") == 0, "nothing is owed by it")
        #expect(try await town.vesna.opens("/staff/invoices/\(proforma)/file.xml").status == 404)
        await #expect(throws: Problem.self) { try await town.invoices(payer, .advance) }
        let today = town.today
        try await town.does { _ = try ClaimMoneyStore.paid(.init(share), .rsd(1_500), on: today, "Уплата", in: $0) }
        let advance = try await town.invoices(payer, .advance)
        let before = try await town.invoice(advance)
        #expect(before.paper.total == .rsd(1_500) && before.reference == nil)
        // Pressed once more it has nothing to tell; the second instalment is told alone.
        try await town.vesna.opens("/staff/invoices/new?payer=\(payer)")
        let again = try await town.vesna.sends("/staff/invoices/new", ["kind": "advance"])
        #expect(again.status == 409 && again.shows(town.say(T.invoices.errorAsked)))
        try await town.does { _ = try ClaimMoneyStore.paid(.init(share), .rsd(500), on: today, "Друга уплата", in: $0) }
        let second = try await town.invoices(payer, .advance)
        #expect(try await town.invoice(second).paper.total == .rsd(500))
        #expect(try await town.count("invoice WHERE kind = 'advance'") == 2)
        // The invoice that follows.
        try await town.vesna.opens("/staff/invoices/new?payer=\(payer)&from=\(proforma)")
        #expect(try await town.vesna.sends("/staff/invoices/new").shows("1/2026"))
        let invoice = try #require(try await town.value("SELECT id FROM invoice WHERE kind = 'invoice'",
            as: Invoice.ID.self)), paper = try await town.invoice(invoice).paper
        #expect(paper.order?.number == "PR-1/2026" && paper.sums.prepaid == 200_000 && paper.payable == .rsd(1_500))
        let pdf = try await town.vesna.opens("/staff/invoices/\(invoice)/paper.pdf").bytes
        #expect(try IpsQR(payload: try #require(try Printed.code(of: pdf))).amount == .rsd(1_500))
        // A pro-forma may be withdrawn; it stays, with its reason, here and in the register.
        #expect(try await town.vesna.opens("/staff/invoices/\(invoice)").form("/withdraw") == nil)
        try await town.vesna.opens("/staff/invoices/\(proforma)")
        #expect(try await town.vesna.sends("/withdraw", ["reason": ""]).status == 422)
        #expect(try await town.vesna.sends("/withdraw", ["reason": "Издат је рачун"]).shows("Издат је рачун"))
        #expect(try await town.milena.opens("/me/invoices/\(proforma)/paper.pdf").status == 404)
        await #expect(throws: Problem.self) { try await town.vesna.does { try InvoiceDeedStore.withdraw(invoice, because: "Не може", at: centre, in: $0) } }
    }

    @Test func `a paper goes by letter with its file`() async throws {
        let town = try await Town()
        try await town.writesPapers()
        let seminar = try await town.paid("Дигитална учионица")
        _ = try await town.goran.applies(to: seminar)
        let payer = try await town.payer(town.goran), id = try await town.invoices(payer)
        try await town.vesna.opens("/staff/invoices/\(id)")
        #expect(try await town.vesna.sends("/send", ["email": "no address"]).status == 422)
        #expect(try await town.vesna.sends("/send", ["email": "goran@bistrik.example"]).shows(town.say(T.invoices.saidSent)))
        #expect(try await town.count("letter_file") == 1)
        let letter = try #require(try await town.letter(to: "goran@bistrik.example"))
        #expect(letter.subject.contains("1/2026") && letter.text.contains("/me/invoices/\(id)/paper.pdf") && letter.text.contains("3.500"))
        #expect(try await town.goran.opens("/me").shows("1/2026"))
        #expect(try await town.goran.opens("/me/invoices/\(id)/paper.pdf").status == 200)
        // What is held of him says it, and the paper stays without an address when he goes.
        let held = try await town.finds { [goran = town.goran.id] in try InvoiceKeepingStore.held(about: goran, in: $0) }
        #expect(held.all["invoice"]?.first?["number"] == "1/2026" && held.all["invoice_line"]?.count == 1)
        #expect(try await !InvoiceIssueStore.json(town.invoice(id).paper).contains("goran@"))
        // Ten years and a day later the year is not over; after it no name is left, and the number is.
        town.clock.passes(days: 3_653)
        try await town.does { try InvoiceKeepingStore.forgetOld(in: $0) }
        #expect(try await town.invoice(id).paper.buyer.name == "Горан Љубић")
        town.clock.passes(days: 366)
        try await town.does { try InvoiceKeepingStore.forgetOld(in: $0) }
        let old = try await town.invoice(id)
        #expect(old.paper.buyer.name.isEmpty && old.paper.lines.allSatisfy(\.whom.isEmpty) && old.paper.number == "1/2026" && old.paper.total == .rsd(3_500))
    }

    @Test func `an event that is cancelled after its invoice is taken back by a note, and what was paid goes back`() async throws {
        let town = try await Town(), centre = town.centre
        try await town.writesPapers()
        let school = try await town.workplace(of: town.ana), seminar = try await town.paid("Дигитална учионица")
        _ = try await town.ana.applies(to: seminar, payer: .school, school: school)
        let payer = try await town.payer(school), id = try await town.invoices(payer), share = try await town.invoice(id).paper.lines[0].share ?? 0
        let today = town.today
        try await town.does { _ = try ClaimMoneyStore.paid(.init(share), .rsd(3_500), on: today, "Уплата", in: $0) }
        try await town.vesna.cancels(seminar, because: "Реализатор је болестан")
        #expect(try await town.rest(of: payer) == 0, "what stands on an invoice is taken off by its note alone")
        _ = try await town.vesna.does { try InvoiceIssueStore.correct(id, .credit, [350_000], because: "Обука је отказана", at: centre, in: $0) }
        #expect(try await town.rest(of: payer) == -350_000, "to be given back")
        #expect(try await town.finds { try Self.unbalanced(in: $0) } == 0)
    }

    /// The sum of all lines of the ledger.
    static func unbalanced(in act: Act) throws -> Int { try act.db.value("SELECT CAST(coalesce(sum(amount), 0) AS BIGINT) FROM ledger_line") ?? 0 }
}
