package import HTML

/// The pages of a long list: where we are in words, the neighbours, the numbers.
package struct Pagination: View {
    let name: String
    let place: String
    let previous: Link?
    let next: Link?
    let pages: [NavItem?]

    /// - Parameters:
    ///   - place: as *21–40 од 134*.
    ///   - pages: the numbers; `nil` where some are left out.
    package init(_ name: String, place: String, previous: Link?, next: Link?, pages: [NavItem?] = []) {
        self.name = name
        self.place = place
        self.previous = previous
        self.next = next
        self.pages = pages
    }

    package var body: Markup {
        nav(.class("pages"), .aria("label", name)) {
            p { place }
            ul {
                if let previous {
                    li {
                        a(.rel("prev"), .href(previous.href)) {
                            Icon.back
                            previous.label
                        }
                    }
                }
                ForEach(pages) { page in
                    if let page {
                        li { a(.href(page.href), .aria("current", page.isCurrent ? "page" : nil)) { page.label } }
                    } else {
                        li(.aria("hidden", true)) { "…" }
                    }
                }
                if let next {
                    li {
                        a(.rel("next"), .href(next.href)) {
                            next.label
                            Icon.arrow
                        }
                    }
                }
            }
        }
    }
}
