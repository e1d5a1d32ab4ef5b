import CCommonMark

extension Markdown {
    /// Reads any text: there is none that is wrong, only what is left out of it.
    public init(_ text: String) {
        var reading = Reading()
        blocks = reading.read(text)
        dropped = reading.dropped
    }
}

/// Takes the tree of the library over into ours.
private struct Reading {
    /// Deeper than this nobody writes on purpose.
    private static let deepest = 20

    /// What the library can do beside plain CommonMark, made known to it once.
    private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()
    private static let extensions = ["table", "autolink"]

    var dropped: [Markdown.Dropped] = []

    mutating func read(_ text: String) -> [Markdown.Block] {
        let parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8)
        defer { cmark_parser_free(parser) }
        _ = Self.registered
        for name in Self.extensions {
            if let own = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, own) }
        }
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        guard let document = cmark_parser_finish(parser) else { return [] }
        defer { cmark_node_free(document) }
        cmark_consolidate_text_nodes(document)
        return blocks(in: document, 0)
    }

    private mutating func blocks(in node: OpaquePointer, _ depth: Int) -> [Markdown.Block] {
        guard depth < Self.deepest else {
            drop(.depth)
            return []
        }
        return children(of: node).compactMap { block($0, depth + 1) }
    }

    private mutating func block(_ node: OpaquePointer, _ depth: Int) -> Markdown.Block? {
        switch kind(of: node) {
        case "paragraph": return .paragraph(inlines(in: node, depth))
        case "heading": return .heading(level: Int(cmark_node_get_heading_level(node)), inlines(in: node, depth))
        case "list":
            let isNumbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            return .list(start: isNumbered ? Int(cmark_node_get_list_start(node)) : nil, children(of: node).map { blocks(in: $0, depth) })
        case "block_quote": return .quote(blocks(in: node, depth))
        case "code_block": return .code(literal(of: node))
        case "thematic_break": return .rule
        case "table":
            let rows = children(of: node).map { row in children(of: row).map { inlines(in: $0, depth) } }
            return rows.first.map { .table(head: $0, rows: Array(rows.dropFirst())) }
        case "html_block": drop(.markup(literal(of: node)))
        default: break
        }
        return nil
    }

    private mutating func inlines(in node: OpaquePointer, _ depth: Int) -> [Markdown.Inline] {
        guard depth < Self.deepest else {
            drop(.depth)
            return []
        }
        return children(of: node).flatMap { inline($0, depth + 1) }
    }

    private mutating func inline(_ node: OpaquePointer, _ depth: Int) -> [Markdown.Inline] {
        switch kind(of: node) {
        case "text": return [.text(literal(of: node))]
        case "softbreak": return [.text("\n")]
        case "linebreak": return [.newLine]
        case "code": return [.code(literal(of: node))]
        case "emph": return [.emphasis(inlines(in: node, depth))]
        case "strong": return [.strong(inlines(in: node, depth))]
        case "link":
            let (address, words) = (address(of: node), inlines(in: node, depth))
            guard Markdown.allows(address) else {
                drop(.address(address))
                return words
            }
            return [.link(address, words)]
        case "image":
            drop(.picture(address(of: node)))
            return inlines(in: node, depth)
        case "html_inline": drop(.markup(literal(of: node)))
        default: break
        }
        return []
    }

    private mutating func drop(_ what: Markdown.Dropped) {
        if dropped.count < 20, !dropped.contains(what) { dropped.append(what) }
    }

    // MARK: The library's tree

    private func children(of node: OpaquePointer) -> [OpaquePointer] {
        Array(sequence(first: cmark_node_first_child(node)) { $0.map { cmark_node_next($0) } }.prefix { $0 != nil }.compactMap(\.self))
    }

    private func kind(of node: OpaquePointer) -> String { cmark_node_get_type_string(node).map { String(cString: $0) } ?? "" }
    private func literal(of node: OpaquePointer) -> String { cmark_node_get_literal(node).map { String(cString: $0) } ?? "" }
    private func address(of node: OpaquePointer) -> String { cmark_node_get_url(node).map { String(cString: $0) } ?? "" }
}
