import Events
import Files
import Forms
import HTML
import Kernel
import Languages
import Look
import Markdown

struct ArticleDeskViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ articles: [Article], _ kind: Article.Kind) -> Screen {
        Screen(t(T.publishing.site)) {
            Heading(t(T.publishing.site), lead: t(T.publishing.siteLead))
            PublishingTabs(reader, .init(kind))
            if articles.isEmpty {
                EmptyState(t(kind.nothing.title), t(kind.nothing.text)) { Empty() }
            } else {
                DataTable(t(kind.names), rows: articles, columns: [
                    Column(t(T.publishing.title), .name) { article in
                        a(.href(reader.link("/staff/articles/\(article.id)"))) { t.run(article.title(in: reader.language)) }
                    },
                    Column(t(T.publishing.day)) { article in t.day(article.draft.day, .numeric) },
                    Column(t(T.common.state)) { article in
                        let now = standing(article)
                        Chip(now.tone, now.words)
                    },
                ], isCaptionHidden: true)
            }
            Buttons { LinkButton(t(kind.new), href: reader.link("/staff/articles/new?kind=\(kind.rawValue)")) }
        }
    }

    /// Where it is on its way, and whether its time has come or is over.
    private func standing(_ article: Article) -> (tone: Tone, words: String) {
        let term = article.draft.term
        guard article.state == .published else { return (article.state.tone, t(article.state.name)) }
        if term.hasEnded(at: reader.now) { return (.bad, t(T.publishing.stateEnded)) }
        if let starts = term.starts, !term.hasBegun(at: reader.now) { return (.waiting, t(T.publishing.stateWaits(at: .instant(starts)))) }
        return (article.state.tone, t(article.state.name))
    }

    /// - Parameters:
    ///   - form: what stands in the fields of the texts.
    ///   - look: what is shown as it would look.
    ///   - picture: the form of the picture, where it comes back.
    func form(_ article: Article?, _ kind: Article.Kind, _ form: FilledForm, look: ArticleDraft? = nil, picture: FilledForm? = nil) -> Screen {
        let title = article.map { t.run($0.title(in: reader.language)) } ?? Run(t(kind.new))
        let trail = [Look.Link(t(T.publishing.site), href: reader.link("/staff/articles?kind=\(kind.rawValue)"))]
        let action = reader.link(article.map { "/staff/articles/\($0.id)" } ?? "/staff/articles/new?kind=\(kind.rawValue)")
        return Screen(title.text, trail: trail) {
            FormFaults(picture ?? form)
            Heading(title, kind: article.map { Run(standing($0).words) })
            if let article { acts(article) }
            if let look { ArticleViews(reader: reader).look(look, kind) }
            Look::Form(action: action, hidden: reader.hidden, isGuarded: true) {
                form.day(T.publishing.day, "day", hint: T.publishing.dayHint)
                ArticleTermViews(reader: reader).fields(form, kind)
                HTML::p(.class("hint")) { t(T.publishing.languagesHint) }
                div(.class("languages")) { ForEach(ArticleDraft.languages) { language in fields(form, language) } }
                Disclosure(t(T.publishing.signs)) { signs }
                Buttons {
                    Submit(t(article == nil ? T.publishing.saveDraft : T.common.save))
                    if article != nil { Submit(t(T.publishing.lookFirst), .quiet, name: "look", value: "yes") }
                }
            }
            if let article { pictureForm(article, picture ?? FilledForm(.nothing, nil, t)) }
        }
    }

    private func fields(_ form: FilledForm, _ language: Language) -> some HTML {
        let own = language.rawValue
        let isOptional = language != ArticleDraft.languages.first
        return Fieldset(language.ownName) {
            form.field(T.publishing.title, "title-\(own)", .full, isOptional: isOptional).text()
            form.field(T.publishing.summary, "summary-\(own)", .full, hint: T.publishing.summaryHint, isOptional: true).area(rows: 3)
            form.field(T.publishing.text, "text-\(own)", .full, isOptional: true).area(rows: 14)
        }
    }

    /// The few signs that a text may have.
    private var signs: some HTML {
        Group {
            HTML::p { t(T.publishing.signsLead) }
            pre {
                "## \(t(T.publishing.signHeading))\n\n**\(t(T.publishing.signStrong))**, *\(t(T.publishing.signEmphasis))*\n\n- \(t(T.publishing.signItem))\n"
                    + "- \(t(T.publishing.signItem))\n\n[\(t(T.publishing.signLink))](https://www.example.org)"
            }
        }
    }

    private func acts(_ article: Article) -> some HTML {
        let base = reader.link("/staff/articles/\(article.id)")
        return Buttons {
            LinkButton(t(T.publishing.open), href: reader.link(article.path), .quiet)
            if article.state == .published {
                if article.kind == .information { ButtonForm(t(T.publishing.holdsToday), .quiet, action: base + "/checked", hidden: reader.hidden) }
                ButtonForm(t(T.publishing.withdraw), .quiet, action: base + "/withdraw", hidden: reader.hidden)
            } else {
                ButtonForm(t(T.publishing.publish), action: base + "/publish", hidden: reader.hidden)
            }
        }
    }

    @HTMLBuilder
    private func pictureForm(_ article: Article, _ form: FilledForm) -> some HTML {
        let action = reader.link("/staff/articles/\(article.id)/picture")
        h2 { t(T.publishing.picture) }
        if let picture = article.picture {
            PictureView(picture, reader, sizes: "20rem", kind: "shown")
            HTML::p { t.run(picture.alt) }
        }
        Look::Form(action: action, hidden: reader.hidden, hasFiles: true) {
            FileFields(form, T.publishing.pictureChoose, "picture", [.picture])
            Buttons {
                Submit(t(T.publishing.pictureSave), .quiet)
                if article.picture != nil { Submit(t(T.common.remove), .quiet, name: "remove", value: "yes") }
            }
        }
    }
}

extension Article.State {
    var name: Phrase {
        switch self {
        case .draft: T.publishing.stateDraft
        case .published: T.publishing.statePublished
        case .withdrawn: T.publishing.stateWithdrawn
        }
    }

    var tone: Tone {
        switch self {
        case .draft: .waiting
        case .published: .good
        case .withdrawn: .neutral
        }
    }
}

extension Article.Kind {
    var names: Phrase {
        switch self {
        case .news: T.publishing.news
        case .page: T.publishing.pages
        case .information: T.publishing.information
        }
    }

    var new: Phrase {
        switch self {
        case .news: T.publishing.newNews
        case .page: T.publishing.newPage
        case .information: T.publishing.newInformation
        }
    }

    /// What is said where there is none.
    var nothing: (title: Phrase, text: Phrase) {
        switch self {
        case .news: (T.publishing.noNews, T.publishing.noNewsStaff)
        case .page: (T.publishing.noPages, T.publishing.noPagesStaff)
        case .information: (T.publishing.noInformation, T.publishing.noInformationStaff)
        }
    }
}
