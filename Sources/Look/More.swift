package import HTML

/// What can be done besides, under *Још*: it opens in place, without a script. What hurts stands apart from the rest, at the end.
package struct More: View {
    let label: String
    let content: Markup
    let apart: Markup

    package init(_ label: String, @HTMLBuilder _ content: () -> Markup, @HTMLBuilder apart: () -> Markup = { Markup(Empty()) }) {
        self.label = label
        self.content = content()
        self.apart = apart()
    }

    package var body: Markup {
        details(.class("rest")) {
            summary(.class("button quiet")) { label }
            div {
                content
                div(.class("apart")) { apart }
            }
        }
    }
}
