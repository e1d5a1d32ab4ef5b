package import Centres
import Events
package import Kernel
package import Languages
import Purses
import Storage

/// A claim is divided among those who pay it, and the sources it is paid from.
extension ClaimShareStore {
    /// Divides what nobody has paid or invoiced of a claim.
    /// - Throws: a problem that names the part: where parts do not add up, nobody pays, the currency is another one; a conflict with reason and article where
    ///   a source may not pay for it.
    package static func split(_ id: Claim.ID, into parts: [ClaimPart], rows: [Int]? = nil, at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try act.db.hold("claim", id.value)
        let claim = try ClaimStore.claim(id, at: centre, in: act)
        guard !claim.isCancelled else { throw Problem.conflict(T.claims.errorCancelled) }
        guard let whole = claim.divisible else { throw Problem.conflict(T.claims.errorAllPaid) }
        try ClaimSplit.faults(of: parts, of: whole, rows: rows).check()
        for part in parts { if let payer = part.payer { _ = try ClaimPayerStore.payer(payer, at: centre, in: act) } }
        try PurseStore.hold(parts.compactMap(\.purse) + claim.shares.compactMap(\.purse), at: centre, in: act)
        try ClaimMoneyStore.divide(claim, parts, in: act)
        try act.record(T.claims.dividedDeed, .claim(id), under: claim.event.map { .event($0) }, centre: centre, changes: [
            Change("shares", from: told(claim.shares.filter { !$0.isTouched }.map { ($0.payer, $0.purse, $0.amount.minor) }),
                to: told(parts.map { ($0.payer, $0.purse, $0.amount.minor) })),
        ])
        try ClaimStore.index(id, in: act)
    }

    private static func told(_ parts: [(ClaimPayer.ID?, Purse.ID?, Int)]) -> String {
        parts.map { payer, purse, amount in "\(payer?.description ?? "–")/\(purse?.description ?? "–"): \(amount)" }.joined(separator: ", ")
    }
}

extension Claim {
    /// What of it may be divided: all that nobody has paid, invoiced or taken off. Nil where nothing is left.
    package var divisible: Money? {
        let minor = shares.filter { !$0.isTouched }.map(\.amount.minor).reduce(0, +)
        return minor > 0 ? Money(minor: minor, currency) : nil
    }
}

extension ClaimShareStore {
    /// The payer that was chosen: one who pays already, or who the claim is about.
    static func payer(_ choice: PayerChoice, of id: Claim.ID, at centre: Centre.ID, in act: Act) throws -> ClaimPayer.ID? {
        let claim = try ClaimStore.claim(id, at: centre, in: act)
        switch choice {
        case .nobody: return nil
        case .known(let id): return try ClaimPayerStore.payer(id, at: centre, in: act).id
        case .person:
            guard let person = claim.person else { throw Problem.missing }
            return try ClaimPayerStore.payer(for: .person(person), at: centre, in: act)
        case .school:
            guard let school = claim.school else { throw Problem.missing }
            return try ClaimPayerStore.payer(for: .school(school), at: centre, in: act)
        case .municipality:
            let town: Municipality.ID? = try claim.school.flatMap { try act.db.value("SELECT municipality FROM school WHERE id = \($0)") }
            guard let town else { throw Problem.missing }
            return try ClaimPayerStore.payer(for: .municipality(town), at: centre, in: act)
        }
    }
}
