/// Something that can write itself as HTML.
///
/// Text is escaped wherever it enters, and only `StaticString`s of the program itself go in as they are: what people
/// typed can never become markup.
public protocol HTML {
    func render(into out: inout Out)
}

/// A view made of other views: says what it consists of in `body`; as `Markup` when other modules show it, else as `some HTML`.
public protocol View: HTML {
    associatedtype Body: HTML
    @HTMLBuilder var body: Body { get }
}

extension View {
    @inlinable
    public func render(into out: inout Out) {
        body.render(into: &out)
    }
}

/// The bytes of a whole page, with its doctype.
public func renderDocument(_ html: some HTML) -> [UInt8] {
    var out = Out(capacity: 32 * 1024)
    out.raw("<!DOCTYPE html>\n")
    html.render(into: &out)
    return out.bytes()
}

/// The bytes of a piece of a page, or of a piece of SVG.
public func renderFragment(_ html: some HTML) -> [UInt8] {
    var out = Out()
    html.render(into: &out)
    return out.bytes()
}
