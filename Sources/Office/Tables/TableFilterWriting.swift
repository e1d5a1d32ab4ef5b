import Languages
import Look

// What a table leaves out, in words.

extension TableWriting {
    /// What a filter asks for, behind the name of its column.
    func run(_ filter: TableFilter, of kind: TableKind) -> Run {
        guard let column = kind.column(filter.column) else { return "" }
        switch filter.ask {
        case .days(let from, let to): return range(from.map { t.day($0, .numeric) }, to.map { t.day($0, .numeric) })
        case .numbers(let from, let to): return range(from.map { sum($0, column) }, to.map { sum($0, column) })
        case .words(let words): return Run(t(T.tables.holdsWords(words: .text(words))))
        case .values(let values):
            let runs = values.map { run(value($0, column), column) }
            return runs.count == 1 ? runs[0] : Run(t.list(runs.map(\.text)))
        }
    }

    private func range(_ from: String?, _ to: String?) -> Run {
        switch (from, to) {
        case (let from?, let to?): Run(t(T.tables.between(from: .text(from), to: .text(to))))
        case (let from?, nil): Run(t(T.tables.atLeast(from: .text(from))))
        case (nil, let to?): Run(t(T.tables.atMost(to: .text(to))))
        case (nil, nil): ""
        }
    }

    /// A value of a filter as a row would have it.
    private func value(_ text: String, _ column: TableColumn) -> TableValue {
        switch column.form {
        case .name: Int(typed: text, in: 1...Int.max).map { .number($0) } ?? .none
        case .truth: .truth(text == "yes")
        default: .text(text)
        }
    }

    /// Why a filter leaves nothing by itself; nil where it might leave something.
    func contradiction(_ filter: TableFilter) -> Phrase? {
        switch filter.ask {
        case .days(let from?, let to?) where from > to: T.tables.backwards
        case .numbers(let from?, let to?) where from > to: T.tables.backwards
        default: nil
        }
    }

    /// What of an address could not be followed.
    func run(_ gap: TableGap, of kind: TableKind) -> Run {
        func name(_ key: String) -> Value { kind.column(key).map { .phrase($0.name) } ?? .text(key) }
        return switch gap {
        case .unknown(let key): Run(t(T.tables.gapUnknown(column: name(key))))
        case .unread(let key): Run(t(T.tables.gapUnread(column: name(key))))
        case .tooMany(let count): Run(t(T.tables.gapTooMany(count: TableQuery.columnsMost, asked: .number(count))))
        case .named(let key): Run(t(T.tables.gapNamed(column: name(key))))
        case .ungrouped: Run(t(T.tables.gapUngrouped))
        case .oneGroup: Run(t(T.tables.gapOneGroup))
        case .tooManyFilters: Run(t(T.tables.gapTooManyFilters(most: .number(TableQuery.outsideFiltersMost))))
        }
    }
}
