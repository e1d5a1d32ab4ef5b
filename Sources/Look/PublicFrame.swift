package import HTML

/// The frame of everything a visitor, a teacher or a school sees: slim bar, five doors, the page, the foot.
package struct PublicFrame: View {
    let frame: Frame
    let content: Markup

    package init(_ frame: Frame, @HTMLBuilder content: () -> Markup) {
        self.frame = frame
        self.content = content()
    }

    package var body: Markup {
        Shell(frame.page, kind: "public") {
            a(.class("skip"), .href("#content")) { frame.words.skip }
            header {
                Bar(frame: frame)
                nav(.class("doors"), .aria("label", frame.words.menu)) {
                    ul(.class("wide")) {
                        ForEach(frame.doors) { door in
                            li { a(.href(door.href), .aria("current", door.isCurrent ? "page" : nil)) { door.label } }
                        }
                    }
                }
            }
            div(.class("wide")) {
                Breadcrumbs(frame.words.trail, frame.trail)
                main(.id("content"), .tabindex(-1)) {
                    Flashes(flashes: frame.flashes)
                    content
                }
            }
            Foot(frame: frame)
        }
    }
}
