import Forms
import Foundation
import Kernel
import Languages
import Sheets
import Testing
import Web
@testable import Tables

/// Addresses that are tables, and what is hidden in those that leave the house.
@Suite struct TableRules {
    // MARK: Columns

    @Test func `each column has a name of its own, and what is offered exists`() {
        for kind in TableKind.allCases {
            let keys = kind.columns.map(\.key)
            #expect(Set(keys).count == keys.count, "\(kind)")
            #expect(kind.usual.allSatisfy { kind.column($0) != nil }, "\(kind)")
            #expect(Set(kind.columns.map { $0.name.key.name.description }).count == keys.count, "\(kind): two columns of one name")
        }
        let ready = ReadyTable.all(on: Day(year: 2026, month: 2, day: 4) ?? .zero)
        for one in ready {
            let reading = TableReading(one.query.typed, of: one.query.kind)
            #expect(reading.gaps == [] && reading.query == (one.query.isGrouped ? one.query : reading.query), "\(one.name)")
        }
        #expect(Set(ready.map(\.query.kind)) == Set(TableKind.allCases).subtracting([]), "there is one of each kind")
    }

    // MARK: Addresses

    @Test func `what a table shows is read from its address again`() {
        var dice = SystemRandomNumberGenerator()
        for _ in 0..<400 {
            let query = Self.anyQuery(&dice)
            let reading = TableReading(Typed(urlEncoded: query.typed.query), of: query.kind)
            #expect(reading.query == query, "\(query.path)")
            #expect(reading.gaps == [], "\(query.path)")
        }
    }

    static func anyQuery(_ dice: inout SystemRandomNumberGenerator) -> TableQuery {
        let kind = TableKind.allCases.randomElement(using: &dice) ?? .events
        var query = TableQuery(kind)
        query.columns = Array(kind.columns.map(\.key).shuffled(using: &dice).prefix(Int.random(in: 1...8, using: &dice)))
        if Bool.random(using: &dice) { query.groups = Array(kind.columns.flatMap(\.groups).shuffled(using: &dice).prefix(Int.random(in: 1...2, using: &dice))) }
        query.sums = Array(kind.columns.filter(\.isSummed).map(\.key).shuffled(using: &dice).prefix(3))
        for column in kind.columns where Int.random(in: 0..<5, using: &dice) == 0 {
            let day = Day(year: 2026, month: Int.random(in: 1...12, using: &dice), day: 1) ?? .zero
            let ask: TableFilter.Ask? = switch (column.filter, column.form) {
            case (.days?, _): .days(from: day, to: Bool.random(using: &dice) ? day.adding(days: 30) : nil)
            case (.numbers?, .amount): .numbers(from: nil, to: 100 * Int.random(in: 0...90, using: &dice))
            case (.numbers?, _): .numbers(from: Int.random(in: 0...90, using: &dice), to: 100)
            case (.words?, _): .words("дигитална & учионица=1?")
            case (.values?, .choice(let choices)): .values(Array(choices.map(\.value).shuffled(using: &dice).prefix(2)).sorted())
            case (.values?, .truth): .values(["yes"])
            case (.values?, _): .values(["17", "4"])
            default: nil
            }
            if let ask { query.filters.append(TableFilter(column.key, ask)) }
        }
        let ways = query.isGrouped ? query.groups.map(\.written) + [TableOrder.lines] + query.sums : kind.columns.filter(\.isSorted).map(\.key)
        if let key = ways.randomElement(using: &dice), Bool.random(using: &dice) { query.order = TableOrder(key, descending: Bool.random(using: &dice)) }
        return query
    }

    @Test func `what an address asks for and does not exist is left out and said`() {
        func read(_ address: String, _ kind: TableKind = .registrations) -> TableReading { TableReading(Typed(urlEncoded: address), of: kind) }
        let gone = read("c=person&c=shoeSize&is-colour=blue&from-height=3")
        #expect(gone.query.columns == ["person"] && gone.gaps == [.unknown("shoeSize"), .unknown("colour"), .unknown("height")])
        #expect(read("").query.columns == TableKind.registrations.usual && read("").gaps == [])
        #expect(read("c=person&c=person").query.columns == ["person"])
        #expect(read("c=person;DROP TABLE person").gaps == [.unknown("person;DROP TABLE person")])
        #expect(read("by=.").gaps == [.unknown(".")] && read("by=day").gaps == [.unknown("day")], "a day by itself puts nothing together")
        #expect(read("by=day.month").query.groups == [TableGroup("day", by: .month)])
        #expect(read("by=school&by=job&by=form").query.groups.count == TableQuery.groupsMost)
        #expect(read("from-day=32.13.2026.").gaps == [.unread("day")] && read("from-day=32.13.2026.").query.filters == [])
        #expect(read("is-state=nonsense").gaps == [.unread("state")] && read("is-school=abc").gaps == [.unread("school")])
        #expect(read("from-seats=99999999999999999999").gaps == [.unread("seats")])
        #expect(read("o=email").query.order == nil && read("o=-day").query.order == TableOrder("day", descending: true))
        #expect(read("by=school&o=person").query.order == nil, "nobody stands in it by whom it could be sorted")

        let many = read((0..<200).map { "c=column\($0)" }.joined(separator: "&"))
        #expect(many.query.columns == TableKind.registrations.usual && many.gaps.count <= 10)
        let wide = read(TableKind.events.columns.map { "c=\($0.key)" }.joined(separator: "&") + (0..<10).map { "&c=x\($0)" }.joined(), .events)
        #expect(wide.query.columns.count <= TableQuery.columnsMost && wide.gaps.contains(.tooMany(TableKind.events.columns.count + 10)))
    }

