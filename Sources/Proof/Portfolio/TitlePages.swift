import Accounts
import Centres
import Certificates
import Documents
import Events
import Forms
import Foundation
import Kernel
import Languages
import Look
import Sheets
import Web

/// The way to a higher title: what is asked, what speaks for it, and a dossier of all of it. Nothing here decides.
enum TitlePages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let portfolio = try await PortfolioPages.portfolio(visit)
        return visit.page(TitleViews(reader: visit.reader).list(portfolio, visit.form(portfolio.career.typed)))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        let portfolio = try await PortfolioPages.portfolio(visit), today = visit.today, own = visit.language
        return try await visit.submit {
            let career = try Career(visit.typed, titles: portfolio.pack?.titles ?? [], today: today, own: own)
            return try await visit.act { act in
                try EntryStore.set(career, of: person, in: act)
                return Redirect(visit.link("/me/portfolio/titles"), T.common.saved)
            }
        } again: { TitleViews(reader: visit.reader).list(portfolio, $0) }
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let (portfolio, title) = try await title(visit)
        return visit.page(TitleViews(reader: visit.reader).title(Dossier(title, portfolio, chosen: nil)))
    }

    /// The dossier: an index as PDF, with all papers and scans that were chosen.
    @Sendable static func file(_ visit: Visit) async throws -> Answer {
        let (portfolio, title) = try await title(visit)
        let chosen = visit.query.has("asked") ? Set(visit.query.all("with")) : nil
        let dossier = Dossier(title, portfolio, chosen: chosen), t = visit.t
        let (centre, logo) = try await visit.read { [id = visit.centre.id] in (try CentreStore.centre(id, in: $0), try LogoStore.logo(of: id, in: $0)) }
        let index = try Typesetting(template: "report", DossierPaper(dossier: dossier, centre: centre, logo: logo, t: t).paper(at: visit.now), stamp: visit.now.seconds,
            pictures: logo?.pictures ?? [:])
        return try await RecordArchive(visit).file(
            named: t(T.portfolio.dossierName(title: .text(title.title.wording(in: t.language).text))), index: try await visit.set(index),
            of: dossier.evidence.map(\.source), portfolio)
    }

    private static func title(_ visit: Visit) async throws -> (Portfolio, CareerTitle) {
        let portfolio = try await PortfolioPages.portfolio(visit)
        guard let title = portfolio.pack?.titles.first(where: { $0.name == visit.parameters["title"] }) else { throw Problem.missing }
        return (portfolio, title)
    }
}

/// What speaks for a title, need by need.
struct Dossier: Sendable {
    let title: CareerTitle
    let portfolio: Portfolio
    /// For each need what its kinds allow and was not left out.
    let needs: [(need: CareerTitle.Need, evidence: [Evidence])]

    /// - Parameter chosen: the keys of what is taken; nil for all.
    init(_ title: CareerTitle, _ portfolio: Portfolio, chosen: Set<String>?) {
        (self.title, self.portfolio) = (title, portfolio)
        let all = portfolio.evidence.filter { chosen?.contains($0.key) ?? true }.sorted { $0.day < $1.day }
        needs = title.needs.map { need in (need, all.filter { need.of.contains($0.kind) && (!need.isLed || $0.isLed) }) }
    }

    /// Each thing once, in the order of its day.
    var evidence: [Evidence] { Set(needs.flatMap(\.evidence)).sorted { ($0.day, $0.key) < ($1.day, $1.key) } }

    /// Full years of work until a day; nil where nobody said since when.
    func yearsOfWork(until day: Day) -> Int? {
        portfolio.career.worksSince.map { since in
            let years = day.year - since.year
            return max(0, since.adding(years: years) > day ? years - 1 : years)
        }
    }
}

extension Evidence {
    /// As an address names it.
    var key: String {
        switch source {
        case .certificate(let id): "certificate-\(id)"
        case .entry(let id): "entry-\(id)"
        case .coming(let id): "event-\(id)"
        }
    }
}
