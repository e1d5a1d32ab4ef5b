package import Centres
import Events
package import Forms
package import Kernel
package import Languages
import Storage

/// The list of a centre's claims.
package enum ClaimListStore {
    package static func listing(_ filter: ClaimFilter, at centre: Centre.ID, on today: Day, in act: Act) throws -> ClaimListing {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let base = condition(filter, at: centre, in: act)
        var counts: [ClaimFilter.State: Int] = [:]
        for row in try act.db.rows("""
            SELECT x.state, count(*) AS claims FROM (SELECT \(state(on: today)) AS state FROM claim c WHERE \(base)) x GROUP BY x.state
            """) {
            if let state = ClaimState(rawValue: try row["state"]) { counts[.of(state)] = try row["claims"] }
        }
        counts[.decide] = try act.db.count("SELECT count(*) FROM claim c WHERE \(base) AND \(undecided)")
        let total = counts.filter { $0.key != .decide }.map(\.value).reduce(0, +)
        let paging = Paging(filter.page, count: filter.state.map { counts[$0] ?? 0 } ?? total)
        let claims = try ClaimStore.claims(shown(filter, base, on: today), order: order, limit: Paging.size, offset: paging.offset, in: act)
        return ClaimListing(
            filter: filter, claims: claims, counts: counts, paging: paging, sums: try sums(base, on: today, in: act), narrowed: try narrowed(filter, at: centre, in: act))
    }

    private static let order: SQL = "c.due DESC, c.id DESC"

    private static func shown(_ filter: ClaimFilter, _ base: SQL, on today: Day) -> SQL {
        switch filter.state {
        case .of(let state): "\(base) AND \(self.state(on: today)) = \(state.rawValue)"
        case .decide: "\(base) AND \(undecided)"
        case nil: base
        }
    }

    /// So many claims are read at once for a workbook: memory does not grow with the list.
    package static let pieceMost = 2_000

    /// Each claim of the list, in its order.
    package static func each(
        _ filter: ClaimFilter, at centre: Centre.ID, on today: Day, piece: Int = pieceMost, in act: Act, _ body: (Claim) throws -> Void
    ) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let shown = shown(filter, condition(filter, at: centre, in: act), on: today)
        var after: SQL = "1 = 1"
        while true {
            let claims = try ClaimStore.claims("\(shown) AND \(after)", order: order, limit: piece, in: act)
            for claim in claims { try body(claim) }
            guard claims.count == piece, let last = claims.last else { return }
            after = "(c.due < \(last.due) OR (c.due = \(last.due) AND c.id < \(last.id)))"
        }
    }

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

    /// Claims about which somebody has to decide, those of which something is to be given back, and those that are cancelled while an invoice asks for them
    /// still; the oldest first.
    static func waiting(at centre: Centre.ID, limit: Int, in act: Act) throws -> (undecided: [Claim], back: [Claim], asked: [Claim]) {
        func having(_ rest: SQL) -> SQL { "c.id IN (SELECT h.claim FROM claim_share h WHERE h.centre = \(centre) AND \(rest))" }
        return (
            try ClaimStore.claims("c.centre = \(centre) AND \(undecided)", limit: limit, in: act), try ClaimStore.claims(having("h.rest < 0"), limit: limit, in: act),
            try ClaimStore.claims("c.cancelled IS NOT NULL AND \(having("h.rest > 0"))", limit: limit, in: act)
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
