package import Centres
import Events
import Files
package import Kernel
import Languages
package import Storage

/// Contests as rows, and who sees them.
package enum ContestStore {
    // MARK: One

    /// - Throws: `Problem.missing` unless it is of the centre, and it is announced or the actor works for the centre.
    package static func contest(_ id: Contest.ID, at centre: Centre.ID, in act: Act) throws -> Contest {
        guard let contest = try contests("c.id = \(id) AND c.centre = \(centre)", in: act).first,
              contest.state != .draft || act.by.coordinates(centre) else { throw Problem.missing }
        return contest
    }

    /// One of the centre that the actor works for, about to be changed.
    package static func desked(_ id: Contest.ID, at centre: Centre.ID, in act: Act) throws -> Contest {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try held(id, at: centre, in: act)
    }

    /// One in which something is about to be counted.
    package static func held(_ id: Contest.ID, at centre: Centre.ID, in act: Act) throws -> Contest {
        _ = try contest(id, at: centre, in: act)
        try act.db.hold("contest", id.value)
        return try contest(id, at: centre, in: act)
    }

    // MARK: Many

    /// - Parameter condition: over `contest c`.
    package static func contests(_ condition: SQL, order: SQL = "c.closes DESC, c.id DESC", most: Int = 500, in act: Act) throws -> [Contest] {
        let rows = try act.db.rows("SELECT c.* FROM contest c WHERE \(condition) ORDER BY \(order) LIMIT \(most)")
        guard !rows.isEmpty else { return [] }
        let ids: [Contest.ID] = try rows.map { try $0["id"] }
        let categories = try Dictionary(grouping: act.db.rows("SELECT * FROM contest_category WHERE contest IN \(list: ids) ORDER BY position, id").map { row in
            (try row["contest"] as Contest.ID, try ContestCategory(row: row))
        }) { $0.0 }
        let posters = try FileStore.files(rows.compactMap { try $0["poster"] as StoredFile.ID? }, in: act)
        return try rows.map { row in
            let id: Contest.ID = try row["id"], poster: StoredFile.ID? = try row["poster"]
            return try Contest(row: row, categories: categories[id]?.map(\.1) ?? [], poster: poster.flatMap { posters[$0] })
        }
    }

    /// All that everybody reads: those that are open first.
    package static func announced(of centre: Centre.ID, in act: Act) throws -> [Contest] {
        try contests("c.centre = \(centre) AND c.state <> 'draft'", in: act)
    }

    /// All of the desk.
    package static func all(of centre: Centre.ID, in act: Act) throws -> [Contest] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try contests("c.centre = \(centre)", in: act)
    }

    /// The contest of a higher level, where it is announced.
    package static func above(_ contest: Contest, in act: Act) throws -> Contest? {
        try contest.draft.parent.flatMap { try contests("c.id = \($0) AND c.state <> 'draft'", in: act).first }
    }

    /// Contests of a lower level whose works one takes.
    package static func below(_ id: Contest.ID, in act: Act) throws -> [Contest] { try contests("c.parent = \(id)", in: act) }

    /// Contests that could be the higher level of one of the centre: its own, and those that others have announced.
    static func possibleParents(at centre: Centre.ID, in act: Act) throws -> [Contest] {
        try contests("c.state IN ('draft', 'open', 'judging') AND (c.centre = \(centre) OR c.state <> 'draft')", most: 100, in: act)
    }

    /// Those that words find, the best first.
    package static func found(_ words: String, of centre: Centre.ID, limit: Int, in act: Act) throws -> [Contest] {
        let ids: [Contest.ID] = try act.db.rows("""
            SELECT c.id FROM contest c JOIN \(act.db.found("contest", typed: words)) f ON f.subject = c.id
            WHERE c.centre = \(centre) AND c.state <> 'draft' ORDER BY f.grade, c.id LIMIT \(limit)
            """).map { try $0["id"] }
        let contests = Dictionary(try contests("c.id IN \(list: ids)", in: act).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return ids.compactMap { contests[$0] }
    }

    /// How many works of a contest are in which state.
    package static func counts(of contests: [Contest.ID], in act: Act) throws -> [Contest.ID: [ContestWork.State: Int]] {
        guard !contests.isEmpty else { return [:] }
        let rows = try act.db.rows("SELECT contest, state, count(*) AS works FROM contest_work WHERE contest IN \(list: contests) GROUP BY contest, state")
        return try rows.reduce(into: [:]) {
            $0[try $1["contest"], default: [:]][try $1["state"]] = try $1["works"]
        }
    }

    // MARK: On its way

    /// Lets a contest go on. What it needs for that, it has.
    package static func move(_ id: Contest.ID, to state: Contest.State, at centre: Centre.ID, in act: Act) throws {
        let contest = try desked(id, at: centre, in: act)
        guard contest.state.next.contains(state) else { throw Problem.conflict(T.contests.errorMove) }
        if state == .open {
            guard !contest.categories.isEmpty else { throw Problem.conflict(T.contests.errorNoCategory) }
            guard !contest.draft.rules.isEmpty else { throw Problem.conflict(T.contests.errorNoRules) }
        }
        if state == .draft, try act.db.exists("SELECT 1 AS stands FROM contest_work WHERE contest = \(id)") { throw Problem.conflict(T.contests.errorHasWorks) }
        if state == .judging, contest.state == .open, contest.isInTime(act.now) { throw Problem.conflict(T.contests.errorStillOpen) }
        try act.state(ContestMoved(contest, to: state))
        if state == .decided {
            let day = try CentreStore.centre(centre, in: act).zone.day(of: act.now)
            let months = ContestRetention.months(on: day, try ContestRetentionStore.all(of: centre, in: act))
            try act.db.run("UPDATE contest SET state = \(state), decided_on = \(day), keep_months = \(months) WHERE id = \(id)")
        } else {
            try act.db.run("UPDATE contest SET state = \(state) WHERE id = \(id)")
        }
        try act.record(state.deed, .contest(id), centre: centre, changes: [Change("state", from: contest.state.rawValue, to: state.rawValue)])
        try makeFindable(id, in: act)
        try act.touchPublicPages()
    }

    // MARK: Words that are found

    static func makeFindable(_ id: Contest.ID, in act: Act) throws {
        guard let contest = try contests("c.id = \(id)", in: act).first else { return }
        if contest.state == .draft { try act.db.unindex("contest", id.value) } else { try act.db.index("contest", id.value, words(of: contest)) }
    }

    private static func words(of contest: Contest) -> SearchText {
        let draft = contest.draft
        return SearchText(
            titles: [(draft.name, draft.language)],
            bodies: ([draft.lead, draft.rules, draft.prizes, draft.partners] + contest.categories.flatMap { [$0.name, $0.draft.discipline] }).filter { !$0.isEmpty }
                .map { ($0, draft.language) },
            names: [])
    }

    /// Makes its part of the search index again.
    static func reindex(in act: Act) throws {
        for contest in try contests("c.state <> 'draft'", most: 100_000, in: act) { try act.db.index("contest", contest.id.value, words(of: contest)) }
    }
}

