package import HTML

/// A page with a card that stays in sight: heading and text in the wide column, the card at their side; on a phone the card
/// stands between the heading and the text.
package struct Beside<Head: HTML, Card: HTML, Content: HTML>: View {
    let heading: Head
    let card: Card
    let content: Content

    package init(
        @HTMLBuilder heading: () -> Head, @HTMLBuilder card: () -> Card, @HTMLBuilder content: () -> Content
    ) {
        self.heading = heading()
        self.card = card()
        self.content = content()
    }

    package var body: some HTML {
        div(.class("beside")) {
            div(.class("head")) { heading }
            div(.class("side")) { card }
            div(.class("text")) { content }
        }
    }
}
