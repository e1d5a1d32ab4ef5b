package import Accounts
package import Centres
import Forms
package import Kernel
package import Languages
package import Storage

/// A school asks the centre for an event of its own; the centre answers once.
package struct EventRequest: Sendable {
    package typealias ID = Kernel.ID<EventRequest>

    package enum State: String, Sendable, Storable {
        case asked, accepted, declined

        var name: Phrase {
            switch self {
            case .asked: T.events.requestAsked
            case .accepted: T.events.requestAccepted
            case .declined: T.events.requestDeclined
            }
        }
    }

    /// What of it the centre is asked for.
    package enum Wish: String, CaseIterable, Sendable {
        case room, trainer, list, papers

        var name: Phrase {
            switch self {
            case .room: T.events.wishRoom
            case .trainer: T.events.wishTrainer
            case .list: T.events.wishList
            case .papers: T.events.wishPapers
            }
        }
    }

    package let id: ID
    package let centre: Centre.ID
    package let school: School.ID
    package let person: Person.ID
    package let details: EventRequestDetails
    package let asked: Instant
    package let state: State
    package let reason: String
    package let event: Event.ID?

    init(row: Row) throws {
        (id, centre, school, person) = (try row["id"], try row["centre"], try row["school"], try row["person"])
        (asked, state, reason, event) = (try row["asked"], try row["state"], try row["reason"], try row["event"])
        details = try EventRequestDetails(row: row)
    }
}

/// What a school says of the event that it asks for.
package struct EventRequestDetails: Sendable, Hashable {
    package var title: String
    package var text: String
    package var day: Day
    package var begins: ClockTime
    package var ends: ClockTime
    package var people: Int
    package var wishes: Set<EventRequest.Wish>

    static let peopleLimits = 1...1000

    package init(title: String, text: String = "", day: Day, begins: ClockTime, ends: ClockTime, people: Int, wishes: Set<EventRequest.Wish>) {
        (self.title, self.text, self.day, self.begins, self.ends, self.people, self.wishes) = (title, text, day, begins, ends, people, wishes)
    }

    init(row: Row) throws {
        let (day, begins, ends, wishes): (String, Int, Int, String) = (try row["day"], try row["begins"], try row["ends"], try row["wishes"])
        self.init(
            title: try row["title"], text: try row["text"], day: Day(iso: day) ?? .zero, begins: ClockTime(minutes: begins) ?? .midnight,
            ends: ClockTime(minutes: ends) ?? .midnight, people: try row["people"],
            wishes: Set(wishes.split(separator: " ").compactMap { EventRequest.Wish(rawValue: String($0)) }))
    }

    /// In their order, as they stand in the row.
    var wishesText: String { EventRequest.Wish.allCases.filter(wishes.contains).map(\.rawValue).joined(separator: " ") }
}

/// How the centre accepts: in which form, and where.
package struct EventRequestAnswer: Sendable {
    package var form: EventForm.ID
    /// One of the centre’s halls, which is booked; else it is held at the school.
    package var hall: Hall.ID?

    package init(form: EventForm.ID = .inSchool, hall: Hall.ID? = nil) { (self.form, self.hall) = (form, hall) }
}

extension Kernel.ID<EventForm> {
    /// An event in a school: the fourteenth row of the migration.
    package static let inSchool = EventForm.ID(14)
}

extension Subject {
    static func eventRequest(_ id: EventRequest.ID) -> Subject { .other("event_request", id.value) }
}
