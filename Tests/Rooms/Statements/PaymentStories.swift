import Accounts
import Centres
import Claims
import Kernel
import Languages
import Purses
import Site
@testable import Statements
import Storage
import Testing
import Town

/// What is not recognised by itself: proposals, what somebody knows better, and taking it back.
@Suite struct PaymentStories {
    @Test func `a proposal is taken with one press, and undone`() async throws {
        let town = try await Town(), school = try await town.workplace(of: town.ana), owed = try await town.owes(.school(school), .rsd(3_500))
        try await town.brings([PaidLine(dinars: 3_500, name: "OS BISTRIK", account: "840-0000000000999-11", id: "1")])
        #expect(try await town.share(owed).paid.isZero, "nothing happens by itself")
        let list = try await town.vesna.opens("/staff/payments"), line = try await town.line(0)
        #expect(list.shows(town.say(T.statements.reasonName)) && list.shows(town.say(T.statements.reasonAmount)))
        let after = try await town.vesna.sends("\(line.path)/settle")
        #expect(after.shows(town.say(T.statements.saidSettled)) && after.shows(town.say(T.statements.nothingOpen)))
        #expect(try await town.share(owed).rest.isZero)
        #expect(try await town.balance(.unknownPayments) == 0)
        #expect(try await town.balance(.bank) == 350_000)
        let shown = try await town.vesna.opens(line.path)
        #expect(shown.shows(town.say(T.statements.groundProposal)))
        let payment = try #require(try await town.value("SELECT id FROM payment", as: Payment.ID.self))
        #expect(try await town.vesna.sends("\(line.path)/undo/\(payment)").shows(town.say(T.statements.saidUndone)))
        #expect(try await town.share(owed).paid.isZero)
        #expect(try await town.balance(.unknownPayments) == -350_000)
        #expect(try await town.balance(.receivable) == 350_000)
        #expect(try await town.line(0).rest == .rsd(3_500), "what was undone stays to be seen")
        #expect(try await town.vesna.opens(line.path).shows(town.say(T.statements.undone)), "what was undone stays to be seen")
        let centre = town.centre
        await #expect(throws: Problem.self) { try await town.vesna.does { try PaymentStore.undo(payment, of: line.id, at: centre, in: $0) } }
        await #expect(throws: Problem.self) { try await town.goran.does { try PaymentStore.settle(line.id, [(owed.id, .rsd(1))], .choice, at: centre, in: $0) } }
    }

    @Test func `a typing error in the reference is proposed and nothing more`() async throws {
        let town = try await Town(), owed = try await town.owes(.person(town.ana.id), .rsd(3_500))
        var wrong = Array(owed.slip)
        wrong.swapAt(wrong.count - 1, wrong.count - 2)
        let slip = String(wrong) == owed.slip ? owed.slip + "1" : String(wrong)
        try await town.brings([PaidLine(dinars: 3_500, name: "NEPOZNATO", reference: slip, id: "1")])
        #expect(try await town.share(owed).paid.isZero)
        #expect(try await town.vesna.opens("/staff/payments").shows(town.say(T.statements.reasonReferenceMistyped)))
    }

    @Test func `two claims in one payment, a part, too much, and the rest goes back`() async throws {
        let town = try await Town(), school = try await town.workplace(of: town.ana), whose = ClaimPayer.Whose.school(school)
        let first = try await town.owes(whose, .rsd(3_500), "Прва"), second = try await town.owes(whose, .rsd(2_000), "Друга"),
            third = try await town.owes(.person(town.ana.id), .rsd(900), "Трећа")
        try await town.brings([
            PaidLine(dinars: 5_500, name: "OS BISTRIK", account: "840-0000000000999-11", id: "1"),
            PaidLine(dinars: 400, name: "ANA DJORDJEVIC", reference: third.slip, id: "2"),
            PaidLine(dinars: 800, name: "ANA DJORDJEVIC", reference: third.slip, account: "265-1-11", id: "3"),
        ])
        #expect(try await town.share(third).rest.isZero, "a part, and then the rest")
        #expect(try await town.line(2).rest == .rsd(300), "what is too much waits")
        let line = try await town.line(0)
        #expect(try await town.vesna.opens(line.path).shows(town.say(T.statements.reasonAll)))
        try await town.vesna.sends("\(line.path)/settle")
        #expect(try await town.share(first).rest.isZero)
        #expect(try await town.share(second).rest.isZero)
        // What was too much goes back to the same account.
        try await town.brings([PaidLine(dinars: -300, name: "ANA DJORDJEVIC", purpose: "povracaj", account: "265-1-11", id: "4")], number: "8")
        let out = try await town.line(3)
        #expect(try await town.vesna.opens("/staff/payments?side=out").shows(town.say(T.statements.givesBack)))
        #expect(try await town.vesna.sends("\(out.path)/refund").shows(town.say(T.statements.saidRefunded)))
        #expect(try await town.line(2).rest.isZero)
        #expect(try await town.line(3).rest.isZero)
        #expect(try await town.balance(.unknownPayments) == 0)
        #expect(try await town.balance(.bank) == 640_000)
        #expect(try await town.balance(.receivable) == 0)
    }

