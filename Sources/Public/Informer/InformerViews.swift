import Forms
import HTML
import Kernel
import Languages
import Look
import Markdown
import Planning
import Publishing

/// Informers as everybody reads them.
struct InformerViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ lines: [InformerIssueStore.Line]) -> Screen {
        Screen(t(T.informer.titles), description: t(T.informer.publicLead)) {
            Heading(t(T.informer.titles), lead: t(T.informer.publicLead))
            if lines.isEmpty {
                EmptyState(t(T.informer.nonePublic), t(T.informer.nonePublicText)) { LinkButton(t(T.planning.offers), href: reader.link("/offer"), .quiet) }
            } else {
                ul(.class("plain")) {
                    ForEach(lines) { line in
                        li {
                            PersonLine(
                                Run(line.month.name(t)), href: reader.link("/informers/\(line.id)"),
                                detail: [Run(t(T.informer.numberOf(number: .number(line.number)))), Run(t.instant(line.published, .plain))])
                        }
                    }
                }
            }
        }
    }

    func show(_ issue: InformerIssue, _ id: Informer.ID) -> Screen {
        let base = reader.link("/informers/\(id)")
        return Screen(
            "\(t(T.informer.title)) · \(issue.month)", description: t(T.informer.publicLead),
            trail: [Look.Link(t(T.informer.titles), href: reader.link("/informers"))]
        ) {
            Heading(issue.month, kind: "\(t(T.informer.title)) · \(t(T.informer.numberOf(number: .number(issue.number))))", lead: issue.centre)
            Buttons {
                LinkButton(t(T.informer.openPaper), href: "\(base)/informer.pdf", icon: .print)
                LinkButton(t(T.informer.openBooklet), href: "\(base)/booklet.pdf", .quiet, icon: .print)
            }
            contents(issue)
            if issue.edition > 1 {
                HTML::p(.class("hint")) { t(T.informer.editionOf(number: .number(issue.edition))); " "; t(T.informer.closedOn(day: .day(issue.closed))) }
            }
        }
    }

    /// What stands in it, as one reads it on a screen.
    @HTMLBuilder func contents(_ issue: InformerIssue) -> some HTML {
        if let words = issue.words {
            h2 { t(T.informer.editorial) }
            MarkdownView(Markdown(words.text), lang: t.lang(of: words.language))
            if !issue.sign.isEmpty { HTML::p { strong { issue.sign } } }
        }
        if !issue.news.isEmpty {
            h2 { t(T.publishing.news) }
            ForEach(issue.news) { piece in
                h3 { link(piece.title, piece.path) }
                HTML::p(.class("hint")) { piece.day }
                if let summary = piece.summary { HTML::p { run(summary) } }
            }
        }
        if !issue.areas.isEmpty {
            h2 { t(T.informer.byArea) }
            ForEach(issue.areas) { area in
                h3 { t.run(area.title) }
                ForEach(area.entries) { entry in
                    PersonLine(
                        run(entry.title), href: entry.path.map { reader.link($0) },
                        detail: [Run(entry.when), t.run(entry.place), Run(entry.kind)].filter { !$0.text.isEmpty } + entry.facts.map { t.run($0) })
                }
            }
        }
        if let practice = issue.practice {
            h2 { t(T.informer.practice) }
            h3 { link(practice.title, practice.path) }
            HTML::p(.class("hint")) {
                practice.authors.joined(separator: ", ")
                if !practice.subject.isEmpty { " · "; t.run(practice.subject) }
            }
            if let summary = practice.summary { HTML::p { run(summary) } }
        }
        if !issue.shelf.isEmpty {
            h2 { t(T.informer.shelf) }
            ForEach(issue.shelf) { one in
                PersonLine(t.run(one.title), href: reader.link(one.path), detail: [t.run(one.byline), Run(one.kind)].filter { !$0.text.isEmpty })
            }
        }
        if !issue.held.isEmpty {
            h2 { t(T.informer.held(month: .text(issue.heldIn))) }
            Figures([Figures.Figure(t.number(issue.held.count), t(T.informer.figureHeld))]
                + (issue.people > 0 ? [Figures.Figure(t.number(issue.people), t(T.informer.figurePeople))] : []))
            ForEach(issue.held) { one in
                PersonLine(
                    run(one.title), href: reader.link(one.path),
                    detail: [Run(one.when)] + (one.people.map { [Run(t(T.informer.peopleCame(count: $0)))] } ?? []))
            }
        }
    }

    private func run(_ words: InformerIssue.Words) -> Run { t.run(words.text, words.language) }

    private func link(_ words: InformerIssue.Words, _ path: String) -> some HTML {
        a(.href(reader.link(path)), .lang(run(words).lang)) { run(words).text }
    }
}
