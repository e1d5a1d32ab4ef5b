import Markdown
import Mutations
import Testing

@Suite struct MarkdownTests {
    @Test func `what people write is read`() {
        let text = Markdown("""
            # Годишњи план
            Ове године **три** недеље, _кратко_ и `код`.

            - први
            - други, [више](https://example.org/a?b=c)

            3. трећи
            4. четврти

            > наведено

            ---

            | кад | где |
            |-----|-----|
            | уто | Сала |
            """)
        #expect(text.dropped == [])
        #expect(text.blocks == [
            .heading(level: 1, [.text("Годишњи план")]),
            .paragraph([.text("Ове године "), .strong([.text("три")]), .text(" недеље, "), .emphasis([.text("кратко")]), .text(" и "), .code("код"), .text(".")]),
            .list(start: nil, [[.paragraph([.text("први")])], [.paragraph([.text("други, "), .link("https://example.org/a?b=c", [.text("више")])])]]),
            .list(start: 3, [[.paragraph([.text("трећи")])], [.paragraph([.text("четврти")])]]),
            .quote([.paragraph([.text("наведено")])]), .rule,
            .table(head: [[.text("кад")], [.text("где")]], rows: [[[.text("уто")], [.text("Сала")]]]),
        ])
        #expect(text.plain.contains("други, више") && !text.plain.contains("example"))
    }

    static let nasty: [(String, Markdown.Dropped)] = [
        ("<script>alert(1)</script>", .markup("<script>alert(1)</script>\n")), ("a <b onclick=x>b</b>", .markup("<b onclick=x>")),
        ("<iframe src=https://example.org></iframe>", .markup("<iframe src=https://example.org></iframe>\n")),
        ("[a](javascript:alert(1))", .address("javascript:alert(1)")), ("[a](JaVaScRiPt:alert(1))", .address("JaVaScRiPt:alert(1)")),
        ("[a](&#106;avascript:alert(1))", .address("javascript:alert(1)")), ("[a](data:text/html;base64,PHNjcmlwdD4=)", .address("data:text/html;base64,PHNjcmlwdD4=")),
        ("[a](vbscript:x)", .address("vbscript:x")), ("[a](//example.org/x)", .address("//example.org/x")), ("[a](file:///etc/passwd)", .address("file:///etc/passwd")),
        ("<javascript:alert(1)>", .address("javascript:alert(1)")), ("[a](<java\tscript:alert(1)>)", .address("java\tscript:alert(1)")),
        ("[a][b]\n\n[b]: javascript:alert(1)", .address("javascript:alert(1)")), ("[a](/\\example.org)", .address("/\\example.org")),
        ("![x](https://example.org/pixel.gif)", .picture("https://example.org/pixel.gif")), ("![x](javascript:y)", .picture("javascript:y")),
    ]

    @Test(arguments: nasty) func `nothing active passes, and its writer learns of it`(_ text: String, _ dropped: Markdown.Dropped) {
        let read = Markdown(text)
        #expect(read.dropped.contains(dropped), "\(read)")
        #expect(Self.addresses(in: read).allSatisfy(Markdown.allows))
        #expect(!"\(read.blocks)".contains("<"))
    }

    @Test func `what leads somewhere honest stays`() {
        for address in ["https://example.org/", "http://example.org", "mailto:centar@bistrik.example", "/sr/events", "#odeljak"] { #expect(Markdown.allows(address)) }
        for address in ["", "https://", "mailto:", "example.org", "tel:1", "ftp://example.org", " javascript:x", "\u{1}javascript:x"] {
            #expect(!Markdown.allows(address))
        }
        #expect(Self.addresses(in: Markdown("Пишите на centar@bistrik.example или www.example.org")) == ["mailto:centar@bistrik.example", "http://www.example.org"])
    }

    @Test func `a text that is nested without end ends`() {
        for sign in ["> ", "- ", "*a ", "[a", "**a "] {
            let read = Markdown(String(repeating: sign, count: 9_000) + "x")
            #expect(read.blocks.count <= 1)
        }
    }

    @Test func `spoiled texts are read too`() {
        var texts = Mutations([Self.nasty.map(\.0).joined(separator: "\n\n"), "| a |\n|--|\n| [b](http://x.y) |", "> - 1. `x`\n\n```\ny\n```"],
            words: ["[", "](", "javascript:", "> ", "- ", "|", "<b>"])
        texts.eachText(2_000) { text in
            #expect(Self.addresses(in: Markdown(text)).allSatisfy(Markdown.allows))
        }
    }

    private static func addresses(in text: Markdown) -> [String] {
        func of(_ words: [Markdown.Inline]) -> [String] {
            words.flatMap { word -> [String] in
                switch word {
                case .link(let address, let words): [address] + of(words)
                case .strong(let words), .emphasis(let words): of(words)
                case .text, .code, .newLine: []
                }
            }
        }
        func of(_ block: Markdown.Block) -> [String] {
            switch block {
            case .paragraph(let words), .heading(_, let words): of(words)
            case .list(_, let items): items.flatMap { $0.flatMap(of) }
            case .quote(let blocks): blocks.flatMap(of)
            case .table(let head, let rows): ([head] + rows).flatMap { $0.flatMap(of) }
            case .code, .rule: []
            }
        }
        return text.blocks.flatMap(of)
    }
}
