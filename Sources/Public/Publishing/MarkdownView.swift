package import HTML
import Languages
import Look
package import Markdown

/// A text of Markdown on a page. Its headings begin under the page's own, and none is left out between them.
package struct MarkdownView: View {
    let blocks: [Markdown.Block]

    let lang: String?

    /// - Parameter lang: of the text, when it is not the page's language.
    package init(_ text: Markdown, lang: String? = nil) {
        blocks = text.blocks
        self.lang = lang
    }

    package var body: Markup {
        div(.class("prose"), .lang(lang)) {
            ForEach(Array(zip(blocks, Self.levels(of: blocks)))) { block, level in show(block, level) }
        }
    }

    /// Each heading is one step deeper than the one it stands under, however many signs were typed; those that were typed alike beside each other are alike.
    private static func levels(of blocks: [Markdown.Block]) -> [Int] {
        var above: [(typed: Int, shown: Int)] = []
        return blocks.map { block in
            guard case .heading(let typed, _) = block else { return 0 }
            above.removeAll { $0.typed > typed }
            if above.last?.typed != typed { above.append((typed, min((above.last?.shown ?? 1) + 1, 4))) }
            return above.last?.shown ?? 2
        }
    }

    private func show(_ block: Markdown.Block, _ level: Int) -> Markup {
        switch block {
        case .paragraph(let words): Markup(p { inline(words) })
        case .heading(_, let words): heading(words, level)
        case .list(let start?, let items): Markup(ol(.custom("start", start == 1 ? nil : start)) { ForEach(items) { item in li { part(item) } } })
        case .list(nil, let items): Markup(ul { ForEach(items) { item in li { part(item) } } })
        case .quote(let blocks): Markup(blockquote { ForEach(blocks) { show($0, 4) } })
        case .code(let text): Markup(pre { code { text } })
        case .rule: Markup(hr())
        case .table(let head, let rows): Markup(table(head, rows))
        }
    }

    private func heading(_ words: [Markdown.Inline], _ level: Int) -> Markup {
        let tag = level <= 2 ? h2 : level == 3 ? h3 : h4
        return Markup(tag { inline(words) })
    }

    /// A single line of a list needs no paragraph.
    private func part(_ blocks: [Markdown.Block]) -> Markup {
        if blocks.count == 1, case .paragraph(let words) = blocks[0] { return inline(words) }
        return Markup(ForEach(blocks) { show($0, 4) })
    }

    private func table(_ head: [[Markdown.Inline]], _ rows: [[[Markdown.Inline]]]) -> some HTML {
        div(.class("table scroll"), .tabindex(0)) {
            HTML::table {
                thead { tr { ForEach(head) { cell in th(.scope("col")) { inline(cell) } } } }
                tbody { ForEach(rows) { row in tr { ForEach(row) { cell in td { inline(cell) } } } } }
            }
        }
    }

    private func inline(_ words: [Markdown.Inline]) -> Markup { Markup(ForEach(words) { word in show(word) }) }

    private func show(_ word: Markdown.Inline) -> Markup {
        switch word {
        case .text(let text): Markup(text)
        case .emphasis(let words): Markup(em { inline(words) })
        case .strong(let words): Markup(strong { inline(words) })
        case .code(let text): Markup(code { text })
        case .link(let address, let words): Markup(a(.href(address), .rel(address.hasPrefix("http") ? "noopener" : nil)) { inline(words) })
        case .newLine: Markup(br())
        }
    }
}
