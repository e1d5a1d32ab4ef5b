package import HTML

/// A person in a list: the name, what they are, how it stands with them, what can be done.
package struct PersonLine: View {
    let name: String
    let href: String?
    let detail: String?
    let state: Chip?
    let content: Markup

    package init(
        _ name: String, href: String? = nil, detail: String? = nil, state: Chip? = nil,
        @HTMLBuilder content: () -> Markup = { Markup(Empty()) }
    ) {
        self.name = name
        self.href = href
        self.detail = detail
        self.state = state
        self.content = content()
    }

    package var body: Markup {
        div(.class("person")) {
            div {
                if let href { a(.href(href)) { name } } else { strong { name } }
                if let detail { p { detail } }
            }
            state
            content
        }
    }
}
