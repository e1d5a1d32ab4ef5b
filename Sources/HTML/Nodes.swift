/// A text is a node and is escaped when it is written.
extension String: HTML {
    @inlinable
    public func render(into out: inout Out) { out.words(self) }
}

/// A text in an element that can hold no other: an option, a title, a box to type into.
@frozen
public struct Verbatim: HTML, Sendable {
    public let text: String

    @inlinable
    public init(_ text: String) { self.text = text }

    @inlinable
    public func render(into out: inout Out) { out.text(text) }
}

/// A part of a page that is read in Latin: what stands in Cyrillic in it says so.
@frozen
public struct NamingCyrillic<Content: HTML>: HTML {
    public let language: StaticString
    public let content: Content

    @inlinable
    public init(_ language: StaticString, @HTMLBuilder content: () -> Content) {
        self.language = language
        self.content = content()
    }

    @inlinable
    public func render(into out: inout Out) {
        let before = out.cyrillic
        out.cyrillic = language
        content.render(into: &out)
        out.cyrillic = before
    }
}

/// Nodes that were written before, as they stand in a page: what many pages show alike is written once.
@frozen
public struct Written: HTML, Sendable {
    @usableFromInline let bytes: [UInt8]

    /// - Parameter cyrillic: as `Out` has it in the pages in which these nodes will stand.
    public init(_ node: some HTML, cyrillic: StaticString? = nil) {
        var out = Out()
        out.cyrillic = cyrillic
        node.render(into: &out)
        bytes = out.bytes()
    }

    @inlinable
    public func render(into out: inout Out) { out.raw(bytes: bytes) }
}

/// A whole number is a node.
extension Int: HTML {
    @inlinable
    public func render(into out: inout Out) { out.int(self) }
}

/// Nothing.
@frozen
public struct Empty: HTML, Sendable {
    @inlinable
    public init() {}

    @inlinable
    public func render(into out: inout Out) {}
}

/// Several nodes as one, without an element around them.
@frozen
public struct Group<Content: HTML>: HTML {
    public let content: Content

    @inlinable
    public init(@HTMLBuilder content: () -> Content) { self.content = content() }

    @inlinable
    public func render(into out: inout Out) { content.render(into: &out) }
}

/// The same node for each element of a sequence, in order.
@frozen
public struct ForEach<Elements: Sequence, Content: HTML>: HTML {
    public let elements: Elements
    public let content: (Elements.Element) -> Content

    @inlinable
    public init(_ elements: Elements, @HTMLBuilder content: @escaping (Elements.Element) -> Content) {
        self.elements = elements
        self.content = content
    }

    @inlinable
    public func render(into out: inout Out) {
        for element in elements {
            content(element).render(into: &out)
        }
    }
}

/// A node whose type is not known to the reader.
@frozen
public struct AnyHTML: HTML {
    public let node: any HTML

    @inlinable
    public init(_ node: any HTML) { self.node = node }

    @inlinable
    public func render(into out: inout Out) { node.render(into: &out) }
}

/// Nodes of any kind under one name: what a component takes, holds and consists of.
///
/// It is made in the module that wrote the nodes, which alone compiles their types to plain code. A generic component would
/// look those types up at run time and copy their values level by level: writing a page took twice as long.
@frozen
public struct Markup: HTML {
    @usableFromInline let write: (inout Out) -> Void

    @inlinable
    public init(_ node: consuming some HTML) {
        write = { [node] out in node.render(into: &out) }
    }

    @inlinable
    public func render(into out: inout Out) { write(&out) }
}
