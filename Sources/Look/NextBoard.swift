package import HTML

/// What is next, as it would be written on a school board: when, what, where, and whether there is a seat. It is the first thing that one sees on a front
/// page; where nothing is next it says so, and where to look.
package struct NextBoard: View {
    let head: String
    let line: EventLine?
    let otherwise: (text: String, link: Link)

    package init(_ head: String, _ line: EventLine?, otherwise: (text: String, link: Link)) {
        (self.head, self.line, self.otherwise) = (head, line, otherwise)
    }

    package var body: Markup {
        section(.class("board-card")) {
            h2(.class("kind")) { head }
            if let line {
                p(.class("when")) {
                    time(.datetime(line.begins)) {
                        strong { line.day }
                        if !line.hours.isEmpty { " "; span { line.hours } }
                    }
                }
                h3(.lang(line.lang)) { a(.href(line.href)) { line.title } }
                p(.class("where")) { line.place }
                p(.class("facts")) { line.facts.joined(separator: " · ") }
                if let state = line.state { p(.class("state")) { state } }
            } else {
                p(.class("when")) { strong { otherwise.text } }
                p { a(.href(otherwise.link.href)) { otherwise.link.label } }
            }
            Chalk()
        }
    }
}

/// Figures of geometry as somebody left them on a board; they say nothing.
struct Chalk: View {
    private static let figures = "M14 92L70 14L126 92zM70 14V92M62 92V84H70M190 54m-38 0a38 38 0 1 0 76 0a38 38 0 1 0-76 0M190 54L217 27M190 54H228"
        + "M256 54C268 14 284 14 296 54S324 94 336 54S364 14 376 54M250 54H386M256 12V96"

    var body: some HTML {
        svg(.class("chalk-figures"), .viewBox("0 0 400 104"), .aria("hidden", true)) { SVG.path(.d(Self.figures)) }
    }
}
