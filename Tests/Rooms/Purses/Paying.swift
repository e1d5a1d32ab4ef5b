import Accounts
import Centres
import Events
import Kernel
import Languages
@testable import Purses
import Site
import Storage
import Testing
import Town

extension Town {
    var today: Day { zone.day(of: clock.now) }

    /// A source of the centre that holds this year, with so many dinars planned.
    func purse(
        _ name: String = "Град Бистрик", _ kind: PurseKind = .municipality, planned: Int? = 100_000, to ends: Day? = nil, rules: [PurseRule] = [],
        _ currency: Currency = .rsd
    ) async throws -> Purse.ID {
        let centre = centre, today = today, last = ends ?? Day(year: today.year, month: 12, day: 31) ?? today
        return try await vesna.does { act in
            let details = PurseDetails(kind, name, giver: "Град", article: "Уговор 5/26", from: Day(year: today.year, month: 1, day: 1) ?? today, to: last, currency)
            let id = try PurseStore.add(details, at: centre, in: act)
            for rule in rules { try PurseStore.add(rule, to: id, at: centre, in: act) }
            if let planned { try PurseMoneyStore.plan(PurseYear(today.year, planned: planned * 100, decidedOn: today, by: "Управни одбор"), of: id, at: centre, in: act) }
            return id
        }
    }

    func use(_ dinars: Int, event: Event.ID? = nil, person: Person.ID? = nil, share: Int64? = nil, words: String = "") -> PurseUse {
        PurseUse(.rsd(dinars), on: today, words: words, share: share, event: event, person: person)
    }

    func sum(_ purse: Purse.ID) async throws -> PurseSum {
        let year = today.year
        return try await finds { try PurseMoneyStore.sum(of: purse, year: year, in: $0) }
    }

    /// What all lines of the ledger sum to, by currency, and of how many entries it is not nothing.
    func unbalanced() async throws -> Int {
        try await count("(SELECT entry, currency FROM ledger_line GROUP BY entry, currency HAVING sum(amount) <> 0) x")
    }
}
