package import Languages

/// A column that a table may have: what it is called, what stands in it, what may be done with it. Nothing else can be asked for.
package struct TableColumn: Sendable {
    package enum Form: Sendable {
        /// As somebody wrote it.
        case words
        /// As it was written for the public.
        case title
        case day, moment, number, amount, truth
        /// One of a few.
        case choice([TableChoice])
        /// What has a name of its own.
        case name(TableNoun)
    }

    package let key: String
    package let name: Phrase
    package let form: Form
    /// Whether it tells who somebody is: a look at it is written down, and it never leaves the house.
    package private(set) var isPersonal = false
    package private(set) var isSummed = false
    /// Whether words find it by the search index.
    package private(set) var isFound = false
    private var groupsWords = false

    init(_ key: String, _ name: Phrase, _ form: Form) { (self.key, self.name, self.form) = (key, name, form) }

    var personal: TableColumn { with { $0.isPersonal = true } }
    var summed: TableColumn { with { $0.isSummed = true } }
    var found: TableColumn { with { $0.isFound = true } }
    var grouping: TableColumn { with { $0.groupsWords = true } }

    private func with(_ change: (inout TableColumn) -> Void) -> TableColumn {
        var column = self
        change(&column)
        return column
    }

    // MARK: What may be done with it

    /// How lines may be put together by it.
    package var groups: [TableGroup] {
        switch form {
        case .day: TableGroup.Span.allCases.map { TableGroup(key, by: $0) }
        case .choice, .name, .truth: [TableGroup(key)]
        case .words: groupsWords ? [TableGroup(key)] : []
        case .title, .moment, .number, .amount: []
        }
    }

    package var isSorted: Bool {
        switch form {
        case .day, .moment, .number, .amount: true
        case .name(let noun): noun != .form && noun != .code
        case .words, .title, .choice, .truth: false
        }
    }

    package enum Filter: Sendable { case days, numbers, values, words }

    /// How lines may be chosen by it; nil where they cannot.
    package var filter: Filter? {
        switch form {
        case .day, .moment: .days
        case .number, .amount: .numbers
        case .choice, .truth: .values
        case .name(let noun): isFound ? .words : noun == .person ? nil : .values
        case .words, .title: nil
        }
    }

    /// A column of numbers stands to the right.
    package var isNumber: Bool {
        switch form {
        case .number, .amount: true
        default: false
        }
    }
}

/// One of the few values that a column may have, as the rows have it and as people read it.
package struct TableChoice: Sendable {
    package let value: String
    package let name: Phrase

    init(_ value: String, _ name: Phrase) { (self.value, self.name) = (value, name) }
}

extension TableColumn.Form {
    static func oneOf<Value: CaseIterable & RawRepresentable>(_ kind: Value.Type, _ name: (Value) -> Phrase) -> Self where Value.RawValue == String {
        .choice(kind.allCases.map { TableChoice($0.rawValue, name($0)) })
    }
}

/// By what lines are put together: a column, or the times in which its days lie.
package struct TableGroup: Sendable, Hashable {
    package enum Span: String, CaseIterable, Sendable {
        case month, year, school
    }

    package let column: String
    package let span: Span?

    package init(_ column: String, by span: Span? = nil) { (self.column, self.span) = (column, span) }

    /// As an address writes it: `school`, `day.month`.
    package var written: String { span.map { "\(column).\($0.rawValue)" } ?? column }

    /// By what its lines are put together more coarsely: a table by these tells sums of them.
    func wholes(in kind: TableKind) -> [TableGroup] {
        switch span {
        case .month: [TableGroup(column, by: .year), TableGroup(column, by: .school)]
        case nil where column == "school": ["schoolPlace", "schoolKind"].filter { kind.column($0) != nil }.map { TableGroup($0) }
        default: []
        }
    }

    /// Of what its lines are sums.
    var finest: TableGroup {
        switch column {
        case "schoolPlace", "schoolKind": TableGroup("school")
        default: span == nil ? self : TableGroup(column, by: .month)
        }
    }
}
