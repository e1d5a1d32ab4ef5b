import Centres
import Documents
import Events
import Foundation
import Kernel
import Languages

/// Contracts and travel orders as an office prints them, in the centre's sign.
struct CostPaper {
    let t: Texts
    let office: Centre
    let logo: CentreLogo?

    var pictures: [String: [UInt8]] { logo?.pictures ?? [:] }

    private func paper(_ title: String, subtitle: String, number: String, day: Day?) -> Paper {
        var paper = Paper(
            language: t.language.rawValue, title: title, subtitle: subtitle, head: [title, number].filter { !$0.isEmpty }.joined(separator: " · "),
            page: t(T.costs.paperPage(page: "{page}", pages: "{pages}")), centre: Paper.Office(office, logo, t))
        paper.marks = [.init(t(T.costs.number), number.isEmpty ? "–" : number), .init(t(T.costs.day), day.map { t.day($0, .numeric) } ?? "–")]
        return paper
    }

    private func money(_ minor: Int, _ currency: Currency) -> String { t.money(currency.money(minor)) }

    func contract(_ folder: FeeContractFolder) -> Paper {
        let contract = folder.contract, draft = contract.draft, currency = draft.gross.currency, pay = folder.pay
        var paper = paper(t(draft.kind.paperTitle), subtitle: t.shown(draft.title), number: contract.number, day: contract.day)
        paper.facts = [.init(t(T.costs.orderer), office.name(in: t.language)), .init(t(draft.kind.doer), draft.name)]
        if let event = folder.event { paper.facts.append(.init(t(T.costs.ofWhat), t.shown(event.title(in: t.language).text))) }
        if let due = draft.due { paper.facts.append(.init(t(T.costs.due), t.day(due))) }
        let taken = pay.lines.filter { !$0.isAbove }, above = pay.lines.filter(\.isAbove)
        var rows: [[Paper.Cell]] = [[.init(t(T.costs.gross)), .init(money(pay.gross, currency))]]
        rows += taken.map { [.init(t.shown($0.name)), .init(money(-$0.amount, currency))] }
        if !taken.isEmpty { rows.append([.init(t(T.costs.net)), .init(money(pay.net, currency))]) }
        rows += above.map { [.init(t.shown($0.name)), .init(money($0.amount, currency))] }
        if !above.isEmpty { rows.append([.init(t(T.costs.costToHouse)), .init(money(pay.cost, currency))]) }
        paper.sections = [
            Paper.Section(title: t(T.costs.article1), text: [t(T.costs.agreesWork(title: .text(t.shown(draft.title))))]),
            Paper.Section(title: t(T.costs.article2), text: [t(T.costs.agreesFee(amount: .money(draft.gross)))], table: .init(columns: [
                .init(t(T.costs.what), share: 5), .init(t(T.costs.amount), mm: 45, align: .right),
            ], rows: rows)),
            Paper.Section(
                title: t(T.costs.article3), text: draft.note.isEmpty ? [t(T.costs.agreesPlain)] : draft.note.split(separator: "\n").map { t.shown(String($0)) }),
        ]
        paper.signatories = [.init(name: "", role: t(T.costs.orderer)), .init(name: draft.name, role: t(draft.kind.doer))]
        paper.seal = t(T.costs.seal)
        if contract.state == .draft { paper.notes = [t(T.costs.paperDraft)] }
        if contract.state == .void { paper.notes = [t(T.costs.paperVoid(reason: .text(t.shown(contract.reason))))] }
        return paper
    }

    func travel(_ folder: TravelFolder) -> Paper {
        let order = folder.order, draft = order.draft, sums = order.sums(by: folder.rates), currency = order.currency
        var paper = paper(t(T.costs.order), subtitle: "\(draft.name) · \(t.shown(draft.place))", number: order.number, day: order.day)
        paper.facts = [
            .init(t(T.costs.traveller), draft.name), .init(t(T.costs.purpose), t.shown(draft.title)), .init(t(T.costs.place), t.shown(draft.place)),
            .init(t(T.costs.vehicle), t(draft.vehicle.name)), .init(t(T.costs.leaves), t.instant(draft.leaves)), .init(t(T.costs.returns), t.instant(draft.returns)),
        ]
        let rate = folder.rates.kilometre.map { " × \(money($0, currency))" } ?? ""
        paper.sections = [
            Paper.Section(title: t(order.state == .settled ? T.costs.settlement : T.costs.foreseen), table: .init(columns: [
                .init(t(T.costs.what), share: 5), .init(t(T.costs.amount), mm: 45, align: .right),
            ], rows: [
                [.init(t(T.costs.kmOf(count: draft.km)) + rate), .init(money(sums.kilometres, currency))],
                [.init(t(T.costs.allowance)), .init(money(sums.allowance, currency))],
                [.init(t(T.costs.tickets)), .init(t.money(draft.tickets))], [.init(t(T.costs.together)), .init(money(sums.together, currency))],
            ])),
            Paper.Section(title: t(T.costs.travelReport), table: .init(columns: [.init(t(T.costs.travelReportHint), share: 1)], rows: [[""]], boxes: true, height: 45)),
        ]
        paper.signatories = [.init(name: "", role: t(T.costs.sends)), .init(name: draft.name, role: t(T.costs.traveller))]
        paper.seal = t(T.costs.seal)
        if order.state == .draft { paper.notes = [t(T.costs.paperDraft)] }
        if order.state == .void { paper.notes = [t(T.costs.paperVoid(reason: .text(t.shown(order.reason))))] }
        return paper
    }
}

extension ContractKind {
    fileprivate var paperTitle: Phrase {
        switch self {
        case .author: T.costs.paperAuthor
        case .service: T.costs.paperService
        case .work: T.costs.paperWork
        }
    }

    /// What the other side is called.
    fileprivate var doer: Phrase { self == .author ? T.costs.author : T.costs.doer }
}
