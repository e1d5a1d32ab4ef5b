import Catalogue
import Centres
package import Events
import Kernel
import Languages
import Registration

extension EventState: APIWritten {}
extension Payer: APIWritten {}

/// A municipality as answers name it.
package struct APIPlace: APIThing, Hashable {
    let id: Municipality.ID
    let name: APILanguages

    init(_ municipality: Municipality) { (id, name) = (municipality.id, APILanguages(municipality.name, in: .sr)) }

    package static let shape = APIShape<APIPlace>("Place", "A municipality.", [
        APIField("id", "Its number, for the parameter `municipality`.") { $0.id },
        APIField("name", "") { $0.name },
    ])
}

/// A code of a catalogue as answers name it.
package struct APICode: APIThing, Hashable {
    let id: CycleCode.ID
    let code: String
    let name: String

    package static let shape = APIShape<APICode>("Code", "An entry of a list of a catalogue.", [
        APIField("id", "Its number, for the parameter `area`.") { $0.id },
        APIField("code", "") { $0.code },
        APIField("name", "") { $0.name },
    ])
}

/// A part of an event.
package struct PublicSession: APIThing {
    let day: Day
    let begins: ClockTime
    let ends: ClockTime
    let place: String
    let isOnline: Bool

    package static let shape = APIShape<PublicSession>("Session", "A part of an event: a local day and local times.", [
        APIField("day", "") { $0.day },
        APIField("begins", "") { $0.begins },
        APIField("ends", "") { $0.ends },
        APIField("place", "As it was written.") { $0.place },
        APIField("is_online", "") { $0.isOnline },
    ])
}

/// How many seats there are. The numbers are those of this moment.
package struct PublicSeats: APIThing, Hashable {
    let seats: Int
    let taken: Int
    let waiting: Int

    init(_ seats: Seats) { (self.seats, taken, waiting) = (seats.seats, seats.taken, seats.waiting) }

    package static let shape = APIShape<PublicSeats>("Seats", "How many seats there are now.", [
        APIField("all", "") { $0.seats },
        APIField("taken", "Of those who are admitted and those to whom one is offered.") { $0.taken },
        APIField("free", "") { max(0, $0.seats - $0.taken) },
        APIField("waiting", "How many registrations wait.") { $0.waiting },
    ])
}

/// An event as a list tells it.
package struct PublicEvent: APIThing {
    let event: ListedEvent
    let page: APIAddress
    let seats: PublicSeats?
    let place: APIPlace?
    let area: APICode?

    package static let shape = APIShape<PublicEvent>("Event", "Something that is announced and held.", [
        APIField("id", "") { $0.event.id },
        APIField("page", "Where people read of it and register.") { $0.page },
        APIField("title", "") { APILanguages($0.event.titles) },
        APIField("form", "What kind of event it is.") { APILanguages.of($0.event.form) },
        APIField("state", "") { $0.event.state },
        APIField("starts", "") { $0.event.starts },
        APIField("first_day", "The local day of the first session.") { $0.event.days?.lowerBound },
        APIField("last_day", "") { $0.event.days?.upperBound },
        APIField("sessions", "") { event in
            event.event.sessions.map { PublicSession(day: $0.day, begins: $0.begins, ends: $0.ends, place: $0.place, isOnline: $0.isOnline) }
        },
        APIField("deadline", "The local day until whose end one can register.") { $0.event.deadline },
        APIField("seats", "Null where seats are not counted.") { $0.seats },
        APIField("points", "Hours that it brings.") { $0.event.points },
        APIField("fee", "What a seat costs.") { APIMoney($0.event.fee) },
        APIField("language", "In which it is held.") { $0.event.language.rawValue },
        APIField("municipality", "") { $0.place },
        APIField("area", "The area of its programme.") { $0.area },
    ])
}

extension APILanguages {
    static func of(_ form: EventForm) -> APILanguages {
        APILanguages([.sr: form.details.name, .lt: form.details.nameInLithuanian, .en: form.details.nameInEnglish])
    }
}

/// One event with all that everybody may read of it.
package struct PublicEventDetail: APIThing {
    let listed: PublicEvent
    let event: Event
    let programme: PublicProgramme?
    let isOpen: Bool
    let calendar: APIAddress

    private static let listedFields: [APIField<PublicEventDetail>] = PublicEvent.shape.lifted { $0.listed }

    package static let shape = APIShape<PublicEventDetail>("EventDetail", "An event with all that is published of it.", listedFields + [
        APIField("ends", "") { $0.event.ends },
        APIField("is_open", "Whether one can register now.") { $0.isOpen },
        APIField("summary", "") { APILanguages($0.event.plan.texts.mapValues(\.summary)) },
        APIField("description", "Markdown.") { APILanguages($0.event.plan.texts.mapValues(\.description)) },
        APIField("target", "For whom it is.") { $0.event.plan.target },
        APIField("trainers", "Names of those who hold it, as announced.") { $0.event.plan.trainers.map(\.name) },
        APIField("payers", "Who may pay for a seat.") { $0.event.plan.payers },
        APIField("fee_covers", "") { $0.event.plan.feeCovers },
        APIField("reason", "Why it was postponed or cancelled; empty else.") { $0.event.state.isOff ? $0.event.reason : "" },
        APIField("programme", "") { $0.programme },
        APIField("calendar", "The same as an entry for a calendar (RFC 5545).") { $0.calendar },
    ])
}
