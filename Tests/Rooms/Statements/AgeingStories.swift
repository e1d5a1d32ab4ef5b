import Accounts
import Centres
import Certificates
import Claims
import Events
import Kernel
import Languages
import Registration
import Site
@testable import Statements
import Storage
import Testing
import Town

/// What is late, who is reminded, and what waits until it is paid.
@Suite struct AgeingStories {
    @Test func `days late have their ages`() {
        for (days, age) in [(-5, Age.notDue), (0, .notDue), (1, .month), (30, .month), (31, .twoMonths),
            (60, .twoMonths), (61, .threeMonths), (90, .threeMonths), (91, .longer)] {
            #expect(Age(late: days) == age, "\(days)")
        }
        let one = Ageing(.rsd, [100, 200, 0, 0, 5], shares: 2), sums = Ageing.sums([one, one, Ageing(.eur, [7], shares: 1)])
        #expect(sums.map(\.all) == [Money(minor: 610, .rsd), Money(minor: 7, .eur)] && sums[0].late.minor == 410 && sums[0].shares == 4)
    }

    @Test func `the ageing list agrees with a recount, by payer and by municipality`() async throws {
        let town = try await Town(), school = try await town.workplace(of: town.ana), centre = town.centre, today = town.today
        let table: [(ClaimPayer.Whose, Int, Int)] = [
            (.school(school), 1_000, 5), (.school(school), 2_000, 0), (.school(school), 3_000, -1), (.school(school), 4_000, -30), (.school(school), 5_000, -31),
            (.person(town.ana.id), 600, -60), (.person(town.ana.id), 700, -61), (.person(town.branko.id), 800, -90), (.person(town.branko.id), 900, -91),
        ]
        for (whose, amount, due) in table { _ = try await town.owes(whose, .rsd(amount), due: due) }
        let paid = try await town.owes(.person(town.branko.id), .rsd(500), due: -5)
        try await town.brings([PaidLine(dinars: 500, name: "B", reference: paid.slip, id: "1")])
        let boards = try await town.finds { act in
            try AgeingStore.By.allCases.map { try AgeingStore.board($0, at: centre, on: today, offset: nil, in: act) }
        }
        var expected = [0, 0, 0, 0, 0]
        for (_, amount, due) in table { expected[Age(late: -due).rawValue] += amount * 100 }
        for board in boards { #expect(board.sums.map(\.minors) == [expected]) }
        #expect(boards[0].lines.map(\.ageing.late) == [.rsd(12_000), .rsd(1_700), .rsd(1_300)] && boards[0].lines[0].municipality == "Бистрик")
        #expect(boards[1].lines.count == 2 && boards[1].lines.contains { $0.name == "Бистрик" && $0.ageing.all == .rsd(15_000) })
        let page = try await town.vesna.opens("/staff/ageing")
        #expect(page.shows("ОШ „Бистрик“") && page.shows("Ана Ђорђевић"))
        #expect(try await town.vesna.opens("/staff/ageing?by=municipality&late=yes").shows(town.say(T.statements.nowhere)))
        let sheet = try await town.vesna.opens("/staff/ageing.xlsx")
        #expect(sheet.status == 200 && sheet.bytes.starts(with: Array("PK".utf8)))
    }

    @Test func `one letter a payer with all that is open, and not sooner again`() async throws {
        let town = try await Town(), centre = town.centre
        let first = try await town.owes(.person(town.ana.id), .rsd(3_500), "Прва обука", due: -20)
        _ = try await town.owes(.person(town.ana.id), .rsd(2_000), "Друга обука", due: 20)
        _ = try await town.owes(.person(town.branko.id), .rsd(900), "Трећа", due: -3)
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.statements.todayRemind(count: 1))))
        try await town.vesna.opens("/staff/ageing")
        #expect(try await town.vesna.sends("/staff/ageing/remind").shows(town.say(T.statements.saidReminded(count: 1, silent: 0))))
        let letter = try #require(try await town.letter(to: town.ana.email))
        #expect(letter.text.contains("Прва обука") && letter.text.contains("Друга обука") && letter.text.contains(first.reference?.written ?? "-"))
        #expect(letter.text.contains("5.500"))
        #expect(try await town.letters(to: town.branko.email) == 0, "three days are not late enough")
        await #expect(throws: Problem.self) { try await town.vesna.does { act in
            let payer = try ClaimPayerStore.payer(for: .person(town.ana.id), at: centre, in: act)
            _ = try ReminderStore.remind(payer, at: centre, in: act)
        } }
        // By itself only where the centre wishes it.
        town.clock.passes(days: 40)
        try await ReminderStore.tend(town.app.records)
        #expect(try await town.letters(to: town.branko.email) == 0)
        try await town.does {
            try $0.db.run("INSERT INTO payment_rule (centre, holds_papers, reminds, late_days, again_days) VALUES (\(centre), \(false), \(true), 8, 30)")
        }
        try await ReminderStore.tend(town.app.records)
        try await ReminderStore.tend(town.app.records)
        #expect(try await town.letters(to: town.branko.email) == 1)
        #expect(try await town.letters(to: town.ana.email) == 2)
        await #expect(throws: Problem.self) { try await town.goran.does { _ = try ReminderStore.remind(nil, at: centre, in: $0) } }
    }

    @Test func `nobody is reminded of what was cancelled, and the centre is told of its invoice`() async throws {
        let town = try await Town(), centre = town.centre, today = town.today
        let kept = try await town.owes(.person(town.ana.id), .rsd(3_500), "Прва обука", due: -20)
        let gone = try await town.owes(.person(town.ana.id), .rsd(2_000), "Отказана обука", due: -20)
        let other = try await town.owes(.person(town.branko.id), .rsd(900), "Отказана обука", due: -20), payer = try #require(kept.payer)
        try await town.vesna.does { act in
            try ClaimShareStore.setInvoiced(true, [gone.id, other.id], in: act)
            for share in [gone, other] { try ClaimStore.cancel(share.claim, because: "Отказано", at: centre, in: act) }
        }
        #expect(try await town.share(other).rest == .rsd(900), "its credit note takes it off")
        let due = try await town.finds { try ReminderStore.due(at: centre, on: today, in: $0) }
        #expect(due == [payer])
        let staff = try await town.vesna.opens("/staff")
        for sum in [2_000, 900] { #expect(staff.shows(town.say(T.claims.todayAsked(sum: .money(.rsd(sum))))), "\(sum)") }
        try await town.vesna.does { try ReminderStore.remind(nil, at: centre, in: $0) }
        let letter = try #require(try await town.letter(to: town.ana.email))
        #expect(letter.text.contains("Прва обука") && !letter.text.contains("Отказана обука"))
        #expect(try await town.letters(to: town.branko.email) == 0)
    }

    @Test func `whoever has no address keeps nobody behind waiting, and nobody gets two letters`() async throws {
        let town = try await Town(), centre = town.centre, day = town.today.adding(days: -20)
        try await town.vesna.does { act in
            for name in ["Прво удружење", "Друго удружење"] {
                var details = ClaimPayerDetails()
                details.name = name
                let payer = try ClaimPayerStore.add(details, at: centre, in: act)
                _ = try ClaimStore.add(ClaimDraft(payer, "Закуп сале", .rsd(100), due: day), at: centre, in: act)
            }
        }
        for person in [town.ana, town.branko] { _ = try await town.owes(.person(person.id), .rsd(3_500), due: -20) }
        for _ in 0..<2 {
            let sent = try await town.vesna.does { try ReminderStore.remind(nil, at: centre, letters: 1, in: $0) }
            #expect(sent.letters == 1 && sent.silent == 2)
        }
        for person in [town.ana, town.branko] { #expect(try await town.letters(to: person.email) == 1) }
        // Several who press at once.
        _ = try await town.owes(.person(town.milena.id), .rsd(3_500), due: -20)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 { group.addTask { _ = try? await town.vesna.does { try ReminderStore.remind(nil, at: centre, in: $0) } } }
        }
        #expect(try await town.letters(to: town.milena.email) == 1)
        #expect(try await town.count("reminder") == 3)
    }

    @Test func `a certificate waits until its seat is paid, where the centre wishes it`() async throws {
        let town = try await Town(), centre = town.centre
        let event = try await Certified(town, [town.ana, town.branko], dayBefore: { seats in
            try await town.vesna.does { act in
                guard let id = seats.first?.event else { return }
                try act.db.run("UPDATE event SET fee = 350000 WHERE id = \(id)")
                let event = try EventStore.event(id, in: act)
                for seat in seats { _ = try ClaimStore.made(for: seat, event, in: act) }
            }
        })
        func refused() async throws -> [Phrase] {
            let id = event.event
            return try await town.finds { try BatchStore.plan(id, in: $0) }.refusals.map(\.reason)
        }
        let owed = T.statements.heldRefusal(rest: .money(.rsd(3_500)))
        #expect(try await refused().isEmpty, "nothing waits as long as nobody says so")
        try await town.does {
            try $0.db.run("INSERT INTO payment_rule (centre, holds_papers, reminds, late_days, again_days) VALUES (\(centre), \(true), \(false), 8, 30)")
        }
        #expect(try await refused() == [owed, owed])
        #expect(try await town.ana.opens("/me").shows(town.say(T.statements.heldTitle)))
        #expect(try await town.ana.opens("/me").shows("3.500"))
        let seat = try #require(event.registrations.first).id
        let share = try #require(try await town.finds { try ClaimStore.claim(of: seat, in: $0)?.shares.first })
        try await town.brings([PaidLine(dinars: 3_500, name: "ANA", reference: share.slip, id: "1")])
        #expect(try await refused() == [owed])
        #expect(try await !town.ana.opens("/me").shows(town.say(T.statements.heldTitle)))
        #expect(try await event.issues().count == 2, "hers, and the trainer’s")
    }

    @Test func `the director says how the centre asks for its money`() async throws {
        let town = try await Town(), centre = town.centre
        #expect(try await town.vesna.opens("/settings/payments").status == 404)
        try await town.vesna.becomes(.director, at: centre)
        try await town.vesna.enters(withFactor: true)
        try await town.vesna.opens("/settings/payments")
        #expect(try await town.vesna.sends("/settings/payments", ["lateDays": "0", "againDays": "3"]).status == 422)
        try await town.vesna.opens("/settings/payments")
        try await town.vesna.sends("/settings/payments", ["lateDays": "15", "againDays": "20", "holdsPapers": "yes"])
        let rule = try await town.finds { try PaymentRuleStore.rule(of: centre, in: $0) }
        #expect(rule.holdsPapers && !rule.reminds && rule.lateDays == 15 && rule.againDays == 20)
    }

    @Test func `who goes leaves the money and not the name of who brought it`() async throws {
        let town = try await Town(), owed = try await town.owes(.person(town.ana.id), .rsd(3_500))
        try await town.brings([PaidLine(dinars: 3_500, name: "ANA DJORDJEVIC", reference: owed.slip, id: "1")])
        let ana = town.ana.id, vesna = town.vesna.id
        let held = try await town.does { try StatementKeepingStore.held(about: ana, in: $0) }
        #expect(held.all["payment"]?.count == 1)
        try await town.does { try StatementKeepingStore.forget(vesna, in: $0) }
        #expect(try await town.count("statement WHERE person IS NOT NULL") == 0)
        #expect(try await town.share(owed).rest.isZero)
        // After the years that the law asks for, counted from the end of that year, what the bank wrote of people goes.
        town.clock.passes(days: 3_653)
        try await town.does { try StatementKeepingStore.forgetOld(in: $0) }
        #expect(try await town.line(0).said.name == "ANA DJORDJEVIC", "ten years and a day")
        town.clock.passes(days: 366)
        try await town.does { try StatementKeepingStore.forgetOld(in: $0) }
        #expect(try await town.line(0).said.name.isEmpty)
        #expect(try await town.line(0).amount == .rsd(3_500))
    }
}
