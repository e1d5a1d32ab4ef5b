package import Kernel
package import Languages
package import Storage

/// The kinds of contracts by which people who lead are paid.
package enum ContractKind: String, CaseIterable, Sendable, Storable {
    case author, service, work

    package var name: Phrase {
        switch self {
        case .author: T.costs.kindAuthor
        case .service: T.costs.kindService
        case .work: T.costs.kindWork
        }
    }
}

/// What is taken from a fee and what is paid on top of it, from a day on, as the bookkeeper's table has it. Nothing is reckoned beyond this table: where there
/// is none, a fee is told as it was agreed.
package struct PayRule: Sendable {
    package typealias ID = Kernel.ID<PayRule>

    package let id: ID
    package let draft: PayRuleDraft

    package init(id: ID, _ draft: PayRuleDraft) { (self.id, self.draft) = (id, draft) }

    package func pay(_ gross: Int) -> Pay { Pay(gross, by: draft) }
}

package struct PayRuleDraft: Sendable, Hashable {
    package var kind: ContractKind
    /// So much of the fee counts as costs and is no base: hundredths of one in a hundred.
    package var normed: Int
    package var parts: [Part]
    package var days: RuleDays

    package init(_ kind: ContractKind, normed: Int = 0, _ parts: [Part], _ days: RuleDays) {
        (self.kind, self.normed, self.parts, self.days) = (kind, normed, parts, days)
    }

    /// A tax or a contribution.
    package struct Part: Sendable, Hashable {
        package let name: String
        /// Of the base, in hundredths of one in a hundred.
        package let rate: Int
        /// Whether it is paid on top of the fee; else it is taken from it.
        package let isAbove: Bool

        package init(_ name: String, _ rate: Int, isAbove: Bool = false) { (self.name, self.rate, self.isAbove) = (name, rate, isAbove) }
    }

    /// All of it.
    package static let whole = 10_000

    /// No more is taken than there is.
    package var isPossible: Bool {
        (0...Self.whole).contains(normed) && parts.allSatisfy { (0...Self.whole).contains($0.rate) }
            && parts.filter { !$0.isAbove }.map(\.rate).reduce(0, +) <= Self.whole
    }
}

/// A fee by the table: gross, its parts, net, and what it costs the centre.
package struct Pay: Sendable, Hashable {
    package struct Line: Sendable, Hashable {
        package let name: String
        package let amount: Int
        package let isAbove: Bool
    }

    package let gross: Int
    package let base: Int
    package let lines: [Line]

    /// What reaches the person. Each part is rounded by itself; so the last one may take no more than is left.
    package var net: Int { gross - lines.filter { !$0.isAbove }.map(\.amount).reduce(0, +) }
    /// What the centre pays.
    package var cost: Int { gross + lines.filter(\.isAbove).map(\.amount).reduce(0, +) }

    /// - Parameter rule: nil where there is no table: nothing is taken, nothing comes on top.
    package init(_ gross: Int, by rule: PayRuleDraft?) {
        self.gross = max(0, gross)
        base = self.gross - Division.share(rule?.normed ?? 0, of: self.gross)
        var left = self.gross, lines: [Line] = []
        for part in rule?.parts ?? [] {
            let amount = Division.share(part.rate, of: base), kept = part.isAbove ? amount : min(amount, left)
            if !part.isAbove { left -= kept }
            lines.append(Line(name: part.name, amount: kept, isAbove: part.isAbove))
        }
        self.lines = lines
    }
}
