import Accounts
import Centres
import Kernel
import Languages
import Library
import Loans

/// What the invented town has borrowed from its resource centre: people, two schools and two pupils, for some months, until today.
enum DemoLoans {
    private static let days = 110
    /// What travels is booked ahead.
    private static let kinds: [TitleKind] = [.book, .video, .audio, .game, .journal]

    static func fill(_ town: DemoTown, by actor: Actor, _ records: Records) async throws {
        let borrowers = try await cards(town, by: actor, records)
        let copies = try await records.read(as: actor) { act in
            try TitleStore.titles(of: kinds, at: town.centre, order: .azbuka, in: act).flatMap { title in
                try CopyStore.copies(of: title.id, in: act).filter(\.isLendable).map(\.id)
            }
        }
        guard copies.count > 4 else { return }
        try await live(town, borrowers, Array(copies.dropLast(2)), by: actor, records)
        try await today(town, borrowers, copies, by: actor, records)
    }

    /// Ана, Бранко, some colleagues, two schools, and two pupils, one of them by Ана.
    private static func cards(_ town: DemoTown, by actor: Actor, _ records: Records) async throws -> [Borrower.ID] {
        let first = records.at(records.now.adding(days: -days - 1)), ana = Actor(person: town.ana, name: "Ана Ђорђевић")
        let own = try await first.write(by: actor) { act in
            let known = [town.ana, town.branko, town.milena] + town.teachers.prefix(9)
            let people = try known.map { try BorrowerStore.own(makingFor: $0, at: town.centre, in: act) }
            let schools = [
                try BorrowerStore.add(InstitutionDetails(school: town.schools[0], person: town.milena), at: town.centre, in: act),
                try BorrowerStore.add(InstitutionDetails(name: "Клуб љубитеља књиге „Страница“", responsible: "Ива Радовић"), at: town.centre, in: act),
            ]
            let pupil = try BorrowerStore.add(
                PupilDetails(name: "Лука Пантић", schoolClass: "6-2", school: town.schools[0], hasConsent: true), at: town.centre, in: act)
            return people + schools + [pupil]
        }
        let pupil = try await first.write(by: ana) { act in
            try BorrowerStore.add(PupilDetails(name: "Мила Рот", schoolClass: "5-1", school: town.schools[0], hasConsent: true), at: town.centre, in: act)
        }
        return own + [pupil]
    }

    /// Day by day: something comes back, something is lent, something is read in the house.
    private static func live(_ town: DemoTown, _ borrowers: [Borrower.ID], _ copies: [Copy.ID], by actor: Actor, _ records: Records) async throws {
        let today = town.zone.day(of: records.now)
        var dice = DemoDice(61)
        for back in stride(from: days, through: 2, by: -1) {
            let day = today.adding(days: -back)
            guard let ten = ClockTime(hour: 10, minute: 0), day.weekday.rawValue < 6 else { continue }
            let start = dice
            dice = try await records.at(town.zone.instant(day, ten)).write(by: actor) { act in
                var dice = start
                for loan in try LoanStore.holding(copies, in: act) where loan.state == .out && dice.falls(loan.due <= day ? 45 : 6) {
                    try LoanStore.takeBack(loan.id, at: town.centre, in: act)
                }
                for _ in 0..<Int.random(in: 0...2, using: &dice) {
                    guard let copy = copies.randomElement(using: &dice), let borrower = borrowers.randomElement(using: &dice) else { continue }
                    // Somebody may have it, or have enough.
                    do { _ = try LendStore.lend(copy, to: borrower, at: town.centre, in: act) } catch let problem as Problem where problem.kind == .conflict {}
                }
                if dice.falls(30), let copy = copies.randomElement(using: &dice) { _ = try DeskStore.useOnSite(copy, at: town.centre, in: act) }
                return dice
            }
        }
    }

    /// What stands today: one book of Ана's with some days left, one of the school that is late, and somebody waits for what another one has.
    private static func today(_ town: DemoTown, _ borrowers: [Borrower.ID], _ copies: [Copy.ID], by actor: Actor, _ records: Records) async throws {
        let last = Array(copies.suffix(2)), school = borrowers[12]
        try await records.at(records.now.adding(days: -40)).write(by: actor) { act in _ = try LendStore.lend(last[0], to: school, at: town.centre, in: act) }
        try await records.at(records.now.adding(days: -4)).write(by: actor) { act in
            for waiting in try ReservationStore.open(of: borrowers, in: act) { try ReservationStore.cancel(waiting.id, at: town.centre, in: act) }
            _ = try LendStore.lend(last[1], to: borrowers[0], at: town.centre, in: act)
        }
        try await records.at(records.now.adding(days: -1)).write(by: actor) { act in
            let title = try CopyStore.copy(last[1], at: town.centre, in: act).title
            do {
                _ = try ReservationStore.reserve(title, for: borrowers[1], at: town.centre, in: act)
            } catch let problem as Problem where problem.kind == .conflict {}
        }
    }
}
