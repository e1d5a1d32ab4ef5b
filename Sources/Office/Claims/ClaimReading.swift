import Accounts
package import Centres
package import Events
package import Kernel
package import Languages
import Purses
package import Registration
import Storage

/// Claims as they are read: each with its shares, in two queries however many there are.
extension ClaimStore {
    /// One of the centre's, for its own people.
    package static func claim(_ id: Claim.ID, at centre: Centre.ID, in act: Act) throws -> Claim {
        guard let claim = try claims("c.id = \(id) AND c.centre = \(centre)", in: act).first else { throw Problem.missing }
        return claim
    }

    /// By number, whatever the centre: for rooms above, which have looked already.
    package static func claims(_ ids: [Claim.ID], in act: Act) throws -> [Claim] { try ids.isEmpty ? [] : claims("c.id IN \(list: ids)", in: act) }

    package static func claim(of registration: Registration.ID, in act: Act) throws -> Claim? { try claims("c.registration = \(registration)", in: act).first }

    /// All of an event, whatever became of them.
    package static func claims(of event: Event.ID, in act: Act) throws -> [Claim] { try claims("c.event = \(event)", in: act) }

    private static let most = 5_000

    /// - Parameter condition: about a claim `c`.
    static func claims(_ condition: SQL, order: SQL = "c.id", limit: Int = most, offset: Int = 0, in act: Act) throws -> [Claim] {
        let rows = try act.db.rows("""
            SELECT c.*, p.given_name, p.family_name, s.name AS school_name FROM claim c LEFT JOIN person p ON p.id = c.person
            LEFT JOIN school s ON s.id = c.school WHERE \(condition) ORDER BY \(order) LIMIT \(limit) OFFSET \(offset)
            """)
        let ids: [Claim.ID] = try rows.map { try $0["id"] }
        guard !ids.isEmpty else { return [] }
        let shares = Dictionary(grouping: try ClaimShareStore.shares("h.claim IN \(list: ids)", in: act), by: \.claim)
        return try rows.map { try Claim(row: $0, shares: shares[$0["id"]] ?? []) }
    }
}

extension Claim {
    init(row: Row, shares: [ClaimShare]) throws {
        (id, centre, registration, event) = (try row["id"], try row["centre"], try row["registration"], try row["event"])
        (person, school, what, reduction) = (try row["person"], try row["school"], try row["what"], try row["reduction"])
        let (given, family): (String?, String?) = (try row["given_name"], try row["family_name"])
        personName = given.map { PersonName(given: $0, family: family ?? "").full } ?? ""
        schoolName = try row["school_name"] as String? ?? ""
        (price, reduced, amount) = (try row.money("price", "currency"), try row.money("reduced", "currency"), try row.money("amount", "currency"))
        (made, due, cancelled, reason) = (try row["made"], try row["due"], try row["cancelled"], try row["reason"])
        self.shares = shares
    }
}

/// Shares of claims as rows.
package enum ClaimShareStore {
    // MARK: Reads

    /// One of the centre's.
    package static func share(_ id: ClaimShare.ID, at centre: Centre.ID, in act: Act) throws -> ClaimShare {
        guard let share = try shares("h.id = \(id) AND h.centre = \(centre)", in: act).first else { throw Problem.missing }
        return share
    }

    /// By number, whatever the centre: for rooms above, which have looked already.
    package static func shares(_ ids: [ClaimShare.ID], in act: Act) throws -> [ClaimShare] { try ids.isEmpty ? [] : shares("h.id IN \(list: ids)", in: act) }

    /// The one that a reference names; nil where the centre has none of it.
    package static func share(reference: Reference, at centre: Centre.ID, in act: Act) throws -> ClaimShare? {
        try shares("h.reference = \(reference.base) AND h.centre = \(centre)", in: act).first
    }

    /// What is still to be paid at a centre, by the day on which it is due.
    package static func open(at centre: Centre.ID, limit: Int = most, in act: Act) throws -> [ClaimShare] {
        try shares("h.centre = \(centre) AND h.rest > 0", order: "h.due, h.id", limit: limit, in: act)
    }

    /// All of one payer, the newest first.
    package static func shares(of payer: ClaimPayer.ID, in act: Act) throws -> [ClaimShare] { try shares("h.payer = \(payer)", order: "h.id DESC", in: act) }

    package static let most = 100_000

    /// - Parameter condition: about a share `h`. What was divided anew is left out.
    static func shares(_ condition: SQL, order: SQL = "h.id", limit: Int = most, in act: Act) throws -> [ClaimShare] {
        try act.db.rows("""
            SELECT h.*, coalesce(\(ClaimPayerStore.name), '') AS payer_name, w.name AS purse_name FROM claim_share h LEFT JOIN payer y ON y.id = h.payer
            \(ClaimPayerStore.joins) LEFT JOIN purse w ON w.id = h.purse WHERE NOT h.gone AND \(condition) ORDER BY \(order) LIMIT \(limit)
            """).map(ClaimShare.init(row:))
    }

    // MARK: Verbs

    /// Holds the claims of some shares, always in the same order: what is read of them from now on changes no more until the act ends.
    package static func hold(_ ids: [ClaimShare.ID], at centre: Centre.ID, in act: Act) throws {
        var claims: Set<Claim.ID> = []
        for first in stride(from: 0, to: ids.count, by: 500) {
            let some = Array(ids[first..<min(first + 500, ids.count)])
            for row in try act.db.rows("SELECT claim FROM claim_share WHERE id IN \(list: some) AND centre = \(centre)") { claims.insert(try row["claim"]) }
        }
        for claim in claims.sorted() { try act.db.hold("claim", claim.value) }
    }

    /// Whether it stands on an invoice that holds: said by whoever writes and takes back papers.
    package static func setInvoiced(_ isInvoiced: Bool, _ ids: [ClaimShare.ID], in act: Act) throws {
        guard !ids.isEmpty else { return }
        try act.db.run("UPDATE claim_share SET invoiced = \(isInvoiced) WHERE id IN \(list: ids)")
    }

    /// A day until which it is to be paid, as a paper says it.
    package static func setDue(_ due: Day, of ids: [ClaimShare.ID], in act: Act) throws {
        guard !ids.isEmpty else { return }
        try act.db.run("UPDATE claim_share SET due = \(due) WHERE id IN \(list: ids)")
    }
}

extension ClaimShare {
    init(row: Row) throws {
        (id, claim, centre, payer, payerName) = (try row["id"], try row["claim"], try row["centre"], try row["payer"], try row["payer_name"])
        purse = try row["purse"]
        purseYear = try row["purse_year"]
        purseName = try row["purse_name"] as String? ?? ""
        func money(_ column: String) throws -> Money { try row.money(column, "currency") }
        (amount, debited, paid) = (try money("amount"), try money("debited"), try money("paid"))
        (credited, lost, rest) = (try money("credited"), try money("lost"), try money("rest"))
        let base: String = try row["reference"]
        reference = Reference(base)
        (due, isInvoiced) = (try row["due"], try row["invoiced"])
    }
}
