package import HTML

/// Ways to narrow a long list: groups of links, each with how many it would leave. They stand open beside the list where
/// there is room, and behind one question on a phone.
package struct Facets: View {
    let question: String
    let more: String
    let groups: [Group]
    let isOpen: Bool

    package struct Group: Sendable {
        let name: String
        let items: [Item]

        package var isEmpty: Bool { items.isEmpty }

        package init(_ name: String, _ items: [Item]) {
            self.name = name
            self.items = items
        }
    }

    package struct Item: Sendable {
        let words: Run
        let href: String
        let count: Int?
        let isCurrent: Bool

        package init(_ words: Run, href: String, count: Int? = nil, isCurrent: Bool = false) {
            self.words = words
            self.href = href
            self.count = count
            self.isCurrent = isCurrent
        }
    }

    /// So many links of a group are in sight; the rest opens.
    private static let inSight = 7

    /// - Parameter more: the words that open the rest of a long group.
    package init(_ question: String, more: String, groups: [Group], isOpen: Bool) {
        self.question = question
        self.more = more
        self.groups = groups
        self.isOpen = isOpen
    }

    package var body: Markup {
        details(.class("facets"), .open(isOpen)) {
            summary { question }
            ForEach(groups) { group in
                nav(.aria("label", group.name)) {
                    h2 { group.name }
                    let rest = group.items.dropFirst(Facets.inSight)
                    links(rest.count < 2 ? group.items : Array(group.items.prefix(Facets.inSight)))
                    if rest.count >= 2 { Disclosure(more, isOpen: rest.contains { $0.isCurrent }) { links(Array(rest)) } }
                }
            }
        }
    }

    private func links(_ items: [Item]) -> some HTML {
        ul {
            ForEach(items) { item in
                li {
                    a(.href(item.href), .aria("current", item.isCurrent ? "true" : nil)) {
                        item.words
                        if let count = item.count { span(.class("count")) { count } }
                    }
                }
            }
        }
    }
}
