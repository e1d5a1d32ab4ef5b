package import Kernel
package import Languages

/// How a centre valued one calendar year.
package struct SelfYear: Sendable {
    package typealias ID = Kernel.ID<SelfYear>

    package let id: ID
    package let centre: Kernel.ID<CentreTag>
    package let year: Int
    package let conclusions: String
    /// The day on which its facts were kept as they were.
    package let closed: Day?
    package var answers: [SelfFeature.ID: SelfAnswer]
    package var facts: [SelfFact: Int]

    package var isClosed: Bool { closed != nil }
    /// The day whose rule it is valued by: its last, or that on which it was closed where that came first.
    package var ruled: Day {
        let last = Day(year: year, month: 12, day: 31) ?? .zero
        return closed.map { min($0, last) } ?? last
    }
    package var path: String { "/staff/self-evaluation/\(id)" }

    /// How many of some features have a score.
    package func scored(_ features: [SelfFeature]) -> Int { features.count { answers[$0.id]?.score != nil } }

    /// The mean of the scores of some features, in tenths; nil where none has one.
    package func mean(_ features: [SelfFeature]) -> Int? {
        let scores = features.compactMap { answers[$0.id]?.score }
        return scores.isEmpty ? nil : (scores.reduce(0, +) * 20 + scores.count) / (2 * scores.count)
    }

    static let bounds = 1990...2200
}

/// What was written of a feature in a year.
package struct SelfAnswer: Sendable, Hashable {
    package var words: String
    package var score: Int?
    /// Counts up with each change.
    package var edits: Int

    package init(_ words: String, score: Int?, edits: Int = 0) { (self.words, self.score, self.edits) = (words, score, edits) }
}

/// A countdown to a day: what it is for, and how near it is.
package struct SelfCountdown: Sendable, Hashable {
    package enum Kind: Sendable { case filing, end }

    package let kind: Kind
    package let day: Day

    /// So many days before it somebody is told each morning.
    package static let noticeDays = 90

    /// The days that lie ahead of an accreditation, the nearest first.
    package static func all(_ accreditation: Accreditation?, _ rule: SelfRule, on today: Day) -> [SelfCountdown] {
        guard let end = accreditation?.days.upperBound, end >= today else { return [] }
        let filing = rule.filing(before: end).flatMap { $0 >= today ? SelfCountdown(kind: .filing, day: $0) : nil }
        return [filing, SelfCountdown(kind: .end, day: end)].compactMap { $0 }
    }

    package func days(from today: Day) -> Int { day.number - today.number }
}

/// All that the pages of self-evaluation show.
package struct SelfBoard: Sendable {
    package let areas: [SelfArea]
    package let rules: [SelfRule]
    package let accreditations: [Accreditation]
    package let years: [SelfYear]
    package let today: Day

    package var rule: SelfRule { .holding(on: today, rules) }
    package func rule(of year: SelfYear) -> SelfRule { .holding(on: year.ruled, rules) }
    package var accreditation: Accreditation? { .latest(accreditations) }
    package var countdowns: [SelfCountdown] { SelfCountdown.all(accreditation, rule, on: today) }

    /// What is looked at in a year: all that is used, and what was answered before it ended.
    package func areas(of year: SelfYear) -> [(area: SelfArea, features: [SelfFeature])] {
        areas.compactMap { area in
            let features = area.features.filter { (area.isUsed && $0.ended == nil && !year.isClosed) || year.answers[$0.id] != nil }
            return features.isEmpty ? nil : (area, features)
        }
    }

    package func features(of year: SelfYear) -> [SelfFeature] { areas(of: year).flatMap(\.features) }
}

extension Subject {
    package static func selfYear(_ id: SelfYear.ID) -> Subject { .other("self_year", id.value) }
}
