import Foundation
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// The whole record: who looked at it, and the way to take it along.
enum RecordPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        let looks = try await visit.read { try PortfolioStore.looks(at: person, in: $0) }
        return visit.page(RecordViews(reader: visit.reader).page(looks, doors: visit.records.exchange.all(RecordDoor.self)))
    }

    /// Everything as one archive: the record as JSON by the published schema, papers, scans and badges.
    @Sendable static func file(_ visit: Visit) async throws -> Answer {
        let portfolio = try await PortfolioPages.portfolio(visit), record = try PortfolioRecord(portfolio, site: visit.records.address).json
        let files = portfolio.evidence.map(\.source) + portfolio.entries.filter { $0.evidence == nil && $0.file != nil }.map { Evidence.Source.entry($0.id) }
        return try await RecordArchive(visit).file(named: visit.t(T.portfolio.recordName), record: record, of: files, portfolio)
    }

    @Sendable static func schema(_ visit: Visit) async throws -> Answer { .feed(bytes: Array(PortfolioRecord.schema.utf8), type: "application/schema+json") }
}

struct RecordViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ looks: [PortfolioLook], doors: [RecordDoor]) -> Screen {
        Screen(t(T.portfolio.record), trail: [Look.Link(t(T.portfolio.title), href: reader.link("/me/portfolio"))], isIndexed: false) {
            Heading(t(T.portfolio.record), lead: t(T.portfolio.recordLead))
            PortfolioTabs(reader: reader)
            HTML::p { t(T.portfolio.recordText) }
            Buttons { LinkButton(t(T.portfolio.recordTake), href: reader.link("/me/portfolio/record.zip"), icon: .download) }
            ForEach(doors) { door in HTML::p { a(.href(reader.link(door.path))) { t(door.label) } } }
            HTML::p { a(.href(reader.link("/portfolio.schema.json"))) { t(T.portfolio.recordSchema) } }
            h2 { t(T.portfolio.looks) }
            HTML::p { t(looks.isEmpty ? T.portfolio.looksNone : T.portfolio.looksText) }
            ul { ForEach(looks) { look in li { t.instant(look.at); ", "; look.name } } }
        }
    }
}
