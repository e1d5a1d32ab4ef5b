package import Centres
package import Events
package import Files
package import Kernel
package import Languages
import Storage

/// A call for works: a contest, a festival of performances, an exhibition.
package struct Contest: Sendable {
    package typealias ID = Kernel.ID<Contest>

    /// Where it is on its way.
    package enum State: String, CaseIterable, Sendable, Storable {
        case draft, open, judging, decided, closed

        /// Where it may go from here. What was decided may be taken up again once, as long as it is not closed.
        package var next: [State] {
            switch self {
            case .draft: [.open]
            case .open: [.judging, .draft]
            case .judging: [.decided, .open]
            case .decided: [.closed, .judging]
            case .closed: []
            }
        }
    }

    package let id: ID
    package let centre: Centre.ID
    package let state: State
    package let draft: ContestDraft
    /// The day of its results.
    package let decidedOn: Day?
    /// So many months after its results it forgets children, as the rule was then.
    package let keepMonths: Int?
    /// Its opening or its performance.
    package let event: Event.ID?
    package let poster: StoredFile?
    package let created: Instant
    /// When what it held about children was erased.
    package let erased: Instant?
    package let categories: [ContestCategory]

    package var name: String { draft.name }
    package var kind: ContestKind { draft.kind }
    package var language: Language { draft.language }
    package var isForPupils: Bool { draft.isForPupils }
    package var hasJury: Bool { draft.hasJury }
    package var closes: Instant { draft.closes }
    /// Where everybody reads it, behind the language.
    package var path: String { "/contests/\(id)" }

    /// Whether a work that was begun to be sent at a moment comes in time. The minute of the deadline itself still counts.
    package func isInTime(_ moment: Instant) -> Bool { moment.seconds < draft.closes.seconds + 60 }
    /// Whether works can be sent in; what comes after the deadline is late, and the centre decides of it.
    package func takesWorks(at moment: Instant) -> Bool { state == .open && moment >= draft.opens }
    /// When it forgets children.
    package var erases: Day? { decidedOn.flatMap { day in keepMonths.map { ContestRetention.end(after: day, months: $0) } } }
    package func category(_ id: ContestCategory.ID) -> ContestCategory? { categories.first { $0.id == id } }
}

/// What is called for.
package enum ContestKind: String, CaseIterable, Sendable, Storable {
    case photo, art, literary, research, festival, tools, book
}

/// How far it reaches.
package enum ContestLevel: String, CaseIterable, Sendable, Storable {
    case school, municipality, state, centre
}

/// What is written in a call.
package struct ContestDraft: Sendable, Hashable {
    package var kind: ContestKind
    package var language: Language
    package var name: String
    package var lead = ""
    /// In Markdown.
    package var rules = ""
    package var prizes = ""
    package var partners = ""
    package var hasJury = true
    package var isForPupils = true
    package var level = ContestLevel.centre
    package var opens: Instant
    package var closes: Instant
    /// The contest of a higher level that takes works from this one, and from how many points on.
    package var parent: Contest.ID?
    package var threshold: Int?

    package init(_ kind: ContestKind, _ name: String, in language: Language, opens: Instant, closes: Instant) {
        (self.kind, self.name, self.language, self.opens, self.closes) = (kind, name, language, opens, closes)
    }
}

/// A part of a contest in which works stand beside their like.
package struct ContestCategory: Sendable, Hashable {
    package typealias ID = Kernel.ID<ContestCategory>

    package let id: ID
    package let draft: ContestCategoryDraft
    package let position: Int

    package init(id: ID, _ draft: ContestCategoryDraft, position: Int) { (self.id, self.draft, self.position) = (id, draft, position) }

    package var name: String { draft.name }
}

package struct ContestCategoryDraft: Sendable, Hashable {
    package var name: String
    package var discipline = ""
    /// From which grade to which; nil for everybody.
    package var grades: ClosedRange<Int>?
    /// So many works one mentor may send in.
    package var mostWorks = 5
    package var kinds: Set<ContestFileKind> = []
    /// A picture has at least so many along its longer side.
    package var leastPixels: Int?
    /// One file has at most so many.
    package var mostBytes: Int?

    package init(_ name: String) { self.name = name }

    /// Whether pupils of a grade may take part.
    package func admits(_ grade: Int?) -> Bool { grades.map { range in grade.map(range.contains) ?? false } ?? true }
}

/// What a work consists of, beside its title.
package enum ContestFileKind: String, CaseIterable, Sendable, Storable {
    case picture, pdf
    /// Written into the form.
    case text
    /// A film, or anything else that stands elsewhere.
    case link

    /// Those that come as a file.
    package static let files: Set<ContestFileKind> = [.picture, .pdf]
}

/// How long a contest keeps what it holds about children: a rule with a day from which it holds.
package struct ContestRetention: Sendable, Hashable {
    package let since: Day
    package let months: Int
    package let basis: String

    package init(since: Day, months: Int, basis: String) { (self.since, self.months, self.basis) = (since, months, basis) }

    package static let monthsBounds = 1...36
    /// Where a centre has said nothing.
    package static let usual = 12

    /// The rule of a day.
    package static func months(on day: Day, _ rules: [ContestRetention]) -> Int {
        rules.filter { $0.since <= day }.max { $0.since < $1.since }?.months ?? usual
    }

    /// The first day on which what was kept is gone: the same day of a later month, or its last where that month is shorter.
    package static func end(after day: Day, months: Int) -> Day {
        let number = day.year * 12 + day.month - 1 + months
        let (year, month) = (number / 12, number % 12 + 1)
        for last in stride(from: day.day, through: 1, by: -1) {
            if let end = Day(year: year, month: month, day: last) { return end }
        }
        return day.adding(days: 31 * months)
    }
}

extension Subject {
    package static func contest(_ id: Contest.ID) -> Subject { .other("contest", id.value) }
    package static func contestWork(_ id: ContestWork.ID) -> Subject { .other("contest_work", id.value) }
}
