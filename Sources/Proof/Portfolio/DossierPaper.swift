import Accounts
import Centres
import Certificates
import Documents
import Events
import Kernel
import Languages

/// The index of a dossier: need by need what speaks for it, in the order of its day, with the name of each file.
struct DossierPaper {
    let dossier: Dossier
    let centre: Centre
    let logo: CentreLogo?
    let t: Texts

    func paper(at now: Instant) -> Paper {
        let title = dossier.title.title.wording(in: t.language).text, portfolio = dossier.portfolio
        var paper = Paper(
            language: t.language.rawValue, title: t(T.portfolio.dossierTitle), subtitle: title, head: "\(portfolio.person.name.full) · \(title)",
            page: t(T.portfolio.paperPage(page: "{page}", pages: "{pages}")), centre: .init(centre, logo, t))
        paper.marks = [.init(t(T.portfolio.madeOn), t.instant(now))]
        paper.facts = [
            .init(t(T.portfolio.bearer), portfolio.person.name.full),
            .init(t(T.portfolio.yearsOfWork), dossier.yearsOfWork(until: centre.zone.day(of: now)).map { t.number($0) } ?? t(T.portfolio.unknown)),
        ]
        paper.sections = dossier.needs.map { need in
            Paper.Section(title: need.need.title.wording(in: t.language).text, text: need.evidence.isEmpty ? [t(T.portfolio.needNothing)] : nil,
                table: need.evidence.isEmpty ? nil : Paper.Table(columns: columns, rows: need.evidence.map(row)))
        }
        paper.signatories = [.init(name: portfolio.person.name.full, role: t(T.portfolio.bearer))]
        paper.notes = [t(T.portfolio.dossierNote)]
        return paper
    }

    private var columns: [Paper.Column] {
        [
            .init(t(T.portfolio.day), mm: 24), .init(t(T.portfolio.what), share: 4, strong: true), .init(t(T.portfolio.kind), share: 2),
            .init(t(T.portfolio.number), mm: 30), .init(t(T.portfolio.points), mm: 16, align: .right), .init(t(T.common.state), mm: 28),
        ]
    }

    private func row(_ evidence: Evidence) -> [Paper.Cell] {
        let portfolio = dossier.portfolio, shown = portfolio.shown(evidence)
        let number: String
        switch evidence.source {
        case .certificate(let id): number = portfolio.certificates.first { $0.id == id }?.label ?? ""
        case .entry(let id): number = portfolio.entries.first { $0.id == id }?.details.number ?? ""
        case .coming: number = ""
        }
        return [
            .init(t.day(evidence.day, .numeric)), .init(t.shown(shown.title), language: shown.language?.rawValue), .init(t(evidence.kind.name)), .init(number),
            .init(evidence.points.map { t.number($0) } ?? ""),
            .init(t(evidence.standing == .proved ? T.portfolio.proved : T.portfolio.stateUnchecked), tone: evidence.standing == .proved ? nil : .pencil),
        ]
    }
}
