import Accounts
import Centres
import Files
import Kernel
import Languages
import Portfolio

/// What the invented town's teachers can show beside the certificates of the centre: activities by their school's own table, papers of others, plans and goals.
enum DemoPortfolios {
    private static let table: [PointsTableDraft.Line] = [
        .init("Угледни час", leading: 8, attending: 2), .init("Приказ обуке, књиге или чланка", leading: 4, attending: 1),
        .init("Радионица за колеге", leading: 6, attending: 2), .init("Менторство приправнику", leading: 10, attending: nil),
    ]

    static func fill(_ town: DemoTown, by actor: Actor, files: FileFolder, _ records: Records) async throws {
        let today = town.zone.day(of: records.now), year = SchoolYear(containing: today), school = town.schools[0]
        let scan = try FileIntake(files).made(Array(drawing.utf8), "uverenje.svg", alt: "Уверење са стручног скупа, цртеж")
        try await records.at(records.now.adding(days: -120)).write(by: .system) { act in
            try PointsTableStore.set(PointsTableDraft(since: year.previous.first, lines: table), of: school, in: act)
        }
        let ana = try await records.read(as: .system) { try PersonStore.actor(town.ana, in: $0) } ?? .system
        let lines = try await records.read(as: .system) { try PointsTableStore.tables(of: [school], in: $0) }.first?.lines ?? []
        try await records.at(records.now.adding(days: -3)).write(by: ana) { act in
            let goal = try EntryStore.add(own(year), of: town.ana, in: act)
            try EntryStore.set(Career(worksSince: Day(year: 2011, month: 9, day: 1)), of: town.ana, in: act)
            let days = max(1, year.first.days(until: today))
            func inside(_ title: String, _ line: Int, led isLed: Bool, after part: Int) throws -> PortfolioEntry.ID? {
                guard lines.indices.contains(line) else { return nil }
                var details = EntryDetails(.inside, title, on: year.first.adding(days: days * part / 10))
                (details.isLed, details.school, details.line, details.goal) = (isLed, school, lines[line].id, goal)
                details.points = lines[line].points(led: isLed)
                details.hours = details.points ?? 0
                return try EntryStore.add(details, .unchecked, of: town.ana, at: town.centre, in: act)
            }
            _ = try inside("Угледни час: Питагорина теорема", 0, led: true, after: 4)
            _ = try inside("Приказ обуке о дигиталној учионици", 1, led: true, after: 6)
            _ = try inside("Радионица: таблет у настави", 2, led: false, after: 8)
            var gathering = EntryDetails(.gathering, "Сабор учитеља и наставника", on: year.first.adding(days: days / 2))
            (gathering.organiser, gathering.number, gathering.days) = ("Друштво наставника, Бистрик", "44/\(year.start)", 2)
            try EntryStore.add(gathering, .unchecked, of: town.ana, scan: scan, at: town.centre, in: act)
            var plan = EntryDetails(.inside, "Угледни час: круг и кружница", on: year.last.adding(days: -100))
            (plan.isLed, plan.isShared, plan.school, plan.points, plan.goal) = (true, true, school, 8, goal)
            try EntryStore.add(plan, .planned, of: town.ana, at: town.centre, in: act)
        }
    }

    private static func own(_ year: SchoolYear) -> GoalDetails {
        var goal = GoalDetails("Да ученици седмог разреда сами постављају питања на часу геометрије.", in: year)
        (goal.competence, goal.isShared) = ("К2", true)
        return goal
    }

    /// The scan of an invented paper.
    private static let drawing = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 300"><rect width="420" height="300" fill="#fbf8f0"/>\
        <rect x="14" y="14" width="392" height="272" fill="none" stroke="#1f5b4c" stroke-width="3"/>\
        <path d="M110 80h200M90 130h240M90 160h240M140 190h140" stroke="#5a6472" stroke-width="6"/>\
        <circle cx="320" cy="235" r="28" fill="none" stroke="#a8281e" stroke-width="3"/></svg>
        """
}
