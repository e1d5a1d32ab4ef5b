import Accounts
import Centres
import Claims
import Costs
import Delivery
import Documents
import Events
import Foundation
import Invoices
import Kernel
import Languages
import Purses
import Registration
import Schools
import Site
import Statements
import Storage
import Testing
import Town
import Web

/// Money goes its whole way, from the seat to the figures of the year, and somebody else counts it again.
@Suite struct MoneyStories {
    @Test func `a school pays for eleven people of three events from two sources, a teacher by a slip, and all pages agree with a recount`() async throws {
        let town = try await Town(), centre = town.centre, zone = town.zone
        try await town.writesPapers()
        let school = try await town.workplace(of: town.ana, town.milena, town.goran, town.branko), crowd = try await town.crowd(of: 10)
        try await town.does { act in for person in crowd { try EmploymentStore.add(person, at: school, in: act) } }
        let events = [
            try await event(town, "Дигитална учионица", .rsd(3_500)), try await event(town, "Читање с разумевањем", .rsd(2_400)),
            try await event(town, "Огледи", .rsd(1_001)),
        ]
        for (person, event) in zip([town.ana.id] + crowd, [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2].map { events[$0] }) {
            try await town.does { _ = try RegistrationStore.apply(person, for: event, Application(school: school, payer: .school), in: $0) }
        }
        // Goran pays alone, Branko should.
        for alone in [town.goran, town.branko] { _ = try await alone.applies(to: events[0], payer: .own, school: school) }

        // The school's part comes from two sources, half of each seat from either.
        let city = try await source(town, "Град Бистрик"), fund = try await source(town, "Фонд „Школа“")
        let payer = try await town.payer(school)
        for event in events {
            for claim in try await town.finds({ try ClaimStore.claims(of: event, in: $0) }) where claim.shares.first?.payer == payer {
                let half = try #require(Money(minor: claim.amount.minor / 2, .rsd)), rest = try #require(Money(minor: claim.amount.minor - half.minor, .rsd))
                let parts = [ClaimPart(payer, from: city, half), ClaimPart(payer, from: fund, rest)]
                try await town.vesna.does { try ClaimShareStore.split(claim.id, into: parts, at: centre, in: $0) }
            }
        }
        let put = try await sums(town, [city, fund])
        #expect(put.map(\.reserved) == [1_330_150, 1_330_150] && put.map(\.spent) == [0, 0])

        // One paper for the school, a slip for Goran; a statement settles both.
        try await town.vesna.opens("/staff/invoices/ready")
        let listed = try await town.vesna.sends("/staff/invoices/ready", ["payer": "\(payer)", "kind": "invoice", "language": "sr"])
        #expect(listed.shows("1/2026") && listed.shows("26.603 динара"))
        let paper = try #require(try await town.value("SELECT id FROM invoice", as: Invoice.ID.self))
        let asked = try #require(try await town.finds { try InvoiceStore.invoice(paper, at: centre, in: $0) }.reference)
        let own = try #require(
            try await town.value("SELECT s.id FROM claim_share s JOIN payer p ON p.id = s.payer WHERE p.person = \(town.goran.id)", as: ClaimShare.ID.self))
        let slip = try IpsQR(payload: try #require(try Printed.code(of: try await town.goran.opens("/me/payments/\(own)/slip.pdf").bytes)))
        #expect(slip.amount == .rsd(3_500))
        let paid = [
            PaidLine(dinars: 26_603, name: "OS BISTRIK", reference: asked.control + asked.base, id: "1"),
            PaidLine(dinars: 3_500, name: "GORAN LJUBIC", reference: String(slip.reference.dropFirst(2)), id: "2"), PaidLine(dinars: -50, name: "BANKA", id: "3"),
        ]
        try await town.vesna.opens("/staff/statements")
        let draft = try await town.vesna.browser.uploads("/staff/statements", field: "file", name: "izvod.xml", bytes: Array(PaidLine.statement(paid).utf8))
        #expect(try await town.vesna.sends(draft.path).shows(town.say(T.statements.saidBrought(count: 3, settled: 2))))

        // It is held, and the hall is paid from the city's money.
        for event in events { try await town.vesna.does { try EventStore.confirm(event, in: $0) } }
        town.clock.passes(days: 36)
        try await town.vesna.enters(withFactor: true)
        for event in events { try await holds(event, town) }
        try await town.vesna.does { act in
            let hall = try CostStore.add(CostDraft(.hall, "Сала", .rsd(4_000), of: events[0]), at: centre, in: act)
            try CostStore.reserve(hall, from: city, at: centre, in: act)
            try CostStore.spend(CostBill(.rsd(4_000), on: zone.day(of: act.now)), on: hall, at: centre, in: act)
        }

        // What the pages say, and what somebody else counts in what the bookkeeper gets.
        let today = zone.day(of: town.clock.now)
        let (money, late, use) = try await town.vesna.does { act in
            (try events.map { try EventMoneyStore.money(of: $0, at: centre, in: act) }, try AgeingStore.board(.payer, at: centre, on: today, offset: 0, in: act),
             try RationalUseStore.use(of: today.year, at: centre, in: act))
        }
        let spent = try await sums(town, [city, fund])
        #expect(spent.map(\.reserved) == [0, 0] && spent.map(\.spent) == [1_730_150, 1_330_150])
        #expect(late.lines.map(\.name) == ["Бранко Његован"] && late.sums.map(\.all) == [.rsd(3_500)] && late.sums.map(\.late) == [.rsd(3_500)])
        #expect(use.loose == 0 && use.use.together?.people == 13 && use.use.municipalities.lines.map { $0.now?.money } == [3_060_300], "all of them work at one school")
        let counted = try await recount(town)
        let open = money.map(\.income.open).reduce(0, +)
        #expect(counted == zip(events, money).map { "event \($0): \($1.income.owed) \($1.income.open)" } + [
            "source Град Бистрик: \(spent[0].reserved) \(spent[0].spent)", "source Фонд „Школа“: \(spent[1].reserved) \(spent[1].spent)",
            "payer Бранко Његован: \(late.sums[0].all.minor)", "open \(open), in the ledger \(open)", "spent \(use.use.together?.money ?? 0)",
        ])
        #expect(try await town.vesna.opens("/staff/events/\(events[0])/money").shows("21.000 динара"), "six seats")
        #expect(try await town.vesna.opens("/staff/ageing").shows("Бранко Његован"))
    }

    private func event(_ town: Town, _ title: String, _ fee: Money) async throws -> Event.ID {
        let event = try await town.seminar(title, seats: 30)
        try await town.change(event) { $0.fee = fee }
        return event
    }

    private func source(_ town: Town, _ name: String) async throws -> Purse.ID {
        let centre = town.centre, today = town.zone.day(of: town.clock.now), first = try #require(Day(year: today.year, month: 1, day: 1))
        return try await town.vesna.does { act in
            let id = try PurseStore.add(PurseDetails(.municipality, name, giver: "Град", article: "Уговор 5/26", from: first, to: nil, .rsd), at: centre, in: act)
            try PurseMoneyStore.plan(PurseYear(today.year, planned: 2_000_000, decidedOn: first, by: "Управни одбор"), of: id, at: centre, in: act)
            return id
        }
    }

    private func sums(_ town: Town, _ purses: [Purse.ID]) async throws -> [PurseSum] {
        let year = town.zone.day(of: town.clock.now).year
        return try await town.finds { act in try purses.map { try PurseMoneyStore.sum(of: $0, year: year, in: act) } }
    }

    /// Everybody who has a seat was there.
    private func holds(_ event: Event.ID, _ town: Town) async throws {
        let seats = try await town.registrations(for: event).map(\.id), zone = town.zone
        try await town.vesna.does { act in
            for session in try EventStore.event(event, in: act).sessions(in: zone) {
                _ = try AttendanceStore.mark(seats.map {
                    Attendance(registration: $0, session: session.id, mark: .present, missed: 0, source: .door, at: session.start.adding(minutes: 5))
                }, of: event, in: act)
            }
            try EventStore.markHeld(event, in: act)
        }
    }

    private func recount(_ town: Town) async throws -> [String] {
        try await town.vesna.opens("/staff/purses/accounts")
        try await town.vesna.sends("/staff/purses/accounts", ["code-receivable": "K1", "code-income": "P1", "code-reserved": "R1", "code-spent": "S1"])
        let folder = FileManager.default.temporaryDirectory.appending(path: "money-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (ledger, claims) = (folder.appending(path: "ledger.csv"), folder.appending(path: "claims.xlsx"))
        try Data(try await town.vesna.opens("/staff/purses/ledger.csv").bytes).write(to: ledger)
        try Data(try await town.vesna.opens("/staff/claims.xlsx").bytes).write(to: claims)
        return try Judge("money.py", [ledger.path, claims.path, "K1", "P1", "R1", "S1"]).said.split(separator: "\n").map(String.init)
    }
}
