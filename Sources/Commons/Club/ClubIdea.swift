package import Accounts
package import Centres
package import Kernel
package import Languages
package import Storage

/// What somebody would like to try: written by a teacher, for a pupil or for themselves, and read by everybody after the centre has.
package struct ClubIdea: Sendable {
    package typealias ID = Kernel.ID<ClubIdea>

    package enum State: String, CaseIterable, Sendable, Storable {
        case sent, open, taken, done, declined

        package var name: Phrase {
            switch self {
            case .sent: T.club.ideaSent
            case .open: T.club.ideaOpen
            case .taken: T.club.ideaTaken
            case .done: T.club.ideaDone
            case .declined: T.club.ideaDeclined
            }
        }

        /// The one table of allowed moves.
        package var next: Set<State> {
            switch self {
            case .sent: [.open, .declined]
            case .open: [.taken, .declined]
            case .taken: [.done]
            case .done, .declined: []
            }
        }

        package var isPublic: Bool { self == .open || self == .taken || self == .done }
    }

    /// What it becomes.
    package enum Way: String, CaseIterable, Sendable, Storable {
        case topic, project, contest

        package var name: Phrase {
            switch self {
            case .topic: T.club.wayTopic
            case .project: T.club.wayProject
            case .contest: T.club.wayContest
            }
        }
    }

    package let id: ID
    package let centre: Centre.ID
    package let draft: ClubIdeaDraft
    package let schoolName: String
    /// Who wrote it.
    package let person: Person.ID?
    package let personName: String
    package let state: State
    package let way: Way?
    package let topic: ClubTopic.ID?
    /// The club whose topic it became.
    package let club: Club.ID?
    package let link: String
    package let outcome: String
    package let mentor: Person.ID?
    package let mentorName: String
    package let sent: Instant
    /// How many others would take part, and with how many pupils.
    package let joined: (people: Int, pupils: Int)

    package var title: String { draft.title }
    package var language: Language { draft.language }
    package var path: String { "/club/ideas/\(id)" }
}

package struct ClubIdeaDraft: Sendable, Hashable {
    package var title: String
    package var language: Language
    package var words: String
    package var school: School.ID?
    /// Of the pupil whose idea it is; nil: the teacher's own.
    package var grade: Int?

    package init(_ title: String, in language: Language, words: String, school: School.ID? = nil, grade: Int? = nil) {
        (self.title, self.language, self.words, self.school, self.grade) = (title, language, words, school, grade)
    }

    package static let joinBounds = 0...200
}
