import HTML
import Markdown

/// A text of Markdown in a letter: its styles stand in the elements themselves, because mail programs drop everything else, and its links are whole.
struct IssueProse: View {
    let blocks: [Markdown.Block]
    /// Scheme and host of the centre, for links that are paths of its site.
    let origin: String

    var body: Markup { Markup(ForEach(blocks) { block in show(block) }) }

    private func show(_ block: Markdown.Block) -> Markup {
        switch block {
        case .paragraph(let words): Markup(p(IssueStyle.line) { inline(words) })
        case .heading(let level, let words): level <= 2 ? Markup(h2(IssueStyle.heading) { inline(words) }) : Markup(h3(IssueStyle.smallHeading) { inline(words) })
        case .list(let start?, let items): Markup(ol(IssueStyle.list, .custom("start", start == 1 ? nil : start)) { ForEach(items) { item in li { part(item) } } })
        case .list(nil, let items): Markup(ul(IssueStyle.list) { ForEach(items) { item in li { part(item) } } })
        case .quote(let blocks): Markup(blockquote(IssueStyle.quote) { ForEach(blocks) { show($0) } })
        case .code(let text): Markup(pre(IssueStyle.line) { code { text } })
        case .rule: Markup(hr(IssueStyle.rule))
        case .table(let head, let rows): Markup(table(head, rows))
        }
    }

    /// A single line of a list needs no paragraph.
    private func part(_ blocks: [Markdown.Block]) -> Markup {
        if blocks.count == 1, case .paragraph(let words) = blocks[0] { return inline(words) }
        return Markup(ForEach(blocks) { show($0) })
    }

    private func table(_ head: [[Markdown.Inline]], _ rows: [[[Markdown.Inline]]]) -> some HTML {
        HTML::table(IssueStyle.line) {
            tr { ForEach(head) { cell in th(.scope("col"), IssueStyle.cell) { inline(cell) } } }
            ForEach(rows) { row in tr { ForEach(row) { cell in td(IssueStyle.cell) { inline(cell) } } } }
        }
    }

    private func inline(_ words: [Markdown.Inline]) -> Markup { Markup(ForEach(words) { word in show(word) }) }

    private func show(_ word: Markdown.Inline) -> Markup {
        switch word {
        case .text(let text): Markup(text)
        case .emphasis(let words): Markup(em { inline(words) })
        case .strong(let words): Markup(strong { inline(words) })
        case .code(let text): Markup(code { text })
        case .link(let address, let words): Markup(a(.href(Self.whole(address, origin)), IssueStyle.link) { inline(words) })
        case .newLine: Markup(br())
        }
    }

    static func whole(_ address: String, _ origin: String) -> String { address.hasPrefix("/") ? origin + address : address }
}

extension IssueProse {
    /// The same as plain text: a heading stands alone, items of a list have a dash, addresses stand behind the words that lead there.
    static func plain(_ blocks: [Markdown.Block], _ origin: String) -> String {
        blocks.map { plain($0, origin) }.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private static func plain(_ block: Markdown.Block, _ origin: String) -> String {
        switch block {
        case .paragraph(let words): return plain(words, origin)
        case .heading(let level, let words):
            let text = plain(words, origin)
            return level <= 2 ? text + "\n" + String(repeating: "=", count: min(text.count, 60)) : text
        case .list(let start, let items):
            return items.enumerated().map { place, item in
                let sign = start.map { "\($0 + place). " } ?? "- "
                return sign + item.map { plain($0, origin) }.joined(separator: "\n").replacing("\n", with: "\n  ")
            }.joined(separator: "\n")
        case .quote(let blocks): return plain(blocks, origin).split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }.joined(separator: "\n")
        case .code(let text): return text
        case .rule: return "* * *"
        case .table(let head, let rows): return ([head] + rows).map { $0.map { plain($0, origin) }.joined(separator: " | ") }.joined(separator: "\n")
        }
    }

    private static func plain(_ words: [Markdown.Inline], _ origin: String) -> String {
        words.map { word in
            switch word {
            case .text(let text): text.replacing("\n", with: " ")
            case .code(let text): text
            case .emphasis(let words), .strong(let words): plain(words, origin)
            case .link(let address, let words):
                Self.behind(plain(words, origin), whole(address.hasPrefix("mailto:") ? String(address.dropFirst(7)) : address, origin))
            case .newLine: "\n"
            }
        }.joined()
    }

    private static func behind(_ words: String, _ address: String) -> String { words == address ? words : "\(words) (\(address))" }
}

/// How the parts of a letter look.
enum IssueStyle {
    static var page: Attribute { style("margin:0;padding:24px;max-width:38em;font:17px/1.5 sans-serif;color:#1c2430;background:#ffffff") }
    static var kind: Attribute { style("margin:0 0 4px;font-size:14px;color:#5a6472") }
    static var title: Attribute { style("margin:0 0 20px;font:bold 28px/1.2 serif;color:#1f5b4c") }
    static var heading: Attribute { style("margin:28px 0 10px;font:bold 21px/1.3 serif;color:#1f5b4c") }
    static var smallHeading: Attribute { style("margin:20px 0 6px;font-size:17px") }
    static var line: Attribute { style("margin:0 0 16px") }
    static var list: Attribute { style("margin:0 0 16px;padding-left:24px") }
    static var quote: Attribute { style("margin:0 0 16px;padding:0 0 0 14px;border-left:3px solid #1f5b4c") }
    static var rule: Attribute { style("margin:24px 0;border:0;border-top:1px solid #d5dbe1") }
    static var cell: Attribute { style("padding:4px 14px 4px 0;text-align:left;vertical-align:top;border-bottom:1px solid #d5dbe1") }
    static var link: Attribute { style("color:#1f5b4c") }
    static var strongLink: Attribute { style("color:#1f5b4c;font-weight:bold") }
    static var detail: Attribute { style("margin:0 0 14px;color:#3d4653") }
    static var item: Attribute { style("margin:0") }
    static var foot: Attribute { style("margin:8px 0;font-size:14px;color:#5a6472") }
    static var button: Attribute {
        style("display:inline-block;padding:12px 22px;background:#1f5b4c;color:#ffffff;font-weight:bold;text-decoration:none;border-radius:3px")
    }

    private static func style(_ text: String) -> Attribute { .custom("style", text) }
}