    @Test func `what was paid twice is told, and what was paid for nothing is given back`() async throws {
        let town = try await Town(), owed = try await town.owes(.person(town.ana.id), .rsd(3_500)), centre = town.centre
        try await town.brings([PaidLine(dinars: 3_500, name: "ANA", reference: owed.slip, id: "1"), PaidLine(dinars: 3_500, name: "ANA", reference: owed.slip, id: "2")])
        #expect(try await town.share(owed).paid == .rsd(3_500))
        #expect(try await town.line(1).rest == .rsd(3_500))
        #expect(try await town.vesna.opens("/staff/payments").shows(town.say(T.statements.settledAlready)))
        // The claim ends, and money goes out with its reference.
        let claim = owed.claim
        try await town.vesna.does { try ClaimStore.cancel(claim, because: "Отказано", at: centre, in: $0) }
        #expect(try await town.share(owed).rest == .rsd(-3_500))
        try await town.brings([PaidLine(dinars: -3_500, name: "ANA", reference: owed.slip, id: "3")], number: "8")
        let out = try await town.line(2)
        #expect(try await town.share(owed).rest == .rsd(-3_500), "what goes out gives nothing back by itself")
        try await town.vesna.opens(out.path)
        try await town.vesna.sends("\(out.path)/refund")
        #expect(try await town.share(owed).rest.isZero)
        #expect(try await town.share(owed).paid.isZero)
        let payment = try #require(try await town.value("SELECT id FROM payment WHERE kind = 'refund'", as: Payment.ID.self))
        try await town.vesna.opens(out.path)
        try await town.vesna.sends("\(out.path)/undo/\(payment)")
        #expect(try await town.share(owed).rest == .rsd(-3_500))
        #expect(try await town.line(2).rest == .rsd(-3_500))
    }

    @Test func `somebody looks for a claim and chooses`() async throws {
        let town = try await Town(), owed = try await town.owes(.person(town.branko.id), .rsd(3_500), "Учионица која пита"),
            other = try await town.owes(.person(town.ana.id), .rsd(3_500), "Друга обука")
        try await town.brings([PaidLine(dinars: 3_000, name: "FIRMA DOO", id: "1")])
        let line = try await town.line(0)
        #expect(try await town.vesna.opens("/staff/payments").shows(town.say(T.statements.noProposal)))
        let found = try await town.vesna.opens("\(line.path)?q=njegovan")
        #expect(found.shows("Учионица која пита") && !found.shows("Друга обука"))
        #expect(try await town.vesna.sends("\(line.path)/settle").status == 422, "nothing is chosen")
        try await town.vesna.opens("\(line.path)?q=njegovan")
        try await town.vesna.sends("\(line.path)/settle", ["share": "\(owed.id)"])
        #expect(try await town.share(owed).rest == .rsd(500))
        #expect(try await town.share(other).paid.isZero)
        #expect(try await town.line(0).rest.isZero)
        #expect(try await town.value("SELECT ground FROM payment", as: String.self) == "choice")
    }

    @Test func `what is no payment of claims is set aside with a reason`() async throws {
        let town = try await Town()
        try await town.brings([PaidLine(dinars: 90_000, name: "GRAD BISTRIK", purpose: "prenos", id: "1"), PaidLine(dinars: -50, name: "BANKA", id: "2")])
        let line = try await town.line(0), out = try await town.line(1)
        try await town.vesna.opens(line.path)
        #expect(try await town.vesna.sends("\(line.path)/aside", ["note": ""]).status == 422)
        try await town.vesna.opens(line.path)
        #expect(try await town.vesna.sends("\(line.path)/aside", ["note": "Пренос оснивача"]).shows(town.say(T.statements.saidAside)))
        #expect(try await town.balance(.bank) == 0)
        #expect(try await town.balance(.unknownPayments) == 0)
        #expect(try await town.line(0).rest.isZero)
        try await town.vesna.opens(out.path)
        try await town.vesna.sends("\(out.path)/aside", ["note": "Провизија"])
        #expect(try await town.line(1).rest.isZero)
        #expect(try await town.balance(.bank) == 0)
        let payment = try #require(try await town.value("SELECT id FROM payment ORDER BY id LIMIT 1", as: Payment.ID.self))
        try await town.vesna.opens(line.path)
        try await town.vesna.sends("\(line.path)/undo/\(payment)")
        #expect(try await town.balance(.bank) == 9_000_000)
        #expect(try await town.balance(.unknownPayments) == -9_000_000)
    }

    @Test func `another currency pays nothing`() async throws {
        let town = try await Town(), owed = try await town.owes(.person(town.ana.id), .rsd(3_500)), centre = town.centre
        let camt = StatementSamples.camt().replacing("RF18000000060", with: owed.reference?.creditor ?? "")
        try await town.vesna.does { try StatementStore.bring(StatementFile(Array(camt.utf8)), name: "camt.xml", at: centre, in: $0) }
        #expect(try await town.share(owed).paid.isZero)
        #expect(try await town.balance(.unknownPayments, .eur) == -7_000)
        let line = try await town.line(1)
        await #expect(throws: Problem.self) { try await town.vesna.does { try PaymentStore.settle(line.id, [(owed.id, .eur(35))], .choice, at: centre, in: $0) } }
    }

    @Test func `two who settle one line at once settle it once`() async throws {
        let town = try await Town(), owed = try await town.owes(.person(town.ana.id), .rsd(9_000)), centre = town.centre
        try await town.brings([PaidLine(dinars: 3_500, name: "NEKO", id: "1")])
        let line = try await town.line(0)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask { try? await town.vesna.does { try PaymentStore.settle(line.id, [(owed.id, .rsd(3_500))], .choice, at: centre, in: $0) } }
            }
        }
        #expect(try await town.count("payment") == 1)
        #expect(try await town.line(0).rest.isZero)
        #expect(try await town.share(owed).paid == .rsd(3_500))
    }
}
