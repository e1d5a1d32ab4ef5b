import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// Information as everybody reads it.
struct InformationViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ articles: [Article]) -> Screen {
        Screen(t(T.publishing.information), description: t(T.publishing.informationLead)) {
            Heading(t(T.publishing.information), lead: t(T.publishing.informationLead))
            if articles.isEmpty {
                EmptyState(t(T.publishing.noInformation), t(T.publishing.noInformationText)) {
                    LinkButton(t(T.publishing.news), href: reader.link("/news"), .quiet)
                }
            } else {
                ul(.class("pieces")) {
                    ForEach(articles) { article in
                        li {
                            HTML::article {
                                let (title, summary) = (article.title(in: reader.language), article.summary(in: reader.language))
                                h2 { a(.href(reader.link(article.path)), .lang(t.lang(of: title.language))) { title.text } }
                                if !summary.text.isEmpty { HTML::p(.lang(t.lang(of: summary.language))) { summary.text } }
                                HTML::p(.class("hint")) { dated(article.draft.term) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// When it was checked, and until when it holds.
    @HTMLBuilder private func dated(_ term: ArticleTerm) -> some HTML {
        if let checked = term.checked { t(T.publishing.checkedOn(day: .day(checked))) }
        if let ends = term.ends {
            " "
            t(T.publishing.holdsUntil(day: .day(reader.centre.zone.day(of: ends.adding(seconds: -1)))))
        }
    }

    /// What stands above a piece of information: where it comes from, when somebody looked, until when it holds.
    @HTMLBuilder func origin(_ term: ArticleTerm) -> some HTML {
        Facts {
            FactLine(t(T.publishing.source)) {
                if term.link.isEmpty { t.run(term.source) } else { a(.href(term.link), .rel("noopener")) { t.run(term.source) } }
            }
            if let checked = term.checked { FactLine(t(T.publishing.checked), t.day(checked)) }
            if let ends = term.ends { FactLine(t(T.publishing.ends), t.instant(ends)) }
        }
    }

    /// In the place of a page whose time is over: what it was, since when it is not shown, where one goes on.
    func ended(_ article: Article) -> Screen {
        let title = article.title(in: reader.language)
        let list = switch article.kind {
        case .news: Look.Link(t(T.publishing.news), href: reader.link("/news"))
        case .page: Look.Link(t(T.publishing.about), href: reader.link("/about"))
        case .information: Look.Link(t(T.publishing.information), href: reader.link("/information"))
        }
        return Screen(t(T.publishing.endedTitle), trail: [list], isIndexed: false) {
            Heading(t(T.publishing.endedTitle))
            HTML::p { t.run(title.text, title.language) }
            HTML::p { t(T.publishing.endedText(at: .instant(article.draft.term.ends ?? reader.now))) }
            Buttons { LinkButton(list.label, href: list.href) }
        }
    }
}
