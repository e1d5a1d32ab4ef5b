package import Accounts
package import Events
import Forms
package import Kernel
package import Languages
package import Storage

/// Where somebody stands in a workshop that was chosen.
package enum WorkshopStanding: String, CaseIterable, Sendable, Storable {
    /// Chosen by somebody who waits for a seat at the event; decided when there is one.
    case wished
    case admitted, waiting

    package var name: Phrase {
        switch self {
        case .wished: T.registration.workshopStandingWished
        case .admitted: T.registration.stateAdmitted
        case .waiting: T.registration.stateWaiting
        }
    }
}

extension Seats.Standing {
    /// The one rule about seats, said of a workshop.
    var inWorkshop: WorkshopStanding { self == .admitted ? .admitted : .waiting }
}

/// One workshop of one application.
package struct WorkshopChoice: Sendable, Hashable {
    package let registration: Registration.ID
    package let workshop: Workshop
    package let standing: WorkshopStanding
    /// The place among those who wait for the workshop, from 1.
    package let place: Int?

    package init(registration: Registration.ID, workshop: Workshop, standing: WorkshopStanding, place: Int? = nil) {
        self.registration = registration
        self.workshop = workshop
        self.standing = standing
        self.place = place
    }

    /// What else is said than its name and hours; nil for a seat.
    package var remark: Phrase? {
        switch standing {
        case .admitted: nil
        case .wished: T.registration.workshopWished
        case .waiting: T.registration.workshopWaits(place: .number(place ?? 0))
        }
    }
}

extension WorkshopChoice {
    /// Its name, hours and what else is to be said, as one line.
    func line(of event: Event, _ t: Texts) -> String {
        t.shown(event.title(of: workshop.session, in: t.language).text) + ", " + t.day(workshop.session.day, .plain) + ", "
            + t.times(workshop.session.begins, to: workshop.session.ends) + (remark.map { " (\(t($0)))" } ?? "")
    }
}

/// A workshop with its seats, as whoever chooses sees it.
package struct OpenWorkshop: Sendable {
    package let workshop: Workshop
    package let seats: Seats

    package init(workshop: Workshop, seats: Seats) {
        self.workshop = workshop
        self.seats = seats
    }
}

extension Workshop {
    /// What it is called within a sentence in some language.
    func name(in event: Event, _ language: Language) -> Value { .title(event.title(of: session, in: language).text) }

    /// The field of a form in which the workshops of one block are chosen.
    static func field(_ block: Int) -> String { "workshops\(block + 1)" }

    /// Those that were ticked in a form.
    static func chosen(_ typed: Typed) -> [ID] {
        typed.fields.filter { $0.name.hasPrefix("workshops") && !$0.value.isEmpty }.compactMap { ID($0.value) }
    }

    /// Those with these numbers.
    /// - Throws: a fault at the block's field, where one is unknown or nobody can be in two of them.
    static func chosen(_ ids: [ID], among workshops: [Workshop]) throws -> [Workshop] {
        let chosen = workshops.filter { ids.contains($0.id) }
        guard Set(ids).count == chosen.count else { throw Problem.invalid(field(0), T.common.errorChoose) }
        guard let (one, other) = clash(among: chosen) else { return chosen }
        let block = blocks(of: workshops).firstIndex { $0.contains(one) } ?? 0
        throw Problem.invalid(field(block), T.registration.workshopsClash(one: .title(one.session.title), other: .title(other.session.title)))
    }
}
