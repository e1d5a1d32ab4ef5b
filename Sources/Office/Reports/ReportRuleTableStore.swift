import Catalogue
import Centres
import Events
import Kernel
import Languages
import Planning
import Portfolio
import Storage

/// Tables that hold what was done against what should be: the plan of the year, what the state asks of each teacher, what an approval asks of a programme.
enum ReportRuleTableStore {
    /// Lines of the plan that came otherwise, each with its reason; and what was held without a plan.
    static func plan(_ done: PlanDone?, _ centre: Centre, in act: Act) throws -> ReportTable {
        guard let done else { return ReportTable(.plan) }
        let t = try act.texts(centre.language, of: centre)
        func said(_ deviation: PlanDeviation, _ reason: PlanReason?) -> String {
            let words = reason.map { "\(t(deviation.name)): \($0.text.replacing("\n", with: " "))" } ?? t(deviation.name)
            return String(words.prefix(900))
        }
        let lines = done.lines.compactMap { line -> ReportTable.Line? in
            line.deviation.map { deviation in
                var values: [ReportField: Int] = [:]
                values[.planned] = line.item.details.people
                return ReportTable.Line(line.item.details.title, of: line.item.id.value, detail: said(deviation, line.reason),
                    on: line.item.details.days.lowerBound, values)
            }
        }
        let extras = done.extras.filter(\.event.wasHeld).map { extra in
            ReportTable.Line(
                extra.event.title(in: centre.language).text, of: extra.event.id.value, detail: said(extra.deviation, extra.reason), on: extra.event.firstDay,
                [:])
        }
        return ReportTable(.plan, lines + extras, sum: [.planned: done.expected])
    }

    /// The plan of the same year, with what came of it.
    static func done(_ year: PlanYear, at centre: Centre, in act: Act) throws -> PlanDone? {
        guard let plan = try YearPlanStore.plans(of: centre.id, in: act).first(where: { $0.year == year }) else { return nil }
        return try PlanDoneStore.done(plan, in: act)
    }

    /// Programmes that the centre submitted, in the cycles of these days: how long their approval runs, and how often they were held in it, anywhere.
    /// A year that goes on is told until today.
    static func approved(in days: ClosedRange<Day>, at centre: Centre, in act: Act) throws -> ReportTable {
        let today = min(days.upperBound, centre.zone.day(of: act.now))
        let names = Set(Language.allCases.map { CycleCode.key(centre.name(in: $0)) }), until = centre.zone.endOfDay(days.upperBound)
        let rows = try act.db.rows("""
            SELECT p.id, p.number, p.title, p.institution, c.name AS cycle, c.first_day, a.unheld_months
            FROM programme p JOIN cycle c ON c.id = p.cycle JOIN accreditor a ON a.id = c.accreditor
            WHERE p.institution <> '' AND c.first_day <= \(days.upperBound) AND c.last_day >= \(days.lowerBound)
                AND (p.withdrawn IS NULL OR p.withdrawn > \(days.upperBound))
            ORDER BY c.first_day, p.key_azbuka, p.id
            """).filter { names.contains(CycleCode.key(try $0["institution"])) }
        let ids: [Programme.ID] = try rows.map { try $0["id"] }
        let held: SQL = "e.programme IN \(list: ids) AND e.state IN ('held', 'closed') AND e.ends < \(until)"
        var runs: [Programme.ID: Int] = [:], people: [Programme.ID: Int] = [:]
        for row in try act.db.rows("SELECT e.programme, count(*) AS runs FROM event e WHERE \(held) GROUP BY e.programme") {
            runs[try row["programme"]] = try row["runs"]
        }
        for row in try act.db.rows("""
            SELECT e.programme, count(DISTINCT r.person) AS people FROM event e JOIN registration r ON r.event = e.id
            WHERE \(held) AND r.pupils = 0 AND EXISTS (SELECT 1 FROM attendance x WHERE x.registration = r.id AND x.mark IN ('present', 'late', 'left'))
            GROUP BY e.programme
            """) { people[try row["programme"]] = try row["people"] }
        return ReportTable(.approved, try rows.map { row in
            let id: Programme.ID = try row["id"], first: Day = try row["first_day"], number: String = try row["number"], cycle: String = try row["cycle"]
            var values: [ReportField: Int] = [.month: month(of: today, since: first), .runs: runs[id] ?? 0, .persons: people[id] ?? 0]
            values[.due] = try row["unheld_months"]
            return ReportTable.Line(try row["title"], of: id.value, detail: "\(number) · \(cycle)", on: first, values)
        }).summed([.runs])
    }

    /// The first month of a cycle is month 1.
    static func month(of day: Day, since first: Day) -> Int {
        let (year, month, date) = day.civil, (firstYear, firstMonth, firstDate) = first.civil
        return max(1, (year - firstYear) * 12 + month - firstMonth + (date >= firstDate ? 1 : 0))
    }

    /// Of each school: how many teachers have done what a rule asks, as they were counted last.
    static func duties(_ year: PlanYear, of municipality: Municipality.ID?, at centre: Centre, in act: Act) throws -> ReportTable {
        let school = SchoolYear(containing: year.days.upperBound), told = try StandingFigureStore.figures(of: centre.id, in: school, in: act)
        let requirements = try RulePackStore.packs(of: centre.country, in: act).flatMap(\.requirements)
        let titles = Dictionary(requirements.map { ($0.name, $0.title.wording(in: centre.language).text) }, uniquingKeysWith: { $1 })
        let schools = try SchoolStore.nearby(centre.id, in: act).filter { municipality == nil || $0.details.municipality == municipality }
        let places = Dictionary(schools.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        var lines: [ReportTable.Line] = []
        let own = Dictionary(grouping: told.filter { $0.school.map { places[$0] != nil } ?? false }, by: \.requirement)
        for (requirement, figures) in own.sorted(by: { $0.key < $1.key }) {
            let counts = Dictionary(figures.compactMap { figure in
                figure.school.map { ($0.value, [figure.people, figure.met, figure.people - figure.met]) }
            }, uniquingKeysWith: { first, _ in first })
            let hidden = ReportHiding.hidden(counts)
            lines += figures.map { figure in
                ReportTable.Line(
                    figure.name, of: figure.school?.value, detail: titles[requirement] ?? requirement,
                    [.persons: figure.people, .met: figure.met, .missing: figure.people - figure.met],
                    isHidden: hidden.map { $0.contains(figure.school?.value ?? 0) } ?? true)
            }
        }
        return ReportTable(.duties, lines.sorted { ($0.name, $0.detail) < ($1.name, $1.detail) })
    }
}
