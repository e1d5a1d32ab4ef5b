package import Events
package import Kernel
package import Languages
package import Storage

/// A call for papers of an event: what is asked of authors, until when, and by what it is judged.
package struct PaperCall: Sendable {
    package typealias ID = Kernel.ID<PaperCall>

    package let id: ID
    package let event: Event.ID
    package let details: PaperCallDetails
    package let criteria: [PaperCriterion]
    package let published: Instant?

    package init(row: Row, criteria: [PaperCriterion]) throws {
        id = try row["id"]
        event = try row["event"]
        details = PaperCallDetails(
            words: try row["words"], kinds: (try row["kinds"] as String).split(separator: "\n").map(String.init), criteria: criteria.map(\.name),
            abstractWords: try row["abstract_words"], keywordsMost: try row["keywords_most"], authorsMost: try row["authors_most"], bestMark: try row["best_mark"],
            reviewsEach: try row["reviews_each"], minutes: try row["minutes"],
            days: PaperCallDays(
                opens: try row["opens"], deadline: try row["deadline"], reviewed: try row["reviewed"], again: try row["again"],
                againReviewed: try row["again_reviewed"]))
        self.criteria = criteria
        published = try row["published"]
    }

    /// Where it stands on a day of the centre.
    package func stage(on today: Day) -> PaperCallStage { published == nil ? .draft : details.days.stage(on: today) }

    /// Until the end of which day reviewers have time in a round.
    package func reviewed(in round: Int) -> Day { round == 1 ? details.days.reviewed : details.days.againReviewed }
    /// Until the end of which day authors have time in a round.
    package func deadline(in round: Int) -> Day { round == 1 ? details.days.deadline : details.days.again }
}

/// One thing by which proposals are marked.
package struct PaperCriterion: Sendable, Hashable {
    package typealias ID = Kernel.ID<PaperCriterion>

    package let id: ID
    package let name: String
}

/// Where a call stands.
package enum PaperCallStage: String, CaseIterable, Sendable {
    /// Nobody sees it but the centre.
    case draft
    case coming, open
    /// Reviewers read what came.
    case review
    /// Second versions come, of those who were asked for one.
    case again
    case againReview
    case over

    package var name: Phrase {
        switch self {
        case .draft: T.papers.stageDraft
        case .coming: T.papers.stageComing
        case .open: T.papers.stageOpen
        case .review: T.papers.stageReview
        case .again: T.papers.stageAgain
        case .againReview: T.papers.stageAgainReview
        case .over: T.papers.stageOver
        }
    }
}

/// The days of a call, each counted to its end in the centre's zone.
package struct PaperCallDays: Sendable, Hashable {
    package var opens, deadline, reviewed, again, againReviewed: Day

    package init(opens: Day, deadline: Day, reviewed: Day, again: Day, againReviewed: Day) {
        (self.opens, self.deadline, self.reviewed, self.again, self.againReviewed) = (opens, deadline, reviewed, again, againReviewed)
    }

    /// Days to begin with: from today to the event, in five steps. They are changed as the centre needs.
    package init(from today: Day, to first: Day) {
        let left = max(0, today.days(until: first))
        func day(_ tenths: Int) -> Day { today.adding(days: left * tenths / 10) }
        self.init(opens: today, deadline: day(4), reviewed: day(6), again: day(7), againReviewed: day(8))
    }

    package func stage(on today: Day) -> PaperCallStage {
        if today < opens { return .coming }
        if today <= deadline { return .open }
        if today <= reviewed { return .review }
        if today <= again { return .again }
        return today <= againReviewed ? .againReview : .over
    }
}

/// What a centre decides about a call. Every limit is data.
package struct PaperCallDetails: Sendable, Hashable {
    /// To the authors.
    package var words: String
    package var kinds: [String]
    package var criteria: [String]
    package var abstractWords: Int
    package var keywordsMost: Int
    package var authorsMost: Int
    /// Marks go from 1 to this.
    package var bestMark: Int
    /// So many reviewers get each proposal.
    package var reviewsEach: Int
    /// How long a talk is.
    package var minutes: Int
    package var days: PaperCallDays

    package init(
        words: String = "", kinds: [String] = [], criteria: [String] = [], abstractWords: Int = 300, keywordsMost: Int = 5, authorsMost: Int = 4, bestMark: Int = 5,
        reviewsEach: Int = 2, minutes: Int = 20, days: PaperCallDays
    ) {
        (self.words, self.kinds, self.criteria, self.days) = (words, kinds, criteria, days)
        (self.abstractWords, self.keywordsMost, self.authorsMost) = (abstractWords, keywordsMost, authorsMost)
        (self.bestMark, self.reviewsEach, self.minutes) = (bestMark, reviewsEach, minutes)
    }

    static let longestWords = TextLimit.letter.rawValue, longestKinds = TextLimit.note.rawValue, longestKind = TextLimit.sentence.rawValue
    static let linesMost = 12
    static let abstractLimits = 20...1_000, keywordLimits = 0...20, authorLimits = 1...12, markLimits = 2...10, reviewLimits = 1...6, minuteLimits = 5...240

    /// Each day comes after the one before, and all of them before the event begins.
    package func faults(before first: Day?) -> Faults {
        var faults = Faults()
        faults.require(!criteria.isEmpty, "criteria", T.papers.criteriaMissing)
        let steps = [("deadline", days.opens, days.deadline), ("reviewed", days.deadline, days.reviewed), ("again", days.reviewed, days.again),
            ("againReviewed", days.again, days.againReviewed)]
        for (field, before, after) in steps { faults.require(before < after, field, T.papers.dayNotAfter(day: .day(before))) }
        if let first { faults.require(days.againReviewed < first, "againReviewed", T.papers.dayAfterStart(day: .day(first))) }
        return faults
    }
}
