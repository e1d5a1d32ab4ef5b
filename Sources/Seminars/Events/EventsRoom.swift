import Accounts
import Kernel
import Languages
import Queues
package import Web

extension Room {
    /// What is planned, announced and held. Its pages show seats too, so they stand in Site.
    package static let events = Room("events") { room in

        room.on(PersonErased.self) { try EventStore.forget($0.person, in: $1) }
        room.answer(HeldAsked.self) { try EventStore.held(about: $0.person, in: $1) }
        room.on(Reworded.self) { try EventStore.index(naming: $0.subject, in: $1) }
        room.bring(PersonColumn("event_trainer"))
        room.index(EventStore.reindex)
    }
}
