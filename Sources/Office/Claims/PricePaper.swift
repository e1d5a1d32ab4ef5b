import Centres
import Documents
import Kernel
import Languages

/// The price list as it hangs on the wall.
struct PricePaper {
    let t: Texts
    let office: Centre

    func list(_ prices: [Price], _ reductions: [Reduction], on day: Day) -> Paper {
        let subtitle = t(T.claims.pricesOn(day: .day(day)))
        var paper = Paper(
            language: t.language.rawValue, title: t(T.claims.prices), subtitle: subtitle, head: subtitle, page: t(T.claims.paperPage(page: "{page}", pages: "{pages}")))
        paper.centre = Paper.Office(name: office.name(in: t.language), lines: [t.shown(office.street), office.phone, office.email])
        paper.sections = Price.Kind.allCases.compactMap { kind in
            let own = prices.filter { $0.details.kind == kind }
            return own.isEmpty ? nil : Paper.Section(title: t(kind.name), table: .init(columns: [
                .init(t(T.claims.priceName), share: 4), .init(t(T.claims.covers), share: 5), .init(t(T.claims.amount), mm: 34, align: .right),
            ], rows: own.map { price in
                [.init(t.shown(price.details.name)), .init(t.shown(price.details.covers)), .init(t.money(price.details.amount))]
            }))
        }
        if !reductions.isEmpty {
            paper.sections.append(Paper.Section(
                title: t(T.claims.reductions), text: reductions.map { "\(t.shown($0.name)): \(t(PriceViews.said($0.details)))" }))
        }
        paper.notes = Set(prices.map(\.details.article) + reductions.map(\.details.article)).filter { !$0.isEmpty }.sorted().map { t.shown($0) }
        paper.signatories = [.init(name: "", role: t(T.claims.signs))]
        paper.seal = t(T.claims.seal)
        return paper
    }
}
