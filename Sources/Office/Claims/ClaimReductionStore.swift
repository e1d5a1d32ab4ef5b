import Accounts
import Centres
import Events
import Kernel
import Languages
import Registration
import Storage

/// Reductions as they are reckoned again whenever a seat comes or goes: for all seats of an event that one payer asked for. A price that was paid, invoiced or
/// divided by hand stands.
enum ClaimReductionStore {
    /// All seats that the same payer has at the event.
    static func settle(seatsLike seat: Registration, _ event: Event, in act: Act) throws {
        if seat.payer == .school, let school = seat.school {
            try settle("r.school = \(school) AND r.payer = 'school'", isSchool: true, event, in: act)
        } else {
            try settle("r.id = \(seat.id)", isSchool: false, event, in: act)
        }
    }

    /// A seat has changed its payer: that school's others and its own.
    static func settle(event: Event, besides seat: Registration, in act: Act) throws {
        let schools: [ID<SchoolTag>] = try act.db.rows("""
            SELECT DISTINCT r.school FROM claim c JOIN registration r ON r.id = c.registration
            WHERE c.event = \(event.id) AND c.cancelled IS NULL AND r.payer = 'school' AND r.school IS NOT NULL ORDER BY r.school
            """).map { try $0["school"] }
        for school in schools { try settle("r.school = \(school) AND r.payer = 'school'", isSchool: true, event, in: act) }
        if seat.payer != .school || seat.school == nil { try settle("r.id = \(seat.id)", isSchool: false, event, in: act) }
    }

    /// After a claim was cancelled by hand.
    static func settle(of claim: Claim, in act: Act) throws {
        guard let registration = claim.registration, let event = try claim.event.map({ try EventStore.event($0, in: act) }),
            let row = try act.db.row("SELECT * FROM registration WHERE id = \(registration)") else { return }
        try settle(seatsLike: Registration(row: row), event, in: act)
    }

    private static func settle(_ condition: SQL, isSchool: Bool, _ event: Event, in act: Act) throws {
        let rules = try PriceStore.reductions(of: event.centre, in: act)
        guard !rules.isEmpty else { return }
        let zone = try CentreStore.centre(event.centre, in: act).zone
        let rows = try act.db.rows("""
            SELECT c.id, c.asked, c.rule, r.people FROM claim c JOIN registration r ON r.id = c.registration
            WHERE c.event = \(event.id) AND c.cancelled IS NULL AND \(condition) ORDER BY c.id
            """)
        let ids: [Claim.ID] = try rows.map { try $0["id"] }
        for id in ids { try act.db.hold("claim", id.value) }
        let claims = Dictionary(uniqueKeysWithValues: try ClaimStore.claims(ids, in: act).map { ($0.id, $0) })
        let seats = try rows.compactMap { row -> ReducibleSeat? in
            guard let claim = claims[try row["id"]] else { return nil }
            return ReducibleSeat(
                claim.id, claim.price, people: try row["people"], asked: try row["asked"], memberDays: try memberDays(of: claim, on: row["asked"], in: act),
                isFixed: !claim.isUntouched, fixed: try row["rule"])
        }
        let found = ReductionRule.reductions(of: seats, isSchool: isSchool, first: event.starts.map { zone.day(of: $0) }, by: rules)
        for seat in seats where !seat.isFixed {
            guard let claim = claims[seat.claim] else { continue }
            try apply(found[seat.claim], to: claim, in: act)
        }
    }

    private static func apply(_ reduced: Reduced?, to claim: Claim, in act: Act) throws {
        let minor = reduced?.minor ?? 0, name = reduced?.rule.name ?? ""
        guard minor != claim.reduced.minor || name != claim.reduction else { return }
        try act.db.run("""
            UPDATE claim SET reduced = \(minor), amount = price - \(minor), rule = \(reduced?.rule.id), reduction = \(name) WHERE id = \(claim.id)
            """)
        try act.record(T.claims.reducedDeed, .claim(claim.id), under: claim.event.map { .event($0) }, centre: claim.centre, changes: [
            Change("amount", from: "\(claim.amount.minor)", to: "\(claim.price.minor - minor)"), Change("reduction", from: claim.reduction, to: name),
        ])
        guard minor != claim.reduced.minor, let amount = Money(minor: claim.price.minor - minor, claim.currency), let share = claim.shares.first else { return }
        try ClaimMoneyStore.resize(share, of: claim, to: amount, in: act)
    }

    /// For how many days the payer of a claim has been a member on a day: since the last membership that was paid whole.
    private static func memberDays(of claim: Claim, on day: Day, in act: Act) throws -> Int? {
        guard let payer = claim.shares.first?.payer else { return nil }
        let since: Day? = try act.db.value("""
            SELECT c.asked FROM claim c JOIN price l ON l.id = c.listed JOIN claim_share h ON h.claim = c.id
            WHERE h.payer = \(payer) AND l.kind = 'membership' AND c.cancelled IS NULL AND c.asked <= \(day) AND h.rest <= 0 AND NOT h.gone
            ORDER BY c.asked DESC LIMIT 1
            """)
        return since.map { $0.days(until: day) }
    }
}
