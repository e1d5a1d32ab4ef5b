package import Centres
import Events
package import Forms
package import Kernel
package import Languages
import Storage

/// The list of a centre's claims.
package enum ClaimListStore {
    /// - Parameter isWhole: whether all are read, for a workbook.
    package static func listing(_ filter: ClaimFilter, at centre: Centre.ID, on today: Day, isWhole: Bool = false, in act: Act) throws -> ClaimListing {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let base = condition(filter, at: centre, in: act)
        var counts: [ClaimFilter.State: Int] = [:]
        for row in try act.db.rows("""
            SELECT x.state, count(*) AS claims FROM (SELECT \(state(on: today)) AS state FROM claim c WHERE \(base)) x GROUP BY x.state
            """) {
            if let state = ClaimState(rawValue: try row["state"]) { counts[.of(state)] = try row["claims"] }
        }
        counts[.decide] = try act.db.count("SELECT count(*) FROM claim c WHERE \(base) AND \(undecided)")
        let shown: SQL = switch filter.state {
        case .of(let state): "\(base) AND \(self.state(on: today)) = \(state.rawValue)"
        case .decide: "\(base) AND \(undecided)"
        case nil: base
        }
        let total = counts.filter { $0.key != .decide }.map(\.value).reduce(0, +)
        let paging = Paging(isWhole ? nil : filter.page, count: filter.state.map { counts[$0] ?? 0 } ?? total)
        let claims = try ClaimStore.claims(
            shown, order: "c.due DESC, c.id DESC", limit: isWhole ? most : Paging.size, offset: isWhole ? 0 : paging.offset, in: act)
        return ClaimListing(
            filter: filter, claims: claims, counts: counts, paging: paging, sums: try sums(base, on: today, in: act), narrowed: try narrowed(filter, at: centre, in: act))
    }

    private static let most = 20_000

    private static func condition(_ filter: ClaimFilter, at centre: Centre.ID, in act: Act) -> SQL {
        var parts: [SQL] = ["c.centre = \(centre)"]
        if let event = filter.event { parts.append("c.event = \(event)") }
        if let payer = filter.payer { parts.append("EXISTS (SELECT 1 FROM claim_share h WHERE h.claim = c.id AND h.payer = \(payer) AND NOT h.gone)") }
        if !filter.words.isEmpty { parts.append("c.id IN (SELECT f.subject FROM (\(act.db.found("claim", typed: filter.words))) f)") }
        return .joined(parts, " AND ")
    }

    private static func has(_ condition: SQL) -> SQL { "EXISTS (SELECT 1 FROM claim_share h WHERE h.claim = c.id AND \(condition))" }

    /// The state of a claim `c`, as `Claim.state` tells it.
    private static func state(on today: Day) -> SQL {
        """
        CASE WHEN \(has("h.rest < 0")) THEN 'back' WHEN \(has("h.rest > 0 AND h.due < \(today)")) THEN 'late'
            WHEN \(has("h.rest > 0")) THEN CASE WHEN \(has("h.paid > 0")) THEN 'partly' ELSE 'open' END
            WHEN c.cancelled IS NOT NULL THEN 'cancelled' WHEN \(has("h.paid > 0")) THEN 'settled' ELSE 'free' END
        """
    }

    /// Of a seat that was given back, and is owed still: somebody has to decide.
    static let undecided: SQL = """
        c.cancelled IS NULL AND EXISTS (SELECT 1 FROM registration r WHERE r.id = c.registration AND r.state NOT IN ('admitted', 'offered', 'waiting'))
        """

    private static func sums(_ base: SQL, on today: Day, in act: Act) throws -> [Currency: ClaimListing.Sum] {
        try act.db.rows("""
            SELECT s.currency, CAST(sum(CASE WHEN s.rest > 0 THEN s.rest ELSE 0 END) AS BIGINT) AS open,
                CAST(sum(CASE WHEN s.rest > 0 AND s.due < \(today) THEN s.rest ELSE 0 END) AS BIGINT) AS late,
                CAST(sum(CASE WHEN s.rest < 0 THEN -s.rest ELSE 0 END) AS BIGINT) AS back
            FROM claim_share s JOIN claim c ON c.id = s.claim WHERE s.rest <> 0 AND \(base) GROUP BY s.currency
            """).reduce(into: [:]) { sums, row in
            var sum = ClaimListing.Sum()
            (sum.open, sum.late, sum.back) = (try row["open"], try row["late"], try row["back"])
            sums[try row["currency"]] = sum
        }
    }

    private static func narrowed(_ filter: ClaimFilter, at centre: Centre.ID, in act: Act) throws -> String {
        if let event = filter.event {
            let event = try EventStore.event(runBy: act.by, event, in: act)
            return event.title(in: event.plan.language).text
        }
        if let payer = filter.payer { return try ClaimPayerStore.payer(payer, at: centre, in: act).name }
        return ""
    }

    // MARK: What needs a hand

    /// Claims about which somebody has to decide, and those of which something is to be given back; the oldest first.
    static func waiting(at centre: Centre.ID, limit: Int, in act: Act) throws -> (undecided: [Claim], back: [Claim]) {
        (
            try ClaimStore.claims("c.centre = \(centre) AND \(undecided)", limit: limit, in: act),
            try ClaimStore.claims("c.id IN (SELECT h.claim FROM claim_share h WHERE h.centre = \(centre) AND h.rest < 0)", limit: limit, in: act)
        )
    }

    /// How many shares are overdue.
    static func late(at centre: Centre.ID, on today: Day, in act: Act) throws -> Int {
        try act.db.count("SELECT count(*) FROM claim_share WHERE centre = \(centre) AND rest > 0 AND due < \(today) AND payer IS NOT NULL")
    }

    // MARK: For those who pay

    /// What a person pays, or has paid; not what others pay for them.
    package static func shares(of person: ID<PersonTag>, at centre: Centre.ID, in act: Act) throws -> [(share: ClaimShare, claim: Claim)] {
        try lines(ClaimShareStore.shares("y.person = \(person) AND h.centre = \(centre)", order: "h.due DESC, h.id DESC", limit: linesMost, in: act), in: act)
    }

    /// What a school pays, or has paid.
    package static func shares(ofSchool school: School.ID, at centre: Centre.ID, in act: Act) throws -> [(share: ClaimShare, claim: Claim)] {
        try lines(ClaimShareStore.shares("y.school = \(school) AND h.centre = \(centre)", order: "h.due DESC, h.id DESC", limit: linesMost, in: act), in: act)
    }

    /// All of one payer, for the centre's people.
    package static func shares(of payer: ClaimPayer.ID, in act: Act) throws -> [(share: ClaimShare, claim: Claim)] {
        try lines(ClaimShareStore.shares("h.payer = \(payer)", order: "h.due DESC, h.id DESC", limit: linesMost, in: act), in: act)
    }

    private static let linesMost = 1_000

    private static func lines(_ shares: [ClaimShare], in act: Act) throws -> [(share: ClaimShare, claim: Claim)] {
        let claims = Dictionary(uniqueKeysWithValues: try ClaimStore.claims(Array(Set(shares.map(\.claim))), in: act).map { ($0.id, $0) })
        return shares.compactMap { share in claims[share.claim].map { (share, $0) } }
    }
}
