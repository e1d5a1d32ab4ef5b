import Accounts
import Centres
import Events
import Forms
import Foundation
import Guests
import HTML
import Kernel
import Languages
import Look

/// A call with all that came, for the centre's people: what waits, who reads, what was decided.
struct PaperDeskViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// - Parameter found: people whom a search has found, to be named as reviewers.
    func page(_ desk: PaperDesk, _ form: FilledForm, found: [Person]?) -> Screen {
        let base = reader.link("/staff/events/\(desk.event.id)")
        return Screen(t(T.papers.title), trail: trail(desk.event)) {
            PrintHeader(office: reader.site, title: t(T.papers.title), lines: [t.run(desk.event.title(in: t.language))])
            FormFaults(form, title: T.papers.notDone)
            Heading(Run(t(T.papers.title)), lead: t.run(desk.event.title(in: t.language)))
            if let call = desk.call {
                HTML::p { Chip(call.stage(on: desk.today).tone, t(call.stage(on: desk.today).name)) }
                if call.published == nil, desk.event.state == .draft { Notice(.info) { HTML::p { t(T.papers.publishAnnounced) } } }
                figures(desk)
                acts(desk, call, base)
                list(desk, base)
                reviewers(desk, base, found)
            } else {
                EmptyState(t(T.papers.callNone), t(T.papers.callNoneText)) { LinkButton(t(T.papers.callAct), href: base + "/papers/call") }
            }
        }
    }

    private func trail(_ event: Event) -> [Look.Link] {
        [
            Look.Link(t(T.events.all), href: reader.link("/staff/events")),
            Look.Link(t.run(event.title(in: t.language)), href: reader.link("/staff/events/\(event.id)")),
        ]
    }

    private func figures(_ desk: PaperDesk) -> Figures {
        Figures([
            Figures.Figure("\(desk.all.count { $0.state != .withdrawn })", t(T.papers.figureCame)),
            Figures.Figure("\(desk.undealt.count)", t(T.papers.figureUndealt), desk.undealt.isEmpty ? .neutral : .waiting),
            Figures.Figure("\(desk.late.count)", t(T.papers.figureLate), desk.late.isEmpty ? .neutral : .bad),
            Figures.Figure("\(desk.ripe.count)", t(T.papers.figureRipe), desk.ripe.isEmpty ? .neutral : .waiting),
            Figures.Figure("\(desk.count(.accepted))", t(T.papers.figureAccepted), .good),
        ] + (desk.unplaced.isEmpty ? [] : [Figures.Figure("\(desk.unplaced.count)", t(T.papers.figureUnplaced), .waiting)]))
    }

    private func acts(_ desk: PaperDesk, _ call: PaperCall, _ base: String) -> some HTML {
        let canPublish = call.published == nil && (desk.event.state == .announced || desk.event.state == .confirmed)
        return ActBar(t(T.common.more), rest: [Look.Link(t(T.papers.callEdit), href: base + "/papers/call")]
            + (call.published == nil ? [] : [Look.Link(t(T.papers.toCallPage), href: reader.link("/events/\(desk.event.id)/papers"))])
        ) {
            if canPublish { ButtonForm(t(T.papers.publishAct), action: base + "/papers/publish", hidden: reader.hidden) }
            if !desk.undealt.isEmpty, !desk.reviewers.isEmpty { ButtonForm(t(T.papers.dealAct), action: base + "/papers/deal", hidden: reader.hidden) }
            if !desk.late.isEmpty {
                ButtonForm(t(T.papers.remindAct(count: desk.late.count)), .quiet, action: base + "/papers/remind", hidden: reader.hidden)
            }
            if !desk.unplaced.isEmpty { ButtonForm(t(T.papers.placeAllAct), .quiet, action: base + "/papers/place", hidden: reader.hidden) }
            if desk.event.form.has(.talks) { LinkButton(t(T.guests.talks), href: base + "/talks", .quiet) }
            PrintButton(t(T.common.print))
        }
    }

    // MARK: What came

    @HTMLBuilder private func list(_ desk: PaperDesk, _ base: String) -> some HTML {
        h2 { t(T.papers.papers) }
        if desk.all.isEmpty {
            HTML::p { t(T.papers.papersNone) }
        } else {
            Look::Form(action: base + "/papers", method: .get, isInline: true, label: t(T.common.search)) {
                Field(t(T.papers.searchPapers), name: "q", value: reader.query["q"], optional: "").search()
                Submit(t(T.common.search), .quiet)
            }
            if desk.papers.isEmpty { HTML::p { t(T.papers.papersNotFound) } } else { table(desk) }
        }
    }

    private func table(_ desk: PaperDesk) -> some HTML {
        DataTable(t(T.papers.papers), rows: desk.papers, columns: [
            Column(t(T.papers.paper), .name) { paper in
                a(.href(reader.link("/staff/papers/\(paper.id)"))) { t.run(paper.version?.text.title ?? "") }
                span(.class("small")) { br(); paper.speakers }
            },
            Column(t(T.papers.kind)) { paper in t.run(paper.version?.text.kind ?? "") },
            Column(t(T.papers.reviews)) { paper in
                let round = desk.current(paper)
                // One box, so that on a phone the recommendations go onto lines of their own.
                div {
                    if round.isEmpty { "–" } else { t(T.papers.reviewsGiven(count: round.count, given: .number(round.count { $0.given != nil }))) }
                    ForEach(round.compactMap(\.recommendation)) { recommendation in " "; Chip(recommendation.tone, t(recommendation.name)) }
                }
            },
            Column(t(T.papers.mean), .number) { paper in mean(desk.current(paper)) },
            Column(t(T.papers.state)) { paper in
                Chip(paper.state.tone, t(paper.state.name))
                if paper.round == 2, paper.state == .sent { span(.class("small")) { " "; t(T.papers.roundSecond) } }
            },
        ], isCaptionHidden: true)
    }

    private func mean(_ reviews: [Review]) -> String {
        let means = reviews.compactMap(\.mean)
        guard !means.isEmpty else { return "–" }
        let tenths = Int((means.reduce(0, +) / Double(means.count) * 10).rounded())
        return t.number(Decimal(tenths) / 10)
    }

    // MARK: Who reads

    @HTMLBuilder private func reviewers(_ desk: PaperDesk, _ base: String, _ found: [Person]?) -> some HTML {
        h2(.id("reviewers")) { t(T.papers.reviewers) }
        if desk.reviewers.isEmpty { HTML::p { t(T.papers.reviewersNone) } }
        ForEach(desk.reviewers) { reviewer in
            PersonLine(
                Run(reviewer.person.name.full),
                detail: [Run(t(T.papers.reviewerHolds(count: reviewer.reviews))), Run(t(T.papers.reviewerOpen(open: .number(reviewer.open))))]
            ) {
                ButtonForm(t(T.common.remove), .quiet, action: reader.link("/staff/reviewers/\(reviewer.id)/remove"), hidden: reader.hidden)
            }
        }
        Look::Form(action: base + "/papers#reviewers", method: .get, isInline: true, label: t(T.papers.reviewerFind)) {
            Field(t(T.papers.reviewerFind), name: "person", value: reader.query["person"], hint: t(T.papers.reviewerFindHint), optional: "").search()
            Submit(t(T.common.search), .quiet)
        }
        if let found {
            let fresh = found.filter { person in !desk.reviewers.contains { $0.person.id == person.id } }
            if fresh.isEmpty { HTML::p { t(T.papers.reviewerNotFound) } }
            ForEach(fresh) { person in
                PersonLine(Run(person.name.full), detail: [person.email, person.occupation].compactMap { $0 }.filter { !$0.isEmpty }.map { Run($0) }) {
                    Form(action: base + "/papers/reviewers", hidden: reader.hidden + [Hidden("person", "\(person.id)")]) { Submit(t(T.papers.reviewerAct), .quiet) }
                }
            }
        }
    }
}
