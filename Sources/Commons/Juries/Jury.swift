package import Accounts
package import Contests
package import Events
package import Kernel
package import Languages
import Storage

/// Who judges the works of a contest, by what and in which rounds.
package struct Jury: Sendable {
    package let contest: Contest
    package let rules: JuryRules
    package let criteria: [JuryCriterion]
    package let rounds: [JuryRound]
    package let jurors: [Juror]
    /// When the chair decided.
    package let decided: Instant?
    /// Why so, in the chair's words.
    package let reason: String
    /// When everybody could read it.
    package let published: Instant?
    /// The opening of its exhibition.
    package let event: Event.ID?

    package var id: Contest.ID { contest.id }
    package var underway: JuryRound? { rounds.first { $0.isOpen } }
    package var next: JuryRound? { underway == nil ? rounds.first { $0.opened == nil } : nil }
    package var last: JuryRound? { rounds.last { $0.closed != nil } }
    package var hasBegun: Bool { rounds.contains { $0.opened != nil } }
    /// Whether all rounds are over: jurors speak with one another, and the chair may decide.
    package var isTalking: Bool { decided == nil && isJudged }
    package var isJudged: Bool { !rounds.isEmpty && rounds.allSatisfy { $0.closed != nil } }
    package var chair: Juror? { jurors.first(where: \.isChair) }
    package var sitting: [Juror] { jurors.filter { $0.accepted != nil } }
    /// For the jury's people, behind the language.
    package var path: String { "/me/juries/\(id)" }
    package var deskPath: String { "/staff/juries/\(id)" }
    package var resultsPath: String { "/contests/\(id)/results" }
    package var galleryPath: String { "/contests/\(id)/gallery" }
}

/// What is said before a jury begins.
package struct JuryRules: Sendable, Hashable {
    package var tie: TieRule
    package var isLevelled: Bool
    package var scale: Int
    package var margin: Int

    package init(tie: TieRule = .criterion, isLevelled: Bool = false, scale: Int = 5, margin: Int = 150) {
        (self.tie, self.isLevelled, self.scale, self.margin) = (tie, isLevelled, scale, margin)
    }

    /// In hundredths of a point, as it is typed.
    package static let marginBounds = 0...300
}

/// Somebody who judges.
package struct Juror: Sendable, Hashable {
    package typealias ID = Kernel.ID<Juror>

    package let id: ID
    package let contest: Contest.ID
    /// Nil when the account was deleted.
    package let person: Person.ID?
    package let name: String
    package let isChair: Bool
    /// Empty: in all of them.
    package let categories: Set<ContestCategory.ID>
    package let invited: Instant
    package let accepted: Instant?
    package let declined: Instant?

    package func judges(in category: ContestCategory.ID) -> Bool { categories.isEmpty || categories.contains(category) }

    package static let most = 30
}

package struct JuryRound: Sendable, Hashable {
    package typealias ID = Kernel.ID<JuryRound>

    package enum Kind: String, CaseIterable, Sendable, Storable {
        /// Yes or no.
        case sift
        /// Marks by criteria.
        case points
        /// The best in their order.
        case rank
    }

    package struct Details: Sendable, Hashable {
        package var kind: Kind
        /// Jurors for each work; none: all who may.
        package var seenBy: Int
        /// So many of each category go on, or are put in order; nil: of a sift those of which half say yes, else all.
        package var most: Int?

        package init(_ kind: Kind, seenBy: Int = 0, most: Int? = nil) { (self.kind, self.seenBy, self.most) = (kind, seenBy, most) }

        package static let seenBounds = 0...20
        package static let mostBounds = 1...200
        /// Of an order.
        package static let rankBounds = 2...20
    }

    package let id: ID
    package let number: Int
    package let details: Details
    package let opened: Instant?
    package let closed: Instant?

    package var kind: Kind { details.kind }
    package var isOpen: Bool { opened != nil && closed == nil }

    package static let most = 5
}

/// What a work is given in the end.
package enum Prize: Int, CaseIterable, Sendable {
    case first = 1, second, third, commended

    package var name: Phrase {
        switch self {
        case .first: T.juries.prizeFirst
        case .second: T.juries.prizeSecond
        case .third: T.juries.prizeThird
        case .commended: T.juries.prizeCommended
        }
    }
}

extension JuryRound.Kind {
    package var name: Phrase {
        switch self {
        case .sift: T.juries.kindSift
        case .points: T.juries.kindPoints
        case .rank: T.juries.kindRank
        }
    }
}
