import Foundation
import Languages
import Sheets

/// What payroll needs of a month as a workbook: each contract with what is taken and what comes on top, and sums by person.
struct PayrollSheet {
    let t: Texts

    private func amount(_ minor: Int) -> Cell { .number(Decimal(minor) / 100) }

    func sheets(_ payroll: Payroll) -> [Sheet] { [contracts(payroll), people(payroll)] }

    private func contracts(_ payroll: Payroll) -> Sheet {
        let parts = payroll.parts
        return Sheet(t(T.costs.contracts), columns: [
            Sheet.Column(t(T.costs.withWhom), width: 30), Sheet.Column(t(T.costs.kindOfContract), width: 24), Sheet.Column(t(T.costs.number), width: 16),
            Sheet.Column(t(T.costs.issuedOn), width: 14, .date), Sheet.Column(t(T.costs.doneOn), width: 14, .date), Sheet.Column(t(T.costs.work), width: 40),
            Sheet.Column(t(T.costs.ofWhat), width: 40), Sheet.Column(t(T.costs.gross), width: 16, .decimal(2)), Sheet.Column(t(T.costs.base), width: 16, .decimal(2)),
        ] + parts.map { Sheet.Column(t.shown($0), width: 18, .decimal(2)) } + [
            Sheet.Column(t(T.costs.net), width: 16, .decimal(2)), Sheet.Column(t(T.costs.costToHouse), width: 18, .decimal(2)),
            Sheet.Column(t(T.costs.currency), width: 10),
        ], rows: payroll.lines.map { line in
            let contract = line.contract, draft = contract.draft, pay = line.pay
            let own: [Cell] = parts.map { name in
                let found = pay.lines.filter { $0.name == name }
                return found.isEmpty ? .empty : amount(found.map(\.amount).reduce(0, +))
            }
            let head: [Cell] = [
                .text(draft.name), .text(t(draft.kind.name)), .text(contract.number), contract.day.map { .date($0.iso) } ?? .empty,
                contract.doneOn.map { .date($0.iso) } ?? .empty, .text(t.shown(draft.title)), .text(t.shown(line.event)), amount(pay.gross), amount(pay.base),
            ]
            return head + own + [amount(pay.net), amount(pay.cost), .text(draft.gross.currency.rawValue)]
        })
    }

    /// One line a person and currency.
    private func people(_ payroll: Payroll) -> Sheet {
        struct Key: Hashable { let name: String, currency: Currency }
        let groups = Dictionary(grouping: payroll.lines) { Key(name: $0.contract.draft.name, currency: $0.contract.draft.gross.currency) }
        let keys = groups.keys.sorted { ($0.name, $0.currency.rawValue) < ($1.name, $1.currency.rawValue) }
        return Sheet(t(T.costs.byPerson), columns: [
            Sheet.Column(t(T.costs.withWhom), width: 30), Sheet.Column(t(T.costs.contracts), width: 12, .decimal(0)),
            Sheet.Column(t(T.costs.gross), width: 16, .decimal(2)), Sheet.Column(t(T.costs.net), width: 16, .decimal(2)),
            Sheet.Column(t(T.costs.costToHouse), width: 18, .decimal(2)), Sheet.Column(t(T.costs.currency), width: 10),
        ], rows: keys.map { key in
            let lines = groups[key] ?? []
            return [
                .text(key.name), .number(Decimal(lines.count)), amount(lines.map(\.pay.gross).reduce(0, +)), amount(lines.map(\.pay.net).reduce(0, +)),
                amount(lines.map(\.pay.cost).reduce(0, +)), .text(key.currency.rawValue),
            ]
        })
    }
}
