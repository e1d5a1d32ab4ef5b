import Forms
import Kernel
import Languages

/// An address read as a table: what it shows, and what could not be followed.
struct TableReading {
    private(set) var query: TableQuery
    private(set) var gaps: [TableGap] = []

    /// Names of fields, and of what stands in an address.
    static func `is`(_ column: String) -> String { "is-\(column)" }
    static func from(_ column: String) -> String { "from-\(column)" }
    static func to(_ column: String) -> String { "to-\(column)" }

    static let numberBounds = 0...1_000_000_000
    private static let gapsMost = 10
    private static let valuesMost = 60

    init(_ typed: Typed, of kind: TableKind) {
        query = TableQuery(kind)
        readColumns(typed.all("c"))
        readGroups(typed.all("by"))
        for key in Self.alone(typed.all("sum")) {
            guard let column = kind.column(key), column.isSummed else { add(.unknown(key)); continue }
            if query.sums.count < TableQuery.sumsMost { query.sums.append(key) }
        }
        readFilters(typed)
        query.order = order(typed["o"])
        if typed["out"] == "yes" { leave() }
        if query.columns.isEmpty, !query.isGrouped { query.columns = kind.usual }
    }

    private static func alone(_ keys: [String]) -> [String] {
        var seen: Set<String> = []
        return keys.filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    private mutating func add(_ gap: TableGap) {
        if gaps.count < Self.gapsMost, !gaps.contains(gap) { gaps.append(gap) }
    }

    private mutating func readColumns(_ keys: [String]) {
        let keys = Self.alone(keys)
        if keys.count > TableQuery.columnsMost { add(.tooMany(keys.count)) }
        for key in keys where query.kind.column(key) == nil { add(.unknown(String(key.prefix(40)))) }
        let known = keys.filter { query.kind.column($0) != nil }
        query.columns = Array(known.prefix(TableQuery.columnsMost))
    }

    private mutating func readGroups(_ keys: [String]) {
        for key in Self.alone(keys) {
            let parts = key.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let span = parts.count > 1 ? TableGroup.Span(rawValue: parts[1]) : nil
            let group = TableGroup(parts[0], by: span)
            guard group.written == key, let column = query.kind.column(group.column), column.groups.contains(group) else {
                add(.unknown(String(key.prefix(40))))
                continue
            }
            if query.groups.count < TableQuery.groupsMost { query.groups.append(group) }
        }
    }

    private mutating func readFilters(_ typed: Typed) {
        for column in query.kind.columns {
            guard let filter = column.filter else { continue }
            let ask: TableFilter.Ask? = switch filter {
            case .days: days(column, typed[Self.from(column.key)], typed[Self.to(column.key)])
            case .numbers: numbers(column, typed[Self.from(column.key)], typed[Self.to(column.key)])
            case .values: values(column, typed.all(Self.is(column.key)))
            case .words: typed[Self.is(column.key)].isEmpty ? nil : .words(String(typed[Self.is(column.key)].prefix(TextLimit.line.rawValue)))
            }
            if let ask { query.filters.append(TableFilter(column.key, ask)) }
        }
        // A filter whose column is gone is left out, and that is said: the table would otherwise show more than it was made for.
        for field in typed.fields where !field.value.isEmpty {
            for beginning in ["is-", "from-", "to-"] where field.name.hasPrefix(beginning) {
                let key = String(field.name.dropFirst(beginning.count))
                if query.kind.column(key)?.filter == nil { add(.unknown(String(key.prefix(40)))) }
            }
        }
    }

    private mutating func days(_ column: TableColumn, _ from: String, _ to: String) -> TableFilter.Ask? {
        let (first, last) = (Day(typed: from), Day(typed: to))
        if (!from.isEmpty && first == nil) || (!to.isEmpty && last == nil) { add(.unread(column.key)) }
        return first == nil && last == nil ? nil : .days(from: first, to: last)
    }

    private mutating func numbers(_ column: TableColumn, _ from: String, _ to: String) -> TableFilter.Ask? {
        let (least, most) = (Int(typed: from, in: Self.numberBounds), Int(typed: to, in: Self.numberBounds))
        if (!from.isEmpty && least == nil) || (!to.isEmpty && most == nil) { add(.unread(column.key)) }
        guard least != nil || most != nil else { return nil }
        let part = if case .amount = column.form { 100 } else { 1 }
        return .numbers(from: least.map { $0 * part }, to: most.map { $0 * part })
    }

    private mutating func values(_ column: TableColumn, _ values: [String]) -> TableFilter.Ask? {
        let asked = Self.alone(values)
        let known = switch column.form {
        case .choice(let choices): asked.filter { value in choices.contains { $0.value == value } }
        case .truth: asked.filter { $0 == "yes" || $0 == "no" }
        case .name: asked.filter { ID<TableNoun>($0) != nil }
        default: [String]()
        }
        if known.count < asked.count { add(.unread(column.key)) }
        return known.isEmpty ? nil : .values(known.prefix(Self.valuesMost).sorted())
    }

    private func order(_ text: String) -> TableOrder? {
        let isDescending = text.hasPrefix("-"), key = String(isDescending ? text.dropFirst() : text[...])
        let numbers = [TableOrder.lines] + (query.kind.countsPeople ? [TableOrder.people] : []) + query.sums
        let isKnown = query.isGrouped ? (numbers + query.groups.map(\.written)).contains(key) : query.kind.column(key)?.isSorted ?? false
        return isKnown ? TableOrder(key, descending: isDescending) : nil
    }

    /// What leaves the house counts, by one column and in whole months, and names nobody.
    private mutating func leave() {
        for group in query.groups where query.kind.column(group.column)?.isPersonal ?? false { add(.named(group.column)) }
        query.groups.removeAll { query.kind.column($0.column)?.isPersonal ?? false }
        if query.groups.count > 1 { add(.oneGroup) }
        query.groups = Array(query.groups.prefix(1))
        guard query.filters.count <= TableQuery.outsideFiltersMost else { return add(.tooManyFilters) }
        query.isOutside = query.isGrouped
        guard query.isOutside else { return add(.ungrouped) }
        query.filters = query.filters.map { filter in
            guard case .days(let from, let to) = filter.ask else { return filter }
            return TableFilter(filter.column, .days(from: from?.firstOfMonth, to: to?.lastOfMonth))
        }
    }
}

extension Day {
    fileprivate var firstOfMonth: Day { Day(year: civil.year, month: civil.month, day: 1) ?? self }
    fileprivate var lastOfMonth: Day { firstOfMonth.adding(days: 31).firstOfMonth.adding(days: -1) }
}

extension TableQuery {
    /// As it stands in an address, with nothing in it that says nothing.
    var typed: Typed {
        var fields: [(name: String, value: String)] = []
        fields += columns.map { (name: "c", value: $0) }
        fields += groups.map { (name: "by", value: $0.written) }
        fields += sums.map { (name: "sum", value: $0) }
        for filter in filters { fields += written(filter) }
        if let order { fields.append((name: "o", value: order.written)) }
        if isOutside { fields.append((name: "out", value: "yes")) }
        return Typed(fields)
    }

