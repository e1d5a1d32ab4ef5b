package import Centres
package import Events
package import Kernel
package import Languages
package import Storage

/// An event that another centre offers too. Its seats are one list, at the centre that holds it, under the one rule of registration.
package struct JointEvent: Sendable {
    package typealias ID = Kernel.ID<JointEvent>

    package enum State: String, Sendable, Storable { case asked, agreed, declined }

    package let id: ID
    package let event: Event.ID
    /// The centre that offers it too.
    package let centre: Centre.ID
    package let state: State
    /// Who brings what.
    package let words: String

    package init(row: Row) throws {
        (id, event, centre) = (try row["id"], try row["event"], try row["centre"])
        (state, words) = (try row["state"], try row["words"])
    }
}

extension JointEvent.State {
    var label: Phrase {
        switch self {
        case .asked: T.networkfront.asked
        case .agreed: T.networkfront.agreed
        case .declined: T.networkfront.declined
        }
    }
}

/// One who applied, as the centre that offers the event too sees the list.
package struct JointSeat: Sendable {
    package let name: String
    package let school: String
    package let isAdmitted: Bool
}

/// A joint event as a page shows it.
struct JointLine: Sendable {
    let joint: JointEvent
    let event: Event
    /// The centre that holds it.
    let home: Centre
    /// The centre that offers it too.
    let other: Centre
}
