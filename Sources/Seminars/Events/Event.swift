package import Accounts
package import Catalogue
package import Kernel
package import Languages
package import Centres
import Storage

/// Something that is announced, applied for and held; for now a seminar.
package struct Event: Sendable {
    package typealias ID = Kernel.ID<Event>

    package let id: ID
    package let centre: Centre.ID
    package let form: EventForm
    package let state: EventState
    package let plan: EventPlan
    /// Why it was postponed or cancelled.
    package let reason: String
    /// Of its calendar entry: counts up with each change that a calendar shows.
    package let sequence: Int
    package let starts: Instant?
    package let ends: Instant?
    /// Names of the centre's halls in which it is held.
    package let halls: [Hall.ID: String]
    /// Rows of the plan's sessions, in the plan's order. A session keeps its row when it is moved.
    package let sessionRows: [EventSession.ID]

    /// The event's own name in the language of a page; falls back to what there is.
    package func title(in language: Language) -> Wording { text(in: language, \.title) }
    package func summary(in language: Language) -> Wording { text(in: language, \.summary) }
    package func description(in language: Language) -> Wording { text(in: language, \.description) }

    /// A text with the language it really is in.
    package struct Wording: Sendable, Hashable {
        package let text: String
        package let language: Language

        package init(text: String, language: Language) {
            self.text = text
            self.language = language
        }

        /// The text for a page in some language; falls back to what there is, first to what the event is held in.
        init(in language: Language, else held: Language, _ texts: (Language) -> String?) {
            func own(_ language: Language) -> Wording? {
                texts(language).flatMap { $0.isEmpty ? nil : Wording(text: $0, language: language) }
            }
            if let own = own(language) {
                self = own
            } else if language == .srLatn, let cyrillic = own(.sr) {
                // Cyrillic is written in Latin without loss; the other way would be a guess.
                self.init(text: Script.latin(fromCyrillic: cyrillic.text), language: .srLatn)
            } else {
                for other in [held] + Language.allCases {
                    guard let own = own(other) else { continue }
                    self = own
                    return
                }
                self.init(text: "", language: held)
            }
        }
    }

    private func text(in language: Language, _ part: (EventText) -> String) -> Wording {
        Wording(in: language, else: plan.language) { plan.texts[$0].map(part) }
    }

    /// The moment after which no seat is offered any more.
    package func cutoff(_ rules: SeatRules) -> Instant? { starts?.adding(days: -rules.cutoffDays) }

    /// The day on which a group that is too small is decided upon.
    package func decision(_ rules: SeatRules, in zone: Zone) -> Day? { starts.map { zone.day(of: $0).adding(days: -rules.decisionDays) } }
}

/// What is decided about an event when it is planned, and may be changed until it is held.
package struct EventPlan: Sendable, Hashable {
    package var programme: Programme.ID?
    /// What it is held in.
    package var language: Language
    /// With fewer people the group does not form.
    package var seatsMin: Int
    package var seats: Int
    /// Applications are open until this day ends, locally.
    package var deadline: Day
    package var fee: Money
    package var feeCovers: String
    package var payers: [Payer]
    package var target: String
    package var points: Int
    package var municipality: Municipality.ID?
    package var texts: [Language: EventText]
    package var sessions: [EventSession]
    package var trainers: [Trainer]

    package init(
        programme: Programme.ID? = nil, language: Language, seatsMin: Int = 0, seats: Int, deadline: Day, fee: Money, feeCovers: String = "",
        payers: [Payer] = [.own, .school], target: String = "", points: Int = 0, municipality: Municipality.ID? = nil,
        texts: [Language: EventText], sessions: [EventSession], trainers: [Trainer] = []
    ) {
        self.programme = programme
        self.language = language
        self.seatsMin = seatsMin
        self.seats = seats
        self.deadline = deadline
        self.fee = fee
        self.feeCovers = feeCovers
        self.payers = payers
        self.target = target
        self.points = points
        self.municipality = municipality
        self.texts = texts
        self.sessions = sessions
        self.trainers = trainers
    }
}

/// What is written about an event in one language.
package struct EventText: Sendable, Hashable {
    package var title: String
    /// What one gets, in one sentence.
    package var summary: String
    package var description: String

    package init(title: String, summary: String = "", description: String = "") {
        self.title = title
        self.summary = summary
        self.description = description
    }
}

/// One part of an event: a local day and hours, so that summer time moves nothing.
package struct EventSession: Sendable, Hashable {
    package typealias ID = Kernel.ID<EventSession>

    package var day: Day
    package var begins: ClockTime
    package var ends: ClockTime
    package var hall: Hall.ID?
    /// Where, when it is no hall of the centre's.
    package var place: String
    package var link: String

    package init(day: Day, begins: ClockTime, ends: ClockTime, hall: Hall.ID? = nil, place: String = "", link: String = "") {
        self.day = day
        self.begins = begins
        self.ends = ends
        self.hall = hall
        self.place = place
        self.link = link
    }
}

/// Who holds it, as announced; tied to a person when known here.
package struct Trainer: Sendable, Hashable {
    package var name: String
    package var person: Person.ID?

    package init(name: String, person: Person.ID? = nil) {
        self.name = name
        self.person = person
    }
}

extension Subject {
    package static func event(_ id: Event.ID) -> Subject { .other("event", id.value) }
}

// MARK: Facts for the rooms above

package struct EventCancelled: Fact { package let event: Event }
package struct EventPostponed: Fact { package let event: Event }
package struct EventConfirmed: Fact { package let event: Event }
/// Sessions that a new plan no longer has are about to go.
package struct SessionsDropped: Fact { package let event: Event.ID; package let sessions: [EventSession.ID] }
/// Days, hours or the place are others than before.
package struct EventMoved: Fact { package let event: Event }
package struct EventSeatsChanged: Fact { package let event: Event }
