import Forms
import Languages

/// A table as its page shows it.
struct TableSight {
    let query: TableQuery
    let gaps: [TableGap]
    /// The saved table from which it came, and whether it shows what was saved.
    let own: OwnTable?
    let isAsSaved: Bool
    /// Whether the actor may change what was saved, or look after it from now on.
    let isChangeable: Bool
    let isFree: Bool
    let paging: Paging
    let lines: [TableLine]
    let sums: TableSums?
    let writing: TableWriting
    /// Where nothing is left: each filter, and how many lines there would be without it.
    let loosened: [(filter: TableFilter, lines: Int)]

    var count: Int { sums.map(\.together.lines) ?? paging.count }
    var isEmpty: Bool { count == 0 }
}

/// What a table is chosen from.
struct TableChoiceSight {
    let query: TableQuery
    let gaps: [TableGap]
    let own: OwnTable?
    /// What columns name, by their keys: to choose from.
    let named: [String: [(id: Int64, name: TableName)]]
    let writing: TableWriting
}
