package import Accounts
package import Centres
package import Kernel
package import Languages

/// What a school answers for itself: who works there, what matters most to it, what it wants inside, and with which money.
package struct SchoolNeed: Sendable {
    package typealias ID = Kernel.ID<SchoolNeed>

    package let id: ID
    package let school: School.ID
    package let year: SchoolYear
    package let centre: Centre.ID
    package let details: SchoolNeedDetails
    /// When the centre last asked by letter.
    package let asked: Instant?
    /// Nil while nothing was answered.
    package let changed: Instant?
    /// Nil while the centre does not see it.
    package let sent: Instant?
    package let writtenBy: Person.ID?
}

/// What is told of it.
package struct SchoolNeedDetails: Sendable, Hashable {
    package var jobs: [NeedJob: Int] = [:]
    package var top: [SchoolWish] = []
    package var inside: [SchoolWish] = []
    package var budget: Money?
    package var contact = ""
    package var note = ""

    package init() {}

    package static let people = 1...1000
    package static let months = 1...12
    package static let mostWishes = 5
}

/// A topic that matters to a school, or that it wants inside: for how many people, and in which month.
package struct SchoolWish: Sendable, Hashable {
    package var words: String
    /// By which it is counted; nil for own words that nobody has matched.
    package var topic: Topic.ID?
    package var people: Int?
    package var month: Int?

    package init(_ words: String, topic: Topic.ID? = nil, people: Int? = nil, month: Int? = nil) {
        (self.words, self.topic, self.people, self.month) = (words, topic, people, month)
    }
}

/// A school of the centre, and how it stands with its answer.
package struct SchoolAnswerLine: Sendable {
    package enum State: String, CaseIterable, Sendable {
        case sent, begun, asked, quiet

        package var name: Phrase {
            switch self {
            case .sent: T.needs.answerSent
            case .begun: T.needs.answerBegun
            case .asked: T.needs.answerAsked
            case .quiet: T.needs.answerQuiet
            }
        }
    }

    package let school: School.ID
    package let name: String
    package let municipality: String
    package let asked: Instant?
    package let sent: Instant?
    package let state: State
    /// Whether somebody looks after it, so that a letter reaches anybody.
    package let isKept: Bool
}
