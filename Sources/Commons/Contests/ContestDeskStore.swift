package import Centres
package import Events
package import Files
package import Kernel
import Languages
import Storage

/// What the desk writes into a call.
package enum ContestDeskStore {
    package static func announce(_ draft: ContestDraft, at centre: Centre.ID, in act: Act) throws -> Contest.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try check(draft, nil, in: act)
        let id = Contest.ID(try act.db.insert("""
            INSERT INTO contest (centre, kind, language, name, lead, rules, prizes, partners, has_jury, is_for_pupils, state, opens, closes, parent, threshold,
                level, created)
            VALUES (\(centre), \(draft.kind), \(draft.language), \(draft.name), \(draft.lead), \(draft.rules), \(draft.prizes), \(draft.partners), \(draft.hasJury),
                \(draft.isForPupils), 'draft', \(draft.opens), \(draft.closes), \(draft.parent), \(draft.threshold), \(draft.level), \(act.now)) RETURNING id
            """))
        try act.record(T.contests.deedBegun, .contest(id), centre: centre)
        return id
    }

    /// While works come in only what does them no harm may change: not what is called for, nor from when.
    package static func edit(_ id: Contest.ID, to draft: ContestDraft, at centre: Centre.ID, in act: Act) throws {
        let contest = try writable(id, at: centre, in: act)
        try check(draft, id, in: act)
        if contest.state == .open {
            guard draft.kind == contest.kind, draft.isForPupils == contest.isForPupils else { throw Problem.invalid("kind", T.contests.errorKindFixed) }
        }
        try act.db.run("""
            UPDATE contest SET kind = \(draft.kind), language = \(draft.language), name = \(draft.name), lead = \(draft.lead), rules = \(draft.rules),
                prizes = \(draft.prizes), partners = \(draft.partners), has_jury = \(draft.hasJury), is_for_pupils = \(draft.isForPupils), opens = \(draft.opens),
                closes = \(draft.closes), parent = \(draft.parent), threshold = \(draft.threshold), level = \(draft.level) WHERE id = \(id)
            """)
        try act.record(T.contests.deedEdited, .contest(id), centre: centre, changes: [
            Change("name", from: contest.name, to: draft.name), Change("closes", from: contest.closes.iso, to: draft.closes.iso),
            Change("rules", from: contest.draft.rules, to: draft.rules),
        ])
        try changed(id, in: act)
    }

    private static func check(_ draft: ContestDraft, _ id: Contest.ID?, in act: Act) throws {
        guard let parent = draft.parent else { return }
        guard parent != id, let above = try ContestStore.contests("c.id = \(parent)", in: act).first, above.state != .closed, above.kind == draft.kind,
              above.draft.parent == nil || above.draft.parent != id, above.state != .draft || act.by.coordinates(above.centre)
        else { throw Problem.invalid("parent", T.contests.errorParent) }
    }

    private static func writable(_ id: Contest.ID, at centre: Centre.ID, in act: Act) throws -> Contest {
        let contest = try ContestStore.desked(id, at: centre, in: act)
        guard contest.state == .draft || contest.state == .open else { throw Problem.conflict(T.contests.errorNotNow) }
        return contest
    }

    private static func changed(_ id: Contest.ID, in act: Act) throws {
        try ContestStore.makeFindable(id, in: act)
        try act.touchPublicPages()
    }

    // MARK: Categories

    static let categoriesMost = 40

    @discardableResult
    package static func add(_ draft: ContestCategoryDraft, to id: Contest.ID, at centre: Centre.ID, in act: Act) throws -> ContestCategory.ID {
        let contest = try writable(id, at: centre, in: act)
        guard contest.categories.count < categoriesMost else { throw Problem.conflict(T.contests.errorCategories(most: .number(categoriesMost))) }
        let category = ContestCategory.ID(try act.db.insert("""
            INSERT INTO contest_category (contest, name, discipline, grade_from, grade_to, most_works, kinds, least_pixels, most_bytes, position)
            VALUES (\(id), \(draft.name), \(draft.discipline), \(draft.grades?.lowerBound), \(draft.grades?.upperBound), \(draft.mostWorks), \(kinds(draft)),
                \(draft.leastPixels), \(draft.mostBytes), \((contest.categories.map(\.position).max() ?? 0) + 1)) RETURNING id
            """))
        try act.record(T.contests.deedCategory, .contest(id), centre: centre, changes: [Change("category", from: "", to: draft.name)])
        try changed(id, in: act)
        return category
    }

    package static func edit(_ category: ContestCategory.ID, to draft: ContestCategoryDraft, of id: Contest.ID, at centre: Centre.ID, in act: Act) throws {
        guard let old = try writable(id, at: centre, in: act).category(category) else { throw Problem.missing }
        try act.db.run("""
            UPDATE contest_category SET name = \(draft.name), discipline = \(draft.discipline), grade_from = \(draft.grades?.lowerBound),
                grade_to = \(draft.grades?.upperBound), most_works = \(draft.mostWorks), kinds = \(kinds(draft)), least_pixels = \(draft.leastPixels),
                most_bytes = \(draft.mostBytes) WHERE id = \(category)
            """)
        try act.record(T.contests.deedCategory, .contest(id), centre: centre, changes: [Change("category", from: old.name, to: draft.name)])
        try changed(id, in: act)
    }

    package static func remove(_ category: ContestCategory.ID, of id: Contest.ID, at centre: Centre.ID, in act: Act) throws {
        guard let old = try writable(id, at: centre, in: act).category(category) else { throw Problem.missing }
        if try act.db.exists("SELECT 1 AS stands FROM contest_work WHERE category = \(category)") { throw Problem.conflict(T.contests.errorCategoryUsed) }
        try act.db.run("DELETE FROM contest_category WHERE id = \(category)")
        try act.record(T.contests.deedCategory, .contest(id), centre: centre, changes: [Change("category", from: old.name, to: "")])
        try changed(id, in: act)
    }

    private static func kinds(_ draft: ContestCategoryDraft) -> String { draft.kinds.map(\.rawValue).sorted().joined(separator: " ") }

    // MARK: What belongs to it

    package static func setPoster(_ file: NewFile?, of id: Contest.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try ContestStore.desked(id, at: centre, in: act)
        let poster = try file.map { try FileStore.add($0, of: centre, in: act) }
        try act.db.run("UPDATE contest SET poster = \(poster) WHERE id = \(id)")
        try act.record(T.contests.deedPoster, .contest(id), centre: centre)
        try changed(id, in: act)
    }

    /// Its opening or its performance, once there is an event for it.
    package static func setEvent(_ event: Event.ID?, of id: Contest.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try ContestStore.desked(id, at: centre, in: act)
        if let event, try EventStore.event(event, in: act).centre != centre { throw Problem.missing }
        try act.db.run("UPDATE contest SET event = \(event) WHERE id = \(id)")
        try act.record(T.contests.deedEvent, .contest(id), centre: centre)
        try changed(id, in: act)
    }

    /// Throws a draft away.
    package static func discard(_ id: Contest.ID, at centre: Centre.ID, in act: Act) throws {
        let contest = try ContestStore.desked(id, at: centre, in: act)
        guard contest.state == .draft else { throw Problem.conflict(T.contests.errorNotNow) }
        if try act.db.exists("SELECT 1 AS stands FROM contest_work WHERE contest = \(id)") { throw Problem.conflict(T.contests.errorHasWorks) }
        try act.state(ContestRemoving(id))
        try act.db.run("UPDATE contest SET parent = NULL WHERE parent = \(id)")
        try act.db.run("DELETE FROM contest_category WHERE contest = \(id)")
        try act.db.unindex("contest", id.value)
        try act.forgetJournal(about: .contest(id))
        try act.db.run("DELETE FROM contest WHERE id = \(id)")
    }
}
