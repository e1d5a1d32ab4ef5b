package import Accounts
import Catalogue
package import Centres
import Events
package import Kernel
import Languages
import Storage

/// Plans and their lines as rows. A plan belongs to one centre and is for its own people.
package enum YearPlanStore {
    // MARK: Reads

    /// The plans of a centre, the newest year first.
    package static func plans(of centre: Centre.ID, in act: Act) throws -> [YearPlan] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try plans("WHERE centre = \(centre) ORDER BY year DESC, kind", in: act)
    }

    /// - Throws: `Problem.missing` for everybody but the centre's own people.
    package static func plan(_ id: YearPlan.ID, in act: Act) throws -> YearPlan {
        guard let plan = try plans("WHERE id = \(id)", in: act).first, act.by.coordinates(plan.centre) else { throw Problem.missing }
        return plan
    }

    static func plan(of year: PlanYear, at centre: Centre.ID, in act: Act) throws -> YearPlan? {
        try plans("WHERE centre = \(centre) AND kind = \(year.kind) AND year = \(year.start)", in: act).first
    }

    static func plans(_ condition: SQL, in act: Act) throws -> [YearPlan] {
        let rows = try act.db.rows("SELECT * FROM year_plan \(condition)")
        let versions = try PlanVersionStore.latest(of: rows.map { try $0["id"] }, in: act)
        return try rows.map { try YearPlan(row: $0, version: versions[$0["id"]]) }
    }

    /// The lines that are worked on, in their order.
    package static func items(of plan: YearPlan.ID, in act: Act) throws -> [PlanItem] {
        try act.db.rows("SELECT * FROM plan_item WHERE plan = \(plan) ORDER BY line, id").map(item)
    }

    static func item(_ row: Row) throws -> PlanItem { PlanItem(id: try row["id"], details: try PlanItemDetails(row: row), edits: try row["edits"]) }

    /// A line of this plan; one of another plan is not there.
    package static func item(_ id: PlanItem.ID, of plan: YearPlan.ID, in act: Act) throws -> PlanItem {
        guard let row = try act.db.row("SELECT * FROM plan_item WHERE id = \(id) AND plan = \(plan)") else { throw Problem.missing }
        return try item(row)
    }

    /// Lines of a centre's plans in which words stand, the newest year first.
    package static func found(_ words: String, at centre: Centre.ID, limit: Int, in act: Act) throws -> [(plan: YearPlan, item: PlanItem)] {
        guard act.by.coordinates(centre) else { return [] }
        var found: [(plan: YearPlan, item: PlanItem)] = []
        for plan in try plans(of: centre, in: act) where found.count < limit {
            let fitting = try items(of: plan.id, in: act).filter { item in
                Fold.finds(words, in: [item.details.title, item.details.place, item.details.target, item.details.indicator].joined(separator: " "))
            }
            found += fitting.prefix(limit - found.count).map { (plan: plan, item: $0) }
        }
        return found
    }

    /// Who works at a centre and may answer for something, by name.
    package static func staff(of centre: Centre.ID, in act: Act) throws -> [(id: Person.ID, name: String)] {
        try act.db.rows("""
            SELECT p.id, p.given_name, p.family_name FROM person p WHERE p.erased IS NULL AND p.id IN (
                SELECT r.person FROM role r WHERE r.centre = \(centre) AND r.role IN ('coordinator', 'director', 'librarian', 'accountant'))
            ORDER BY p.family_name, p.given_name, p.id
            """).map { (try $0["id"], PersonName(given: try $0["given_name"], family: try $0["family_name"]).full) }
    }

    // MARK: Plans

    /// Begins the plan of a year; with a copy, with the lines of the year before.
    package static func begin(_ year: PlanYear, copies: Bool, at centre: Centre.ID, in act: Act) throws -> YearPlan.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try act.db.hold("centre", centre.value)
        guard try plan(of: year, at: centre, in: act) == nil else { throw Problem.invalid("year", T.planning.planExists) }
        let before = try copies ? plan(of: year.previous, at: centre, in: act) : nil
        if copies, before == nil { throw Problem.invalid("copy", T.planning.nothingToCopy) }
        let id = YearPlan.ID(try act.db.insert("""
            INSERT INTO year_plan (centre, kind, year, changed) VALUES (\(centre), \(year.kind), \(year.start), \(act.now)) RETURNING id
            """))
        try act.record(T.planning.begun, .yearPlan(id), centre: centre)
        guard let before else { return id }
        let items = try items(of: before.id, in: act).map(\.details), staff = Set(try staff(of: centre, in: act).map(\.id))
        let programmes = try ProgrammeStore.all(Array(Set(items.compactMap(\.programme))), in: act)
        let limits = Dictionary(uniqueKeysWithValues: programmes.map { ($0.id, $0.limits) })
        for (place, item) in items.enumerated() {
            var next = item.nextYear { limits[$0]?.covers($1) ?? false }
            if let person = next.person, !staff.contains(person) { next.person = nil }
            try insert(next, into: id, at: place + 1, in: act)
        }
        return id
    }

    // MARK: Lines

    @discardableResult
    package static func add(_ details: PlanItemDetails, to id: YearPlan.ID, at line: Int? = nil, in act: Act) throws -> PlanItem.ID {
        let plan = try changeable(id, in: act)
        try check(details, of: plan, in: act)
        let count = try act.db.count("SELECT count(*) FROM plan_item WHERE plan = \(id)")
        guard count < itemsMost else { throw Problem.conflict(T.planning.tooManyItems(most: .number(itemsMost))) }
        let item = try insert(details, into: id, at: count + 1, in: act)
        if let line { try move(item, of: id, to: line, in: act) }
        try touched(plan, in: act)
        try act.record(T.planning.itemAdded, .planItem(item), under: .yearPlan(id), centre: plan.centre, changes: changes(from: nil, to: details))
        return item
    }

    /// So many lines a plan may have.
    static let itemsMost = 1_000

    /// - Parameter seen: the count of edits that whoever saves has seen.
    package static func edit(_ id: PlanItem.ID, of planID: YearPlan.ID, to details: PlanItemDetails, at line: Int?, seen: Int?, in act: Act) throws {
        let plan = try changeable(planID, in: act), item = try item(id, of: planID, in: act)
        if let seen, seen != item.edits {
            let last = try JournalEntry.newest(T.planning.itemChanged, .planItem(id), in: act)
            let who = try last?.person.flatMap { try PersonStore.names(of: [$0], in: act)[$0] } ?? ""
            throw Problem.conflict(T.planning.changedMeanwhile(who: .text(who), at: .instant(last?.at ?? act.now)))
        }
        try check(details, of: plan, in: act)
        try act.db.run("""
            UPDATE plan_item SET form = \(details.form), programme = \(details.programme), topic = \(details.topic), title = \(details.title), person = \(details.person),
                first_day = \(details.days.lowerBound), last_day = \(details.days.upperBound), place = \(details.place), target = \(details.target),
                people = \(details.people), source = \(details.source), indicator = \(details.indicator), goal = \(details.goal), edits = edits + 1
            WHERE id = \(id)
            """)
        if let line { try move(id, of: planID, to: line, in: act) }
        try touched(plan, in: act)
        try act.record(T.planning.itemChanged, .planItem(id), under: .yearPlan(planID), centre: plan.centre, changes: changes(from: item.details, to: details))
    }

    /// Takes a line out; what came of it stands without a plan from then on.
    package static func remove(_ id: PlanItem.ID, of planID: YearPlan.ID, in act: Act) throws {
        let plan = try changeable(planID, in: act), item = try item(id, of: planID, in: act)
        for table in ["plan_item_event", "plan_reason", "month_offer_line"] as [StaticString] { try act.db.run("DELETE FROM \(name: table) WHERE item = \(id)") }
        try act.db.run("DELETE FROM plan_item WHERE id = \(id)")
        try number(try items(of: planID, in: act).map(\.id), in: act)
        try touched(plan, in: act)
        try act.record(
            T.planning.itemRemoved, .planItem(id), under: .yearPlan(planID), centre: plan.centre, changes: [Change("title", from: item.details.title, to: "")])
    }

    /// A line that an accepted draft makes, behind all others. Nobody may answer for it yet, which whoever hands the plan in is told.
    static func take(_ details: PlanItemDetails, into plan: YearPlan, in act: Act) throws -> PlanItem.ID {
        let count = try act.db.count("SELECT count(*) FROM plan_item WHERE plan = \(plan.id)")
        guard count < itemsMost else { throw Problem.conflict(T.planning.tooManyItems(most: .number(itemsMost))) }
        let item = try insert(details, into: plan.id, at: count + 1, in: act)
        try touched(plan, in: act)
        try act.record(T.planning.itemTaken, .planItem(item), under: .yearPlan(plan.id), centre: plan.centre, changes: changes(from: nil, to: details))
        return item
    }

    private static func move(_ id: PlanItem.ID, of plan: YearPlan.ID, to line: Int, in act: Act) throws {
        var order = try items(of: plan, in: act).map(\.id).filter { $0 != id }
        order.insert(id, at: min(max(line - 1, 0), order.count))
        try number(order, in: act)
    }

    private static func number(_ order: [PlanItem.ID], in act: Act) throws {
        for (place, id) in order.enumerated() { try act.db.run("UPDATE plan_item SET line = \(place + 1) WHERE id = \(id) AND line <> \(place + 1)") }
    }

    @discardableResult
    private static func insert(_ details: PlanItemDetails, into plan: YearPlan.ID, at line: Int, in act: Act) throws -> PlanItem.ID {
        PlanItem.ID(try act.db.insert("""
            INSERT INTO plan_item (plan, line, form, programme, topic, title, person, first_day, last_day, place, target, people, source, indicator, goal)
            VALUES (\(plan), \(line), \(details.form), \(details.programme), \(details.topic), \(details.title), \(details.person),
                    \(details.days.lowerBound), \(details.days.upperBound), \(details.place), \(details.target), \(details.people), \(details.source),
                    \(details.indicator), \(details.goal))
            RETURNING id
            """))
    }

    // MARK: Guards

    /// The plan, held, when its lines may be changed.
    static func changeable(_ id: YearPlan.ID, in act: Act) throws -> YearPlan {
        try act.db.hold("year_plan", id.value)
        let plan = try plan(id, in: act)
        guard !plan.isWaiting else { throw Problem.conflict(T.planning.isWaiting) }
        return plan
    }

    private static func check(_ details: PlanItemDetails, of plan: YearPlan, in act: Act) throws {
        _ = try EventFormStore.form(details.form, at: plan.centre, in: act)
        var faults = Faults()
        details.check(in: plan.year, try details.programme.map { try ProgrammeStore.programme($0, in: act) }, &faults)
        if let person = details.person, !(try staff(of: plan.centre, in: act).contains { $0.id == person }) { faults.add("person", T.common.errorChoose) }
        try faults.check()
    }

    private static func touched(_ plan: YearPlan, in act: Act) throws { try act.db.run("UPDATE year_plan SET changed = \(act.now) WHERE id = \(plan.id)") }

    private static func changes(from before: PlanItemDetails?, to after: PlanItemDetails) -> [Change] {
        func term(_ details: PlanItemDetails?) -> String { details.map { "\($0.days.lowerBound.iso)–\($0.days.upperBound.iso)" } ?? "" }
        func number(_ number: Int?) -> String { number.map { "\($0)" } ?? "" }
        return [
            Change("title", from: before?.title ?? "", to: after.title), Change("term", from: term(before), to: term(after)),
            Change("place", from: before?.place ?? "", to: after.place), Change("target", from: before?.target ?? "", to: after.target),
            Change("people", from: number(before?.people), to: number(after.people)), Change("source", from: before?.source ?? "", to: after.source),
            Change("indicator", from: before?.indicator ?? "", to: after.indicator), Change("goal", from: number(before?.goal), to: number(after.goal)),
        ]
    }

    // MARK: A person's own

    /// What somebody answers for, for that person.
    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        HeldData("plan_item", try act.db.rows("SELECT * FROM plan_item WHERE person = \(person) ORDER BY id").map(item).map { item in
            ["title": item.details.title, "from": item.details.days.lowerBound.iso, "until": item.details.days.upperBound.iso]
        })
    }

    static func heldVersions(about person: Person.ID, in act: Act) throws -> HeldData {
        HeldData("plan_version_item", try act.db.rows("SELECT * FROM plan_version_item WHERE person = \(person) ORDER BY id").map { row in
            let details = try PlanItemDetails(row: row)
            return ["title": details.title, "from": details.days.lowerBound.iso, "until": details.days.upperBound.iso]
        })
    }

    /// The lines stay; that this person answered for them goes.
    static func forget(_ person: Person.ID, in act: Act) throws {
        try act.db.run("UPDATE plan_item SET person = NULL WHERE person = \(person)")
        try act.db.run("UPDATE plan_version_item SET person = NULL WHERE person = \(person)")
        try act.db.run("UPDATE plan_proposal_trainer SET person = NULL WHERE person = \(person)")
    }
}
