package import Languages

/// A table with which one may begin.
package struct ReadyTable: Sendable {
    package let name: Phrase
    package let query: TableQuery

    private init(_ name: Phrase, _ kind: TableKind, _ fill: (inout TableQuery) -> Void) {
        self.name = name
        var query = TableQuery(kind)
        fill(&query)
        self.query = query
    }

    /// Those that are often asked for, for the school year that goes on.
    package static func all(on today: Day) -> [ReadyTable] {
        let year = SchoolYear(containing: today), thisYear = TableFilter("day", .days(from: year.first, to: year.last))
        let held = TableFilter("state", .values(["closed", "held"]))
        return [
            ReadyTable(T.tables.readySchools, .registrations) { query in
                query.groups = [TableGroup("school")]
                query.filters = [thisYear, TableFilter("state", .values(["admitted"]))]
                query.order = TableOrder(TableOrder.people, descending: true)
            },
            ReadyTable(T.tables.readyFounder, .registrations) { query in
                query.groups = [TableGroup("schoolPlace")]
                query.filters = [thisYear, TableFilter("state", .values(["admitted"]))]
                query.isOutside = true
            },
            ReadyTable(T.tables.readyForms, .events) { query in
                query.groups = [TableGroup("form")]
                query.sums = ["admitted", "came"]
                query.filters = [thisYear, held]
            },
            ReadyTable(T.tables.readyMonths, .events) { query in
                query.groups = [TableGroup("day", by: .month)]
                query.sums = ["came", "certificates"]
                query.filters = [held]
            },
            ReadyTable(T.tables.readyTeaches, .people) { query in
                query.groups = [TableGroup("teaches")]
                query.sums = ["attended", "points"]
                query.order = TableOrder(TableOrder.lines, descending: true)
            },
            ReadyTable(T.tables.readyPoints, .certificates) { query in
                query.columns = ["holder", "school", "event", "day", "points", "number"]
                query.filters = [TableFilter("day", .days(from: year.first, to: year.last)), TableFilter("state", .values(["valid"]))]
                query.order = TableOrder("day", descending: true)
            },
            ReadyTable(T.tables.readyOut, .loans) { query in
                query.columns = ["title", "copy", "school", "out", "due"]
                query.filters = [TableFilter("state", .values(["out"]))]
                query.order = TableOrder("due")
            },
            ReadyTable(T.tables.readyOwed, .claims) { query in
                query.groups = [TableGroup("school")]
                query.sums = ["amount", "paid", "rest"]
                query.filters = [TableFilter("state", .values(["late", "open", "partly"]))]
                query.order = TableOrder("rest", descending: true)
            },
        ]
    }
}
