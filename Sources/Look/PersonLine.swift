package import HTML

/// A person in a list: the name, what they are, how it stands with them, what can be done.
package struct PersonLine: View {
    let name: Run
    let href: String?
    let detail: [Run]
    let state: Chip?
    let content: Markup

    /// - Parameter detail: what is said of them, one after another.
    package init(
        _ name: Run, href: String? = nil, detail: [Run] = [], state: Chip? = nil,
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
                if let href { a(.href(href), .lang(name.lang)) { name.text } } else { strong(.lang(name.lang)) { name.text } }
                if !detail.isEmpty {
                    p {
                        ForEach(Array(detail.enumerated())) { place, run in
                            if place > 0 { ", " }
                            run
                        }
                    }
                }
            }
            state
            content
        }
    }
}

extension PersonLine {
    package init(
        _ name: String, href: String? = nil, detail: String? = nil, state: Chip? = nil, @HTMLBuilder content: () -> Markup = { Markup(Empty()) }
    ) {
        self.init(Run(name), href: href, detail: detail.map { [Run($0)] } ?? [], state: state, content: content)
    }
}
