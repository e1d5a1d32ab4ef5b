package import Centres
package import Claims
package import Kernel
package import Languages
import Storage

/// A paper of money that was issued, with what became of it.
package struct Invoice: Sendable {
    package typealias ID = Kernel.ID<Invoice>

    package let id: ID
    package let centre: Centre.ID
    package let payer: ClaimPayer.ID
    package let paper: InvoicePaper
    /// Without its control; nil where nothing is to be paid.
    package let reference: Reference?
    package let made: Instant
    /// By credit notes.
    package let takenBack: Money
    package let withdrawn: Instant?
    /// Why it was withdrawn.
    package let reason: String
    /// When it last went by letter.
    package let sent: Instant?
    package let standing: InvoiceStanding
    package let origin: ID?
    package let corrects: ID?

    package var kind: InvoiceKind { paper.kind }
    package var path: String { "/staff/invoices/\(id)" }
    /// Where whoever pays reads it.
    package var ownPath: String { "/me/invoices/\(id)/paper.pdf" }
    package var isWithdrawn: Bool { withdrawn != nil }

    /// What no credit note has taken back.
    package var left: Money { Money(minor: paper.sums.gross - takenBack.minor, paper.currency) ?? .nothing(paper.currency) }
    package var canBeCorrected: Bool { (kind == .invoice || kind == .debit) && left.minor > 0 }
    package var canBeWithdrawn: Bool { kind == .proforma && withdrawn == nil }
    /// Whether a file of it goes to the state.
    package var hasFile: Bool { kind.code != nil && paper.buyer.kind != .person }
    /// Whether what the payer is known by may still be completed.
    package var canBeCompleted: Bool { hasFile && standing.state == .none }
}

/// What became of the file that went to the state; kept by hand.
package struct InvoiceStanding: Sendable, Hashable {
    package enum State: String, CaseIterable, Sendable, Storable { case none, sent, accepted, rejected }

    package var state: State
    package var day: Day?
    /// That the state gave it.
    package var number: String
    /// Why it was rejected.
    package var remark: String

    package init(_ state: State = .none, on day: Day? = nil, number: String = "", remark: String = "") {
        (self.state, self.day, self.number, self.remark) = (state, day, number, remark)
    }

    /// From one state to another: what was answered is corrected by going back to *sent*, and what was sent by mistake to nothing.
    package static func next(after state: State) -> [State] {
        switch state {
        case .none: [.sent]
        case .sent: [.accepted, .rejected, .none]
        case .accepted, .rejected: [.sent]
        }
    }
}

extension InvoiceKind: Storable {}
extension VATRule.Status: Storable {}
extension SilenceRule.Buyer: Storable {}

/// One line of the list of papers.
package struct InvoiceListed: Sendable {
    package let id: Invoice.ID
    package let kind: InvoiceKind
    package let label: String
    package let buyer: String
    package let isPerson: Bool
    package let day: Day
    package let due: Day
    package let total: Money
    package let takenBack: Money
    package let standing: InvoiceStanding.State
    package let standingDay: Day?
    package let isWithdrawn: Bool

    package var path: String { "/staff/invoices/\(id)" }
    package var ownPath: String { "/me/invoices/\(id)/paper.pdf" }
    package var hasFile: Bool { kind.code != nil && !isPerson }
}

/// Which papers are looked at.
package struct InvoiceFilter: Sendable, Hashable {
    package var kind: InvoiceKind?
    package var standing: InvoiceStanding.State?
    package var payer: ClaimPayer.ID?
    package var year: Int?
    package var words = ""

    package init() {}
}

/// A part of a claim as a paper may ask for it.
package struct InvoiceShare: Sendable, Hashable {
    package let id: ClaimShare.ID
    package let payer: ClaimPayer.ID
    package let what: String
    package let whom: String
    /// The last day of the event; nil for what is no event.
    package let day: Day?
    /// What is owed for it in all, whether paid or not.
    package let owed: Money
    package let paid: Money
    /// What of that advance invoices have told already.
    package let advanced: Money
    package let due: Day
    package let isInvoiced: Bool
    package let reference: Reference?

    /// What a paper of a kind asks for it.
    package func asked(by kind: InvoiceKind) -> Money {
        kind == .advance ? Money(minor: paid.minor - advanced.minor, paid.currency) ?? .nothing(paid.currency) : owed
    }

    /// Whether it may stand on a paper of that kind: an invoice asks once, a pro-forma while there is no invoice, an advance for what was paid before and no
    /// advance has told yet.
    package func fits(_ kind: InvoiceKind) -> Bool {
        switch kind {
        case .proforma, .invoice: !isInvoiced && owed.minor > 0
        case .advance: !isInvoiced && paid.minor > advanced.minor
        case .credit, .debit: false
        }
    }
}

/// Somebody to whom nothing was sent yet for what they owe.
package struct InvoiceReady: Sendable {
    package let payer: ClaimPayer.ID
    package let name: String
    package let kind: ClaimPayer.Kind
    package let count: Int
    package let sum: Money
    package let firstDue: Day
}

/// What somebody asks to be issued.
package struct InvoiceDraft: Sendable, Hashable {
    package var kind: InvoiceKind
    package var payer: ClaimPayer.ID
    package var shares: [ClaimShare.ID]
    package var language: Language
    package var supplied: Day?
    package var due: Day?
    package var contract: String
    package var note: String
    package var origin: Invoice.ID?

    package init(
        _ kind: InvoiceKind, for payer: ClaimPayer.ID, _ shares: [ClaimShare.ID], in language: Language, supplied: Day? = nil, due: Day? = nil, contract: String = "",
        note: String = "", from origin: Invoice.ID? = nil
    ) {
        (self.kind, self.payer, self.shares, self.language) = (kind, payer, shares, language)
        (self.supplied, self.due, self.contract, self.note, self.origin) = (supplied, due, contract, note, origin)
    }

    /// So many parts stand on one paper.
    package static let most = 300
}

/// The rule about notes that put an invoice right.
package enum InvoiceCorrection {
    /// What of each line may still be taken back: as much as it asked for, with what was added, less what was taken back before.
    package static func left(of lines: [(share: Int64, amount: Int)], added: [(share: Int64, amount: Int)], taken: [(share: Int64,
        amount: Int)]) -> [Int64: Int] {
        var left: [Int64: Int] = [:]
        for line in lines + added { left[line.share, default: 0] += line.amount }
        for line in taken { left[line.share, default: 0] -= line.amount }
        return left
    }

    /// What is wrong with the amounts of a note; each fault at its field (`amount-1`).
    package static func faults(of amounts: [Int], left: [Money], _ kind: InvoiceKind) -> Faults {
        var faults = Faults()
        faults.require(amounts.contains { $0 > 0 }, "amount-1", T.invoices.errorNothing)
        guard kind == .credit else { return faults }
        for (index, amount) in amounts.enumerated() where index < left.count && amount > left[index].minor {
            faults.add("amount-\(index + 1)", T.invoices.errorMore(most: .money(left[index])))
        }
        return faults
    }
}
