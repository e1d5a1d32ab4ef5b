package import HTML

/// The acts of a page: the next one as its one primary button with a few beside it, the rest under one word, and away from them what cannot be taken back.
package struct ActBar: View {
    let more: String
    let rest: [Link]
    let acts: Markup
    let away: Markup

    /// - Parameter more: the word that opens the rest.
    package init(
        _ more: String, rest: [Link], @HTMLBuilder acts: () -> Markup, @HTMLBuilder away: () -> Markup = { Markup(Empty()) }
    ) {
        self.more = more
        self.rest = rest
        self.acts = acts()
        self.away = away()
    }

    package var body: Markup {
        div(.class("buttons actbar")) {
            acts
            if !rest.isEmpty {
                details(.class("menu")) {
                    summary(.class("button quiet")) { more }
                    ul { ForEach(rest) { link in li { a(.href(link.href)) { link.label } } } }
                }
            }
            div(.class("away")) { away }
        }
    }
}
