package import HTML

/// A state in one look: icon, word, colour.
package struct Chip: View, Hashable, Sendable {
    let tone: Tone
    let word: String

    package init(_ tone: Tone, _ word: String) {
        self.tone = tone
        self.word = word
    }

    package var body: Markup {
        span(.class("chip", tone.rawValue)) {
            tone.icon
            word
        }
    }
}

/// Links that narrow a list down to one state, each with how many there are.
package struct FilterChips: View {
    let name: String
    let items: [NavItem]

    /// - Parameter name: what is being filtered, for screen readers.
    package init(_ name: String, _ items: [NavItem]) {
        self.name = name
        self.items = items
    }

    package var body: Markup {
        nav(.class("filters"), .aria("label", name)) {
            ul {
                ForEach(items) { item in
                    li {
                        a(.href(item.href), .aria("current", item.isCurrent ? "true" : nil)) {
                            Run(item.label, lang: item.lang)
                            if let count = item.count {
                                " "
                                span(.class("count")) { count }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Pages that share a heading, as links side by side.
package struct Tabs: View {
    let name: String
    let items: [NavItem]

    package init(_ name: String, _ items: [NavItem]) {
        self.name = name
        self.items = items
    }

    package var body: Markup {
        nav(.class("tabs"), .aria("label", name)) {
            ul {
                ForEach(items) { item in
                    li { a(.href(item.href), .aria("current", item.isCurrent ? "page" : nil)) { item.label } }
                }
            }
        }
    }
}