    @Test func `a table for outside counts by one column, in whole months, and names nobody`() throws {
        func read(_ address: String) -> TableReading { TableReading(Typed(urlEncoded: address + "&out=yes"), of: .registrations) }
        let months = read("by=school&from-day=2026-02-11&to-day=2026-02-12").query
        #expect(months.isOutside && months.filters == [TableFilter("day", .days(from: Day(iso: "2026-02-01"), to: Day(iso: "2026-02-28")))])
        #expect(TableReading(months.typed, of: .registrations).query == months)
        let named = read("by=person")
        #expect(!named.query.isOutside && named.query.groups == [] && named.gaps == [.named("person"), .ungrouped])
        #expect(read("by=school&by=form").query.groups == [TableGroup("school")] && read("by=school&by=form").gaps == [.oneGroup])
        let conditions = "is-state=admitted&is-payer=self&from-seats=1&from-applied=2026-01-01&from-points=1"
        #expect(!read("by=school&\(conditions)").query.isOutside && read("by=school&\(conditions)").gaps == [.tooManyFilters])
        #expect(!read("c=person").query.isOutside && read("c=person").gaps == [.ungrouped])
    }

    @Test func `columns move, go, and stay otherwise`() {
        var query = TableQuery(.events)
        query.columns = ["event", "day", "form"]
        #expect(query.moving("form").columns == ["event", "form", "day"] && query.moving("event").columns == query.columns)
        #expect(query.dropping("day").columns == ["event", "form"])
        #expect(query.shown.map(\.key) == query.columns && !query.namesPeople)
        #expect(TableReading(Typed(urlEncoded: "by=school&c=person"), of: .registrations).query.namesPeople == false, "put together, the column is not shown")
        #expect(TableReading(Typed(urlEncoded: "by=person"), of: .registrations).query.namesPeople)
    }

    @Test func `a file in pieces is the file in one`() throws {
        let columns: [Sheet.Column] = ["а", "б", "в", "г", "д", "ђ", "е"]
        let row: [Cell] = [
            .text("=1+1"), .number(Decimal(sign: .plus, exponent: -1, significand: 125)), .date("2026-02-04T09:00:00"), .empty, .text("a;\"b\"\nц"), .truth(true),
            .text("a\0b"),
        ]
        var file = try TableFile(.csv, "Т", columns)
        for rows in [[row], [row, row]] { try file.add(rows) }
        #expect(try file.finish() == Sheet("Т", columns: columns, rows: [row, row, row]).csv())
    }

    // MARK: Small numbers

