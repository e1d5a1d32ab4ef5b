import Forms
import HTML
import Kernel
import Languages
import Look
import Workshop

/// Articles one under the other, each with its number.
struct ArticlesShown: View {
    let reader: Reader
    let articles: [InitiativeArticle]
    let language: Language

    var body: Markup {
        ForEach(Array(articles.enumerated())) { place, article in
            h3 { Self.name(place + 1, article, reader.t, language) }
            Self.text(article.text, reader.t, language)
        }
    }

    /// *Члан 3. Рок за пријаву*
    @HTMLBuilder static func name(_ number: Int, _ article: InitiativeArticle, _ t: Texts, _ language: Language) -> some HTML {
        t(T.initiatives.articleOf(number: .number(number)))
        if !article.heading.isEmpty { " "; t.run(article.heading, language) }
    }

    static func text(_ text: String, _ t: Texts, _ language: Language) -> some HTML {
        ForEach(text.split(separator: "\n\n").map(String.init)) { paragraph in HTML::p(.class("lines")) { t.run(paragraph, language) } }
    }
}

/// Articles as they came to be since an earlier text: what is new, what is gone, what was changed and how.
struct ArticleChangesShown: View {
    let reader: Reader
    let changes: [ArticleChange]
    let language: Language
    private var t: Texts { reader.t }

    var body: Markup {
        ForEach(changes) { change in
            h3 {
                ArticlesShown.name(change.number, change.article, t, language)
                if let chip = chip(change.kind) { " "; chip }
            }
            if let difference = change.difference {
                HTML::p(.class("lines"), .lang(t.lang(of: language))) {
                    ForEach(difference.pieces) { piece in
                        switch piece.kind {
                        case .same: t.shown(piece.text)
                        case .removed: del { span(.class("unseen")) { t(T.initiatives.removed); " " }; t.shown(piece.text) }
                        case .added: ins { span(.class("unseen")) { t(T.initiatives.added); " " }; t.shown(piece.text) }
                        }
                    }
                }
            } else { ArticlesShown.text(change.article.text, t, language) }
        }
    }

    private func chip(_ kind: ArticleChange.Kind) -> Chip? {
        switch kind {
        case .same: nil
        case .added: Chip(.good, t(T.initiatives.changeAdded))
        case .removed: Chip(.bad, t(T.initiatives.changeRemoved))
        case .changed: Chip(.info, t(T.initiatives.changeChanged))
        }
    }
}
