package import Centres
package import Kernel
package import Languages
package import Storage

/// Teachers who meet: of a subject, of several such groups, or of schools that are partners.
package struct Circle: Sendable {
    package typealias ID = Kernel.ID<Circle>

    package enum Kind: String, CaseIterable, Sendable, Storable {
        /// Of one subject or field.
        case subject
        /// Stands over others; their chairs sit in it.
        case council
        /// Schools that work together.
        case network

        package var name: Phrase {
            switch self {
            case .subject: T.circles.kindSubject
            case .council: T.circles.kindCouncil
            case .network: T.circles.kindNetwork
            }
        }
    }

    /// Who says that somebody belongs to it.
    package enum Joining: String, CaseIterable, Sendable, Storable {
        case open, chair

        package var name: Phrase {
            switch self {
            case .open: T.circles.joiningOpen
            case .chair: T.circles.joiningChair
            }
        }
    }

    package let id: ID
    package let centre: Centre.ID
    package let details: CircleDetails
    /// The day on which it ended.
    package let closed: Day?

    package init(id: ID, centre: Centre.ID, details: CircleDetails, closed: Day?) {
        (self.id, self.centre, self.details, self.closed) = (id, centre, details, closed)
    }

    /// Where its members find it, behind the language.
    package var path: String { "/me/circles/\(id)" }
}

/// What is said of a circle.
package struct CircleDetails: Sendable, Hashable {
    package var name: String
    package var kind: Circle.Kind
    package var subject: String
    package var aim: String
    package var joining: Circle.Joining
    package var quorum: Quorum
    /// Whether its members write to one another here.
    package var talks: Bool
    /// The one that stands over it.
    package var council: Circle.ID?

    package init(
        name: String, kind: Circle.Kind = .subject, subject: String = "", aim: String = "", joining: Circle.Joining = .chair, quorum: Quorum = .half,
        talks: Bool = false, council: Circle.ID? = nil
    ) {
        (self.name, self.kind, self.subject, self.aim) = (name, kind, subject, aim)
        (self.joining, self.quorum, self.talks, self.council) = (joining, quorum, talks, council)
    }
}

/// How many have to be there so that a meeting can decide: a rule of the circle.
package enum Quorum: Sendable, Hashable {
    /// More than a half.
    case half
    /// A third at least.
    case third
    case number(Int)

    package static let bounds = 1...500

    /// So many of the members.
    package func needed(of members: Int) -> Int {
        switch self {
        case .half: members / 2 + 1
        case .third: max(1, (members + 2) / 3)
        case .number(let number): number
        }
    }

    package func isMet(by present: Int, of members: Int) -> Bool { present >= needed(of: members) }

    package var name: Phrase {
        switch self {
        case .half: T.circles.quorumHalf
        case .third: T.circles.quorumThird
        case .number(let number): T.circles.quorumIsNumber(number: .number(number))
        }
    }
}

/// How many raised their hands: numbers, never names.
package struct Ballot: Sendable, Hashable {
    package let yes: Int
    package let no: Int
    package let abstained: Int

    package init(yes: Int, no: Int, abstained: Int) { (self.yes, self.no, self.abstained) = (yes, no, abstained) }

    package static let bounds = 0...1000

    package var sum: Int { yes + no + abstained }

    /// Whether no more have voted than were there.
    package func fits(_ present: Int) -> Bool { sum <= present }

    package enum Result: Sendable, Hashable {
        case adopted, rejected
        /// Too few were there to decide.
        case advice

        package var name: Phrase {
            switch self {
            case .adopted: T.circles.adopted
            case .rejected: T.circles.rejected
            case .advice: T.circles.adviceOnly
            }
        }
    }

    /// Whoever abstains is for neither; as many on both sides adopt nothing.
    package func result(hasQuorum: Bool) -> Result {
        guard hasQuorum else { return .advice }
        return yes > no ? .adopted : .rejected
    }
}
