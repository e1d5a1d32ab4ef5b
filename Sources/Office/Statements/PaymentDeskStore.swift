import Centres
import Claims
import Kernel
import Languages
import Storage

/// The work list: open lines with what they may be.
package enum PaymentDeskStore {
    /// So many claims a search shows.
    private static let shown = 40

    static func lines(_ side: StatementLineStore.Side, at centre: Centre.ID, limit: Int, offset: Int, in act: Act) throws -> [PaymentLine] {
        let lines = try StatementLineStore.open(side, at: centre, limit: limit, offset: offset, in: act)
        guard !lines.isEmpty else { return [] }
        let matching = side == .incoming ? try MatchingStore.matching(at: centre, in: act) : Matching([])
        return try lines.map { try self.line($0, matching, in: act) }
    }

    private static func line(_ line: StatementLine, _ matching: Matching, in act: Act) throws -> PaymentLine {
        guard line.isIn else { return PaymentLine(line: line, proposals: [], refunds: try RefundStore.choices(for: line, in: act), isSettled: false) }
        // A right reference that came before its claim was there is certain now, and still wants somebody's say: the line has been looked at.
        let certain = matching.certain(line.paidIn)
        let proposals = ([certain].compactMap(\.self) + matching.proposals(line.paidIn)).reduce(into: [Match]()) { all, match in
            if !all.contains(where: { $0.parts == match.parts }) { all.append(match) }
        }
        let isSettled = try certain == nil && line.paidIn.references.compactMap { PaidReference($0).sound }.compactMap { Reference($0) }.contains { number in
            try ClaimShareStore.share(reference: number, at: line.centre, in: act) != nil
        }
        return PaymentLine(line: line, proposals: proposals, refunds: [], isSettled: isSettled)
    }

    /// - Parameter sought: words of a payer, a person or a claim, or a reference.
    static func folder(_ id: StatementLine.ID, sought: String, at centre: Centre.ID, in act: Act) throws -> PaymentFolder {
        let line = try StatementLineStore.line(id, at: centre, in: act), matching = try MatchingStore.matching(at: centre, in: act)
        let found = line.isIn && !sought.isEmpty && !line.rest.isZero ? matching.sought(sought, line.rest.currency, most: shown) : []
        return PaymentFolder(
            line: try self.line(line, matching, in: act), statement: try StatementStore.statement(line.statement, at: centre, in: act), sought: sought, found: found)
    }

    /// The parts of a payment for some shares: the oldest first, as far as the rest goes.
    static func parts(_ ids: Set<ClaimShare.ID>, of line: StatementLine, at centre: Centre.ID, in act: Act) throws -> [(ClaimShare.ID, Money)] {
        let shares = try ClaimShareStore.shares(Array(ids), in: act).filter { $0.centre == centre && $0.rest.minor > 0 && $0.currency == line.rest.currency }
        guard shares.count == ids.count else { throw Problem.conflict(T.statements.errorChanged) }
        var left = line.rest.minor
        return shares.sorted { ($0.due, $0.id) < ($1.due, $1.id) }.compactMap { share in
            let part = min(left, share.rest.minor)
            left -= part
            return part > 0 ? Money(minor: part, share.currency).map { (share.id, $0) } : nil
        }
    }
}
