/// A script of our own, loaded by address after the page is read. Scripts inside a page do not exist here: the
/// content security policy forbids them.
@frozen
public struct ScriptLink: HTML, Sendable {
    public let address: String
    public let isModule: Bool

    @inlinable
    public init(_ address: String, isModule: Bool = false) {
        self.address = address
        self.isModule = isModule
    }

    public func render(into out: inout Out) {
        Tag("script")(.src(address), .type(isModule ? .module : nil), .defer(!isModule)).render(into: &out)
    }
}

/// Data for other programs inside a page (JSON-LD). It is data, not code, and cannot end its own element: `<`, `>` and
/// `&` are written as JSON escapes, which mean the same.
@frozen
public struct ScriptData: HTML, Sendable {
    public let json: String

    /// - Parameter json: one well-formed JSON value.
    @inlinable
    public init(_ json: String) { self.json = json }

    public func render(into out: inout Out) {
        out.raw("<script type=\"application/ld+json\">")
        out.json(json)
        out.raw("</script>")
    }
}