    @Test func `what is hidden cannot be worked out`() {
        #expect(OutsideCells.hidden(["а": 20, "б": 3, "в": 7]) == ["б", "в"], "beside a small one goes another, or the sum would tell it")
        #expect(OutsideCells.hidden(["а": 20, "б": 30]) == [] && OutsideCells.hidden(["а": 20, "б": 0]) == [])
        #expect(OutsideCells.hidden(["а": 4]) == ["а"])
        // With a filter nineteen, without it twenty: the difference is one person.
        #expect(OutsideCells.hidden(["а": 19, "б": 30, "в": 40], besides: [["а": 20, "б": 30, "в": 60]]) == ["а", "б"])
        var dice = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let lines = Dictionary(uniqueKeysWithValues: (0..<Int.random(in: 1...9, using: &dice)).map { ($0, Int.random(in: 0...14, using: &dice)) })
            let other = lines.mapValues { $0 + [0, 0, 0, 2, 9][Int.random(in: 0..<5, using: &dice)] }
            let hidden = OutsideCells.hidden(lines, besides: [other]), shown = lines.filter { $0.value > 0 && !hidden.contains($0.key) }
            for (key, count) in shown {
                #expect(count >= 5, "\(lines)")
                #expect(!(1..<5).contains((other[key] ?? 0) - count), "\(lines) beside \(other)")
            }
            // Whoever knows the sum of all takes the shown ones from it: two lines or more are left, with five people or more, unless all is hidden.
            let behind = hidden.reduce(0) { $0 + (lines[$1] ?? 0) }
            #expect(hidden.isEmpty || shown.isEmpty || (hidden.count > 1 && behind >= 5), "\(lines) hides \(hidden)")
            #expect(OutsideCells.hidden(lines, besides: [other]) == hidden, "the same again")
            // What the table without the filter does not tell is not told with it either: the rest of that table would be worked out.
            let there = OutsideCells.hidden(other), here = OutsideCells.hidden(lines, besides: [other], hiddenThere: there)
            #expect(here.isSuperset(of: there.filter { (lines[$0] ?? 0) > 0 }) && here.isSuperset(of: hidden.intersection(there)), "\(lines) beside \(other)")
        }
    }

    /// An application: whose, of which school in which place, in which state.
    private struct Application {
        let who: Int
        let school: String
        let place: String
        var state = "admitted"
    }

    /// So many people of a school, each once.
    private static func people(_ count: Int, of school: String, in place: String = "Бистрик", from first: Int = 0) -> [Application] {
        (0..<count).map { Application(who: first + $0, school: school, place: place) }
    }

    /// А has one, Б six, В twenty, Г thirty.
    private static func four(_ places: [String]) -> [Application] {
        zip(zip(["А", "Б", "В", "Г"], [1, 6, 20, 30]), places).enumerated().flatMap { people($1.0.1, of: $1.0.0, in: $1.1, from: 100 * $0) }
    }

    private static func outside(_ applications: [Application], by column: String, _ filters: [String: (Application) -> Bool] = [:]) -> TableSums {
        let asked = filters.sorted { $0.key < $1.key }
        var query = TableQuery(.registrations)
        (query.groups, query.filters, query.isOutside) = ([TableGroup(column)], asked.map { TableFilter($0.key, .values([])) }, true)
        let ways = OutsideLines.ways(of: query)
        return OutsideLines(query, applications.map { one in
            let places = ways.map { way -> TableValue in
                switch way.column {
                case "school": .text(one.school)
                case "schoolPlace": .text(one.place)
                case "state": .text(one.state)
                default: .none
                }
            }
            let holds = asked.enumerated().reduce(0) { $0 | ($1.element.value(one) ? 1 : 0) << $1.offset }
            return OutsideLines.Line(places: places, who: .number(one.who), holds: holds, lines: 1, people: 1, sums: [])
        }).sums
    }

    /// How many lines stand under each name; nothing where it is not told.
    private static func told(_ sums: TableSums) -> [String: Int?] {
        var told: [String: Int?] = ["": sums.hidesAll ? nil : sums.together.lines]
        for line in sums.lines { if case .text(let name) = line.groups[0] { told.updateValue(sums.isHidden(line) ? nil : line.lines, forKey: name) } }
        return told
    }

    @Test func `what is hidden is told neither by its place nor by the sum`() {
        let all = Self.people(2, of: "а") + Self.people(50, of: "б", from: 100) + Self.people(9, of: "в", from: 200) + Self.people(30, of: "г", from: 300)
        var query = TableQuery(.registrations)
        (query.groups, query.order) = ([TableGroup("school")], TableOrder(TableOrder.lines, descending: true))
        let told = Self.outside(all, by: "school").sorted(by: query.order, of: query) { if case .text(let text) = $1 { Array(text.utf8) } else { [] } }
        #expect(told.lines.map(\.groups) == [[.text("б")], [.text("г")], [.text("а")], [.text("в")]], "hidden ones stand last, by name")
        #expect(told.hidden == [[.text("а")], [.text("в")]] && !told.hidesAll && told.together.lines == 91)
        #expect(Self.outside(Self.people(2, of: "а"), by: "school").hidesAll)
    }

    @Test func `a condition does not choose what is hidden without it`() {
        let all = Self.four(["М", "М", "М", "М"])
        #expect(Self.told(Self.outside(all, by: "school")) == ["А": nil, "Б": nil, "В": 20, "Г": 30, "": 57])
        #expect(Self.told(Self.outside(all, by: "school", ["school": { $0.school == "Б" }])) == ["Б": nil, "": nil])
        #expect(Self.told(Self.outside(all, by: "state", ["school": { $0.school == "Б" }])) == ["admitted": nil, "": nil], "nor is it told in another way")
        #expect(Self.told(Self.outside(all, by: "state", ["school": { $0.school == "Г" }])) == ["admitted": 30, "": 30])
    }

    @Test func `schools are hidden within their municipality, which has a table of its own`() {
        let all = Self.four(["М1", "М2", "М2", "М1"])
        #expect(Self.told(Self.outside(all, by: "schoolPlace")) == ["М1": 31, "М2": 26, "": 57])
        #expect(Self.told(Self.outside(all, by: "school")) == ["А": nil, "Б": 6, "В": 20, "Г": nil, "": 57])
        #expect(Self.told(Self.outside(all, by: "school", ["schoolPlace": { $0.place == "М1" }])) == ["А": nil, "Г": nil, "": 31])
    }

    @Test func `the people of a difference are counted, not the difference of people`() {
        let twice = (Self.people(20, of: "А") + Self.people(20, of: "А")).enumerated().map { place, one in
            Application(who: one.who, school: one.school, place: one.place, state: place == 7 ? "refused" : "admitted")
        }
        let all = twice + Self.people(20, of: "Б", from: 100)
        #expect(Self.told(Self.outside(all, by: "school")) == ["А": 40, "Б": 20, "": 60])
        #expect(Self.told(Self.outside(all, by: "school", ["state": { $0.state == "admitted" }])) == ["А": nil, "Б": nil, "": nil], "one refusal")
    }
}
