package import HTML

/// Names and values: when, where, for whom, how much.
package struct Facts<Content: HTML>: View {
    let content: Content

    package init(@HTMLBuilder content: () -> Content) { self.content = content() }

    package var body: some HTML { dl(.class("facts")) { content } }
}

/// One name with its value.
package struct Fact<Content: HTML>: View {
    let term: String
    let content: Content

    package init(_ term: String, @HTMLBuilder content: () -> Content) {
        self.term = term
        self.content = content()
    }

    package var body: some HTML {
        div {
            dt { term }
            dd { content }
        }
    }
}

extension Fact where Content == String {
    package init(_ term: String, _ value: String) {
        self.init(term) { value }
    }
}
