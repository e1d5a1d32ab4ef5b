import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// What a contract says, for the centre and for whom it is with.
struct FeeContractFacts {
    let reader: Reader
    private var t: Texts { reader.t }

    @HTMLBuilder func facts(_ contract: FeeContract, _ pay: Pay, hasRule: Bool, event: Event?) -> some HTML {
        let currency = contract.draft.gross.currency
        Facts {
            if let event { FactLine(t(T.costs.ofWhat), t.run(event.title(in: t.language))) }
            if !contract.number.isEmpty { FactLine(t(T.costs.number), Run(contract.number)) }
            if let day = contract.day { FactLine(t(T.costs.issuedOn), t.day(day)) }
            if let due = contract.draft.due { FactLine(t(T.costs.due), t.day(due)) }
            if let done = contract.doneOn { FactLine(t(T.costs.doneOn), t.day(done)) }
            if !contract.draft.note.isEmpty { FactLine(t(T.costs.terms), t.run(contract.draft.note)) }
        }
        DataTable(t(T.costs.reckoned), rows: lines(pay), columns: [
            Column(t(T.costs.what), .name) { line in line.0 },
            Column(t(T.costs.amount), .number) { line in t.money(currency.money(line.1)) },
        ])
        HTML::p(.class("small muted")) { t(hasRule ? T.costs.byTable : T.costs.noTable) }
    }

    private func lines(_ pay: Pay) -> [(Run, Int)] {
        var lines: [(Run, Int)] = [(Run(t(T.costs.gross)), pay.gross)]
        lines += pay.lines.filter { !$0.isAbove }.map { (t.run($0.name), -$0.amount) }
        lines.append((Run(t(T.costs.net)), pay.net))
        lines += pay.lines.filter(\.isAbove).map { (t.run($0.name), $0.amount) }
        lines.append((Run(t(T.costs.costToHouse)), pay.cost))
        return lines
    }
}
