import Forms
import HTML
import Kernel
import Languages
import Look

/// The text of an initiative: as it is written, as it was put before the others, and what changed between.
struct InitiativeTextViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func text(_ sight: InitiativeSight, _ form: FilledForm) -> Screen {
        let one = sight.initiative, own = reader.link(one.deskPath), language = one.details.language
        return InitiativeFrame(reader, sight).screen(.text, form) {
            if sight.isHome, one.state.isWritten {
                working(sight, own, form)
            } else {
                ArticlesShown(reader: reader, articles: sight.current?.articles ?? [], language: language)
            }
            versions(sight, own)
        }
    }

    /// What the coordinating centre works on, and how it differs from what the others read.
    @HTMLBuilder private func working(_ sight: InitiativeSight, _ own: String, _ form: FilledForm) -> some HTML {
        let language = sight.initiative.details.language
        if sight.draft.isEmpty { EmptyState(t(T.initiatives.textNone), t(T.initiatives.textNoneText)) { Empty() } }
        ForEach(Array(sight.draft.enumerated())) { place, article in
            let heading = t.run(article.heading, language), number = t(T.initiatives.articleOf(number: .number(place + 1)))
            PersonLine(
                Run("\(number) \(heading.text)", lang: heading.lang),
                href: "\(own)/articles/\(article.id)", detail: [t.run(article.text, language)])
        }
        Buttons { LinkButton(t(T.initiatives.newArticle), href: "\(own)/articles/new", sight.draft.isEmpty ? .primary : .quiet) }
        if !sight.draft.isEmpty, sight.isUnpublished {
            h2 { t(sight.current == nil ? T.initiatives.open : T.initiatives.publish) }
            if let current = sight.current {
                Disclosure(t(T.initiatives.whatChanged(number: .number(current.number)))) {
                    ArticleChangesShown(reader: reader, changes: ArticleChange.list(from: current.articles, to: sight.draft), language: language)
                }
            }
            HTML::p { t(sight.current == nil ? T.initiatives.openHint : T.initiatives.publishHint) }
            Form(action: "\(own)/publish", hidden: reader.hidden, label: t(T.initiatives.publish)) {
                form.field(T.initiatives.note, "note", .full, hint: T.initiatives.noteHint, isOptional: sight.current == nil).area(rows: 2)
                Buttons { Submit(t(sight.current == nil ? T.initiatives.open : T.initiatives.publish)) }
            }
        }
    }

    @HTMLBuilder private func versions(_ sight: InitiativeSight, _ own: String) -> some HTML {
        if !sight.versions.isEmpty {
            h2 { t(T.initiatives.versions) }
            ForEach(sight.versions) { version in
                PersonLine(
                    Run(t(T.initiatives.versionOf(number: .number(version.number)))), href: "\(own)/versions/\(version.id)",
                    detail: [Run(t.instant(version.published))] + (version.note.isEmpty ? [] : [t.run(version.note)]))
            }
        }
    }

    /// One version, with what is new in it.
    func version(_ sight: InitiativeSight, _ version: InitiativeVersion, after earlier: InitiativeVersion?) -> Screen {
        let frame = InitiativeFrame(reader, sight), title = t(T.initiatives.versionOf(number: .number(version.number)))
        let language = sight.initiative.details.language
        return Screen("\(title) · \(frame.title.text)", trail: frame.trail(.text, isBelow: true)) {
            Heading(Run(title), kind: frame.title, lead: Run(t.instant(version.published)))
            if !version.note.isEmpty { HTML::p(.class("lines")) { t.run(version.note) } }
            if let earlier {
                h2 { t(T.initiatives.comparedWith(number: .number(earlier.number))) }
                ArticleChangesShown(reader: reader, changes: ArticleChange.list(from: earlier.articles, to: version.articles), language: language)
            } else {
                h2 { t(T.initiatives.text) }
                ArticlesShown(reader: reader, articles: version.articles, language: language)
            }
        }
    }

    // MARK: An article

    func article(_ sight: InitiativeSight, _ article: InitiativeArticle?, _ form: FilledForm) -> Screen {
        let own = reader.link(sight.initiative.deskPath), title = t(article == nil ? T.initiatives.newArticle : T.initiatives.editArticle)
        let action = "\(own)/articles/\(article.map { "\($0.id)" } ?? "new")"
        return Screen(title, trail: InitiativeFrame(reader, sight).trail(.text, isBelow: true)) {
            FormFaults(form)
            Heading(title)
            Form(action: action, hidden: reader.hidden, isGuarded: true, label: title) {
                form.field(T.initiatives.articleHeading, "heading", .full, isOptional: true, most: TextLimit.sentence.rawValue).text()
                form.field(T.initiatives.articleText, "text", .full, hint: T.initiatives.articleTextHint).area(rows: 10)
                form.field(T.initiatives.articlePlace, "place", .short, hint: T.initiatives.articlePlaceHint, isOptional: true).number()
                Buttons { Submit(t(T.common.save)); LinkButton(t(T.common.cancel), href: "\(own)/text", .quiet) }
            }
            if article != nil {
                Disclosure(t(T.initiatives.removeArticle)) {
                    HTML::p { t(T.initiatives.removeArticleHint) }
                    ButtonForm(t(T.common.remove), .danger, action: "\(action)/remove", hidden: reader.hidden)
                }
            }
        }
    }
}
