import Events
import Forms
import Kernel
import Languages
import Markdown

/// Issues of all newsletters of a centre in one language as Atom (RFC 4287).
struct IssueFeed {
    static let most = 50

    private let reader: Reader
    private let address: String

    init(_ reader: Reader) {
        self.reader = reader
        address = reader.centre.origin + reader.link("/newsletter")
    }

    func text(_ issues: [(issue: NewsletterIssue, sheet: IssueSheet)]) -> String {
        let changed = issues.compactMap { $0.issue.begun }.max() ?? Instant(seconds: 0)
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(reader.language.htmlLang)">
            <title>\(escaped("\(reader.t(T.newsletter.title)) · \(reader.site)"))</title>
            <id>\(escaped(address))</id>
            <updated>\(changed.iso)</updated>
            <author><name>\(escaped(reader.site))</name></author>
            <link rel="alternate" type="text/html" href="\(escaped(address))"/>
            <link rel="self" type="application/atom+xml" href="\(escaped(address)).atom"/>
            \(issues.map { entry($0.issue, $0.sheet) }.joined(separator: "\n"))
            </feed>

            """
    }

    private func entry(_ issue: NewsletterIssue, _ sheet: IssueSheet) -> String {
        let place = reader.centre.origin + reader.link(issue.path), begun = (issue.begun ?? Instant(seconds: 0)).iso
        let said = ([Markdown(sheet.text.text).plain] + sheet.lines.map(\.title.text)).joined(separator: "\n").prefix(500)
        return """
            <entry xml:lang="\(sheet.title.language.htmlLang)"><title>\(escaped("\(sheet.newsletter.text): \(sheet.title.text)"))</title><id>\(escaped(place))</id>\
            <link rel="alternate" type="text/html" href="\(escaped(place))"/><published>\(begun)</published><updated>\(begun)</updated>\
            <summary>\(escaped(String(said)))</summary></entry>
            """
    }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}
