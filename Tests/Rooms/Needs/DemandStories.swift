import Accounts
import Centres
import Kernel
import Languages
import Sheets
import Site
import Storage
import Testing
import Town
@testable import Needs

/// What is needed, as the centre counts it; and what becomes of it when somebody leaves.
@Suite struct DemandStories {
    private func stocked(_ town: Town) async throws {
        try await town.topic("Инклузија")
        try await town.topic("Школски врт")
        _ = try await town.workplace(of: town.ana, town.branko)
        for person in [town.ana, town.branko] {
            try await person.opens("/me/plan/wishes")
            try await person.sends("/me/plan/wishes", ["wish-1": "Инклузија", "term-1": "autumn", "wish-2": "Школски врт", "term-2": "spring"])
        }
        try await town.goran.wishes("Инклузија", "глас")
    }

    @Test func `the table counts persons and wishes apart, is narrowed, split, sorted and opened`() async throws {
        let town = try await Town()
        try await stocked(town)
        let page = try await town.vesna.opens("/staff/needs")
        #expect(page.shows("Инклузија 3 3") && page.shows("Школски врт 2 2") && page.shows("\(town.say(T.needs.ownWords)) 1 1"))
        #expect(page.shows("3 \(town.say(T.needs.persons))") && page.shows("6 \(town.say(T.needs.wishes))"))
        let spring = try await town.vesna.opens("/staff/needs?term=spring&by=municipality")
        #expect(spring.shows("Бистрик 2 2") && !spring.shows("\(town.say(T.needs.unknownPlace)) 1"))
        #expect(try await town.vesna.opens("/staff/needs?by=topic&by=term&sort=name").shows("\(town.say(T.needs.termAutumn)) 2 2"))
        let rows = try await town.vesna.opens("/staff/needs/rows?topic=none")
        #expect(rows.shows("глас") && rows.shows("Љубић Горан") && !rows.shows("Инклузија"))
        for odd in ["topic=x&by=nothing&sort=x", "topic=99999", "municipality=99999999999999999999", "job=queen", "year=x"] {
            #expect(try await town.vesna.opens("/staff/needs?\(odd)").status == 200, "\(odd)")
        }
        for path in ["", ".xlsx", "/rows", "/words", "/calls", "/schools"] {
            for other in [town.ana, town.milena, town.goran] { #expect(try await other.opens("/staff/needs\(path)").status != 200, "\(path)") }
        }
        let sheet = try await town.vesna.opens("/staff/needs.xlsx")
        #expect(sheet.status == 200 && sheet.bytes.starts(with: [0x50, 0x4B]))
    }

    /// The sums of the database are those of single wishes.
    @Test(arguments: [7, 8] as [UInt64]) func `what the database sums is what is counted wish by wish`(_ seed: UInt64) async throws {
        let town = try await Town(), people = try await town.crowd(of: 30), centre = town.centre, year = town.year
        let names = ["Инклузија", "Школски врт", "Роботика", "Оцењивање"]
        for name in names { try await town.topic(name) }
        var state = seed
        func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
        let schools = [try await town.workplace("ОШ „Прва“"), try await town.workplace("ОШ „Друга“")]
        for person in people {
            let drafts = (names + ["глас", "свеска"]).filter { _ in roll(3) == 0 }.prefix(5).map { name in
                WishDraft(name, term: roll(2) == 0 ? nil : WishTerm.allCases[roll(WishTerm.allCases.count)])
            }
            let (job, school, wishes) = (NeedJob.allCases[roll(NeedJob.allCases.count)], roll(3) == 0 ? nil : schools[roll(2)], Array(drafts))
            if let school { try await town.does { try EmploymentStore.add(person, at: school, in: $0) } }
            try await town.records.write(by: Actor(person: person, name: "")) { act in
                try NeedPlanStore.set(NeedPlan.About(school: school, job: job), in: year, at: centre, in: act)
                try WishStore.set(wishes, in: year, at: centre, in: act)
            }
        }
        let wishes = try await town.finds { try Self.wishes(of: centre, in: year, in: $0) }
        #expect(wishes.count > 20)
        var filters = [Demand.Filter(), Demand.Filter(), Demand.Filter(), Demand.Filter()]
        (filters[1].term, filters[2].isUnmatched, filters[3].job, filters[3].topic) = (.autumn, true, .subject, wishes.compactMap(\.cell.topic).first)
        for (filter, mask) in filters.flatMap({ filter in (0..<16).map { (filter, $0) } }) {
            let axes = Demand.Axis.allCases.enumerated().filter { mask & (1 << $0.offset) != 0 }.map(\.element)
            let (lines, persons) = try await town.finds { act in
                (try DemandStore.lines(of: centre, in: year, by: axes, filter, in: act), try DemandStore.persons(of: centre, in: year, filter, in: act))
            }
            let left = wishes.filter { filter.leaves($0.cell) }
            #expect(lines == Demand.recounted(left, by: axes), "\(axes)")
            #expect(persons == Set(left.map(\.person)).count)
            #expect(lines.reduce(0) { $0 + $1.count.wishes } == left.count)
        }
    }

    /// Single wishes, each with whose it is.
    private static func wishes(of centre: Centre.ID, in year: SchoolYear, in act: Act) throws -> [Demand.Wished] {
        try act.db.rows("""
            SELECT p.person, p.municipality, p.job, w.topic, w.term FROM need_plan p JOIN wish w ON w.plan = p.id
            WHERE p.centre = \(centre) AND p.year = \(year.start) AND w.served IS NULL
            """).map { (try $0["person"], Demand.Cell(topic: try $0["topic"], municipality: try $0["municipality"], job: try $0["job"], term: try $0["term"])) }
    }

    @Test func `a person with two wishes is one person in a sum and two wishes`() {
        let one = Topic.ID(1), two = Topic.ID(2), place = Municipality.ID(5)
        func wish(_ person: Int64, _ topic: Topic.ID?, _ term: WishTerm?) -> Demand.Wished {
            (ID(person), Demand.Cell(topic: topic, municipality: place, job: .subject, term: term))
        }
        let wishes = [wish(1, one, .autumn), wish(1, two, .autumn), wish(1, nil, nil), wish(2, one, .spring)]
        #expect(Demand.recounted(wishes, by: []).map(\.count) == [Demand.Count(persons: 2, wishes: 4)])
        #expect(Demand.recounted(wishes, by: [.topic]).map(\.count.persons) == [2, 1, 1])
        #expect(Demand.recounted(wishes, by: [.municipality, .job]).map(\.count) == [Demand.Count(persons: 2, wishes: 4)])
    }

    @Test func `what somebody planned leaves with them, and goes along when two become one`() async throws {
        let town = try await Town(), topic = try await town.topic("Инклузија")
        try await town.ana.wishes("Инклузија", "глас")
        try await town.comes(town.ana.id, to: .topic(topic))
        let id = town.ana.id
        let held = try await town.finds { try NeedsPeopleStore.held(about: id, in: $0) }
        #expect(held.all["wish"]?.count == 2 && held.all["need_plan"]?.count == 1 && held.all["would_come"]?.count == 1)
        #expect(try await town.ana.opens("/me/account/data").shows("глас"))
        try await town.ana.does { try AccountStore.erase(id, in: $0) }
        for table in ["need_plan", "wish", "plan_rating", "would_come"] as [SQL] { #expect(try await town.count(table) == 0) }
    }

    @Test func `plans of more than five years ago are forgotten`() async throws {
        let town = try await Town()
        try await town.ana.wishes("глас")
        try await town.does { try NeedsPeopleStore.forgetOld(in: $0) }
        #expect(try await town.count("wish") == 1)
        town.clock.passes(days: 7 * 366)
        try await town.does { try NeedsPeopleStore.forgetOld(in: $0) }
        #expect(try await town.count("wish") == 0)
        #expect(try await town.count("need_plan") == 0)
    }
}

extension Demand {
    /// A wish of a person, as it counts.
    fileprivate typealias Wished = (person: Person.ID, cell: Cell)

    /// The same table, counted wish by wish.
    fileprivate static func recounted(_ wishes: [Wished], by axes: [Axis]) -> [Line] {
        var counts: [Cell: (persons: Set<Person.ID>, wishes: Int)] = [:]
        for (person, cell) in wishes {
            let place = Cell(
                topic: axes.contains(.topic) ? cell.topic : nil, municipality: axes.contains(.municipality) ? cell.municipality : nil,
                job: axes.contains(.job) ? cell.job : .other, term: axes.contains(.term) ? cell.term : nil)
            counts[place, default: ([], 0)].persons.insert(person)
            counts[place, default: ([], 0)].wishes += 1
        }
        return ordered(counts.map { Line($0.key, Count(persons: $0.value.persons.count, wishes: $0.value.wishes)) })
    }
}

extension Demand.Filter {
    fileprivate func leaves(_ cell: Demand.Cell) -> Bool {
        (topic == nil || cell.topic == topic) && (!isUnmatched || cell.topic == nil) && (municipality == nil || cell.municipality == municipality)
            && (job == nil || cell.job == job) && (term == nil || cell.term == term)
    }
}
