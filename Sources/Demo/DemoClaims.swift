import Accounts
import Centres
import Claims
import Events
import Kernel
import Languages
import Purses
import Storage

/// What is owed to the invented centre: its price list, the claims of seminars that were held, most of them paid, one divided, one from a source, a hall.
enum DemoClaims {
    static func fill(_ town: DemoTown, by actor: Actor, _ records: Records) async throws {
        let claims = Owed(town: town, actor: actor, records: records)
        try await claims.prices()
        try await claims.pay()
        try await claims.divide()
        try await claims.byHand()
    }
}

private struct Owed: Sendable {
    let town: DemoTown
    let actor: Actor
    let records: Records

    private var today: Day { town.zone.day(of: records.now) }
    private var newYear: Day { Day(year: today.year, month: 1, day: 1) ?? today }

    func prices() async throws {
        let (town, newYear, today) = (town, newYear, today), article = "Одлука Управног одбора о ценама, 112/\(today.year - 1)"
        let old = newYear.adding(days: -1), before = Day(year: today.year - 1, month: 1, day: 1) ?? old
        try await records.write(by: actor) { act in
            for price in [
                PriceDetails(.event, "Семинар од једног дана", .rsd(3_500), from: newYear, covers: "материјал, освежење и уверење", article: article),
                PriceDetails(.event, "Семинар од два дана", .rsd(7_000), from: newYear, covers: "материјал, освежење и уверење", article: article),
                PriceDetails(.event, "Семинар од једног дана", .rsd(2_900), from: before, to: old, covers: "материјал и уверење"),
                PriceDetails(.hall, "Велика сала, дан", .rsd(12_000), from: newYear, covers: "озвучење, пројектор, 40 места", article: article),
                PriceDetails(.hall, "Учионица 2, пола дана", .rsd(4_000), from: newYear, covers: "24 места, табла", article: article),
                PriceDetails(.publication, "Зборник примера добре праксе", .rsd(800), from: newYear),
                PriceDetails(.membership, "Чланарина за годину дана", .rsd(1_200), from: newYear, covers: "мања цена семинара, библиотека", article: article),
            ] { try PriceStore.add(price, at: town.centre, in: act) }
            for reduction in [
                ReductionDetails(.oneIn, "Једно од десет", people: 10, from: today, article: article),
                ReductionDetails(.member, "За чланове", percent: 20, days: 365, from: today, article: article),
                ReductionDetails(.early, "Раније пријаве", percent: 10, days: 30, from: today, article: article),
            ] { try PriceStore.add(reduction, at: town.centre, in: act) }
        }
        let director = try await records.read(as: .system) { try PersonStore.actor(town.dragana, in: $0) } ?? .system
        try await records.write(by: director) { act in
            try PriceStore.set(ClaimRule(from: newYear, dueDays: 15, keepYears: 10, article: "Правилник о буџетском рачуноводству"), at: town.centre, in: act)
        }
    }

    private func held() async throws -> [Claim] {
        let town = town
        return try await records.read(as: actor) { act in
            let events = try EventStore.ids(of: town.centre, in: [.held, .closed], words: "", in: act)
            return try events.flatMap { try ClaimStore.claims(of: $0, in: act) }.filter { !$0.isCancelled }
        }
    }

    /// Whoever was at a seminar that was held has mostly paid; one in part, some are late.
    func pay() async throws {
        for (number, claim) in try await held().enumerated() where number % 5 != 4 {
            guard let share = claim.shares.first, share.rest.minor > 0 else { continue }
            let day = min(today, town.zone.day(of: claim.made).adding(days: 12)), half = Money(minor: share.rest.minor / 2, share.currency) ?? share.rest
            try await records.write(by: actor) { act in
                try ClaimMoneyStore.paid(share.id, number == 7 ? half : share.rest, on: day, "Извод број \(day.month)-\(day.day)", in: act)
            }
        }
    }

    /// One is divided between the founder's money and the teacher; one the founder's money bears alone.
    func divide() async throws {
        let town = town, open = try await held().filter { $0.isUntouched && $0.amount.minor > 0 }
        try await records.write(by: actor) { act in
            let today = town.zone.day(of: act.now)
            guard open.count > 1, let purse = try PurseStore.usable(at: town.centre, on: today, in: act).first(where: { $0.kind == .founder }) else { return }
            let parts = ClaimSplit.equal(open[0].amount, by: 2)
            guard parts.count == 2 else { return }
            // Where the plan of the year has nothing left, the claim stays as it is.
            try? act.db.part {
                let halves = [ClaimPart(open[0].shares.first?.payer, parts[0]), ClaimPart(nil, from: purse.id, parts[1])]
                try ClaimShareStore.split(open[0].id, into: halves, at: town.centre, in: act)
            }
            try? act.db.part { try ClaimShareStore.split(open[1].id, into: [ClaimPart(nil, from: purse.id, open[1].amount)], at: town.centre, in: act) }
        }
    }

    /// An association rents the hall, and somebody pays a membership.
    func byHand() async throws {
        let (town, today) = (town, today)
        try await records.write(by: actor) { act in
            var body = ClaimPayerDetails()
            (body.name, body.street, body.postcode, body.place) = ("Удружење васпитача „Мост“", "Липова 12", "25000", "Бистрик")
            (body.pib, body.email) = ("113460262", "most@bistrik.example")
            let association = try ClaimPayerStore.add(body, at: town.centre, in: act)
            let prices = try PriceStore.prices(of: town.centre, on: today, in: act)
            if let hall = prices.first(where: { $0.details.kind == .hall }) {
                let draft = ClaimDraft(association, hall.details.name, hall.details.amount, due: today.adding(days: 8), listed: hall.id)
                _ = try ClaimStore.add(draft, at: town.centre, in: act)
            }
            if let membership = prices.first(where: { $0.details.kind == .membership }) {
                let payer = try ClaimPayerStore.payer(for: .person(town.teachers[1]), at: town.centre, in: act)
                let id = try ClaimStore.add(
                    ClaimDraft(payer, membership.details.name, membership.details.amount, due: today.adding(days: 15), listed: membership.id), at: town.centre, in: act)
                if let share = try ClaimStore.claim(id, at: town.centre, in: act).shares.first {
                    try ClaimMoneyStore.paid(share.id, share.rest, on: today, "Уплатница", in: act)
                }
            }
        }
    }
}
