package import Languages

/// How much of what was learned is used: of those who answered, how many say *several times* or *regularly*; and of those who were asked, how many answered.
package struct UseIndex: Sendable, Hashable {
    package var asked: Int
    package var answered: Int
    package var used: Int

    package init(asked: Int = 0, answered: Int = 0, used: Int = 0) { (self.asked, self.answered, self.used) = (asked, answered, used) }

    /// Below this nothing is told: it would be somebody's own answer.
    package static let least = 5
    /// Fewer answers than this say little, whoever gave them.
    static let few = 10

    package var unanswered: Int { asked - answered }
    package var isTold: Bool { answered >= Self.least }

    /// Whether those who answered may be others than those who did not: the numbers then carry a warning.
    /// - Parameter bias: so many of a hundred have to answer.
    package func isBiased(below bias: Int) -> Bool { answered < Self.few || answered * 100 < asked * bias }

    /// In hundredths, of those who answered; nil where too few did.
    package var share: ToldShare? { isTold ? ToldShare(used, of: answered) : nil }
    package var response: ToldShare? { asked >= Self.least ? ToldShare(answered, of: asked) : nil }

    /// For a plan that prefers what is used: in hundredths, drawn to the middle the fewer answered, which stands where nothing is known.
    package var weight: Int { isTold ? (used + Self.least) * 100 / (answered + 2 * Self.least) : Self.middle }
    package static let middle = 50

    /// What is published stays until so many more, or fewer, have answered: no two looks differ by less.
    package func replaces(_ published: UseIndex) -> Bool { abs(answered - published.answered) >= Self.least }

    package static func + (one: UseIndex, other: UseIndex) -> UseIndex {
        UseIndex(asked: one.asked + other.asked, answered: one.answered + other.answered, used: one.used + other.used)
    }
}

/// A share as it may be told: where either part is smaller than five, only up to where it lies, the same for all that it may be.
package struct ToldShare: Sendable, Hashable {
    package enum Kind: Sendable, Hashable { case exact, atLeast, atMost, unknown }

    package let kind: Kind
    /// In hundredths.
    package let percent: Int

    package init(_ part: Int, of whole: Int) {
        let most = UseIndex.least - 1
        let (isSmall, isNearlyAll) = (part <= most, whole - part <= most)
        if isSmall, isNearlyAll {
            (kind, percent) = (.unknown, 0)
        } else if isSmall {
            (kind, percent) = (.atMost, (most * 100 + whole - 1) / whole)
        } else if isNearlyAll {
            (kind, percent) = (.atLeast, (whole - most) * 100 / whole)
        } else {
            (kind, percent) = (.exact, (part * 200 + whole) / (whole * 2))
        }
    }

    private init(_ kind: Kind, _ percent: Int) { (self.kind, self.percent) = (kind, percent) }

    /// The share of the others.
    package var rest: ToldShare {
        switch kind {
        case .exact: ToldShare(.exact, 100 - percent)
        case .atLeast: ToldShare(.atMost, 100 - percent)
        case .atMost: ToldShare(.atLeast, 100 - percent)
        case .unknown: self
        }
    }

    package var said: Phrase {
        switch kind {
        case .exact: T.followup.percent(percent: .number(percent))
        case .atLeast: T.followup.percentAtLeast(percent: .number(percent))
        case .atMost: T.followup.percentAtMost(percent: .number(percent))
        case .unknown: T.followup.percentUnknown
        }
    }
}

/// What hinders, summed over answers: each answer counts once for each thing that it names.
package struct Hindrances: Sendable {
    package let answered: Int
    package let counts: [Hindrance: Int]

    package init(_ answers: [Set<Hindrance>]) {
        answered = answers.count
        counts = answers.joined().reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    package var isTold: Bool { answered >= UseIndex.least }

    /// What one hand can change, the most said in front; what fewer than five name is told as that.
    package func lines(of hand: Hindrance.Hand) -> [(hindrance: Hindrance, count: Int?)] {
        Hindrance.allCases.filter { $0.hand == hand && counts[$0] != nil }
            .map { ($0, counts[$0, default: 0] >= UseIndex.least ? counts[$0] : nil) }.sorted { ($0.1 ?? 0) > ($1.1 ?? 0) }
    }
}
