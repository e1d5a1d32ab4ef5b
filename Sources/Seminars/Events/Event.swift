package import Kernel
package import Languages
package import Centres

/// Something that is announced and held, of some form: a seminar, a round table, a study trip.
package struct Event: Sendable {
    package typealias ID = Kernel.ID<Event>

    package let id: ID
    package let centre: Centre.ID
    package let form: EventForm
    package let state: EventState
    package let plan: EventPlan
    /// Why it was postponed or cancelled.
    package let reason: String
    /// What its last step took the place of, while that can be taken back.
    package let undo: EventUndo?
    /// The version of its calendar entry, counted up with each change that a calendar shows.
    package let sequence: Int
    package let starts: Instant?
    package let ends: Instant?
    /// Names of the centre's halls in which it is held.
    package let halls: [Hall.ID: String]
    /// Their addresses, of those that have one of their own.
    package let addresses: [Hall.ID: String]
    /// Rows of the plan's sessions, in the plan's order. A session keeps its row when it is moved.
    package let sessionRows: [EventSession.ID]
    /// It comes from a list of earlier years.
    package internal(set) var isEarlier = false
    /// Number and catalogue of its programme, as that list has them.
    package internal(set) var earlierNumber = ""
    /// How many took part, as that list says.
    package internal(set) var participants: Int?

    /// The title for a page in some language; where nobody wrote one in it, that of another language.
    package func title(in language: Language) -> Wording { text(in: language, \.title) }
    package func summary(in language: Language) -> Wording { text(in: language, \.summary) }
    package func description(in language: Language) -> Wording { text(in: language, \.description) }

    /// Whether strangers may see it.
    package var isPublic: Bool { state.isPublic && !form.isInternal }

    /// A text with the language it really is in.
    package struct Wording: Sendable, Hashable {
        package let text: String
        package let language: Language

        package init(text: String, language: Language) {
            self.text = text
            self.language = language
        }

        /// Cyrillic is written in Latin without loss; the other way would be a guess.
        private var inLatin: Wording { language == .sr ? Wording(text: Script.latin(fromCyrillic: text), language: .srLatn) : self }

        /// The text for a page in some language; falls back to what there is, first to what the event is held in; Serbian in Latin where the page is.
        package init(in language: Language, else held: Language, _ texts: (Language) -> String?) {
            func own(_ language: Language) -> Wording? {
                texts(language).flatMap { $0.isEmpty ? nil : Wording(text: $0, language: language) }
            }
            if let own = own(language) {
                self = own
            } else if language == .srLatn, let cyrillic = own(.sr) {
                self = cyrillic.inLatin
            } else {
                let others = ([held] + Language.allCases).compactMap { own($0) }
                let found = others.first ?? Wording(text: "", language: held)
                self = language == .sr ? found : found.inLatin
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

extension Subject {
    package static func event(_ id: Event.ID) -> Subject { .other("event", id.value) }
}

// MARK: Facts for the rooms above

/// It is open to everybody, for the first time or again.
package struct EventAnnounced: Fact { package let event: Event }
/// A new draft is like another event: what the rooms above know of that one goes along.
package struct EventCopied: Fact { package let event: Event.ID; package let from: Event.ID }
/// A draft came to nothing: its rows are about to go.
package struct EventDiscarded: Fact { package let event: Event.ID }
/// Many came at once, each in the state in which it is.
package struct EventsBrought: Fact { package let events: [Event] }
package struct EventCancelled: Fact { package let event: Event }
package struct EventPostponed: Fact { package let event: Event }
package struct EventConfirmed: Fact { package let event: Event }
/// A new plan no longer has these sessions, whose rows are about to go.
package struct SessionsDropped: Fact { package let event: Event.ID; package let sessions: [EventSession.ID] }
/// Its days, hours or places have changed.
package struct EventMoved: Fact { package let event: Event }
package struct EventSeatsChanged: Fact { package let event: Event }
/// Its seats are about to become so few. Whoever knows how many are taken refuses what would leave somebody without one.
package struct EventSeatsLowering: Fact {
    package let event: Event
    package let seats: Int
}
