import Forms
import Kernel
import Languages

/// The notes of a centre that are new, in one language, as Atom (RFC 4287).
struct PracticeFeed {
    let reader: Reader

    private var address: String { reader.centre.origin + reader.link("/practices") }

    func text(_ practices: [Practice]) -> String {
        let changed = practices.compactMap(\.published).max() ?? Instant(seconds: 0)
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(reader.language.htmlLang)">
            <title>\(escaped("\(reader.t(T.community.title)) · \(reader.site)"))</title>
            <id>\(escaped(address))</id>
            <updated>\(changed.iso)</updated>
            <author><name>\(escaped(reader.site))</name></author>
            <link rel="alternate" type="text/html" href="\(escaped(address))"/>
            <link rel="self" type="application/atom+xml" href="\(escaped(address)).atom"/>
            \(practices.map(entry).joined(separator: "\n"))
            </feed>

            """
    }

    private func entry(_ practice: Practice) -> String {
        let place = reader.centre.origin + reader.link(practice.path), moment = practice.published ?? practice.changed
        return """
            <entry xml:lang="\(practice.language.htmlLang)"><title>\(escaped(practice.title))</title><id>\(escaped(place))</id>\
            <link rel="alternate" type="text/html" href="\(escaped(place))"/><published>\(moment.iso)</published><updated>\(moment.iso)</updated>\
            <summary>\(escaped(practice.draft.summary))</summary></entry>
            """
    }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}
