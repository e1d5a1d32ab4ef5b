import Accounts
import Centres
import Events
import Kernel
import Languages

/// Tables about people and events, from the facts of a year. All is pure: the same facts make the same numbers.
package enum ReportReckoning {
    /// By the part and the group of lines in it, what earlier reports told.
    package typealias Told = [ReportGroup: [ReportHiding.Told]]

    /// Figures that are made of events and of who came to them.
    package static func figures(_ facts: ReportFacts) -> [ReportFigure: Int] {
        let sum = ReportSum(facts.visits), schools = Set(facts.visits.compactMap(\.school))
        var figures: [ReportFigure: Int] = [
            .events: facts.events.count(where: \.isProgramme), .gatherings: facts.events.count { !$0.isProgramme }, .persons: sum.persons,
            .participations: sum.came, .hours: sum.hours, .points: sum.points, .schools: schools.count,
            .municipalities: Set(schools.compactMap { facts.schools[$0]?.municipality }).count,
        ]
        let answers = facts.events.reduce(0) { $0 + $1.answers }, grades = facts.events.reduce(0) { $0 + $1.grades }
        if answers >= ReportHiding.least { figures[.grade] = (2 * grades + answers) / (2 * answers) }
        return figures
    }

    /// - Parameter planned: what the plan of the year expected.
    package static func summary(_ now: [ReportFigure: Int], before: [ReportFigure: Int], planned: [ReportFigure: Int] = [:]) -> ReportTable {
        ReportTable(.summary, ReportFigure.allCases.compactMap { figure in
            var values: [ReportField: Int] = [:]
            values[.now] = now[figure]
            values[.before] = before[figure]
            values[.planned] = planned[figure]
            return values[.now] == nil && values[.before] == nil ? nil : ReportTable.Line(figure.rawValue, values)
        })
    }

    // MARK: Events

    /// Programmes that were held, by their days.
    package static func programmes(_ facts: ReportFacts, hides: Bool, after told: Told = [:]) -> ReportTable? {
        let visits = Dictionary(grouping: facts.visits, by: \.event)
        let lines = facts.events.filter(\.isProgramme).map { event in
            let sum = ReportSum(visits[event.id] ?? [])
            var values = sum.values
            values[.participations] = sum.came
            values[.points] = event.points
            values[.grade] = event.grade
            return ReportTable.Line(event.title, of: event.id.value, detail: event.detail, on: event.day, values)
        }
        let sum = ReportSum(facts.events.filter(\.isProgramme).flatMap { visits[$0.id] ?? [] })
        var table = finished(.programmes, lines, sum, hides: hides, after: told) { events in ReportSum(events.flatMap { visits[Event.ID($0)] ?? [] }) }
        // Points of a line are those of one participant: they add up to nothing.
        table?.sum?[.points] = nil
        return table
    }

    /// Gatherings, round tables, book promotions: what is no programme.
    package static func gatherings(_ facts: ReportFacts, hides: Bool, after told: Told = [:]) -> ReportTable? {
        let visits = Dictionary(grouping: facts.visits, by: \.event), gatherings = facts.events.filter { !$0.isProgramme }
        var table = ReportTable(.gatherings, gatherings.map { event in
            var values: [ReportField: Int] = [.visitors: visits[event.id]?.count ?? event.visitors ?? 0]
            values[.grade] = event.grade
            return ReportTable.Line(event.title, of: event.id.value, detail: event.detail, on: event.day, values)
        }).summed([.visitors])
        guard hides else { return table }
        // Where nobody is marked, whoever was counted is somebody else each time.
        func people(_ lines: Set<Int64>) -> Int {
            let own = gatherings.filter { lines.contains($0.id.value) }
            return ReportSum(own.flatMap { visits[$0.id] ?? [] }).persons + own.reduce(0) { $0 + (visits[$1.id] == nil ? $1.visitors ?? 0 : 0) }
        }
        guard let hidden = ReportHiding.hidden(counts(table.lines), after: told[ReportGroup(.gatherings)] ?? [], people: people) else { return nil }
        for place in table.lines.indices { table.lines[place].isHidden = hidden.contains(table.lines[place].subject ?? 0) }
        return table
    }

    // MARK: People

    /// By the municipality of the school on whose behalf somebody came.
    package static func places(_ facts: ReportFacts, hides: Bool, after told: Told = [:]) -> ReportTable? {
        let sums = grouped(facts.visits) { $0.school.flatMap { facts.schools[$0]?.municipality }?.value ?? 0 }
        let lines = sums.map { place, sum in
            ReportTable.Line(place == 0 ? "" : facts.municipalities[Municipality.ID(place)] ?? "", of: place, sum.values)
        }
        return finished(.places, lines, ReportSum(facts.visits), hides: hides, after: told) { together($0, sums) }
    }

    /// By school. A municipality that is hidden hides all its schools; in one that is told they are hidden among themselves.
    package static func schools(_ facts: ReportFacts, places: ReportTable?, hides: Bool, after told: Told = [:]) -> ReportTable? {
        let sums = grouped(facts.visits) { $0.school?.value ?? 0 }, whole = ReportSum(facts.visits)
        var lines = sums.compactMap { school, sum -> ReportTable.Line? in
            guard school != 0, let place = facts.schools[School.ID(school)] else { return nil }
            return ReportTable.Line(
                place.name, of: school, under: place.municipality?.value ?? 0, detail: place.municipality.flatMap { facts.municipalities[$0] } ?? "",
                sum.values)
        }
        guard hides else { return ReportTable(.schools, sorted(lines), sum: whole.values) }
        let open = Set(places?.shown.compactMap(\.subject) ?? [])
        var rests: [ReportTable.Line] = []
        for group in Set(lines.compactMap(\.under)) {
            let own = lines.filter { $0.under == group }
            let hidden = open.contains(group)
                ? ReportHiding.hidden(counts(own), after: told[ReportGroup(.schools, group)] ?? [], people: { together($0, sums).persons }) : nil
            for place in lines.indices where lines[place].under == group {
                lines[place].isHidden = hidden.map { $0.contains(lines[place].subject ?? 0) } ?? true
            }
            let rest = together(Set(lines.filter { $0.under == group && $0.isHidden }.compactMap(\.subject)), sums)
            if open.contains(group), rest.persons >= ReportHiding.least { rests.append(ReportTable.Line("", under: group, rest.values)) }
        }
        return ReportTable(.schools, sorted(lines), sum: ReportHiding.isSmall([whole.persons]) ? nil : whole.values, rests: rests)
    }

    /// By what people do.
    package static func jobs(_ facts: ReportFacts, hides: Bool, after told: Told = [:]) -> ReportTable? {
        let numbers = Dictionary(Set(facts.jobs.values).map { ($0, number(of: $0)) }, uniquingKeysWith: { first, _ in first })
        let jobs = facts.jobs.compactMapValues { numbers[$0] }
        let sums = grouped(facts.visits) { jobs[$0.person] ?? 0 }
        let names = Dictionary(numbers.map { ($1, $0) }, uniquingKeysWith: { min($0, $1) })
        let lines = sums.map { number, sum in ReportTable.Line(names[number] ?? "", of: number, sum.values) }
        return finished(.jobs, lines, ReportSum(facts.visits), hides: hides, after: told) { together($0, sums) }
    }

    /// A job is known by its name, which has the same number in each report.
    private static func number(of job: String) -> Int64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in job.lowercased().utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int64(hash >> 2) | 1
    }

    // MARK: Together

    private static func grouped(_ visits: [ReportVisit], by key: (ReportVisit) -> Int64) -> [Int64: ReportSum] {
        var sums: [Int64: ReportSum] = [:]
        for visit in visits { sums[key(visit), default: ReportSum()].add(visit) }
        return sums
    }

    private static func together(_ lines: Set<Int64>, _ sums: [Int64: ReportSum]) -> ReportSum {
        lines.reduce(into: ReportSum()) { sum, line in if let one = sums[line] { sum.add(one) } }
    }

    static func counts(_ lines: [ReportTable.Line]) -> [Int64: [Int]] {
        Dictionary(lines.compactMap { line in line.subject.map { ($0, counts(line.values)) } }, uniquingKeysWith: { first, _ in first })
    }

    /// People, then what adds up.
    static func counts(_ values: [ReportField: Int]) -> [Int] {
        let people = values[.persons] ?? values[.visitors] ?? 0
        return [people, values[.participations] ?? people]
    }

    /// The lines of one group with what is hidden of them.
    /// - Parameter rest: what some lines are together, people each once.
    /// - Returns: nil where nothing of it may be told.
    private static func finished(
        _ part: ReportPart, _ lines: [ReportTable.Line], _ sum: ReportSum, hides: Bool, after told: Told, rest: (Set<Int64>) -> ReportSum
    ) -> ReportTable? {
        var lines = part == .programmes ? lines : sorted(lines)
        guard hides else { return ReportTable(part, lines, sum: sum.values) }
        guard let hidden = ReportHiding.hidden(counts(lines), after: told[ReportGroup(part)] ?? [], people: { rest($0).persons }) else { return nil }
        for place in lines.indices { lines[place].isHidden = hidden.contains(lines[place].subject ?? 0) }
        let hiddenSum = rest(hidden)
        // Where nothing is shown the rest is the sum. Programmes are all listed, with a stroke in place of their numbers.
        let isTold = hiddenSum.persons >= ReportHiding.least && hidden.count < lines.count && part != .programmes
        return ReportTable(part, lines, sum: sum.values, rests: isTold ? [ReportTable.Line("", hiddenSum.values)] : [])
    }

    /// The most people first; what has no name last.
    private static func sorted(_ lines: [ReportTable.Line]) -> [ReportTable.Line] {
        lines.sorted { one, other in
            if one.name.isEmpty != other.name.isEmpty { return other.name.isEmpty }
            let (left, right) = (one.values[.persons] ?? 0, other.values[.persons] ?? 0)
            return left != right ? left > right : (one.name, one.subject ?? 0) < (other.name, other.subject ?? 0)
        }
    }
}

/// Lines of a table that come to one sum: all of it, or those of one municipality.
package struct ReportGroup: Sendable, Hashable {
    package let part: ReportPart
    package let under: Int64?

    package init(_ part: ReportPart, _ under: Int64? = nil) { (self.part, self.under) = (part, under) }
}
