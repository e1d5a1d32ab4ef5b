import Centres
import Forms
import HTML
import Kernel
import Languages
import Look
import Needs

/// The offer by distance, price and language.
struct OfferPlaceViews {
    let reader: Reader
    private var t: Texts { reader.t }

    @HTMLBuilder func places(_ board: OfferAnalysisBoard) -> some HTML {
        let lines = board.analysis.places, towns = lines.compactMap { board.municipalities[$0.municipality] }
        HTML::p { t(T.planning.placesText(km: .number(board.analysis.counts.km))) }
        if lines.isEmpty { HTML::p { t(T.planning.noneOfThem) } } else {
            TerritoryMap(
                towns, seat: board.seat.flatMap { board.municipalities[$0] }, t: t,
                weights: Dictionary(uniqueKeysWithValues: lines.map { ($0.municipality, $0.unreached) }),
                label: t(T.planning.unreached))
            DataTable(t(T.planning.partPlaces), rows: lines, columns: [
                Column(t(T.needs.municipality), .name) { line in
                    a(.href(reader.link("/staff/needs?year=\(board.year.start)&municipality=\(line.municipality)"))) { name(line.municipality, board) }
                },
                Column(t(T.planning.allWishes), .number) { line in t.number(line.wishes) },
                Column(t(T.planning.unreached), .number) { line in t.number(line.unreached) },
                Column(t(T.planning.nearestKm), .number) { line in line.nearest.map { t.number($0) } ?? "" },
                Column(t(T.planning.nextStep)) { line in
                    if line.unreached >= board.analysis.counts.group {
                        Chip(.waiting, t(T.planning.holdThere))
                        " "
                        let label = "\(t(T.planning.planner)): \(name(line.municipality, board).text)"
                        a(.href(reader.link("/staff/planner")), .aria("label", label)) { t(T.planning.planner) }
                    } else if line.unreached > 0 { Chip(.neutral, t(T.planning.nextWait)) } else { Chip(.good, t(T.planning.nextEnough)) }
                },
            ], isCaptionHidden: true)
        }
        if board.analysis.unplaced > 0 { HTML::p { t(T.planning.unplaced(count: board.analysis.unplaced)) } }
    }

    private func name(_ id: Municipality.ID, _ board: OfferAnalysisBoard) -> Run { board.municipalities[id].map { t.run($0.name) } ?? Run("") }

    @HTMLBuilder func prices(_ board: OfferAnalysisBoard) -> some HTML {
        let lines = board.analysis.prices(OfferAnalysis.priceSteps(board.currency)), payers = board.analysis.counts.payers
        h2 { t(T.planning.byPrice) }
        DataTable(t(T.planning.byPrice), rows: lines, columns: [
            Column(t(T.planning.priceStep), .name) { line in price(line, board.currency) },
            Column(t(T.planning.programmesServing), .number) { line in t.number(line.programmes) },
            Column(t(T.planning.groups), .number) { line in t.number(line.groups) },
            Column(t(T.planning.seatsOffered), .number) { line in t.number(line.seats) },
            Column(t(T.planning.cameShort), .number) { line in t.number(line.came) },
        ], isCaptionHidden: true)
        BarChart(t(T.planning.whoPays), description: t(T.planning.whoPaysText(count: board.analysis.counts.plans)), WhoPays.allCases.map { payer in
            BarChart.Bar(Run(t(payer.name)), payers[payer] ?? 0, t.number(payers[payer] ?? 0))
        })
        h2 { t(T.planning.byLanguage) }
        HTML::p { t(T.planning.byLanguageText) }
        DataTable(t(T.planning.byLanguage), rows: board.analysis.languages, columns: [
            Column(t(T.planning.byLanguage), .name) { line in t(OfferWords(t: t).language(line.language)) },
            Column(t(T.planning.plansOfPeople), .number) { line in t.number(line.plans) },
            Column(t(T.planning.programmesServing), .number) { line in t.number(line.programmes) },
            Column(t(T.planning.groups), .number) { line in t.number(line.groups) },
            Column(t(T.planning.cameShort), .number) { line in t.number(line.came) },
        ], isCaptionHidden: true)
    }

    private func price(_ line: OfferAnalysis.PriceLine, _ currency: Currency) -> String {
        OfferWords(t: t).price(line, OfferAnalysis.priceSteps(currency), currency)
    }
}
