import Accounts
import Centres
@testable import Claims
import Events
import Kernel
import Languages
import Purses
import Registration
import Site
import Storage
import Testing
import Town

extension Town {
    var today: Day { zone.day(of: clock.now) }

    /// An announced seminar that costs something.
    func paidSeminar(_ title: String = "Дигитална учионица", fee: Money = .rsd(3500), seats: Int = 30, inDays days: Int = 35) async throws -> Event.ID {
        let event = try await seminar(title, seats: seats, inDays: days)
        try await change(event) { $0.fee = fee }
        return event
    }

    func claims(of event: Event.ID) async throws -> [Claim] { try await finds { try ClaimStore.claims(of: event, in: $0) } }

    func claim(of registration: Registration) async throws -> Claim {
        try await finds { try #require(try ClaimStore.claim(of: registration.id, in: $0)) }
    }

    func claim(_ id: Claim.ID) async throws -> Claim { try await finds { try #require(try ClaimStore.claims([id], in: $0).first) } }

    /// Payer of a school, of a person.
    func payer(_ whose: ClaimPayer.Whose) async throws -> ClaimPayer.ID {
        let centre = centre
        return try await does { try ClaimPayerStore.payer(for: whose, at: centre, in: $0) }
    }

    /// What stands on the accounts for a share, in hundredths.
    func balances(_ share: ClaimShare.ID) async throws -> [LedgerRole: Int] {
        try await finds { try Ledger.balances(ofShare: share.value, in: $0) }.filter { $0.value != 0 }
    }

    /// All debits less all credits of the centre: nothing, whatever happened.
    func ledgerSum() async throws -> Int { try await finds { try $0.db.count("SELECT CAST(coalesce(sum(amount), 0) AS BIGINT) FROM ledger_line") } }

    /// That each share's own sum is what was reckoned, and that the ledger says the same.
    func agrees(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        #expect(try await ledgerSum() == 0, sourceLocation: sourceLocation)
        let shares = try await finds { try ClaimShareStore.shares("1 = 1", in: $0) }
        for share in shares where share.payer != nil {
            let owed = try await balances(share.id)[.receivable] ?? 0
            #expect(owed == share.rest.minor, "share \(share.id)", sourceLocation: sourceLocation)
        }
        // What is still to be paid of a source's share is put aside there, no more and no less.
        for share in shares where share.purse != nil {
            let aside = try await balances(share.id)[.reserved] ?? 0
            #expect(aside == max(0, share.rest.minor), "put aside for share \(share.id)", sourceLocation: sourceLocation)
        }
        for claim in try await finds({ try ClaimStore.claims("1 = 1", in: $0) }) {
            #expect(claim.shares.map(\.amount.minor).reduce(0, +) == claim.amount.minor, "claim \(claim.id)", sourceLocation: sourceLocation)
        }
    }

    func reduction(_ kind: Reduction.Kind, people: Int? = nil, percent: Int? = nil, days: Int? = nil) async throws {
        let (centre, today) = (centre, today)
        let details = ReductionDetails(kind, "Попуст \(kind.rawValue)", people: people, percent: percent, days: days, from: today)
        _ = try await vesna.does { try PriceStore.add(details, at: centre, in: $0) }
    }

    /// A source with so much planned for this year.
    func purse(
        _ name: String = "Буџет града", kind: PurseKind = .founder, planned: Money = .rsd(100_000), from starts: Day? = nil, to ends: Day? = nil, article: String = ""
    ) async throws -> Purse.ID {
        let (centre, today) = (centre, today)
        let details = PurseDetails(kind, name, article: article, from: starts ?? Day(year: today.year, month: 1, day: 1) ?? today, to: ends, planned.currency)
        return try await vesna.does { act in
            let id = try PurseStore.add(details, at: centre, in: act)
            try PurseMoneyStore.plan(PurseYear(today.year, planned: planned.minor, decidedOn: today, by: "Управни одбор", article: ""), of: id, at: centre, in: act)
            return id
        }
    }

    func paid(_ share: ClaimShare, _ amount: Money? = nil) async throws {
        let today = today
        _ = try await vesna.does { try ClaimMoneyStore.paid(share.id, amount ?? share.rest, on: today, "извод 1", in: $0) }
    }
}
