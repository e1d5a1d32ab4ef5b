package import Accounts
package import Centres
package import Files
package import Kernel
package import Languages
package import Storage

/// What people put into their portfolios, as rows.
package enum EntryStore {
    // MARK: Reads

    /// All that somebody put there, the newest first.
    package static func entries(of person: Person.ID, in act: Act) throws -> [PortfolioEntry] {
        try act.db.rows("SELECT * FROM portfolio_entry WHERE person = \(person) ORDER BY day DESC, id DESC").map(PortfolioEntry.init(row:))
    }

    /// The entries of many for a school year: one query.
    static func entries(of people: [Person.ID], in year: SchoolYear, in act: Act) throws -> [Person.ID: [PortfolioEntry]] {
        guard !people.isEmpty else { return [:] }
        return Dictionary(grouping: try act.db.rows("""
            SELECT * FROM portfolio_entry WHERE person IN \(list: people) AND day >= \(year.first) AND day <= \(year.last) ORDER BY day, id
            """).map(PortfolioEntry.init(row:)), by: \.person)
    }

    /// The goals of many for a school year that they share: one query.
    static func sharedGoals(of people: [Person.ID], in year: SchoolYear, in act: Act) throws -> [Person.ID: [PortfolioGoal]] {
        guard !people.isEmpty else { return [:] }
        return try act.db.rows("""
            SELECT * FROM portfolio_goal WHERE person IN \(list: people) AND year = \(year.start) AND shared ORDER BY id
            """).reduce(into: [:]) { goals, row in goals[try row["person"], default: []].append(try PortfolioGoal(row: row)) }
    }

    /// - Throws: `Problem.missing` unless it is the actor's own.
    static func own(_ id: PortfolioEntry.ID, in act: Act) throws -> PortfolioEntry {
        guard let entry = try entry(id, in: act), entry.person == act.by.person else { throw Problem.missing }
        return entry
    }

    static func entry(_ id: PortfolioEntry.ID, in act: Act) throws -> PortfolioEntry? {
        try act.db.row("SELECT * FROM portfolio_entry WHERE id = \(id)").map(PortfolioEntry.init(row:))
    }

    package static func goals(of person: Person.ID, in act: Act) throws -> [PortfolioGoal] {
        try act.db.rows("SELECT * FROM portfolio_goal WHERE person = \(person) ORDER BY year DESC, id").map(PortfolioGoal.init(row:))
    }

    static func goal(_ id: PortfolioGoal.ID, in act: Act) throws -> PortfolioGoal {
        guard let person = act.by.person, let row = try act.db.row("SELECT * FROM portfolio_goal WHERE id = \(id) AND person = \(person)") else { throw Problem.missing }
        return try PortfolioGoal(row: row)
    }

    package static func leave(of person: Person.ID, in act: Act) throws -> [LeaveDay] {
        try act.db.rows("SELECT day, reason FROM paid_leave WHERE person = \(person) ORDER BY day").map { LeaveDay(day: try $0["day"], reason: try $0["reason"]) }
    }

    package static func career(of person: Person.ID, in act: Act) throws -> Career {
        guard let row = try act.db.row("SELECT works_since, title, title_since FROM career WHERE person = \(person)") else { return Career() }
        let (works, title): (String?, String?) = (try row["works_since"], try row["title_since"])
        return Career(worksSince: works.flatMap { Day(iso: $0) }, title: try row["title"], titleSince: title.flatMap { Day(iso: $0) })
    }

    /// A scan is seen by whose it is, and by whoever of its centre has looked at the portfolio within a day, which is written down.
    static func shows(_ file: StoredFile.ID, in act: Act) throws -> Bool? {
        guard let reader = act.by.person,
            let row = try act.db.row("SELECT e.person, f.centre FROM portfolio_entry e JOIN file f ON f.id = e.file WHERE e.file = \(file)") else { return nil }
        let owner: Person.ID = try row["person"]
        if owner == reader { return true }
        return try act.by.coordinates(row["centre"]) && PortfolioStore.hasLooked(at: owner, in: act) ? true : nil
    }

    // MARK: Verbs of the person

    @discardableResult
    package static func add(
        _ details: EntryDetails, _ state: PortfolioEntry.State, of person: Person.ID, scan: NewFile? = nil, at centre: Centre.ID, in act: Act
    ) throws -> PortfolioEntry.ID {
        let file = try scan.map { try FileStore.add($0, of: centre, in: act) }
        try check(details, of: person, in: act)
        let id = PortfolioEntry.ID(try act.db.insert("""
            INSERT INTO portfolio_entry (person, state, kind, led, title, organiser, number, competence, day, hours, days, credits, points, priority, international,
                school, line, goal, file, note, shared, written)
            VALUES (\(person), \(state), \(details.kind), \(details.isLed), \(details.title), \(details.organiser), \(details.number), \(details.competence),
                \(details.day), \(details.hours), \(details.days), \(details.credits), \(details.points), \(details.isPriority), \(details.isInternational),
                \(details.school), \(details.line), \(details.goal), \(file), \(details.note), \(details.isShared), \(act.now)) RETURNING id
            """))
        try act.record(state == .planned ? T.portfolio.planned : T.portfolio.added, .other("portfolio_entry", id.value), under: .person(person))
        return id
    }

    /// What is changed waits to be looked at again.
    /// - Parameter isDone: what was planned was done.
    static func change(_ id: PortfolioEntry.ID, to details: EntryDetails, scan: NewFile?, isDone: Bool, at centre: Centre.ID, today: Day, in act: Act) throws {
        let entry = try own(id, in: act)
        try check(details, of: entry.person, in: act)
        let state: PortfolioEntry.State = entry.state == .planned && !isDone ? .planned : .unchecked
        guard state == .planned || details.day <= today else { throw Problem.invalid("day", T.portfolio.errorFuture) }
        let file = try scan.map { try FileStore.add($0, of: centre, in: act) } ?? entry.file
        try act.db.run("""
            UPDATE portfolio_entry SET state = \(state), kind = \(details.kind), led = \(details.isLed), title = \(details.title), organiser = \(details.organiser),
                number = \(details.number), competence = \(details.competence), day = \(details.day), hours = \(details.hours), days = \(details.days),
                credits = \(details.credits), points = \(details.points), priority = \(details.isPriority), international = \(details.isInternational),
                school = \(details.school), line = \(details.line), goal = \(details.goal), file = \(file), note = \(details.note), shared = \(details.isShared),
                reason = '', decided = NULL, decided_by = NULL, written = \(act.now)
            WHERE id = \(id)
            """)
        try act.record(
            T.portfolio.changed, .other("portfolio_entry", id.value), under: .person(entry.person),
            changes: [Change("title", from: entry.details.title, to: details.title), Change("day", from: entry.details.day.iso, to: details.day.iso)])
    }

    package static func remove(_ id: PortfolioEntry.ID, in act: Act) throws {
        let entry = try own(id, in: act)
        try act.db.run("DELETE FROM portfolio_entry WHERE id = \(id)")
        try act.record(T.portfolio.removed, .other("portfolio_entry", id.value), under: .person(entry.person))
    }

    /// The paper behind it is no longer good, as whoever issued it says: it counts no more, and its bearer reads why.
    package static func end(_ id: PortfolioEntry.ID, because reason: String, in act: Act) throws {
        guard let entry = try entry(id, in: act), entry.state == .checked || entry.state == .unchecked else { return }
        try act.db.run("""
            UPDATE portfolio_entry SET state = 'refused', reason = \(reason), decided = \(act.now), decided_by = NULL, written = \(act.now) WHERE id = \(id)
            """)
        try act.record(T.portfolio.refusedDeed, .other("portfolio_entry", id.value), under: .person(entry.person))
    }

    /// Inside a school where one does not work nothing was done, and a goal is one's own.
    private static func check(_ details: EntryDetails, of person: Person.ID, in act: Act) throws {
        if let school = details.school {
            guard try act.db.exists("SELECT 1 AS works FROM employment WHERE person = \(person) AND school = \(school)") else {
                throw Problem.invalid("line", T.common.errorChoose)
            }
        }
        if let goal = details.goal {
            guard try act.db.exists("SELECT 1 AS own FROM portfolio_goal WHERE id = \(goal) AND person = \(person)") else {
                throw Problem.invalid("goal", T.common.errorChoose)
            }
        }
    }

    // MARK: Goals, leave, career

    @discardableResult
    package static func add(_ goal: GoalDetails, of person: Person.ID, in act: Act) throws -> PortfolioGoal.ID {
        let id = PortfolioGoal.ID(try act.db.insert("""
            INSERT INTO portfolio_goal (person, year, text, competence, shared, reached, reflection)
            VALUES (\(person), \(goal.year.start), \(goal.text), \(goal.competence), \(goal.isShared), \(goal.isReached), \(goal.reflection)) RETURNING id
            """))
        try act.record(T.portfolio.goalAdded, .other("portfolio_goal", id.value), under: .person(person))
        return id
    }

    static func change(_ id: PortfolioGoal.ID, to goal: GoalDetails, in act: Act) throws {
        _ = try self.goal(id, in: act)
        try act.db.run("""
            UPDATE portfolio_goal SET text = \(goal.text), competence = \(goal.competence), shared = \(goal.isShared), reached = \(goal.isReached),
                reflection = \(goal.reflection) WHERE id = \(id)
            """)
        try act.record(T.portfolio.goalChanged, .other("portfolio_goal", id.value), under: act.by.person.map { .person($0) })
    }

    static func removeGoal(_ id: PortfolioGoal.ID, in act: Act) throws {
        _ = try goal(id, in: act)
        try act.db.run("UPDATE portfolio_entry SET goal = NULL WHERE goal = \(id)")
        try act.db.run("DELETE FROM portfolio_goal WHERE id = \(id)")
        try act.record(T.portfolio.goalRemoved, .other("portfolio_goal", id.value), under: act.by.person.map { .person($0) })
    }

    /// The same day stands once, in whichever school one was missed.
    package static func add(_ leave: LeaveDay, of person: Person.ID, in act: Act) throws {
        let added = try act.db.run("""
            INSERT INTO paid_leave (person, day, reason) VALUES (\(person), \(leave.day), \(leave.reason)) ON CONFLICT (person, day) DO NOTHING
            """)
        guard added > 0 else { throw Problem.invalid("day", T.portfolio.errorLeaveTwice) }
        try act.record(T.portfolio.leaveAdded, .person(person))
    }

    static func removeLeave(_ day: Day, of person: Person.ID, in act: Act) throws {
        guard try act.db.run("DELETE FROM paid_leave WHERE person = \(person) AND day = \(day)") > 0 else { throw Problem.missing }
        try act.record(T.portfolio.leaveRemoved, .person(person))
    }

    package static func set(_ career: Career, of person: Person.ID, in act: Act) throws {
        try act.db.run("""
            INSERT INTO career (person, works_since, title, title_since) VALUES (\(person), \(career.worksSince?.iso), \(career.title), \(career.titleSince?.iso))
            ON CONFLICT (person) DO UPDATE SET works_since = excluded.works_since, title = excluded.title, title_since = excluded.title_since
            """)
        try act.record(T.portfolio.careerSet, .person(person))
    }

    /// Somebody deleted their account: the record was theirs, and goes with them.
    static func forget(_ person: Person.ID, in act: Act) throws {
        let entries: [Int64] = try act.db.rows("SELECT id FROM portfolio_entry WHERE person = \(person)").map { try $0["id"] }
        for id in entries { try act.forgetJournal(about: .other("portfolio_entry", id)) }
        try act.db.run("DELETE FROM portfolio_entry WHERE person = \(person)")
        try act.db.run("DELETE FROM portfolio_goal WHERE person = \(person)")
        try act.db.run("DELETE FROM paid_leave WHERE person = \(person)")
        try act.db.run("DELETE FROM career WHERE person = \(person)")
        try act.db.run("UPDATE portfolio_entry SET decided_by = NULL WHERE decided_by = \(person)")
    }

    /// What this room tells somebody who asks what is held.
    package static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        var held = HeldData("portfolio_entry", try entries(of: person, in: act).map { entry in
            let details = entry.details
            return [
                "kind": details.kind.rawValue, "title": details.title, "state": entry.state.rawValue, "led": "\(details.isLed)", "organiser": details.organiser,
                "number": details.number, "competence": details.competence, "day": details.day.iso, "hours": "\(details.hours)", "days": "\(details.days)",
                "credits": "\(details.credits)", "points": details.points.map { "\($0)" } ?? "", "priority": "\(details.isPriority)",
                "international": "\(details.isInternational)", "school": details.school?.description ?? "", "line": details.line?.description ?? "",
                "goal": details.goal?.description ?? "", "file": entry.file?.description ?? "", "note": details.note, "shared": "\(details.isShared)",
                "reason": entry.reason, "decided": entry.decided?.iso ?? "",
            ]
        })
        held.add("portfolio_goal", try goals(of: person, in: act).map { goal in
            [
                "year": "\(goal.details.year.start)", "text": goal.details.text, "competence": goal.details.competence, "shared": "\(goal.details.isShared)",
                "reached": "\(goal.details.isReached)", "reflection": goal.details.reflection,
            ]
        })
        held.add("paid_leave", try leave(of: person, in: act).map { ["day": $0.day.iso, "reason": $0.reason] })
        let career = try career(of: person, in: act)
        if career != Career() {
            held.add("career", [["worksSince": career.worksSince?.iso ?? "", "title": career.title, "titleSince": career.titleSince?.iso ?? ""]])
        }
        return held
    }
}

extension PortfolioEntry {
    init(row: Row) throws {
        id = try row["id"]
        person = try row["person"]
        state = try row["state"]
        var told = EntryDetails(try row["kind"], try row["title"], on: try row["day"])
        told.isLed = try row["led"]
        (told.organiser, told.number, told.competence) = (try row["organiser"], try row["number"], try row["competence"])
        (told.hours, told.days, told.credits, told.points) = (try row["hours"], try row["days"], try row["credits"], try row["points"])
        (told.isPriority, told.isInternational, told.isShared) = (try row["priority"], try row["international"], try row["shared"])
        (told.school, told.line, told.goal, told.note) = (try row["school"], try row["line"], try row["goal"], try row["note"])
        details = told
        file = try row["file"]
        reason = try row["reason"]
        decided = try row["decided"]
        decidedBy = try row["decided_by"]
        written = try row["written"]
    }
}

extension PortfolioGoal {
    init(row: Row) throws {
        id = try row["id"]
        guard let year = SchoolYear(start: try row["year"]) else { throw Problem.missing }
        var told = GoalDetails(try row["text"], in: year)
        (told.competence, told.isShared, told.isReached, told.reflection) = (try row["competence"], try row["shared"], try row["reached"], try row["reflection"])
        details = told
    }
}