    private func written(_ filter: TableFilter) -> [(name: String, value: String)] {
        let key = filter.column, part = if case .amount? = kind.column(key)?.form { 100 } else { 1 }
        func range(_ from: String?, _ to: String?) -> [(name: String, value: String)] {
            var fields: [(name: String, value: String)] = []
            if let from { fields.append((name: TableReading.from(key), value: from)) }
            if let to { fields.append((name: TableReading.to(key), value: to)) }
            return fields
        }
        switch filter.ask {
        case .days(let from, let to): return range(from?.iso, to?.iso)
        case .numbers(let from, let to): return range(from.map { "\($0 / part)" }, to.map { "\($0 / part)" })
        case .values(let values): return values.map { (name: TableReading.is(key), value: $0) }
        case .words(let words): return [(name: TableReading.is(key), value: words)]
        }
    }

    /// The same in one piece, as it is kept.
    package var words: String { typed.query }

    /// The address of the table.
    package var path: String { address(kind.path) }

    /// - Parameter own: the saved table to which it belongs.
    func address(_ path: String, of own: OwnTable.ID? = nil) -> String {
        let query = typed.with("table", own?.description).query
        return query.isEmpty ? path : "\(path)?\(query)"
    }
}

extension OwnTable {
    /// The address of what was saved. It stands there as it was saved, so that what is gone since can be told.
    package var address: String { words.isEmpty ? "\(kind.path)?table=\(id)" : "\(kind.path)?\(words)&table=\(id)" }
}

extension OwnTableDraft {
    init(_ typed: Typed) throws {
        var faults = Faults()
        self.init(typed["name"], isShared: typed["shared"] == "yes")
        faults.limit(name, "name", .line)
        check(&faults)
        try faults.check()
    }
}
