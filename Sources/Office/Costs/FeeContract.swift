package import Accounts
package import Centres
package import Events
package import Kernel
package import Languages
package import Storage

/// What somebody does for the centre and what is paid for it: agreed on paper, with a number in the book of documents.
package struct FeeContract: Sendable {
    package typealias ID = Kernel.ID<FeeContract>

    package enum State: String, CaseIterable, Sendable, Storable {
        case draft, issued, done, void

        package var name: Phrase {
            switch self {
            case .draft: T.costs.contractDraft
            case .issued: T.costs.contractIssued
            case .done: T.costs.contractDone
            case .void: T.costs.contractVoid
            }
        }
    }

    package let id: ID
    package let centre: Centre.ID
    /// Nil for somebody known by name alone.
    package let person: Person.ID?
    package let draft: FeeContractDraft
    package let state: State
    /// The table by which it is reckoned; nil before it is issued, and where there was none.
    package let rule: PayRule.ID?
    package let day: Day?
    package let number: String
    /// When the work was taken over.
    package let doneOn: Day?
    package let reason: String

    package var path: String { "/staff/contracts/\(id)" }
    package var isIssued: Bool { state == .issued || state == .done }
}

/// What is written in a contract.
package struct FeeContractDraft: Sendable, Hashable {
    package var event: Event.ID?
    package var kind: ContractKind
    /// As it stands on the paper.
    package var name: String
    /// What is done.
    package var title: String
    package var gross: Money
    package var due: Day?
    /// What else was agreed.
    package var note: String

    package init(_ kind: ContractKind, _ name: String, _ title: String, _ gross: Money, of event: Event.ID? = nil, due: Day? = nil, note: String = "") {
        (self.kind, self.name, self.title, self.gross, self.event, self.due, self.note) = (kind, name, title, gross, event, due, note)
    }
}

/// A contract with what it is about, and how it is reckoned.
package struct FeeContractFolder: Sendable {
    package let contract: FeeContract
    package let pay: Pay
    /// Whether a table stands behind it.
    package let hasRule: Bool
    package let event: Event?
    package let cost: Cost?
}

/// What payroll needs of a month: contracts whose work was taken over in it.
package struct Payroll: Sendable {
    package struct Line: Sendable {
        package let contract: FeeContract
        package let pay: Pay
        package let event: String
    }

    package let month: ClosedRange<Day>
    package let lines: [Line]

    /// Names of what is taken and what comes on top, in the order of the tables.
    package var parts: [String] {
        lines.reduce(into: []) { names, line in for part in line.pay.lines where !names.contains(part.name) { names.append(part.name) } }
    }
}
