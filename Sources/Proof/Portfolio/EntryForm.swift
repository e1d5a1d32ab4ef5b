import Accounts
import Centres
import Forms
import Kernel
import Languages

/// What was typed of an entry, and the other way round.
extension EntryDetails {
    /// - Parameters:
    ///   - tables: of the schools where the person works: inside one, points come from its table.
    ///   - isPlanned: what is planned may lie ahead.
    init(_ typed: Typed, _ kind: EvidenceKind, tables: [PointsTable], isPlanned: Bool, today: Day, own: Language) throws {
        var faults = Faults()
        let day = Day(typed: typed["day"])
        faults.require(day != nil, "day", T.common.errorDay(example: own.isSerbian ? "1.9.2026." : "2026-09-01"))
        if let day, !isPlanned { faults.require(day <= today, "day", T.portfolio.errorFuture) }
        self.init(kind, typed["title"], on: day ?? today)
        isLed = typed["part"] == "led" || kind == .leading || kind == .writing
        (organiser, number, competence, note) = (typed["organiser"], typed["number"], typed["competence"], typed.lines("note"))
        (isPriority, isInternational, isShared) = (typed.has("priority"), typed.has("international"), typed.has("shared"))
        goal = PortfolioGoal.ID(typed["goal"])
        if kind == .inside {
            try inside(typed, tables, &faults)
        } else {
            hours = faults.number(typed, "hours", in: Self.hourBounds, empty: 0) ?? 0
            days = faults.number(typed, "days", in: Self.dayBounds, empty: 1) ?? 1
            credits = faults.number(typed, "credits", in: Self.pointBounds, empty: 0) ?? 0
            points = faults.numberOrNothing(typed, "points", in: Self.pointBounds)
        }
        faults.require(!title.isEmpty, "title", T.common.errorMissing)
        for (text, field) in [(title, "title"), (organiser, "organiser"), (number, "number"), (competence, "competence"), (note, "note")] { faults.limit(text, field) }
        try faults.check()
    }

    /// What was done inside a school counts as its table says; where it has none, as many hours as it took.
    private mutating func inside(_ typed: Typed, _ tables: [PointsTable], _ faults: inout Faults) throws {
        let place = typed["line"].split(separator: "-")
        let chosen = place.first.flatMap { School.ID(String($0)) }
        if place.count == 2, let wanted = PointsTable.Line.ID(String(place[1])) {
            let table = tables.first { $0.school == chosen && $0.lines.contains { $0.id == wanted } }
            let found = table?.lines.first { $0.id == wanted }
            faults.require(found != nil, "line", T.common.errorChoose)
            guard let table, let found else { return }
            (school, line) = (table.school, wanted)
            if title.isEmpty { title = found.activity }
            points = found.points(led: isLed)
            faults.require(points != nil, "part", T.portfolio.errorPart)
            hours = points ?? 0
        } else {
            faults.require(chosen != nil || typed["line"].isEmpty, "line", T.common.errorChoose)
            school = chosen
            hours = faults.number(typed, "hours", in: Self.hourBounds, empty: 0) ?? 0
            points = hours
        }
        days = 1
    }

    var typed: Typed {
        let place = school.map { school in line.map { "\(school)-\($0)" } ?? "\(school)" } ?? ""
        var fields = [
            ("title", title), ("day", day.iso), ("part", isLed ? "led" : "attended"), ("organiser", organiser), ("number", number), ("competence", competence),
            ("hours", "\(hours)"), ("days", "\(days)"), ("credits", "\(credits)"), ("points", points.map { "\($0)" } ?? ""), ("line", place),
            ("goal", goal?.description ?? ""), ("note", note),
        ]
        for (isOn, name) in [(isPriority, "priority"), (isInternational, "international"), (isShared, "shared")] where isOn { fields.append((name, "yes")) }
        return Typed(fields)
    }
}

extension GoalDetails {
    init(_ typed: Typed, in year: SchoolYear) throws {
        self.init(typed.lines("text"), in: year)
        (competence, isShared, isReached, reflection) = (typed["competence"], typed.has("shared"), typed.has("reached"), typed.lines("reflection"))
        var faults = Faults()
        faults.require(!text.isEmpty, "text", T.common.errorMissing)
        faults.limit(text, "text", most: Self.longest)
        faults.limit(competence, "competence")
        faults.limit(reflection, "reflection")
        try faults.check()
    }

    var typed: Typed {
        Typed([("text", text), ("competence", competence), ("reflection", reflection)] + (isShared ? [("shared", "yes")] : []) + (isReached ? [("reached", "yes")] : []))
    }
}

extension Career {
    /// - Parameter titles: of the pack in force.
    init(_ typed: Typed, titles: [CareerTitle], today: Day, own: Language) throws {
        var faults = Faults()
        func day(_ field: String) -> Day? {
            guard !typed[field].isEmpty else { return nil }
            let day = Day(typed: typed[field])
            faults.require(day != nil, field, T.common.errorDay(example: own.isSerbian ? "1.9.2010." : "2010-09-01"))
            if let day { faults.require(day <= today, field, T.portfolio.errorFuture) }
            return day
        }
        self.init(worksSince: day("worksSince"), title: typed["careerTitle"], titleSince: day("titleSince"))
        faults.require(title.isEmpty || titles.contains { $0.name == title }, "careerTitle", T.common.errorChoose)
        try faults.check()
    }

    var typed: Typed { Typed(["worksSince": worksSince?.iso ?? "", "careerTitle": title, "titleSince": titleSince?.iso ?? ""]) }
}
