import Events
import Forms
import Kernel
import Languages
import Markdown

/// The news of a centre in one language as Atom (RFC 4287).
struct AtomFeed {
    static let most = 50

    private let reader: Reader
    private let address: String

    init(_ reader: Reader) {
        self.reader = reader
        address = reader.centre.origin + reader.link("/news")
    }

    func text(_ articles: [Article]) -> String {
        let changed = articles.map(\.changed).max() ?? Instant(seconds: 0)
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(reader.language.htmlLang)">
            <title>\(escaped("\(reader.t(T.publishing.news)) · \(reader.site)"))</title>
            <id>\(escaped(address))</id>
            <updated>\(changed.iso)</updated>
            <author><name>\(escaped(reader.site))</name></author>
            <link rel="alternate" type="text/html" href="\(escaped(address))"/>
            <link rel="self" type="application/atom+xml" href="\(escaped(address)).atom"/>
            \(articles.map(entry).joined(separator: "\n"))
            </feed>

            """
    }

    private func entry(_ article: Article) -> String {
        let (title, summary) = (article.title(in: reader.language), article.summary(in: reader.language))
        let place = reader.centre.origin + reader.link(article.path)
        let said = summary.text.isEmpty ? String(Markdown(article.text(in: reader.language).text).plain.prefix(300)) : summary.text
        let published = reader.centre.zone.startOfDay(article.draft.day)
        return """
            <entry xml:lang="\(title.language.htmlLang)"><title>\(escaped(title.text))</title><id>\(escaped(place))</id>\
            <link rel="alternate" type="text/html" href="\(escaped(place))"/><published>\(published.iso)</published><updated>\(article.changed.iso)</updated>\
            <summary>\(escaped(said))</summary></entry>
            """
    }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}
