package import Contests
package import Kernel
package import Languages

/// A work before a juror.
package struct JurySheet: Sendable, Hashable {
    package typealias ID = Kernel.ID<JurySheet>

    package let id: ID
    package let round: JuryRound.ID
    package let juror: Juror.ID
    package let work: ContestWork.ID
    package let given: GivenSheet
    /// When a conflict was declared: it is not judged.
    package let declared: Instant?
    package let saved: Instant?

    package init(
        id: ID, round: JuryRound.ID, juror: Juror.ID, work: ContestWork.ID, _ given: GivenSheet = GivenSheet(), declared: Instant? = nil, saved: Instant? = nil
    ) {
        (self.id, self.round, self.juror, self.work, self.given, self.declared, self.saved) = (id, round, juror, work, given, declared, saved)
    }

    /// Whether all has been given that the round asks.
    package func isSeen(_ kind: JuryRound.Kind, by criteria: [JuryCriterion]) -> Bool {
        switch kind {
        case .sift: given.isIn != nil
        case .points: criteria.allSatisfy { given.marks[$0.id] != nil }
        case .rank: saved != nil
        }
    }
}

/// What a juror gives a work.
package struct GivenSheet: Sendable, Hashable {
    package var isIn: Bool?
    package var place: Int?
    package var marks: [JuryCriterion.ID: Int]
    package var words: String

    package init(isIn: Bool? = nil, place: Int? = nil, marks: [JuryCriterion.ID: Int] = [:], words: String = "") {
        (self.isIn, self.place, self.marks, self.words) = (isIn, place, marks, words)
    }
}

/// How far somebody is: "12 of 40 seen".
package struct JuryProgress: Sendable, Hashable {
    package var seen: Int
    package var whole: Int

    package init(seen: Int = 0, of whole: Int = 0) { (self.seen, self.whole) = (seen, whole) }

    package var isWhole: Bool { seen >= whole }
}
