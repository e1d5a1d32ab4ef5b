import Accounts
import Centres
import Certificates
import Claims
import Events
import Kernel
import Languages
import Registration
import Storage

/// Whose certificates wait until their seat is paid, where a centre wishes it.
enum HeldPaperStore {
    /// For the list of an event's certificates: which seats are not paid, and why their papers wait.
    static func held(_ asked: HeldUntilPaidAsked, in act: Act) throws -> [Registration.ID: Phrase] {
        guard try PaymentRuleStore.rule(of: asked.centre, in: act).holdsPapers else { return [:] }
        let claims = try ClaimStore.claims(of: asked.event, in: act)
        return claims.reduce(into: [:]) { held, claim in
            guard let seat = claim.registration, waits(claim) else { return }
            held[seat] = T.statements.heldRefusal(rest: .money(owed(claim)))
        }
    }

    /// Of somebody's own seats, at events that were held.
    static func held(of person: Person.ID, at centre: Centre.ID, in act: Act) throws -> [(what: String, rest: Money)] {
        let ids: [Claim.ID] = try act.db.rows("""
            SELECT c.id FROM claim c JOIN event e ON e.id = c.event JOIN registration r ON r.id = c.registration
            WHERE c.person = \(person) AND c.centre = \(centre) AND c.cancelled IS NULL AND e.state IN ('held', 'closed') AND r.state = 'admitted'
                AND NOT EXISTS (SELECT 1 FROM certificate k WHERE k.registration = r.id)
            ORDER BY c.id
            """).map { try $0["id"] }
        return try ClaimStore.claims(ids, in: act).filter(waits).map { (what: $0.what, rest: owed($0)) }
    }

    private static func waits(_ claim: Claim) -> Bool { !claim.isCancelled && owed(claim).minor > 0 }

    /// What payers still owe; what a source bears holds nobody's paper.
    private static func owed(_ claim: Claim) -> Money {
        Money(minor: claim.shares.filter { $0.payer != nil }.reduce(0) { $0 + max(0, $1.rest.minor) }, claim.currency) ?? .nothing(claim.currency)
    }
}
