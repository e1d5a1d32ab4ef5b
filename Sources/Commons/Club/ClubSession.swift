package import Accounts
package import Centres
package import Kernel
package import Languages
package import Storage

/// A day and hours on which groups come to a club, or its door is open to everybody.
package struct ClubSession: Sendable {
    package typealias ID = Kernel.ID<ClubSession>

    package enum Kind: String, CaseIterable, Sendable, Storable {
        case workshop, open

        package var name: Phrase {
            switch self {
            case .workshop: T.club.kindWorkshop
            case .open: T.club.kindOpen
            }
        }
    }

    package enum State: String, CaseIterable, Sendable, Storable {
        case planned, held, cancelled

        package var name: Phrase {
            switch self {
            case .planned: T.club.statePlanned
            case .held: T.club.stateHeld
            case .cancelled: T.club.stateCancelled
            }
        }
    }

    package let id: ID
    package let club: Club.ID
    package let centre: Centre.ID
    package let clubName: String
    package let language: Language
    package let draft: ClubSessionDraft
    package let summary: String
    package let grades: ClosedRange<Int>?
    /// From when until when.
    package let hours: Range<Instant>
    package let hallName: String
    package let mentorName: String
    package let state: State
    package let reason: String
    /// Pupils with a place, and groups that wait for one.
    package let taken: Int
    package let waiting: Int
    /// Who came without booking, once that is told.
    package let visitors: ClubVisitors?

    package var kind: Kind { draft.kind }
    package var title: String { draft.title }
    package var day: Day { draft.day }
    package var mentor: Person.ID? { draft.mentor }
    package var place: String { hallName.isEmpty ? draft.place : hallName }
    package var free: Int { max(0, draft.places - taken) }
    package var path: String { "/club/sessions/\(id)" }
    package var deskPath: String { "/staff/club/sessions/\(id)" }
    package var ownPath: String { "/me/club/sessions/\(id)" }

    /// Whether groups may still book, change and cancel.
    package func takesGroups(at now: Instant) -> Bool { kind == .workshop && isAhead(of: now) }

    /// Planned, and not begun yet.
    package func isAhead(of now: Instant) -> Bool { state == .planned && now < hours.lowerBound }

    /// Whether it may be told who came: from its beginning on.
    package func isCounted(at now: Instant) -> Bool { state != .cancelled && now >= hours.lowerBound }

    /// Over, and nobody has told who came.
    package func lacksCount(at now: Instant) -> Bool { state == .planned && now >= hours.upperBound }
}

/// What is asked for when a session is planned.
package struct ClubSessionDraft: Sendable, Hashable {
    package var kind: ClubSession.Kind
    package var topic: ClubTopic.ID?
    package var title: String
    package var day: Day
    package var begins: ClockTime
    package var ends: ClockTime
    package var places: Int
    package var hall: Hall.ID?
    package var place: String
    package var mentor: Person.ID?

    package init(
        _ kind: ClubSession.Kind, topic: ClubTopic.ID? = nil, title: String = "", day: Day, begins: ClockTime, ends: ClockTime, places: Int = 0,
        hall: Hall.ID? = nil, place: String = "", mentor: Person.ID? = nil
    ) {
        (self.kind, self.topic, self.title, self.day, self.begins, self.ends) = (kind, topic, title, day, begins, ends)
        (self.places, self.hall, self.place, self.mentor) = (places, hall, place, mentor)
    }

    package static let placesBounds = 1...300
    /// So many weeks one may come back.
    package static let weeksMost = 26
    /// So far ahead one may be planned.
    package static let daysAhead = 400

    /// The same in each week after it until a day.
    package func weekly(until last: Day) -> [ClubSessionDraft] {
        stride(from: 0, through: max(0, day.days(until: last)), by: 7).prefix(Self.weeksMost).map { days in
            var draft = self
            draft.day = day.adding(days: days)
            return draft
        }
    }
}

/// People who came, without names: pupils, teachers, and all others.
package struct ClubVisitors: Sendable, Hashable {
    package var pupils: Int
    package var teachers: Int
    package var others: Int

    package init(pupils: Int = 0, teachers: Int = 0, others: Int = 0) { (self.pupils, self.teachers, self.others) = (pupils, teachers, others) }

    package var sum: Int { pupils + teachers + others }

    package static func + (left: ClubVisitors, right: ClubVisitors) -> ClubVisitors {
        ClubVisitors(pupils: left.pupils + right.pupils, teachers: left.teachers + right.teachers, others: left.others + right.others)
    }

    package static let bounds = 0...20_000
}

/// Something that was booked for a session.
package struct ClubThing: Sendable, Hashable {
    package typealias ID = Kernel.ID<ClubThing>

    package let id: ID
    package let name: String
    /// A row of the calendar of halls and things, which may be gone.
    package let booking: Int64?
    /// A booking of a kit, which may be gone.
    package let kit: Int64?

    package var path: String { kit.map { "/staff/kits/bookings/\($0)" } ?? booking.map { "/staff/bookings/\($0)" } ?? "/staff/bookings" }
}
