package import Accounts
package import Centres
package import Events
package import Kernel
package import Languages
package import Storage

/// Somebody who is asked to come to an event: a person or a school that is invited, or a speaker.
package struct Guest: Sendable {
    package typealias ID = Kernel.ID<Guest>

    package let id: ID
    package let event: Event.ID
    package let part: GuestPart
    package let name: String
    /// Empty where there is no address to write to.
    package let email: String
    package let person: Person.ID?
    package let school: School.ID?
    package let topic: String
    package let answer: GuestAnswer
    /// How many come, where somebody comes.
    package let people: Int
    package let note: String
    package let asked: Instant?
    package let reminded: Instant?
    package let answered: Instant?

    package init(row: Row) throws {
        id = try row["id"]
        event = try row["event"]
        part = try row["part"]
        name = try row["name"]
        email = try row["email"]
        person = try row["person"]
        school = try row["school"]
        topic = try row["topic"]
        answer = try row["answer"]
        people = try row["people"]
        note = try row["note"]
        asked = try row["asked"]
        reminded = try row["reminded"]
        answered = try row["answered"]
    }

    /// Whether it can still be asked: there is an address, and no letter has gone there.
    package var canBeAsked: Bool { asked == nil && !email.isEmpty && answer == .none }
    /// Whether it can be reminded: asked, and neither yes nor no was said.
    package var canBeReminded: Bool { asked != nil && !email.isEmpty && (answer == .none || answer == .maybe) }

    static let longestName = TextLimit.line.rawValue, longestTopic = TextLimit.sentence.rawValue, longestNote = TextLimit.note.rawValue
    static let peopleLimits = 1...500
}

/// As what somebody is asked to come.
package enum GuestPart: String, CaseIterable, Sendable, Storable {
    case guest, speaker

    package var name: Phrase {
        switch self {
        case .guest: T.guests.partGuest
        case .speaker: T.guests.partSpeaker
        }
    }

    /// Guests are invited where nobody applies; where one does, everybody comes by the same door. Speakers are asked everywhere.
    static func parts(of form: EventForm) -> [GuestPart] { form.takesApplications ? [.speaker] : [.guest, .speaker] }
}

/// What somebody said who was asked.
package enum GuestAnswer: String, CaseIterable, Sendable, Storable {
    case none, comes, maybe, declines

    package var name: Phrase {
        switch self {
        case .none: T.guests.answerNone
        case .comes: T.guests.answerComes
        case .maybe: T.guests.answerMaybe
        case .declines: T.guests.answerDeclines
        }
    }
}

extension Subject {
    package static func guest(_ id: Guest.ID) -> Subject { .other("guest", id.value) }
}

/// Somebody who is written onto the list.
package struct NewGuest: Sendable, Hashable {
    package var part: GuestPart
    package var name: String
    package var email: String
    package var school: School.ID?
    package var topic: String

    package init(_ part: GuestPart, name: String, email: String = "", school: School.ID? = nil, topic: String = "") {
        self.part = part
        self.name = name
        self.email = email
        self.school = school
        self.topic = topic
    }
}

/// What a guest says.
package struct Reply: Sendable, Hashable {
    package var answer: GuestAnswer
    package var people: Int
    package var note: String
    /// Of a speaker, in the speaker's own words.
    package var topic: String

    package init(_ answer: GuestAnswer, people: Int = 1, note: String = "", topic: String = "") {
        self.answer = answer
        self.people = people
        self.note = note
        self.topic = topic
    }
}

/// The list of those who are asked, with all that its page shows.
package struct GuestList: Sendable {
    package let event: Event
    package let centre: Centre
    package let guests: [Guest]

    package func count(_ answer: GuestAnswer) -> Int { guests.count { $0.answer == answer } }
    /// How many come who are invited; a speaker is no guest.
    package var people: Int { guests.filter { $0.part == .guest && $0.answer == .comes }.reduce(0) { $0 + $1.people } }
    package var toAsk: [Guest] { guests.filter(\.canBeAsked) }
    package var toRemind: [Guest] { guests.filter(\.canBeReminded) }
}
