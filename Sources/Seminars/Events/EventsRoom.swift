import Kernel
import Languages
import Queues
package import Web

extension Room {
    /// What is planned, announced and held. Its pages show seats too, so they stand in Site.
    package static let events = Room("events") { room in

        room.index(EventStore.reindex)
    }
}
