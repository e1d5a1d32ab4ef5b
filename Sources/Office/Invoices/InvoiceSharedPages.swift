import Accounts
import Centres
import Forms
import HTML
import Kernel
import Languages
import Look
import Schools
import Web

/// What papers bring to pages that rooms share.
enum InvoiceSharedPages {
    /// Files that the state waits for, those that were rejected, and what silence has answered.
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let centre = asked.centre.id, t = asked.t
        guard act.by.coordinates(centre) else { return TodayPart() }
        var lines = try InvoiceSightStore.waiting(at: centre, on: asked.today, in: act).map { line, silence -> TodayPart.Line in
            let title = Run("\(t(line.kind.name)) \(line.label)"), what: Phrase, tone: Tone
            switch line.standing {
            case .rejected: (what, tone) = (T.invoices.todayRejected, .bad)
            default: (what, tone) = (silence?.isTaken == true ? T.invoices.todayTaken : T.invoices.todayRefused, .waiting)
            }
            return TodayPart.Line(tone, line.standingDay ?? line.day, title, what, T.invoices.open, path: line.path)
        }
        if let unsent = try InvoiceSightStore.unsent(at: centre, in: act) {
            lines.append(TodayPart.Line(
                .waiting, unsent.first, Run(t(T.invoices.standing)), T.invoices.todayToSend(count: unsent.count), T.invoices.open, path: "/staff/invoices?state=none"))
        }
        return TodayPart(lines: lines)
    }

    /// The papers of somebody who pays alone.
    @Sendable static func mine(_ asked: MeAsked, in act: Act) throws -> MePart {
        let papers = try InvoiceStore.papers(ofPerson: asked.person, at: asked.centre.id, in: act)
        guard !papers.isEmpty else { return MePart() }
        return MePart((44, PagePart(T.invoices.mine) { InvoicePapersView(papers: Array(papers.prefix(5)), reader: $0).body }))
    }

    /// The papers of a school, for its head and for the centre's people.
    @Sendable static func ofSchool(_ asked: SchoolPageAsked, in act: Act) throws -> SchoolPagePart? {
        let isOwn = try SchoolTeamStore.isHead(act.by.person, of: asked.school.id, in: act)
        guard isOwn || act.by.coordinates(asked.centre) else { return nil }
        let papers = try InvoiceStore.papers(ofSchool: asked.school.id, at: asked.centre, in: act)
        guard !papers.isEmpty else { return nil }
        return SchoolPagePart(at: 48, PagePart(T.invoices.title) { reader in
            InvoicePapersView(papers: Array(papers.prefix(10)), reader: reader, isOwn: isOwn).body
        })
    }
}

/// A few papers as lines, for whoever pays.
struct InvoicePapersView: View {
    let papers: [InvoiceListed]
    let reader: Reader
    var isOwn = true

    var body: Markup {
        let t = reader.t
        return Markup(ForEach(papers) { paper in
            PersonLine(
                Run("\(t(paper.kind.name)) \(paper.label)"), href: reader.link(isOwn ? paper.ownPath : paper.path),
                detail: [Run(t.day(paper.day, .plain)), Run(t.money(paper.total))] + (paper.kind.asks ? [Run(t(T.invoices.dueUntil(day: .day(paper.due,
                    .inSentence))))] : []))
        })
    }
}
