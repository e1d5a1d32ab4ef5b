import Foundation
import Kernel
import Languages
import Look
import Sheets

/// How values of a table are written: on a page, and in the cells of a file.
struct TableWriting {
    let t: Texts
    let names: TableNames
    let currency: Currency

    // MARK: On a page

    func run(_ value: TableValue, _ column: TableColumn) -> Run {
        switch (column.form, value) {
        case (_, .none): Run("–")
        case (.name(let noun), .number(let id)): name(noun, Int64(id))
        case (.day, .text(let iso)): Run(Day(iso: iso).map { t.day($0, .numeric) } ?? iso)
        case (.moment, .number(let seconds)): Run(t.instant(Instant(seconds: Int64(seconds)), .numeric))
        case (.amount, .number(let minor)): Run(t.number(Self.whole(minor)))
        case (.choice(let choices), .text(let value)): Run(choices.first { $0.value == value }.map { t($0.name) } ?? value)
        case (.truth, .number(let number)): Run(t(number == 0 ? T.common.no : T.common.yes))
        case (.truth, .truth(let truth)): Run(t(truth ? T.common.yes : T.common.no))
        case (.title, .text(let text)): t.run(text)
        case (_, .text(let text)): column.isPersonal ? t.run(name: text, .sr) : t.run(text)
        case (_, .number(let number)): Run(t.number(number))
        case (_, .truth(let truth)): Run(t(truth ? T.common.yes : T.common.no))
        }
    }

    private func name(_ noun: TableNoun, _ id: Int64) -> Run {
        guard let name = names.name(noun, id), !name.text.isEmpty else { return Run(t(noun == .person ? T.tables.erased : T.tables.nameless)) }
        if name.isPerson { return t.run(name: name.text, .sr) }
        return name.language.map { t.run(name.text, $0) } ?? t.run(name.text)
    }

    /// By what lines were put together, in words.
    func run(_ value: TableValue, _ group: TableGroup, of kind: TableKind) -> Run {
        guard let column = kind.column(group.column) else { return "" }
        guard case .text(let text) = value, let span = group.span else { return value == .none ? Run(t(T.tables.nothing)) : run(value, column) }
        switch span {
        case .month:
            guard let day = Day(iso: "\(text)-01") else { return Run(text) }
            return Run(t.month(day.month, day.year))
        case .year: return Run(text)
        case .school: return Run(Int(typed: text, in: 1...9998).flatMap(SchoolYear.init(start:)).map { t.schoolYear($0) } ?? text)
        }
    }

    /// The same without its language, for a cell.
    func text(_ value: TableValue, _ group: TableGroup, of kind: TableKind) -> String { run(value, group, of: kind).text }

    /// What puts lines in order by what they were put together by.
    func key(_ value: TableValue, _ group: TableGroup, of kind: TableKind) -> [UInt8] {
        if case .none = value { return [0xFF] }
        if group.span != nil, case .text(let text) = value { return Array(text.utf8) }
        return SortKey.make(run(value, group, of: kind).text, alphabet: t.language.alphabet)
    }

    /// The name of a group's column, with the time by which it is counted.
    func head(_ group: TableGroup, of kind: TableKind) -> String {
        guard let column = kind.column(group.column) else { return "" }
        return switch group.span {
        case nil: t(column.name)
        case .month: t(T.tables.byMonth(column: .phrase(column.name)))
        case .year: t(T.tables.byYear(column: .phrase(column.name)))
        case .school: t(T.tables.bySchoolYear(column: .phrase(column.name)))
        }
    }

    /// The name of a column that is added up; amounts name their currency, for others are not added to them.
    func head(sum column: TableColumn) -> String {
        if case .amount = column.form { "\(t(column.name)) (\(currency.rawValue))" } else { t(column.name) }
    }

    func sum(_ number: Int, _ column: TableColumn) -> String { if case .amount = column.form { t.number(Self.whole(number)) } else { t.number(number) } }

    // MARK: In a file

    func cell(_ value: TableValue, _ column: TableColumn) -> Cell {
        switch (column.form, value) {
        case (_, .none): .empty
        case (.day, .text(let iso)): .date(iso)
        case (.amount, .number(let minor)): .number(Self.whole(minor))
        case (.number, .number(let number)): .number(number)
        case (.moment, .number(let seconds)): .date(moment(Int64(seconds)))
        default: .text(run(value, column).text)
        }
    }

    /// A moment as it was at the centre.
    private func moment(_ seconds: Int64) -> String {
        let instant = Instant(seconds: seconds)
        return "\(t.zone.day(of: instant).iso)T\(t.zone.time(of: instant).iso):00"
    }

    func column(_ column: TableColumn) -> Sheet.Column {
        switch column.form {
        case .day: Sheet.Column(t(column.name), width: 12, .date)
        case .moment: Sheet.Column(t(column.name), width: 17, .dateAndTime)
        case .number: Sheet.Column(t(column.name), width: 10)
        case .amount: Sheet.Column(t(column.name), width: 14, .decimal(2))
        case .truth: Sheet.Column(t(column.name), width: 8)
        case .choice: Sheet.Column(t(column.name), width: 20)
        case .words: Sheet.Column(t(column.name), width: 24)
        case .title, .name: Sheet.Column(t(column.name), width: 36)
        }
    }

    static func whole(_ minor: Int) -> Decimal { Decimal(sign: minor < 0 ? .minus : .plus, exponent: -2, significand: Decimal(abs(minor))) }
}
