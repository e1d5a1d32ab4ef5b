package import Accounts
package import Centres
package import Kernel
package import Languages
package import Storage

/// A call for projects that the centre follows: what it gives money for, by when one has to apply, and who decides whether the centre does.
package struct FundingCall: Sendable {
    package typealias ID = Kernel.ID<FundingCall>

    package enum State: String, CaseIterable, Sendable, Storable { case watched, applying, declined }

    package let id: ID
    package let centre: Centre.ID
    package let state: State
    package let reason: String
    package let details: FundingCallDetails
    package let deciderName: String

    package init(id: ID, centre: Centre.ID, state: State, reason: String, details: FundingCallDetails, deciderName: String) {
        (self.id, self.centre, self.state, self.reason, self.details, self.deciderName) = (id, centre, state, reason, details, deciderName)
    }

    package var path: String { "/staff/calls/\(id)" }

    package func isOver(at now: Instant) -> Bool { details.deadline < now }
}

package struct FundingCallDetails: Sendable, Hashable {
    package var title: String
    package var caller: String
    package var link = ""
    package var deadline: Instant
    package var funds = ""
    package var amount: Money?
    package var fit = ""
    package var decider: Person.ID?
    package var decisionDay: Day?

    package init(_ title: String, by caller: String, until deadline: Instant) { (self.title, self.caller, self.deadline) = (title, caller, deadline) }
}

/// By when people are reminded of something that has a day, and whether that is now.
package struct Reminding: Sendable {
    /// Days before, the earlier first.
    package let early: Int
    package let late: Int

    package static let report = Reminding(early: 14, late: 3)
    package static let agreement = Reminding(early: 60, late: 14)
    package static let decision = Reminding(early: 3, late: 3)
    package static let deadline = Reminding(early: 7, late: 7)

    package enum Word: Sendable, Hashable { case early, late }

    /// Which letter is due on a day. What begins late has one letter, not two; what is over has none.
    package func word(for due: Day, on today: Day, saidEarly: Bool, saidLate: Bool) -> Word? {
        guard due >= today else { return nil }
        let left = today.days(until: due)
        if left <= late { return saidLate ? nil : .late }
        if left <= early { return saidEarly || saidLate ? nil : .early }
        return nil
    }
}

extension FundingCall.State {
    package var name: Phrase {
        switch self {
        case .watched: T.projects.callWatched
        case .applying: T.projects.callApplying
        case .declined: T.projects.callDeclined
        }
    }
}
