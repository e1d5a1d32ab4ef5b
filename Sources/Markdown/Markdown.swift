/// A text with headings, lists, emphasis, links and tables, as people write it with a few signs (CommonMark with the tables of GitHub).
///
/// It is read into a tree that can hold nothing else: markup, scripts, pictures from elsewhere and addresses that do something cannot be in it. What was left
/// out is told, so that its writer learns of it.
public struct Markdown: Hashable, Sendable {
    public indirect enum Block: Hashable, Sendable {
        case paragraph([Inline])
        /// From 1, the largest.
        case heading(level: Int, [Inline])
        case list(start: Int?, [[Block]])
        case quote([Block])
        case code(String)
        case rule
        case table(head: [[Inline]], rows: [[[Inline]]])
    }

    public indirect enum Inline: Hashable, Sendable {
        case text(String)
        case emphasis([Inline])
        case strong([Inline])
        case code(String)
        /// The address is of http, https or mailto, or a path of this site.
        case link(String, [Inline])
        case newLine
    }

    /// What cannot stand in such a text.
    public enum Dropped: Hashable, Sendable {
        case markup(String)
        case address(String)
        case picture(String)
        case depth
    }

    public let blocks: [Block]
    public let dropped: [Dropped]

    /// Whether an address may be followed from a page: to a page elsewhere, to a letter, to a page of this site.
    public static func allows(_ address: String) -> Bool {
        let address = address.lowercased()
        guard address.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7f && $0 != "\\" }) else { return false }
        if address.hasPrefix("/") { return !address.hasPrefix("//") }
        return address.hasPrefix("#") || ["http://", "https://", "mailto:"].contains { address.hasPrefix($0) && address.count > $0.count }
    }

    /// The words alone, for search and for a summary.
    public var plain: String { blocks.map(Self.plain).filter { !$0.isEmpty }.joined(separator: "\n") }

    private static func plain(_ block: Block) -> String {
        switch block {
        case .paragraph(let words), .heading(_, let words): plain(words)
        case .list(_, let items): items.flatMap { $0.map(plain) }.joined(separator: "\n")
        case .quote(let blocks): blocks.map(plain).joined(separator: "\n")
        case .code(let text): text
        case .rule: ""
        case .table(let head, let rows): ([head] + rows).map { $0.map(plain).joined(separator: " ") }.joined(separator: "\n")
        }
    }

    private static func plain(_ words: [Inline]) -> String {
        words.map { word in
            switch word {
            case .text(let text), .code(let text): text
            case .emphasis(let words), .strong(let words), .link(_, let words): plain(words)
            case .newLine: " "
            }
        }.joined()
    }
}
