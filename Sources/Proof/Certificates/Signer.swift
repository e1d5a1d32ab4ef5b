package import Accounts
import Catalogue
package import Kernel
package import Languages
package import Centres
import Storage
import Web

/// Somebody who may sign for a centre today and has just shown the second factor.
package struct Signer: Sendable {
    package let person: Person.ID
    package let name: String
    package let centre: Centre.ID
    package let isDeputy: Bool

    /// For a demonstration, whose director has no telephone.
    package init(unproved person: Person.ID, name: String, centre: Centre.ID) {
        (self.person, self.name, self.centre, isDeputy) = (person, name, centre, false)
    }

    /// - Parameter code: of the second factor, shown at this moment.
    /// - Throws: `Problem.missing` without the right; an invalid field `code`.
    package init(code: String, of actor: Actor, at centre: Centre.ID, seal: Seal, in act: Act) throws {
        guard let right = try Signer.right(of: actor, at: centre, in: act), let person = actor.person else { throw Problem.missing }
        if try Setting.demonstration.value(in: act.db) == nil { try SecondFactorStore.prove(code, of: person, seal: seal, in: act) }
        (self.person, name, self.centre, isDeputy) = (person, actor.name, centre, right == .deputy)
    }

    package enum Right: Sendable { case director, deputy }

    /// By which right somebody may sign; nil without. An administrator has none: the machine is not the office.
    package static func right(of actor: Actor, at centre: Centre.ID, in act: Act) throws -> Right? {
        guard let person = actor.person else { return nil }
        if actor.grants.contains(Grant(.director, centre: centre)) { return .director }
        let today = try CentreStore.centre(centre, in: act).zone.day(of: act.now)
        guard actor.coordinates(centre) else { return nil }
        return try DeputyStore.deputies(of: centre, in: act).contains { $0.person == person && $0.counts(on: today) } ? .deputy : nil
    }
}

/// Somebody whom the director named to sign instead, from the first to the last day.
package struct Deputy: Sendable {
    package typealias ID = Kernel.ID<Deputy>

    package let id: ID
    package let person: Person.ID
    package let name: String
    package let days: ClosedRange<Day>
    package let ended: Instant?

    package func counts(on day: Day) -> Bool { ended == nil && days.contains(day) }
}
