/// The name of an element that has content. Calling it makes the element:
///
///     div(.class("card"), .id("seats")) { p { "Још 6 места" } }
///
/// Where a local name hides an element's, the module is named: `HTML::label(.for(id)) { label }`.
@frozen
public struct Tag: Sendable {
    public let name: StaticString

    @inlinable
    public init(_ name: StaticString) { self.name = name }

    @inlinable
    public func callAsFunction<Content: HTML>(
        _ attributes: Attribute..., @HTMLBuilder content: () -> Content
    ) -> Element<Content> {
        Element(name: name, attributes: attributes, content: content())
    }

    @inlinable
    public func callAsFunction(_ attributes: Attribute...) -> Element<Empty> {
        Element(name: name, attributes: attributes, content: Empty())
    }

    /// For components that pass on attributes they were given.
    @inlinable
    public func callAsFunction<Content: HTML>(
        attributes: [Attribute], @HTMLBuilder content: () -> Content
    ) -> Element<Content> {
        Element(name: name, attributes: attributes, content: content())
    }
}

/// The name of an element that never has content, as `br` and `input`.
@frozen
public struct VoidTag: Sendable {
    public let name: StaticString

    @inlinable
    public init(_ name: StaticString) { self.name = name }

    @inlinable
    public func callAsFunction(_ attributes: Attribute...) -> VoidElement {
        VoidElement(name: name, attributes: attributes)
    }

    @inlinable
    public func callAsFunction(attributes: [Attribute]) -> VoidElement {
        VoidElement(name: name, attributes: attributes)
    }
}

/// An element with its attributes and content.
@frozen
public struct Element<Content: HTML>: HTML {
    public let name: StaticString
    public let attributes: [Attribute]
    public let content: Content

    @inlinable
    public init(name: StaticString, attributes: consuming [Attribute], content: consuming Content) {
        self.name = name
        self.attributes = attributes
        self.content = content
    }

    @inlinable
    public func render(into out: inout Out) {
        out.raw("<")
        out.raw(name)
        for place in attributes.indices { attributes[place].render(into: &out) }
        out.raw(">")
        content.render(into: &out)
        out.raw("</")
        out.raw(name)
        out.raw(">")
    }
}

/// An element without content or end tag.
@frozen
public struct VoidElement: HTML, Sendable {
    public let name: StaticString
    public let attributes: [Attribute]

    @inlinable
    public init(name: StaticString, attributes: [Attribute]) {
        self.name = name
        self.attributes = attributes
    }

    @inlinable
    public func render(into out: inout Out) {
        out.raw("<")
        out.raw(name)
        for place in attributes.indices { attributes[place].render(into: &out) }
        out.raw(">")
    }
}
