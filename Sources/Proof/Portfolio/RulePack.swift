package import Centres
package import Events
package import Kernel
package import Languages

/// What is asked of those who work in education, from one day to another: a by-law as data. Its text is written by `docs/rules.md`; an administrator changes it
/// without code, and last year's status does not change, for each school year is judged by the pack that is in force on its last day.
package struct RulePack: Sendable, Hashable {
    /// As `RS-2021`.
    package var name: String
    package var country: Country
    package var title: PackWords
    /// Where it stands, as people cite it.
    package var source: String
    package var from: Day
    /// The last day; nil while it is in force.
    package var until: Day?
    package var worth: [Worth] = []
    package var requirements: [Requirement] = []
    package var leave: PaidLeave?
    package var titles: [CareerTitle] = []
    package var attestation: Attestation?

    package func isInForce(on day: Day) -> Bool { from <= day && until.map { day <= $0 } ?? true }

    /// How sure each thing is that it says.
    package var certainties: [Certainty] {
        worth.map(\.certainty) + requirements.map(\.certainty) + titles.map(\.certainty) + [leave?.certainty, attestation?.certainty].compactMap(\.self)
    }

    /// Points of one thing: what its paper says, else what the pack says.
    package func points(of evidence: Evidence) -> Int {
        if let points = evidence.points { return points }
        guard let worth = worth.first(where: { $0.kind == evidence.kind }) else { return 0 }
        return evidence.amount(of: worth.per) * (evidence.isInternational ? worth.international ?? worth.points : worth.points)
    }
}

/// Words of a pack in the languages in which it has them.
package struct PackWords: Sendable, Hashable {
    package var texts: [Language: String]

    package init(_ texts: [Language: String]) { self.texts = texts }

    /// As a page in some language shows it.
    package func wording(in language: Language) -> Event.Wording { Event.Wording(in: language, else: .sr) { texts[$0] } }
}

/// How sure a rule is. What no text of the law in force proves is said to be so wherever it is read.
package enum Certainty: String, CaseIterable, Sendable {
    case sourced, unconfirmed
}

/// What one unit of a kind is worth where no paper says it.
package struct Worth: Sendable, Hashable {
    package var kind: EvidenceKind
    package var per: RuleUnit
    package var points: Int
    /// The same of what people of several countries met at, where that differs.
    package var international: Int?
    package var certainty: Certainty
}

/// What is counted.
package enum RuleUnit: String, CaseIterable, Sendable {
    case hours, days, points, credits
    /// Each thing once.
    case pieces

    package func said(_ count: Int) -> Phrase {
        switch self {
        case .hours: T.portfolio.hoursCount(count: count)
        case .days: T.portfolio.daysCount(count: count)
        case .points: T.portfolio.pointsCount(count: count)
        case .credits: T.portfolio.creditsCount(count: count)
        case .pieces: T.portfolio.piecesCount(count: count)
        }
    }
}

/// One thing that a rule asks for.
package struct Requirement: Sendable, Hashable {
    package var name: String
    package var title: PackWords
    package var article: String
    package var certainty: Certainty
    /// Over so many school years, the last of which is the one that is judged.
    package var years = 1
    package var count: RuleUnit
    package var least: Int
    package var of: [EvidenceKind]
    /// Each thing must have at least so many hours, or days.
    package var hours = 0
    package var days = 0
    /// Only of priority areas.
    package var isPriority = false
    /// Only what has one of these words, folded, in its title, competence or priority.
    package var words: [String] = []

    static let yearBounds = 1...10

    /// Whether a thing counts for it at all.
    package func counts(_ evidence: Evidence) -> Bool {
        of.contains(evidence.kind) && evidence.hours >= hours && evidence.days >= days && (!isPriority || evidence.isPriority)
            && (words.isEmpty || words.contains { evidence.words.contains($0) })
    }

    /// The first and the last day of what counts for a school year.
    package func span(to year: SchoolYear) -> ClosedRange<Day> {
        (1..<years).reduce(year) { year, _ in year.previous }.first...year.last
    }
}

/// Days on which one is away for training and paid.
package struct PaidLeave: Sendable, Hashable {
    package var days: Int
    package var article: String
    package var certainty: Certainty
}

/// A step of the career, and what is asked for it. Nothing decides it here: the dossier shows what there is.
package struct CareerTitle: Sendable, Hashable {
    package struct Need: Sendable, Hashable {
        package var title: PackWords
        /// Which kinds of things speak for it; none where only a person can say it.
        package var of: [EvidenceKind]
        /// Only what its bearer led.
        package var isLed: Bool
    }

    package var name: String
    package var title: PackWords
    /// Of work, at least.
    package var years: Int
    package var article: String
    package var certainty: Certainty
    package var needs: [Need]
}

/// When one can rise: where that happens in certain months, after some years, and is asked for before.
package struct Attestation: Sendable, Hashable {
    package var months: [Int]
    /// Not sooner than so many years after the last.
    package var rest: Int
    /// So many months before it is asked for.
    package var ask: Int
    package var article: String
    package var certainty: Certainty
}

extension Attestation {
    /// The first of its months after the rest is over, and the day by which it is asked for.
    func next(after last: Day?, from today: Day) -> (month: Day, ask: Day) {
        let earliest = max(last?.adding(years: rest) ?? today, today)
        let candidates = (0...24).compactMap { step -> Day? in
            let month = earliest.monthDays.lowerBound.adding(months: step)
            return months.contains(month.month) ? month : nil
        }
        let chosen = candidates.first { $0.adding(months: -ask) >= today } ?? candidates.first ?? earliest
        return (chosen, chosen.adding(months: -ask))
    }

    /// The next one, where somebody told since when they have their title and it is time to think of it: a month before it is asked for.
    func near(after last: Day?, from today: Day) -> (month: Day, ask: Day)? {
        guard let last else { return nil }
        let coming = next(after: last, from: today)
        return coming.ask >= today && coming.ask.adding(months: -Self.thinking) <= today ? coming : nil
    }

    private static let thinking = 1
}

extension Evidence {
    package func amount(of unit: RuleUnit) -> Int {
        switch unit {
        case .hours: hours
        case .days: days
        case .credits: credits
        case .pieces: 1
        case .points: points ?? 0
        }
    }
}
