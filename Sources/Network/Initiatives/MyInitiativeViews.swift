import Forms
import HTML
import Kernel
import Languages
import Look
import Markdown
import Publishing

/// An initiative as a member of a circle reads and comments it.
struct MyInitiativeViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show(_ sight: InitiativeSight, _ form: FilledForm) -> Screen {
        let one = sight.initiative, details = one.details, title = t.run(details.title, details.language), comments = InitiativeCommentViews(reader: reader)
        return Screen(title.text, isIndexed: false) {
            FormFaults(form)
            Heading(title, kind: Run(t(T.initiatives.initiative)), lead: Run(t(T.initiatives.memberLead)))
            HTML::p { one.chip(t) }
            InitiativeFacts(reader: reader, sight: sight)
            if one.state.isPublic { Buttons { LinkButton(t(T.initiatives.openPublic), href: reader.link(one.path), .quiet) } }
            if !details.reasons.isEmpty {
                h2 { t(T.initiatives.reasons) }
                MarkdownView(Markdown(t.shown(details.reasons)), lang: t.lang(of: details.language))
            }
            h2 { t(T.initiatives.text) }
            ArticlesShown(reader: reader, articles: sight.current?.articles ?? [], language: details.language)
            h2 { t(T.initiatives.comments) }
            comments.list(sight, answering: nil, form)
            comments.writing(sight, reader.link("\(one.ownPath)/comments"), form)
            InitiativeWay(reader: reader, sight: sight)
        }
    }

    /// What waits on somebody's own page.
    func lines(_ initiatives: [Initiative]) -> some HTML {
        ActList(initiatives.map { one in
            ActList.Line(
                .waiting, when: t.instant(one.details.deadline), t.run(one.details.title, one.details.language),
                act: Look.Link(t(T.initiatives.readAndSay), href: reader.link(one.ownPath)))
        })
    }
}
