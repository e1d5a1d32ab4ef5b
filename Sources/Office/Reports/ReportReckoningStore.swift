import Centres
import Events
package import Kernel
import Languages
import Planning
import Storage

/// Reckons a report: reads the facts of its year, makes its tables, and keeps them with the events of which they were made.
package enum ReportReckoningStore {
    static func write(_ id: Report.ID, _ wish: ReportWish, by rule: CountingRule, at centre: Centre, in act: Act) throws {
        let all = try ReportFactsStore.facts(in: wish.year.days, at: centre, withJobs: true, in: act).counted(rule.way)
        let facts = all.counted(rule.way, in: wish.municipality)
        try ReportLineStore.write(try tables(wish, facts, of: all, at: centre, in: act), of: id, in: act)
        try ReportLineStore.write(basis(facts), of: id, in: act)
        try act.db.run("UPDATE report SET knew = \(try signed(wish.year, at: centre.id, in: act).count) WHERE id = \(id)")
    }

    private static func basis(_ facts: ReportFacts) -> [Event.ID: Int] {
        var basis = Dictionary(uniqueKeysWithValues: facts.events.map { ($0.id, 0) })
        for visit in facts.visits { basis[visit.event, default: 0] += 1 }
        return basis
    }

    // MARK: Tables

    /// - Parameter all: the same facts of all municipalities.
    private static func tables(_ wish: ReportWish, _ facts: ReportFacts, of all: ReportFacts, at centre: Centre, in act: Act) throws -> [ReportTable] {
        let parts = Set(wish.kind.parts), hides = wish.kind.hides, days = wish.year.days
        let earlier = hides ? try signed(wish.year, at: centre.id, in: act) : [], told = told(earlier, in: wish.municipality)
        let same = earlier.filter { $0.report.municipality == wish.municipality }
        var tables: [ReportPart: ReportTable] = [:], takenOver: Set<ReportPart> = []
        func keep(_ part: ReportPart, _ make: () throws -> ReportTable?) rethrows {
            guard parts.contains(part) || (part == .places && parts.contains(.schools)) else { return }
            // These come to what the table of municipalities comes to: where that may not be told, none of them is.
            let mayTell = !takenOver.contains(.places) || ![.programmes, .schools, .jobs, .use].contains(part)
            if mayTell, let table = try make() { tables[part] = table } else {
                tables[part] = Self.takenOver(part, from: same)
                takenOver.insert(part)
            }
        }
        keep(.places) { isHidden(wish.municipality, in: earlier) ? nil : ReportReckoning.places(facts, hides: hides, after: told) }
        keep(.programmes) { ReportReckoning.programmes(facts, hides: hides, after: told) }
        keep(.schools) { ReportReckoning.schools(facts, places: tables[.places], hides: hides, after: told) }
        keep(.jobs) { ReportReckoning.jobs(facts, hides: hides, after: told) }
        keep(.gatherings) { ReportReckoning.gatherings(facts, hides: hides, after: told) }
        try keep(.pupils) { try ReportHouseStore.pupils(in: days, at: centre, in: act) }
        try keep(.contests) { try ReportHouseStore.contests(in: days, at: centre, in: act) }
        try keep(.library) { try ReportHouseStore.library(in: days, at: centre, in: act) }
        try keep(.projects) { try ReportHouseStore.projects(in: days, at: centre, in: act) }
        try keep(.publications) { try ReportHouseStore.publications(in: days, at: centre, in: act) }
        try keep(.income) { try ReportHouseStore.income(wish.year, at: centre, in: act) }
        try keep(.costs) { try ReportHouseStore.costs(in: days, at: centre, in: act) }
        try keep(.approved) { try ReportRuleTableStore.approved(in: days, at: centre, in: act) }
        try keep(.duties) { try ReportRuleTableStore.duties(wish.year, of: wish.municipality, at: centre, in: act) }
        try keep(.use) {
            let hidden = Set(tables[wish.municipality == nil ? .places : .schools]?.lines.filter(\.isHidden).compactMap(\.subject) ?? [])
            return try ReportHouseStore.use(wish.year, of: wish.municipality, hidden: hidden, counting: all.people, at: centre, in: act)
        }
        let done = parts.contains(.summary) && wish.municipality == nil ? try ReportRuleTableStore.done(wish.year, at: centre, in: act) : nil
        try keep(.plan) { try ReportRuleTableStore.plan(done, centre, in: act) }
        try keep(.summary) {
            let now = try figures(facts, of: wish.year, alone: wish.municipality != nil, at: centre, in: act)
            let table = ReportReckoning.summary(now, before: try before(wish, after: same, at: centre, in: act), planned: planned(done))
            return hides ? hidden(table, after: same, takesOver: takenOver.contains(.places)) : table
        }
        return wish.kind.parts.compactMap { tables[$0] }
    }

    /// Figures of the whole house; of one municipality only those that are made of its people.
    private static func figures(_ facts: ReportFacts, of year: PlanYear, alone: Bool, at centre: Centre, in act: Act) throws -> [ReportFigure: Int] {
        var figures = ReportReckoning.figures(facts)
        guard !alone else { return figures.filter { $0.key.countsPeople || $0.key == .events } }
        let pupils = try ReportHouseStore.pupils(in: year.days, at: centre, in: act), library = try ReportHouseStore.library(in: year.days, at: centre, in: act)
        figures[.pupils] = pupils.sum?[.pupils] ?? 0
        figures[.loans] = library.sum?[.loans] ?? 0
        figures[.projects] = try ReportHouseStore.projects(in: year.days, at: centre, in: act).lines.count
        figures[.publications] = try ReportHouseStore.publications(in: year.days, at: centre, in: act).lines.count
        figures[.earned] = try ReportHouseStore.income(year, at: centre, in: act).sum?[.earned] ?? 0
        figures[.spent] = try ReportHouseStore.costs(in: year.days, at: centre, in: act).sum?[.spent] ?? 0
        return figures
    }

    /// Last year as it was told: by a report of it, best by one that still holds, or beside an earlier report of this year. Else as its rows say by the rule that
    /// held then, and of people no more than a report of it would tell.
    /// - Parameter same: reports of this year and the same municipality that were signed.
    private static func before(_ wish: ReportWish, after same: [Signed], at centre: Centre, in act: Act) throws -> [ReportFigure: Int] {
        let year = wish.year.previous, earlier = try signed(year, at: centre.id, in: act)
        let own = earlier.filter { $0.report.municipality == wish.municipality && $0.tables[.summary] != nil }
        if let one = own.first(where: { $0.report.state == .signed }) ?? own.first { return summary(one, .now) }
        if let one = same.first(where: { $0.tables[.summary] != nil }) { return summary(one, .before) }
        let rule = try CountingRuleStore.holding(on: year.days.upperBound, at: centre.id, in: act)
        let all = try ReportFactsStore.facts(in: year.days, at: centre, in: act).counted(rule.way), facts = all.counted(rule.way, in: wish.municipality)
        let figures = try figures(facts, of: year, alone: wish.municipality != nil, at: centre, in: act)
        let places = ReportReckoning.places(all, hides: wish.kind.hides, after: told(earlier, in: nil))
        let isTold = places.map { table in wish.municipality.map { place in table.shown.contains { $0.subject == place.value } } ?? true } ?? false
        return isTold || figures[.persons] == 0 ? figures : figures.filter { !$0.key.countsPeople }
    }

    /// What a report tells of each figure.
    private static func summary(_ one: Signed, _ field: ReportField) -> [ReportFigure: Int] {
        Dictionary((one.tables[.summary]?.shown ?? []).compactMap { line in
            ReportFigure(rawValue: line.name).flatMap { figure in line.values[field].map { (figure, $0) } }
        }, uniquingKeysWith: { first, _ in first })
    }

    private static func planned(_ done: PlanDone?) -> [ReportFigure: Int] {
        guard let done else { return [:] }
        return [
            .events: done.lines.count { $0.item.details.programme != nil }, .gatherings: done.lines.count { $0.item.details.programme == nil },
            .participations: done.expected,
        ]
    }

    // MARK: What was told before

    struct Signed {
        let report: Report
        let tables: [ReportPart: ReportTable]
    }

    /// Reports of a year that were signed, the last first. What was withdrawn has been told all the same.
    private static func signed(_ year: PlanYear, at centre: Centre.ID, in act: Act) throws -> [Signed] {
        let reports = try ReportStore.reports("""
            centre = \(centre) AND year_kind = \(year.kind) AND year = \(year.start) AND state IN ('signed', 'withdrawn')
            """, in: act).filter(\.kind.hides)
        let tables = try ReportLineStore.tables(of: reports.map(\.id), in: act)
        return reports.map { Signed(report: $0, tables: tables[$0.id] ?? [:]) }
    }

    private static func told(_ earlier: [Signed], in municipality: Municipality.ID?) -> ReportReckoning.Told {
        var told: ReportReckoning.Told = [:]
        for one in earlier {
            let isSame = one.report.municipality == municipality
            for table in one.tables.values where table.part.isOfPeople && !table.isHeldBack {
                for (under, lines) in Dictionary(grouping: table.lines, by: \.under) {
                    // A group within a table comes to what its own line in the table of municipalities says.
                    let line = under.flatMap { own in one.tables[.places]?.shown.first { $0.subject == own }?.values }
                    let values = under == nil ? (isSame ? table.sum : nil) : line ?? (one.report.municipality?.value == under ? table.sum : nil)
                    told[ReportGroup(table.part, under), default: []].append(ReportHiding.Told(
                        ReportReckoning.counts(lines.filter { !$0.isHidden }), hidden: Set(lines.filter(\.isHidden).compactMap(\.subject)),
                        sum: values.map(ReportReckoning.counts)))
                }
            }
        }
        return told
    }

    /// Whether a report of all municipalities hides this one: told by itself it would give away those that are hidden with it.
    private static func isHidden(_ municipality: Municipality.ID?, in earlier: [Signed]) -> Bool {
        guard let municipality else { return false }
        return earlier.contains { one in
            one.report.municipality == nil && (one.tables[.places]?.lines.contains { $0.isHidden && $0.subject == municipality.value } ?? false)
        }
    }

    /// Too few have changed since a report was signed, or it may not be told beside another one: its table is told again, as it was.
    private static func takenOver(_ part: ReportPart, from same: [Signed]) -> ReportTable {
        same.lazy.compactMap { $0.tables[part] }.first { !$0.isHeldBack } ?? ReportTable(part, isHeldBack: true)
    }

    /// Figures of few people are not told; and where fewer than five participations came or went since a report was signed, its figures are told again.
    /// - Parameter takesOver: they are told again, or not at all, for the tables of people are.
    private static func hidden(_ table: ReportTable, after same: [Signed], takesOver: Bool) -> ReportTable {
        func number(_ figure: ReportFigure, _ table: ReportTable) -> Int? { table.lines.first { $0.name == figure.rawValue }?.values[.now] }
        var table = table
        let few = takesOver || ReportHiding.isSmall([number(.persons, table) ?? 0])
        let near = same.first { one in
            guard let summary = one.tables[.summary], let then = number(.participations, summary), let now = number(.participations, table) else {
                return false
            }
            return takesOver || ReportHiding.isSmall([now - then])
        }?.tables[.summary]
        for place in table.lines.indices where ReportFigure(rawValue: table.lines[place].name)?.countsPeople ?? false {
            let name = table.lines[place].name
            table.lines[place].isHidden = few
            if let then = near?.lines.first(where: { $0.name == name }) {
                table.lines[place].values[.now] = then.values[.now]
                table.lines[place].isHidden = then.isHidden
            }
        }
        return table
    }

    /// Whether a report of the same year was signed after this one was reckoned: what it may tell has to be looked at again.
    static func isOvertaken(_ report: Report, in act: Act) throws -> Bool {
        let knew: Int = try act.db.value("SELECT knew FROM report WHERE id = \(report.id)") ?? 0
        return try report.kind.hides && knew != signed(report.year, at: report.centre, in: act).count
    }

    // MARK: What changed since

    /// Why the report would have another number today.
    package static func difference(of report: Report, in act: Act) throws -> (difference: ReportDifference, rule: CountingRule) {
        let centre = try CentreStore.centre(report.centre, in: act)
        let rule = try CountingRuleStore.holding(on: report.year.days.upperBound, at: centre.id, in: act)
        let facts = try ReportFactsStore.facts(in: report.year.days, at: centre, in: act), same = facts.counted(report.way, in: report.municipality)
        let erased: Set<ID<PersonTag>> = Set(try act.db.rows("SELECT id FROM person WHERE erased > \(report.reckoned)").map { try $0["id"] })
        return (
            ReportDifference(
                from: try ReportLineStore.basis(of: report.id, in: act), sameRule: basis(same), to: basis(facts.counted(rule.way, in: report.municipality)),
                erased: erased.intersection(same.visits.map(\.person)).count), rule)
    }
}
