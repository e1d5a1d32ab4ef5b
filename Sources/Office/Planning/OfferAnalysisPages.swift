import Catalogue
import Centres
import Forms
import Kernel
import Languages
import Look
import Needs
import Sheets
import Web

/// What is wished beside what is offered, for those who make the offer.
enum OfferAnalysisPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let part = OfferPart(rawValue: visit.query["part"]) ?? .topics
        return visit.page(OfferAnalysisViews(reader: visit.reader).page(try await board(visit), part))
    }

    @Sendable static func sheet(_ visit: Visit) async throws -> Answer {
        let sheets = OfferAnalysisSheets(board: try await board(visit), t: visit.t)
        return .file(bytes: try sheets.all.xlsx(), type: OfferAnalysisSheets.type, name: "\(sheets.name).xlsx")
    }

    private static func board(_ visit: Visit) async throws -> OfferAnalysisBoard {
        let now = SchoolYear(containing: visit.today), centre = visit.centre.id
        let year = visit.query.number("year", in: now.start - 5...now.next.start).flatMap(SchoolYear.init(start:)) ?? now
        return try await visit.read { act in
            let whole = try CentreStore.centre(centre, in: act), analysis = try OfferAnalysisStore.analysis(of: centre, in: year, in: act)
            let cycles = try OfferAnalysisStore.cycles(of: whole, in: year, in: act)
            return OfferAnalysisBoard(
                year: year, years: [now.next, now, now.previous], analysis: analysis, topics: try TopicStore.list(in: act),
                codes: try CycleStore.codes(of: cycles.map(\.id), in: act), currency: whole.currency, seat: whole.municipality,
                wishers: try OfferAnalysisStore.wishers(of: analysis.suggestions.map(\.topic), at: centre, in: year, in: act),
                municipalities: Dictionary(uniqueKeysWithValues: try MunicipalityStore.all(in: act).map { ($0.id, $0) }))
        }
    }
}

/// The parts of the analysis, each a page.
enum OfferPart: String, CaseIterable, Sendable {
    case topics, programmes, coverage, places, prices

    var name: Phrase {
        switch self {
        case .topics: T.planning.partTopics
        case .programmes: T.planning.partProgrammes
        case .coverage: T.planning.partCoverage
        case .places: T.planning.partPlaces
        case .prices: T.planning.partPrices
        }
    }
}

/// What the page of the analysis shows.
struct OfferAnalysisBoard: Sendable {
    let year: SchoolYear
    let years: [SchoolYear]
    let analysis: OfferAnalysis
    let topics: TopicList
    let codes: [CycleCode]
    let currency: Currency
    let seat: Municipality.ID?
    /// Who wishes what nothing serves.
    let wishers: [Topic.ID: Wishers]
    let municipalities: [Municipality.ID: Municipality]
}
