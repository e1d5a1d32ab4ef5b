package import Centres
import Events
package import Kernel
package import Languages
package import Purses
import Registration
import Schools

/// One claim as the centre's people see it: with whoever may pay it, and from what.
package struct ClaimSight: Sendable {
    package let claim: Claim
    /// Of the event; empty for what is none.
    package let event: String
    /// Those who may be chosen beside the person and the school that it is about.
    package let payers: [ClaimPayer]
    /// The municipality of the school.
    package let municipality: String
    /// From which something may be taken today.
    package let purses: [Purse]
    /// How its seat stands, where it was given back and is owed still.
    package let isUndecided: Bool

    package init(_ id: Claim.ID, at centre: Centre.ID, today: Day, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let claim = try ClaimStore.claim(id, at: centre, in: act)
        self.claim = claim
        event = try claim.event.map { try EventStore.event($0, in: act) }.map { $0.title(in: $0.plan.language).text } ?? ""
        let known = try ClaimPayerStore.payers(claim.shares.compactMap(\.payer), in: act).values.filter { $0.whose.kind == .person }
        payers = known + (try ClaimPayerStore.institutions(of: centre, in: act))
        municipality = try claim.school.map { try SchoolStore.school($0, in: act).municipality } ?? ""
        let taken = Set(claim.shares.compactMap(\.purse))
        purses = try PurseStore.all(of: centre, in: act).filter { $0.isUsable(on: today) || taken.contains($0.id) }
        let seat = try claim.registration.map { try RegistrationStore.registration($0, in: act) }
        isUndecided = !claim.isCancelled && seat.map { !$0.state.isOpen } ?? false
    }
}
