import Catalogue
import Files
import Forms
import HTML
import Kernel
import Languages
import Look

/// A title as everybody reads of it: what it is, whether it can be had now, how one gets it.
struct TitleViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// - Parameter brought: what rooms above bring, as it is shown.
    func page(_ sight: TitleSight, _ brought: [Markup]) -> Screen {
        let title = sight.title, address = reader.centre.origin + reader.link(title.path)
        return Screen(
            t.run(title.draft.fullName, title.language).text, description: description(title), trail: [Look.Link(t(T.library.title), href: reader.link("/library"))],
            data: TitleData.text(sight, t, address: address)
        ) {
            Beside {
                let subtitle = title.draft.subtitle
                Heading(t.run(title.name, title.language), kind: Run(t(title.kind.label)), lead: subtitle.isEmpty ? nil : t.run(subtitle, title.language))
            } card: {
                card(sight, brought)
            } content: {
                if let cover = sight.cover { PictureView(cover, reader, sizes: "(min-width: 60em) 20em, 60vw", kind: "cover") }
                TitleFacts(sight: sight, reader: reader)
                if !title.draft.summary.isEmpty {
                    h2 { t(T.library.about) }
                    ForEach(title.draft.summary.split(separator: "\n").map(String.init)) { line in HTML::p { t.run(line, title.language) } }
                }
                parts(sight)
            }
        }
    }

    private func description(_ title: LibraryTitle) -> String {
        let words = title.draft.summary.isEmpty ? t(title.kind.label) + ", " + title.draft.fullName : title.draft.summary
        return String(t.shown(words).prefix(300))
    }

    @HTMLBuilder private func card(_ sight: TitleSight, _ brought: [Markup]) -> some HTML {
        let title = sight.title
        if let chip = t.chip(sight.standing, title.kind, today: reader.today) { HTML::p { chip } }
        if title.kind.hasCopies, sight.standing.copies > 0 { HTML::p { t(T.library.copiesOfAll(count: sight.standing.copies, here: .number(sight.standing.here))) } }
        if !title.draft.link.isEmpty { HTML::p { LinkButton(t(T.library.openLink), href: title.draft.link) } }
        ForEach(brought) { $0 }
        let shelves = Set(sight.copies.filter { $0.state == .shelf }.map(\.draft.shelf)).filter { !$0.isEmpty }.sorted()
        if !shelves.isEmpty { HTML::p(.class("muted")) { t(T.library.stands(shelves: .text(shelves.joined(separator: ", ")))) } }
    }

    @HTMLBuilder private func parts(_ sight: TitleSight) -> some HTML {
        if !sight.parts.isEmpty {
            h2 { t(T.library.parts) }
            ul { ForEach(sight.parts) { part in li { "\(part.count) × "; t.run(part.name, sight.title.language) } } }
        }
    }
}

/// What stands on the title page, line by line.
struct TitleFacts: View {
    let sight: TitleSight
    let reader: Reader
    private var t: Texts { reader.t }

    var body: some HTML {
        let title = sight.title, draft = title.draft
        Facts {
            if !draft.authors.isEmpty { FactLine(t(T.library.authors)) { joined(draft.authors.map { t.run(author: $0, title.language) }) } }
            let imprint = [draft.place, draft.publisher].filter { !$0.isEmpty }.map { t.run($0, title.language) } + (draft.year.map { [Run("\($0)")] } ?? [])
            if !imprint.isEmpty { FactLine(t(T.library.imprint)) { joined(imprint) } }
            line(T.library.edition, draft.edition)
            line(T.library.extent, draft.extent)
            line(T.library.series, draft.series)
            FactLine(t(T.library.language), t(title.language.label))
            if draft.audience != .any { FactLine(t(T.library.audience), t(draft.audience.label)) }
            if !draft.subjects.isEmpty {
                FactLine(t(T.library.subjects)) {
                    ForEach(Array(draft.subjects.enumerated())) { place, subject in
                        if place > 0 { ", " }
                        a(.href(reader.link("/library?\(Typed(["subject": TitleEntry.key(subject)] as KeyValuePairs).query)"))) { t.run(subject, title.language) }
                    }
                }
            }
            if let programme = sight.programme {
                FactLine(t(T.library.programme)) { a(.href(reader.link("/programmes/\(programme.id)"))) { t.run(programme.title, programme.language) } }
            }
            if !draft.isbn.isEmpty { FactLine("ISBN", draft.isbn) }
            if !draft.issn.isEmpty { FactLine("ISSN", draft.issn) }
            if !draft.cobiss.isEmpty { FactLine("COBISS", draft.cobiss) }
            if !draft.udc.isEmpty { FactLine(t(T.library.udc), draft.udc) }
        }
    }

    @HTMLBuilder private func line(_ label: Phrase, _ text: String) -> some HTML {
        if !text.isEmpty { FactLine(t(label), t.run(text, sight.title.language)) }
    }

    private func joined(_ runs: [Run]) -> some HTML { ForEach(Array(runs.flatMap { [Run(", "), $0] }.dropFirst())) { $0 } }
}
