import Events
import Files
package import Forms
package import HTML
import Kernel
import Languages
package import Look
import Markdown

/// News and pages as everybody reads them.
package struct ArticleViews {
    let reader: Reader
    private var t: Texts { reader.t }

    package init(reader: Reader) { self.reader = reader }

    func news(_ articles: [Article], _ paging: Paging) -> Screen {
        let words = reader.query["q"]
        return Screen(t(T.publishing.news), description: t(T.publishing.newsLead), isIndexed: words.isEmpty) {
            Heading(t(T.publishing.news), lead: t(T.publishing.newsLead))
            Look::Form(action: reader.link("/news"), method: .get, isInline: true, label: t(T.publishing.newsSearch)) {
                Field(t(T.publishing.newsSearch), name: "q", value: words, optional: "").search()
                Submit(t(T.common.search), .quiet)
            }
            if articles.isEmpty {
                EmptyState(t(words.isEmpty ? T.publishing.noNews : T.publishing.noNewsFound), t(words.isEmpty ? T.publishing.noNewsText : T.publishing.noNewsFoundText)) {
                    if !words.isEmpty { LinkButton(t(T.publishing.allNews), href: reader.link("/news"), .quiet) }
                }
            } else {
                list(articles, level: 2)
                paging.links(reader)
            }
            HTML::p { a(.href(reader.link("/news.atom")), .type(Kind("application/atom+xml"))) { t(T.publishing.follow) } }
        }
    }

    /// - Parameter level: of the headings.
    package func list(_ articles: [Article], level: Int) -> some HTML {
        ul(.class("pieces")) {
            ForEach(articles) { article in
                li {
                    HTML::article {
                        if let picture = article.picture { PictureView(picture, reader, sizes: "12rem") }
                        div {
                            line(article, level == 2 ? h2 : h3)
                        }
                    }
                }
            }
        }
    }

    /// The newest, side by side: each with its picture, or a leaf of the calendar in its place.
    package func cards(_ articles: [Article]) -> some HTML {
        ul(.class("held")) {
            ForEach(articles) { article in
                li {
                    HTML::article {
                        if let picture = article.picture {
                            PictureView(picture, reader, sizes: "(min-width: 46rem) 20rem, 90vw")
                        } else {
                            DayLeaf(article.draft.day, t)
                        }
                        div { line(article, h3) }
                    }
                }
            }
        }
    }

    @HTMLBuilder
    private func line(_ article: Article, _ heading: Tag) -> some HTML {
        let (title, summary) = (article.title(in: reader.language), article.summary(in: reader.language))
        heading { a(.href(reader.link(article.path)), .lang(t.lang(of: title.language))) { title.text } }
        if article.kind == .news { HTML::p(.class("hint")) { time(.datetime(article.draft.day.iso)) { t.day(article.draft.day, .plain) } } }
        if !summary.text.isEmpty { HTML::p(.lang(t.lang(of: summary.language))) { summary.text } }
    }

    func show(_ article: Article) -> Screen {
        let (title, summary) = (article.title(in: reader.language), article.summary(in: reader.language))
        let above = switch article.kind {
        case .news: Look.Link(t(T.publishing.news), href: reader.link("/news"))
        case .page: Look.Link(t(T.publishing.about), href: reader.link("/about"))
        case .information: Look.Link(t(T.publishing.information), href: reader.link("/information"))
        }
        return Screen(title.text, description: summary.text.isEmpty ? nil : summary.text, trail: [above], isIndexed: article.state == .published) {
            HTML::article(.class("piece")) {
                if article.state == .published, article.draft.term.hasEnded(at: reader.now) {
                    Notice(.info, t(T.publishing.stateEnded)) {
                        HTML::p { a(.href(reader.link("/staff/articles/\(article.id)"))) { t(T.publishing.openToEdit) } }
                    }
                } else if article.state != .published {
                    Notice(.info, t(article.state.name)) {
                        HTML::p { a(.href(reader.link("/staff/articles/\(article.id)"))) { t(T.publishing.openToEdit) } }
                    }
                } else if reader.actor.coordinates(article.centre) {
                    HTML::p(.class("unprinted")) { a(.href(reader.link("/staff/articles/\(article.id)"))) { t(T.publishing.openToEdit) } }
                }
                content(article.draft, article.kind)
                if let picture = article.picture { PictureView(picture, reader, sizes: "(min-width: 46rem) 42rem, 100vw", isLazy: false, kind: "lead-picture") }
                if article.kind == .information { InformationViews(reader: reader).origin(article.draft.term) }
                let text = article.text(in: reader.language)
                MarkdownView(Markdown(text.text), lang: t.lang(of: text.language))
            }
        }
    }

    /// The head of an article.
    private func content(_ draft: ArticleDraft, _ kind: Article.Kind) -> some HTML {
        let (title, summary) = (draft.wording(in: reader.language, \.title), draft.wording(in: reader.language, \.summary))
        return Heading(
            title.text, kind: kind == .news ? t.day(draft.day, .long) : nil, lead: summary.text.isEmpty ? nil : summary.text, lang: t.lang(of: title.language),
            leadLang: t.lang(of: summary.language))
    }

    /// How it will look, before it is kept: each language that was typed.
    func look(_ draft: ArticleDraft, _ kind: Article.Kind) -> some HTML {
        Group {
            h2(.id("look")) { t(T.publishing.look) }
            ForEach(ArticleDraft.languages.filter { draft.texts[$0] != nil }) { language in
                Card {
                    HTML::article(.class("piece"), .lang(language.htmlLang)) {
                        HTML::p(.class("kind")) { kind == .news ? t.speaking(language).day(draft.day, .long) : "" }
                        h3 { draft.texts[language]?.title ?? "" }
                        if let summary = draft.texts[language]?.summary, !summary.isEmpty { HTML::p(.class("lead")) { summary } }
                        MarkdownView(Markdown(draft.texts[language]?.text ?? ""))
                    }
                }
            }
        }
    }
}
