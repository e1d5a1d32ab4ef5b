import Questionnaires

/// All lines of which a table for outside is made, before any of its conditions. From them come the table, each table with fewer conditions, each that tells
/// sums of it, and what lies between two of them: whoever has two tables has their difference.
struct OutsideLines {
    /// Lines of one person, or one event, that are alike in all that is asked of them.
    struct Line {
        /// In which line of each way they stand.
        let places: [TableValue]
        let who: TableValue
        /// Which conditions hold for them, a bit each.
        let holds: Int
        let lines: Int
        /// How many people stand behind them: one, or all of an event; none where it is nobody’s.
        let people: Int
        let sums: [Int]
    }

    /// What of the tables with some conditions is told, by way.
    private struct Told {
        var behind: [[Int: Int]]
        var hidden: [Set<Int>]
        var hidesAll: Bool
    }

    private let query: TableQuery
    private let ways: [TableGroup]
    /// What the lines of each way are called, in their order; below they are known by their places in it.
    private let names: [[TableValue]]
    /// By way and line, person by person; last the way that puts all together.
    private let tables: [[[[Line]]]]
    /// By way, and for each of its coarser ones, what stands under one line of that.
    private let parts: [[(way: Int, lines: [[Int]])]]
    private let countedSums: [Int]

    /// The ways in which the lines are put together: that of the table; those of which the conditions choose lines; and beside each the finer and the coarser ones.
    static func ways(of query: TableQuery) -> [TableGroup] {
        let chosen = query.filters.compactMap { query.kind.column($0.column)?.groups.first }
        var ways: [TableGroup] = []
        for group in Array(query.groups.prefix(1)) + chosen {
            for way in [group, group.finest] + group.finest.wholes(in: query.kind) where !ways.contains(way) { ways.append(way) }
        }
        return ways
    }

    init(_ query: TableQuery, _ lines: [Line]) {
        let ways = Self.ways(of: query)
        let names = ways.indices.map { way in Set(lines.map { $0.places[way] }).sorted { $0 < $1 } }
        let orders = names.map { Dictionary(uniqueKeysWithValues: $0.enumerated().map { ($1, $0) }) }
        func apart(_ lines: [Line]) -> [[Line]] { Array(Dictionary(grouping: lines, by: \.who).values) }
        var tables: [[[[Line]]]] = ways.indices.map { way in
            let own = Dictionary(grouping: lines) { $0.places[way] }
            return names[way].map { apart(own[$0] ?? []) }
        }
        tables.append([apart(lines)])
        (self.query, self.ways, self.names, self.tables) = (query, ways, names, tables)
        countedSums = query.summed.indices.filter { if case .amount = query.summed[$0].form { false } else { true } }
        parts = ways.indices.map { way in
            ways[way].wholes(in: query.kind).compactMap { ways.firstIndex(of: $0) }.map { whole -> (way: Int, lines: [[Int]]) in
                var lines: [[Int]] = Array(repeating: [], count: names[whole].count)
                for (line, people) in tables[way].enumerated() {
                    if let place = people.first?.first?.places[whole], let order = orders[whole][place] { lines[order].append(line) }
                }
                return (whole, lines)
            }
        }
    }

    // MARK: What is told

    /// The table with all its conditions, as it may leave the house.
    var sums: TableSums {
        var told: [Told] = []
        for conditions in 0..<(1 << query.filters.count) { told.append(self.told(conditions, after: told)) }
        let all = told.count - 1, last = told[all]
        func sum(_ groups: [TableValue], _ people: [[Line]]) -> TableSum {
            let asked = people.map { $0.filter { $0.holds == all } }.filter { !$0.isEmpty }, lines = asked.flatMap(\.self)
            return TableSum(
                groups: groups, lines: lines.reduce(0) { $0 + $1.lines }, people: query.kind.countsPeople ? asked.reduce(0) { $0 + $1[0].people } : nil,
                sums: query.summed.indices.map { place in lines.reduce(0) { $0 + $1.sums[place] } })
        }
        let lines = names[0].indices.map { sum([names[0][$0]], tables[0][$0]) }.filter { $0.lines > 0 }
        return TableSums(
            Array(lines.prefix(TableSums.most)), together: sum([], tables[ways.count][0]), hidden: Set(last.hidden[0].map { [names[0][$0]] }),
            hidesAll: last.hidesAll, isCut: lines.count > TableSums.most)
    }

