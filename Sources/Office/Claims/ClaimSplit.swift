package import Kernel
package import Languages
package import Purses

/// A part of a claim as somebody divides it.
package struct ClaimPart: Sendable, Hashable {
    /// Nil where the source bears it without a paper.
    package let payer: ClaimPayer.ID?
    package let purse: Purse.ID?
    package let amount: Money

    package init(_ payer: ClaimPayer.ID?, from purse: Purse.ID? = nil, _ amount: Money) { (self.payer, self.purse, self.amount) = (payer, purse, amount) }
}

/// The rule about dividing: parts in the claim's own currency, each worth something, each somebody's, that add up to what is divided.
package enum ClaimSplit {
    /// So many parts a claim may have.
    package static let most = 8

    /// What is wrong with parts, each fault at the field of its part (`amount-1`), the sum at `amount-1` too.
    /// - Parameter rows: in which row of the form each part stands; else one after another.
    package static func faults(of parts: [ClaimPart], of whole: Money, rows: [Int]? = nil) -> Faults {
        var faults = Faults()
        faults.require(!parts.isEmpty && parts.count <= most, "amount-1", T.claims.errorParts(most: .number(most)))
        for (index, part) in parts.enumerated() {
            let row = rows.flatMap { $0.indices.contains(index) ? $0[index] : nil } ?? index + 1, field = "amount-\(row)"
            if part.amount.currency != whole.currency {
                faults.add(field, T.claims.errorCurrency(currency: .text(whole.currency.rawValue)))
            } else if part.amount.minor <= 0 {
                faults.add(field, T.claims.errorNothing)
            }
            if part.payer == nil, part.purse == nil { faults.add("payer-\(row)", T.claims.errorNobody) }
            if parts.prefix(index).contains(where: { $0.payer == part.payer && $0.purse == part.purse }) { faults.add("payer-\(row)", T.claims.errorTwice) }
        }
        guard faults.isEmpty else { return faults }
        let sum = parts.map(\.amount.minor).reduce(0, +)
        if sum != whole.minor, let sum = Money(minor: sum, whole.currency) { faults.add("amount-1", T.claims.errorSum(sum: .money(sum), whole: .money(whole))) }
        return faults
    }

    /// The whole as nearly equal parts, which add up to it: the first get what is left over.
    package static func equal(_ whole: Money, by count: Int) -> [Money] {
        guard count > 0 else { return [] }
        return (0..<count).compactMap { Money(minor: whole.minor / count + ($0 < whole.minor % count ? 1 : 0), whole.currency) }
    }
}
