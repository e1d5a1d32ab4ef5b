package import Languages

/// What a table shows. It is written as what stands behind the question mark of an address, and kept as that when it is saved (decision 0112).
package struct TableQuery: Sendable, Hashable {
    package let kind: TableKind
    /// Keys of columns, in their order.
    package var columns: [String] = []
    package var filters: [TableFilter] = []
    /// By what lines are put together; none: each is shown by itself.
    package var groups: [TableGroup] = []
    /// Keys of columns that are added up where lines are put together.
    package var sums: [String] = []
    package var order: TableOrder?
    /// Whether it is made to leave the house: then small numbers are hidden, and nobody is named.
    package var isOutside = false

    package init(_ kind: TableKind) { self.kind = kind }

    package static let columnsMost = 30
    package static let groupsMost = 2
    package static let sumsMost = 6
    /// With each condition more, twice as many tables must not tell anybody when they are subtracted.
    package static let outsideFiltersMost = 4

    package var isGrouped: Bool { !groups.isEmpty }
    package var shown: [TableColumn] { columns.compactMap(kind.column) }
    /// The columns by which lines are put together.
    package var grouping: [TableColumn] { groups.compactMap { kind.column($0.column) } }
    package var summed: [TableColumn] { sums.compactMap(kind.column) }

    /// Whether somebody is named in it: by a column, or by what lines are put together.
    package var namesPeople: Bool { (isGrouped ? grouping : shown).contains(where: \.isPersonal) }

    package func filter(_ column: String) -> TableFilter? { filters.first { $0.column == column } }

    /// The same without one filter.
    package func without(_ filter: TableFilter) -> TableQuery {
        var query = self
        query.filters.removeAll { $0 == filter }
        return query
    }

    /// The same with a column one place nearer to the beginning, or without it.
    package func moving(_ column: String) -> TableQuery {
        var query = self
        if let place = columns.firstIndex(of: column), place > 0 { query.columns.swapAt(place, place - 1) }
        return query
    }

    package func dropping(_ column: String) -> TableQuery {
        var query = self
        query.columns.removeAll { $0 == column }
        return query
    }

    /// The same in another order.
    package func ordered(by key: String, descending isDescending: Bool) -> TableQuery {
        var query = self
        query.order = TableOrder(key, descending: isDescending)
        return query
    }
}

/// Which lines are shown, by one column.
package struct TableFilter: Sendable, Hashable {
    package enum Ask: Sendable, Hashable {
        case days(from: Day?, to: Day?)
        /// In hundredths for an amount.
        case numbers(from: Int?, to: Int?)
        /// Any of these: values of the column, or the numbers of what it names.
        case values([String])
        case words(String)
    }

    package let column: String
    package let ask: Ask

    package init(_ column: String, _ ask: Ask) { (self.column, self.ask) = (column, ask) }
}

/// By which column lines are sorted, or by how many there are.
package struct TableOrder: Sendable, Hashable {
    package static let lines = "lines"
    package static let people = "people"

    package let key: String
    package let isDescending: Bool

    package init(_ key: String, descending isDescending: Bool = false) { (self.key, self.isDescending) = (key, isDescending) }

    /// As an address writes it: `day`, `-day`.
    package var written: String { isDescending ? "-\(key)" : key }
}

/// What of an address a table could not follow. It goes on without it, and says so.
package enum TableGap: Sendable, Hashable {
    /// There is no such column, or there is none any more.
    case unknown(String)
    /// What was typed for a column cannot be read.
    case unread(String)
    /// More columns than a table takes.
    case tooMany(Int)
    /// A table for outside names nobody.
    case named(String)
    /// A table for outside is put together by one column.
    case ungrouped, oneGroup
    /// Or has more conditions than that can be subtracted from one another.
    case tooManyFilters
}
