package import Accounts
package import Centres
import Kernel
import Languages

/// Somebody who may sign for a centre today and has just shown the second factor.
package struct Signer: Sendable {
    package let person: Person.ID
    package let name: String
    package let centre: Centre.ID
    package let isDeputy: Bool

    package enum Right: Sendable { case director, deputy }

    /// By which right somebody may sign on a day; nil without. An administrator has none: the machine is not the office.
    static func right(of actor: Actor, at centre: Centre.ID, deputies: [Deputy], on day: Day) -> Right? {
        guard let person = actor.person else { return nil }
        if actor.grants.contains(Grant(.director, centre: centre)) { return .director }
        guard actor.coordinates(centre) else { return nil }
        return deputies.contains { $0.person == person && $0.counts(on: day) } ? .deputy : nil
    }
}

extension Signer {
    /// For a demonstration, whose director has no telephone.
    package init(unproved person: Person.ID, name: String, centre: Centre.ID) {
        self.init(person: person, name: name, centre: centre, isDeputy: false)
    }
}