extension Contest {
    init(row: Row, categories: [ContestCategory], poster: StoredFile?) throws {
        id = try row["id"]
        centre = try row["centre"]
        state = try row["state"]
        var draft = ContestDraft(try row["kind"], try row["name"], in: try row["language"], opens: try row["opens"], closes: try row["closes"])
        (draft.lead, draft.rules, draft.prizes, draft.partners) = (try row["lead"], try row["rules"], try row["prizes"], try row["partners"])
        (draft.hasJury, draft.isForPupils, draft.level) = (try row["has_jury"], try row["is_for_pupils"], try row["level"])
        (draft.parent, draft.threshold) = (try row["parent"], try row["threshold"])
        self.draft = draft
        decidedOn = try row["decided_on"]
        keepMonths = try row["keep_months"]
        event = try row["event"]
        self.poster = poster
        created = try row["created"]
        erased = try row["erased"]
        self.categories = categories
    }
}

extension ContestCategory {
    init(row: Row) throws {
        var draft = ContestCategoryDraft(try row["name"])
        draft.discipline = try row["discipline"]
        let from: Int? = try row["grade_from"], to: Int? = try row["grade_to"]
        if let from, let to, from <= to { draft.grades = from...to }
        draft.mostWorks = try row["most_works"]
        let kinds: String = try row["kinds"]
        draft.kinds = Set(kinds.split(separator: " ").compactMap { ContestFileKind(rawValue: String($0)) })
        (draft.leastPixels, draft.mostBytes) = (try row["least_pixels"], try row["most_bytes"])
        self.init(id: try row["id"], draft, position: try row["position"])
    }
}
