package import Accounts
package import Kernel
package import Languages
package import Storage

/// What a colleague says of a note, as it was sent the n-th time.
package struct PracticeReview: Sendable {
    package typealias ID = Kernel.ID<PracticeReview>

    package let id: ID
    package let practice: Practice.ID
    package let round: Int
    package let person: Person.ID
    package let name: String
    package let asked: Instant
    /// Nil until they have answered.
    package let said: SaidReview?
    package let given: Instant?
}

package struct SaidReview: Sendable, Hashable {
    package var marks: [ReviewQuestion: Int]
    package var words: String
    package var verdict: ReviewVerdict

    package init(_ marks: [ReviewQuestion: Int], _ words: String, _ verdict: ReviewVerdict) { (self.marks, self.words, self.verdict) = (marks, words, verdict) }

    package static let markBounds = 1...4
}

/// The few questions that each is asked; the column of a mark has the same name.
package enum ReviewQuestion: String, CaseIterable, Sendable {
    case aim, course, proof, material

    package var words: Phrase {
        switch self {
        case .aim: T.community.askAim
        case .course: T.community.askCourse
        case .proof: T.community.askProof
        case .material: T.community.askMaterial
        }
    }
}

package enum ReviewVerdict: String, CaseIterable, Sendable, Storable {
    case good, revise

    package var name: Phrase { self == .good ? T.community.verdictGood : T.community.verdictRevise }
}

/// Two colleagues look at each note.
package enum ReviewRound {
    package static let needed = 2

    package enum Outcome: Sendable, Hashable {
        /// So many more have to be asked.
        case lacks(Int)
        case waits
        /// One of them would like something changed.
        case revise
        case good
    }

    /// - Parameter given: what each of those who were asked has said; nil who has not answered.
    package static func outcome(_ given: [ReviewVerdict?]) -> Outcome {
        if given.count < needed { return .lacks(needed - given.count) }
        let said = given.compactMap(\.self)
        if said.count < given.count { return .waits }
        return said.contains(.revise) ? .revise : .good
    }
}

/// Somebody who lets the centre ask them.
package struct PracticeReviewer: Sendable, Hashable {
    package let person: Person.ID
    package let name: String
    package let subject: String

    /// Whether they know the subject of a note: some word of more than three letters is the same, in either script.
    package func knows(_ other: String) -> Bool { Self.isSame(subject, other) }

    package static func isSame(_ one: String, _ other: String) -> Bool {
        func words(_ text: String) -> Set<String> { Set(Fold.tokens(text).filter { $0.count > 3 }.map { Stem.of($0, in: .sr) ?? $0 }) }
        return !words(one).isDisjoint(with: words(other))
    }
}
