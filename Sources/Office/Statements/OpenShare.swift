package import Claims
import Kernel
package import Languages

/// A share that somebody still owes, as matching sees it.
package struct OpenShare: Sendable, Hashable {
    package let id: ClaimShare.ID
    package let payer: ClaimPayer.ID
    package let payerName: String
    /// For whom it is, if for somebody.
    package let personName: String
    /// For what, in words.
    package let what: String
    /// What is still to be paid.
    package var open: Money
    /// Digits without the control.
    package let reference: String
    package let due: Day
    package let made: Day

    package init(
        _ id: ClaimShare.ID, payer: ClaimPayer.ID, payerName: String, personName: String = "", what: String = "", open: Money, reference: String, due: Day, made: Day
    ) {
        (self.id, self.payer, self.payerName, self.personName, self.what) = (id, payer, payerName, personName, what)
        (self.open, self.reference, self.due, self.made) = (open, reference, due, made)
    }
}

/// What came in, as matching sees it.
package struct PaidIn: Sendable, Hashable {
    package let amount: Money
    package let day: Day
    package let name: String
    package let account: String
    package let references: [BroughtReference]
    package let purpose: String

    package init(_ amount: Money, on day: Day, name: String = "", account: String = "", references: [BroughtReference] = [], purpose: String = "") {
        (self.amount, self.day, self.name, self.account) = (amount, day, name, account)
        (self.references, self.purpose) = (references, purpose)
    }

    package init(_ line: BroughtStatement.Line) {
        self.init(line.amount, on: line.day, name: line.name, account: line.account, references: [line.reference, line.other], purpose: line.purpose)
    }
}
