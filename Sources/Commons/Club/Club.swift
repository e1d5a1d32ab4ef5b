package import Accounts
package import Centres
package import Kernel
package import Languages

/// A science club of a centre: who leads it, where it meets.
package struct Club: Sendable {
    package typealias ID = Kernel.ID<Club>

    package let id: ID
    package let centre: Centre.ID
    package let details: ClubDetails
    package let isClosed: Bool
    /// Those who lead it first.
    package let mentors: [ClubMentor]

    package var name: String { details.name }
    package var path: String { "/club/\(id)" }
    package var deskPath: String { "/staff/club/\(id)" }

    package func isMentored(by person: Person.ID?) -> Bool { person != nil && mentors.contains { $0.person == person } }
}

/// What is said of a club, and may be changed.
package struct ClubDetails: Sendable, Hashable {
    package var name: String
    package var language: Language
    package var summary: String
    package var about: String
    /// Where it meets, if nothing else is said.
    package var hall: Hall.ID?
    /// Where that is no hall of the centre.
    package var place: String

    package init(_ name: String, in language: Language, summary: String = "", about: String = "", hall: Hall.ID? = nil, place: String = "") {
        (self.name, self.language, self.summary, self.about, self.hall, self.place) = (name, language, summary, about, hall, place)
    }

    /// In which one may be described.
    static let languages: [Language] = [.sr, .lt, .en]
}

/// Somebody who works with the groups.
package struct ClubMentor: Sendable, Hashable {
    package let person: Person.ID
    package let name: String
    package let isLead: Bool
}

/// What can be made at a club, again and again.
package struct ClubTopic: Sendable {
    package typealias ID = Kernel.ID<ClubTopic>

    package let id: ID
    package let club: Club.ID
    package let details: ClubTopicDetails
    package let isClosed: Bool

    package var name: String { details.name }
}

package struct ClubTopicDetails: Sendable, Hashable {
    package var name: String
    package var summary: String
    /// For whom; nil: for all.
    package var grades: ClosedRange<Int>?
    package var minutes: Int
    /// Pupils at once.
    package var places: Int
    /// What has to be made ready, for those who lead it.
    package var needs: String

    package init(_ name: String, summary: String = "", grades: ClosedRange<Int>? = nil, minutes: Int = 60, places: Int = 24, needs: String = "") {
        (self.name, self.summary, self.grades, self.minutes, self.places, self.needs) = (name, summary, grades, minutes, places, needs)
    }

    package static let minutesBounds = 15...480
}

/// Grades of pupils: none before school, then one to twelve.
package enum ClubGrade {
    package static let all = 0...12

    package static func name(_ grade: Int) -> Phrase { grade == 0 ? T.club.gradePreschool : T.club.gradeNumber(number: .text("\(grade)")) }

    package static func name(_ grades: ClosedRange<Int>) -> Phrase {
        let (from, to) = (grades.lowerBound, grades.upperBound)
        if from == to { return name(from) }
        return from == 0 ? T.club.gradesUpTo(to: .text("\(to)")) : T.club.gradesFromTo(from: .text("\(from)"), to: .text("\(to)"))
    }
}

extension Subject {
    package static func club(_ id: Club.ID) -> Subject { .other("club", id.value) }
    package static func clubSession(_ id: ClubSession.ID) -> Subject { .other("club_session", id.value) }
    package static func clubBooking(_ id: ClubBooking.ID) -> Subject { .other("club_booking", id.value) }
    package static func clubIdea(_ id: ClubIdea.ID) -> Subject { .other("club_idea", id.value) }
    package static func clubDay(_ id: ClubDay.ID) -> Subject { .other("club_day", id.value) }
}
