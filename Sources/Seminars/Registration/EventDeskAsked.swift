package import Events
package import Kernel
package import Languages
package import Web

/// What rooms above have to show at the desk of an event, for those who run it.
package struct EventDeskAsked: Question {
    package typealias Answer = EventDeskPart
    package let event: Event
}

/// Doors among the acts of the desk, and a part that stands below how the event stands.
package struct EventDeskPart: Sendable {
    /// Parts stand in the order of their places.
    package let place: Int
    package let doors: [EventDoor]
    package let part: PagePart?

    package init(at place: Int, doors: [EventDoor] = [], _ part: PagePart? = nil) { (self.place, self.doors, self.part) = (place, doors, part) }
}

/// A way from the desk to another page of the same event.
package struct EventDoor: Sendable {
    package let label: Phrase
    /// Behind the event's own page: `claims` for `/staff/events/12/claims`.
    package let path: String

    package init(_ label: Phrase, _ path: String) { (self.label, self.path) = (label, path) }
}
