import Events
import Forms
import Kernel
import Languages

/// What a centre published of its offers, in one language, as Atom (RFC 4287).
struct OfferFeed {
    static let most = 24

    private let reader: Reader
    private let address: String

    init(_ reader: Reader) {
        self.reader = reader
        address = reader.centre.origin + reader.link("/offer")
    }

    func text(_ news: [(month: OfferMonth, version: OfferVersion)]) -> String {
        let t = reader.t, changed = news.map(\.version.at).max() ?? Instant(seconds: 0)
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(reader.language.htmlLang)">
            <title>\(escaped("\(t(T.planning.offers)) · \(reader.site)"))</title>
            <id>\(escaped(address))</id>
            <updated>\(changed.iso)</updated>
            <author><name>\(escaped(reader.site))</name></author>
            <link rel="alternate" type="text/html" href="\(escaped(address))"/>
            <link rel="self" type="application/atom+xml" href="\(escaped(address)).atom"/>
            \(news.sorted { $0.version.at > $1.version.at }.map(entry).joined(separator: "\n"))
            </feed>

            """
    }

    private func entry(_ month: OfferMonth, _ version: OfferVersion) -> String {
        let t = reader.t, place = reader.centre.origin + reader.link("/offer/\(month.text)"), (year, number, _) = month.days.lowerBound.civil
        let name = t(T.planning.offerOf(month: .text(t.month(number, year))))
        let title = version.number == 1 ? name : "\(name) · \(t(T.planning.offerChange(number: .number(version.number - 1))))"
        let said = version.lines.map { "\(t.term($0.days)): \(t.shown($0.title.text))" }.joined(separator: "; ")
        return """
            <entry><title>\(escaped(title))</title><id>\(escaped(place))#\(version.number)</id>\
            <link rel="alternate" type="text/html" href="\(escaped(place))"/><published>\(version.at.iso)</published><updated>\(version.at.iso)</updated>\
            <summary>\(escaped(said))</summary></entry>
            """
    }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}
