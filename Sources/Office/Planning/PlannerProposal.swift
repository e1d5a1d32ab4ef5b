package import Catalogue
package import Centres
package import Events
package import Kernel
package import Languages
package import Needs
package import Storage

/// A group that the planner proposes: which programme, where, when and with whom, and whom it would serve, as counts.
package struct PlannerProposal: Sendable {
    package typealias ID = Kernel.ID<PlannerProposal>

    /// What somebody said of it.
    package enum Mark: String, Sendable, Storable {
        case none = ""
        /// It stays as it is when the term is planned again.
        case pinned
        /// It is not held again there and then.
        case forbidden
    }

    package let id: ID
    package let run: PlannerRun.ID
    package let programme: Programme.ID
    package let topic: Topic.ID
    package let municipality: Municipality.ID
    /// Nil where a school lends a room.
    package let hall: Hall.ID?
    package let days: [Day]
    package let people: Int
    /// Schools that come for the first time.
    package let fresh: Int
    /// People for whom something falls due that it would meet.
    package let due: Int
    /// People who come for a priority.
    package let priority: Int
    /// Points that the plan loses without it.
    package let worth: Int
    /// Of all, there and back.
    package let km: Int
    /// Against all of them going to the centre.
    package let saved: Saving
    /// Against the nearest other place with a room.
    package let nearest: (km: Int, place: Municipality.ID)?
    /// When else, and what that would lose.
    package let nextDay: (day: Day, less: Int)?
    package let nextPlace: (place: Municipality.ID, less: Int)?
    package let mark: Mark
    package let event: Event.ID?
    package var trainers: [Trainer]
    package var schools: [(school: School.ID, people: Int)]

    package struct Saving: Sendable, Hashable {
        package var km = 0, hours = 0, money = 0, co2 = 0

        package static func + (left: Saving, right: Saving) -> Saving {
            Saving(km: left.km + right.km, hours: left.hours + right.hours, money: left.money + right.money, co2: left.co2 + right.co2)
        }
    }
}

/// A programme that is wished and not held.
package struct PlannerLeft: Sendable {
    package enum Reason: String, CaseIterable, Sendable, Storable { case trainers, wishes, rooms, days, reach, groups, worth }

    package let programme: Programme.ID
    package let reason: Reason
    package let wishes: Int
}
