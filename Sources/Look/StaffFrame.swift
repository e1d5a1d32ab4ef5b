package import HTML

/// The frame of the centre's own work: a rail on the left of a desktop, a bar at the bottom of a phone.
package struct StaffFrame: View {
    let frame: Frame
    let content: Markup

    package init(_ frame: Frame, @HTMLBuilder content: () -> Markup) {
        self.frame = frame
        self.content = content()
    }

    package var body: Markup {
        Shell(frame.page, kind: "staff") {
            a(.class("skip"), .href("#content")) { frame.words.skip }
            header { Bar(frame: frame) }
            div(.class("desk")) {
                nav(.class("rail"), .aria("label", frame.words.menu)) { lines }
                div(.class("sheet")) {
                    Breadcrumbs(frame.words.trail, frame.trail)
                    main(.id("content"), .tabindex(-1)) {
                        Flashes(flashes: frame.flashes)
                        content
                    }
                }
            }
            Foot(frame: frame)
            nav(.class("thumb"), .aria("label", frame.words.menu)) {
                entries(frame.shortcuts)
                details {
                    summary {
                        Icon.more
                        span { frame.words.more }
                    }
                    lines
                }
            }
        }
    }

    private var lines: some HTML {
        ul {
            ForEach(frame.rail) { line in
                switch line {
                case .item(let item): entry(item)
                case .group(let group):
                    li {
                        details(.open(group.isCurrent)) {
                            summary {
                                group.icon
                                span { group.label }
                            }
                            entries(group.items)
                        }
                    }
                }
            }
        }
    }

    private func entries(_ items: [NavItem]) -> some HTML {
        ul {
            ForEach(items) { item in entry(item) }
        }
    }

    private func entry(_ item: NavItem) -> some HTML {
        li {
            a(.href(item.href), .aria("current", item.isCurrent ? "page" : nil)) {
                item.icon
                span { item.label }
                if let count = item.count { span(.class("count")) { count } }
            }
        }
    }
}
