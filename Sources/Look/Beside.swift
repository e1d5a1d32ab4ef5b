package import HTML

/// A page with a card that stays in sight: heading and text in the wide column, the card at their side; on a phone the card
/// stands between the heading and the text.
package struct Beside: View {
    let heading: Markup
    let card: Markup
    let content: Markup

    package init(
        @HTMLBuilder heading: () -> Markup, @HTMLBuilder card: () -> Markup, @HTMLBuilder content: () -> Markup
    ) {
        self.heading = heading()
        self.card = card()
        self.content = content()
    }

    package var body: Markup {
        div(.class("beside")) {
            div(.class("head")) { heading }
            div(.class("side")) { card }
            div(.class("text")) { content }
        }
    }
}
