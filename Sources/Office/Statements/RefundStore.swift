import Accounts
import Centres
import Claims
package import Kernel
import Languages
import Storage

/// What money that went out may have given back: claims of which too much was paid, and money that was nobody's.
package enum RefundStore {
    private static let most = 12

    package static func choices(for line: StatementLine, in act: Act) throws -> [RefundChoice] {
        guard !line.isIn, line.rest.minor < 0, let left = Money(minor: -line.rest.minor, line.rest.currency) else { return [] }
        var choices: [RefundChoice] = []
        for number in [line.said.reference, line.said.other].compactMap({ PaidReference($0).sound }).compactMap({ Reference($0) }) {
            guard let share = try ClaimShareStore.share(reference: number, at: line.centre, in: act), share.paid.minor > 0, share.currency == left.currency
            else { continue }
            choices.append(try choice(share, left, [.reference], in: act))
        }
        for share in try toGiveBack(at: line.centre, in: act) where share.currency == left.currency {
            let like = NameIndex([share.payer ?? .init(0): share.payerName]).likeness(of: share.payer ?? .init(0), line.said.name)
            let reasons: [Match.Reason] = (like == .whole ? [.name] : like == .part ? [.partOfName] : []) + (-share.rest.minor == left.minor ? [.amount] : [])
            if !reasons.isEmpty { choices.append(try choice(share, left, reasons, in: act)) }
        }
        if !line.said.account.isEmpty {
            let open = try StatementLineStore.lines(
                "l.centre = \(line.centre) AND l.account = \(line.said.account) AND l.rest > 0 AND l.currency = \(left.currency)", order: "l.day DESC, l.id DESC",
                limit: most, in: act)
            choices += open.compactMap { other in
                Money(minor: min(other.rest.minor, left.minor), left.currency).map {
                    RefundChoice(
                        of: .line(other.id), who: other.said.name, what: other.said.purpose, amount: $0,
                        reasons: [.account] + (other.rest == left ? [.amount] : []))
                }
            }
        }
        var seen: Set<RefundChoice.Of> = []
        return Array(choices.filter { seen.insert($0.of).inserted }.sorted { $0.reasons.count > $1.reasons.count }.prefix(most))
    }

    /// Shares of which too much was paid.
    private static func toGiveBack(at centre: Centre.ID, in act: Act) throws -> [ClaimShare] {
        let ids: [ClaimShare.ID] = try act.db.rows("""
            SELECT id FROM claim_share WHERE centre = \(centre) AND rest < 0 AND paid > 0 AND payer IS NOT NULL ORDER BY id LIMIT 2000
            """).map { try $0["id"] }
        return try ClaimShareStore.shares(ids, in: act)
    }

    private static func choice(_ share: ClaimShare, _ left: Money, _ reasons: [Match.Reason], in act: Act) throws -> RefundChoice {
        let claim = try ClaimStore.claims([share.claim], in: act).first
        let over = share.rest.minor < 0 ? -share.rest.minor : share.paid.minor, amount = min(left.minor, over, share.paid.minor)
        return RefundChoice(
            of: .share(share.id), who: share.payerName, what: claim?.what ?? "", amount: Money(minor: amount, left.currency) ?? left, reasons: reasons)
    }
}