    /// - Parameter told: what is told with fewer conditions, by their bits.
    private func told(_ conditions: Int, after told: [Told]) -> Told {
        let fewer = query.filters.indices.filter { conditions & 1 << $0 != 0 }.map { (filter: $0, conditions: conditions ^ 1 << $0) }
        let here = tables.indices.map { behind($0) { $0.holds & conditions == conditions } }
        let between = fewer.map { one in tables.indices.map { behind($0) { $0.holds & conditions == one.conditions } } }
        var own = Told(behind: here, hidden: ways.map { _ in [] }, hidesAll: false)
        var forced = ways.indices.map { way in fewer.reduce(into: Set<Int>()) { $0.formUnion(told[$1.conditions].hidden[way]) } }
        var isDone = false
        while !isDone {
            isDone = true
            for way in ways.indices.filter({ parts[$0].isEmpty }) + ways.indices.filter({ !parts[$0].isEmpty }) {
                for part in parts[way] { for whole in own.hidden[part.way] { forced[way].formUnion(part.lines[whole]) } }
                own.hidden[way] = OutsideCells.hidden(
                    here[way], besides: fewer.map { told[$0.conditions].behind[way] }, between: between.map { $0[way] }, hiddenThere: forced[way],
                    parts: parts[way].isEmpty ? nil : parts[way].flatMap { $0.lines }) { people(way, $0, conditions) }
                // Where too few are hidden under a line of a coarser table, and no more are there, that line would tell of them.
                for part in parts[way] {
                    for (whole, lines) in part.lines.enumerated() where !own.hidden[part.way].contains(whole) {
                        guard isFew(way, own.hidden[way].intersection(lines), conditions), forced[part.way].insert(whole).inserted else { continue }
                        isDone = false
                    }
                }
            }
        }
        let whole = ways.count, count = here[whole][0] ?? 0
        let rests = fewer.map { (told[$0.conditions].behind[whole][0] ?? 0) - count } + between.map { $0[whole][0] ?? 0 }
        own.hidesAll = fewer.contains { told[$0.conditions].hidesAll } || ([count] + rests).contains(where: OutsideCells.isSmall)
            || isFew(0, own.hidden[0], conditions)
        for one in fewer {
            if isSplit(0, told[one.conditions], own, by: conditions, one.conditions) { own.hidesAll = true }
            // What a condition chooses is a line of another table: where it may not be told there, no other may come to it.
            guard let group = query.kind.column(query.filters[one.filter].column)?.groups.first, let way = ways.firstIndex(of: group), way > 0 else { continue }
            if isSplit(way, told[one.conditions], own, by: conditions, one.conditions) {
                own.hidesAll = true
                for way in ways.indices where own.hidden[way].isEmpty { own.hidden[way] = Set(here[way].keys) }
            }
        }
        return own
    }

    /// How many people stand behind each line, of those that are asked for; or how many are counted in it, where these are few.
    private func behind(_ way: Int, _ isAsked: (Line) -> Bool) -> [Int: Int] {
        var behind: [Int: Int] = [:]
        for (line, people) in tables[way].enumerated() {
            var count = 0, sums = countedSums.map { _ in 0 }
            for one in people where one.contains(where: isAsked) {
                count += one[0].people
                for part in one where isAsked(part) { for (place, sum) in countedSums.enumerated() { sums[place] += part.sums[sum] } }
            }
            let few = sums.filter(OutsideCells.isSmall).min() ?? count
            if few > 0 { behind[line] = few }
        }
        return behind
    }

    /// How many different people stand behind some lines together.
    private func people(_ way: Int, _ lines: Set<Int>, _ conditions: Int) -> Int {
        var known: Set<TableValue> = [], count = 0
        for one in lines.flatMap({ tables[way][$0] }) where one.contains(where: { $0.holds & conditions == conditions }) {
            if known.insert(one[0].who).inserted { count += one[0].people }
        }
        return count
    }

    /// Whether some hidden lines are no cover for each other.
    private func isFew(_ way: Int, _ lines: Set<Int>, _ conditions: Int) -> Bool {
        !lines.isEmpty && (lines.count < 2 || people(way, lines, conditions) < AnswerBatch.least)
    }

    /// Whether a condition leaves some of what is hidden without it and not all, so that a sum tells of too few: of those that are left, or of those that are not.
    private func isSplit(_ way: Int, _ there: Told, _ here: Told, by conditions: Int, _ fewer: Int) -> Bool {
        let left = there.hidden[way].intersection(here.behind[way].keys), gone = there.hidden[way].subtracting(left)
        return !left.isEmpty && !gone.isEmpty && (isFew(way, left, conditions) || isFew(way, gone, fewer))
    }
}
