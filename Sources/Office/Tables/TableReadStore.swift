import Accounts
package import Centres
package import Kernel
package import Languages
import Storage

/// Tables as they are read: how many lines, one page of them, all of them in pieces, or put together.
package enum TableReadStore {
    static func pieces(_ kind: TableKind, at centre: Centre, _ alphabet: Alphabet = .azbuka, in act: Act) throws -> TablePieceStore {
        guard kind.isOpen(to: act.by, at: centre.id) else { throw Problem.missing }
        let ties: SQL = kind == .people ? try PersonStore.ties(to: centre.id, in: act) : "SELECT NULL"
        return TablePieceStore(kind: kind, centre: centre, today: centre.zone.day(of: act.now), ties: ties, alphabet: alphabet)
    }

    // MARK: Which lines

    private static func condition(_ query: TableQuery, _ pieces: TablePieceStore, in act: Act) -> SQL {
        .joined([pieces.scope] + query.filters.flatMap { conditions($0, pieces, in: act) }, " AND ")
    }

    private static func conditions(_ filter: TableFilter, _ pieces: TablePieceStore, in act: Act) -> [SQL] {
        guard let column = pieces.kind.column(filter.column), let piece = pieces.piece(filter.column) else { return [] }
        let zone = pieces.centre.zone
        switch filter.ask {
        case .days(let from, let to):
            if case .moment = column.form { return range(piece, from: from.map(zone.startOfDay), before: to.map(zone.endOfDay)) }
            return range(piece, from: from, to: to)
        case .numbers(let from, let to): return range(piece, from: from, to: to)
        case .values(let values):
            switch column.form {
            case .name: return ["\(piece) IN \(list: values.compactMap { ID<TableNoun>($0) })"]
            case .truth: return ["\(piece) IN \(list: values.map { $0 == "yes" })"]
            default: return ["\(piece) IN \(list: values)"]
            }
        case .words(let words): return ["\(piece) IN (SELECT f.subject FROM \(act.db.found("event", typed: words)) f)"]
        }
    }

    private static func range<Bound: Storable>(_ piece: SQL, from: Bound?, to: Bound? = nil, before: Bound? = nil) -> [SQL] {
        var parts: [SQL] = []
        if let from { parts.append("\(piece) >= \(from)") }
        if let to { parts.append("\(piece) <= \(to)") }
        if let before { parts.append("\(piece) < \(before)") }
        return parts
    }

    package static func count(_ query: TableQuery, at centre: Centre, in act: Act) throws -> Int {
        let pieces = try pieces(query.kind, at: centre, in: act)
        return try act.db.count("SELECT count(*) AS n FROM \(pieces.source) WHERE \(condition(query, pieces, in: act))")
    }

    // MARK: Lines by themselves

    private static func order(_ query: TableQuery, _ pieces: TablePieceStore) -> SQL {
        guard let order = query.order, let column = query.kind.column(order.key), let piece = pieces.order(column) else { return pieces.usualOrder }
        // What is empty stands last, whichever way.
        let way: SQL = order.isDescending ? " DESC" : ""
        return "CASE WHEN \(piece) IS NULL THEN 1 ELSE 0 END, \(piece)\(way), \(pieces.id)"
    }

    private static func select(_ query: TableQuery, _ pieces: TablePieceStore) throws -> SQL {
        let columns = try query.columns.map { key throws -> SQL in
            guard let piece = pieces.piece(key) else { throw StorageError.column("no piece for the column \(key) of \(query.kind.rawValue)") }
            return piece
        }
        return .joined([pieces.id] + columns, ", ")
    }

    /// One page of a table.
    package static func lines(
        _ query: TableQuery, at centre: Centre, sorted alphabet: Alphabet, limit: Int, offset: Int = 0, in act: Act
    ) throws -> [TableLine] {
        let pieces = try pieces(query.kind, at: centre, alphabet, in: act)
        return try lines(ids(query, pieces, page: " LIMIT \(limit) OFFSET \(offset)", in: act), select(query, pieces), pieces, in: act)
    }

    /// The numbers of lines in the order that is asked for: only they are sorted, however much stands in a line.
    private static func ids(_ query: TableQuery, _ pieces: TablePieceStore, page: SQL = "", in act: Act) throws -> [Int64] {
        try act.db.rows("""
            SELECT \(pieces.id) FROM \(pieces.source) WHERE \(condition(query, pieces, in: act)) ORDER BY \(order(query, pieces))\(page)
            """).map { row in
            guard case .int(let id) = row.values[0] else { throw StorageError.column("a line without a number") }
            return id
        }
    }

    /// What stands in these lines, in their order.
    private static func lines(_ ids: [Int64], _ select: SQL, _ pieces: TablePieceStore, in act: Act) throws -> [TableLine] {
        let lines = try act.db.rows("SELECT \(select) FROM \(pieces.source) WHERE \(pieces.id) IN \(list: ids)").map(TableLine.init(row:))
        let places = Dictionary(lines.map { ($0.id, $0) }) { first, _ in first }
        return ids.compactMap { places[$0] }
    }

    /// So many lines are read at once.
    static let piece = 2_000

    /// All lines of a table, in pieces: their numbers first, in the order that is asked for, so that they are sorted once; then what stands in them. What is
    /// held meanwhile is eight bytes for each line, and one piece.
    package static func each(
        _ query: TableQuery, at centre: Centre, sorted alphabet: Alphabet, in act: Act, _ body: ([TableLine]) throws -> Void
    ) throws {
        let pieces = try pieces(query.kind, at: centre, alphabet, in: act)
        let ids = try ids(query, pieces, in: act), select = try select(query, pieces)
        for start in stride(from: 0, to: ids.count, by: piece) {
            try body(lines(Array(ids[start..<min(start + piece, ids.count)]), select, pieces, in: act))
        }
    }

    // MARK: Lines put together

    private static let groupNames: [SQL] = ["g0", "g1"]
    private static let sumNames: [SQL] = ["s0", "s1", "s2", "s3", "s4", "s5"]

    /// Lines put together by what the query asks; what leaves the house is hidden where it is small.
    package static func sums(_ query: TableQuery, at centre: Centre, in act: Act) throws -> TableSums {
        try query.isOutside ? outside(query, at: centre, in: act).sums : counted(query, at: centre, in: act)
    }

    private static let wayNames: [SQL] = ["w0", "w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "w9", "w10", "w11", "w12", "w13", "w14"]
    private static let conditionNames: [SQL] = ["c0", "c1", "c2", "c3"]

    /// Whatever tells of a table that leaves the house, in one look: its lines before any condition, person by person, and which conditions hold for them.
    private static func outside(_ query: TableQuery, at centre: Centre, in act: Act) throws -> OutsideLines {
        let pieces = try pieces(query.kind, at: centre, in: act), ways = OutsideLines.ways(of: query), filters = query.filters
        guard ways.count <= wayNames.count, filters.count <= conditionNames.count else { throw Problem.missing }
        let groups = try ways.map { try piece($0, pieces) }, sums = try query.summed.map { try sum($0, pieces) }
        let holds: [SQL] = filters.map { filter in
            let parts = conditions(filter, pieces, in: act)
            return parts.isEmpty ? "1" : "CASE WHEN \(SQL.joined(parts, " AND ")) THEN 1 ELSE 0 END"
        }
        var keys = Array(wayNames.prefix(ways.count))
        keys.append("who")
        keys += conditionNames.prefix(filters.count)
        let added = Array(sumNames.prefix(sums.count)), called: [SQL] = keys + ["people"] + added
        let named: [SQL] = zip(groups + [pieces.who] + holds + [pieces.people] + sums, called).map { piece, name in "\(piece) AS \(name)" }
        let told: [SQL] = keys + ["count(*) AS n", "max(people) AS people"] + added.map { name in "CAST(coalesce(sum(\(name)), 0) AS BIGINT) AS \(name)" }
        let rows = try act.db.rows("""
            SELECT \(SQL.joined(told, ", ")) FROM (SELECT \(SQL.joined(named, ", ")) FROM \(pieces.source) WHERE \(pieces.scope)) AS lines
            GROUP BY \(SQL.joined(keys, ", "))
            """)
        return OutsideLines(query, try rows.map { row in
            let values = try row.values.map(TableValue.init(stored:)), who = values[ways.count], count = filters.count
            let numbers = values.dropFirst(ways.count + 1).map { if case .number(let number) = $0 { number } else { 0 } }
            return OutsideLines.Line(
                places: Array(values.prefix(ways.count)), who: who, holds: filters.indices.reduce(0) { $0 | numbers[$1] << $1 }, lines: numbers[count],
                people: who == TableValue.none ? 0 : numbers[count + 1], sums: Array(numbers.dropFirst(count + 2)))
        })
    }

    private static func counted(_ query: TableQuery, at centre: Centre, in act: Act) throws -> TableSums {
        let pieces = try pieces(query.kind, at: centre, in: act)
        let groups = try query.groups.map { try piece($0, pieces) }, sums = try query.summed.map { try sum($0, pieces) }
        let names = Array(groupNames.prefix(groups.count))
        let named: [SQL] = zip(groups + sums, names + sumNames.prefix(sums.count)).map { piece, name in "\(piece) AS \(name)" }
        let inner = named + ["\(pieces.who) AS who"], countsPeople = query.kind.countsPeople
        let lines: SQL = "(SELECT \(SQL.joined(inner, ", ")) FROM \(pieces.source) WHERE \(condition(query, pieces, in: act))) AS lines"
        let added: [SQL] = sumNames.prefix(sums.count).map { name in "CAST(coalesce(sum(\(name)), 0) AS BIGINT) AS \(name)" }
        let told: [SQL] = ["count(*) AS n", countsPeople ? "count(DISTINCT who) AS people" : "0 AS people"] + added
        func read(_ row: Row, groups: Int) throws -> TableSum {
            let values = try row.values.map(TableValue.init(stored:))
            func number(_ place: Int) -> Int { if case .number(let number) = values[place] { number } else { 0 } }
            return TableSum(
                groups: Array(values.prefix(groups)), lines: number(groups), people: countsPeople ? number(groups + 1) : nil,
                sums: sums.indices.map { number(groups + 2 + $0) })
        }
        let by = SQL.joined(names, ", ")
        let numbers = SQL.joined(told, ", ")
        let all = try act.db.rows("SELECT \(by), \(numbers) FROM \(lines) GROUP BY \(by) LIMIT \(TableSums.most + 1)")
            .map { try read($0, groups: groups.count) }
        guard let together = try act.db.row("SELECT \(numbers) FROM \(lines)").map({ try read($0, groups: 0) }) else { throw Problem.missing }
        return TableSums(Array(all.prefix(TableSums.most)), together: together, isCut: all.count > TableSums.most)
    }

    private static func piece(_ group: TableGroup, _ pieces: TablePieceStore) throws -> SQL {
        guard let piece = pieces.piece(group.column) else { throw StorageError.column("no piece for the column \(group.column)") }
        switch group.span {
        // What nobody told is one line, whether it is empty or missing.
        case nil: if case .words? = pieces.kind.column(group.column)?.form { return "nullif(\(piece), '')" } else { return piece }
        case .month: return "substr(\(piece), 1, 7)"
        case .year: return "substr(\(piece), 1, 4)"
        // It begins in September.
        case .school: return """
            CASE WHEN substr(\(piece), 6, 2) >= '09' THEN substr(\(piece), 1, 4)
                ELSE CAST(CAST(substr(\(piece), 1, 4) AS INTEGER) - 1 AS TEXT) END
            """
        }
    }

    private static func sum(_ column: TableColumn, _ pieces: TablePieceStore) throws -> SQL {
        guard let piece = pieces.piece(column.key) else { throw StorageError.column("no piece for the column \(column.key)") }
        if case .amount = column.form { return "CASE WHEN \(pieces.isOwnCurrency) THEN \(piece) ELSE 0 END" }
        return piece
    }
}

extension TableLine {
    fileprivate init(row: Row) throws {
        guard case .int(let id) = row.values[0] else { throw StorageError.column("a line without a number") }
        self.init(id: id, values: try row.values.dropFirst().map(TableValue.init(stored:)))
    }
}

extension TableValue {
    fileprivate init(stored: Stored) throws {
        self = switch stored {
        case .null: .none
        case .text(let text): text.isEmpty ? .none : .text(text)
        case .int(let number): .number(Int(number))
        case .bool(let truth): .truth(truth)
        case .real, .blob: throw StorageError.column("a table shows no such value")
        }
    }
}
