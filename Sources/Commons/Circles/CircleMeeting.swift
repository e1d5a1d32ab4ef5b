package import Accounts
package import Centres
package import Events
package import Kernel
package import Languages

/// One coming together of a circle.
package struct CircleMeeting: Sendable {
    package typealias ID = Kernel.ID<CircleMeeting>

    package let id: ID
    package let circle: Circle.ID
    package let details: MeetingDetails
    package let points: [AgendaPoint]
    package let invited: Instant?
    package let isCancelled: Bool
    /// Of the entry in the calendars.
    package let sequence: Int

    package func hasBegun(on today: Day) -> Bool { details.day <= today }
}

/// When and where it meets, and what about.
package struct MeetingDetails: Sendable, Hashable {
    package var day: Day
    package var begins: ClockTime
    package var ends: ClockTime
    package var place: String
    package var link: String
    package var agenda: [String]
    /// The event of the centre at which it meets.
    package var event: Event.ID?

    package init(day: Day, begins: ClockTime, ends: ClockTime, place: String = "", link: String = "", agenda: [String], event: Event.ID? = nil) {
        (self.day, self.begins, self.ends, self.place, self.link, self.agenda, self.event) = (day, begins, ends, place, link, agenda, event)
    }

    package static let pointsMost = 20
    /// So far ahead, in days.
    static let daysAhead = 366
}

/// A point of the agenda.
package struct AgendaPoint: Sendable {
    package typealias ID = Kernel.ID<AgendaPoint>

    package let id: ID
    package let title: String
    package let ballot: Ballot?

    package init(id: ID, title: String, ballot: Ballot?) { (self.id, self.title, self.ballot) = (id, title, ballot) }
}

/// How one member stands to a meeting.
package struct MeetingGuest: Sendable {
    package let person: Person.ID
    package let name: String
    package let school: School.ID?
    package let schoolName: String
    /// What was answered to the invitation.
    package var comes: Bool?
    package var isPresent: Bool
}

/// Who belongs to the circle on the day of a meeting, who said what and who was there.
package struct MeetingRoll: Sendable {
    package let guests: [MeetingGuest]
    package let quorum: Quorum

    package init(_ guests: [MeetingGuest], _ quorum: Quorum) { (self.guests, self.quorum) = (guests, quorum) }

    package var members: Int { guests.count }
    package var present: Int { guests.filter(\.isPresent).count }
    package var coming: Int { guests.filter { $0.comes == true }.count }
    package var excused: Int { guests.filter { $0.comes == false }.count }
    package var needed: Int { quorum.needed(of: members) }
    package var hasQuorum: Bool { quorum.isMet(by: present, of: members) }
}

/// Minutes of a meeting in one version.
package struct CircleMinutes: Sendable {
    package let version: Int
    package let text: String
    /// Counts each saving.
    package let edition: Int
    package let written: Instant
    package let writer: String
    package let signed: Instant?
    package let signer: String
    /// What was counted when they were signed.
    package let members: Int?
    package let present: Int?
    package let needed: Int?

    package var isSigned: Bool { signed != nil }
}

/// All of one meeting.
package struct MeetingFolder: Sendable {
    package let sight: CircleSight
    package let meeting: CircleMeeting
    package let roll: MeetingRoll
    /// The newest first.
    package let minutes: [CircleMinutes]
    package let conclusions: [CircleConclusion]
    package let event: Event?

    package var current: CircleMinutes? { minutes.first }
    /// Whether who was there, votes and words can still be changed: until the newest version is signed.
    package var isOpen: Bool { !(current?.isSigned ?? false) && !meeting.isCancelled }
    package var hasBegun: Bool { meeting.hasBegun(on: sight.today) }
    /// As it was signed, else as it stands.
    package var hasQuorum: Bool {
        guard let signed = minutes.first(where: \.isSigned), !isOpen, let present = signed.present, let needed = signed.needed else { return roll.hasQuorum }
        return present >= needed
    }
}
