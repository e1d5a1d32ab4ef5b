package import HTML

/// A page that asks once more: what will happen, the act, the way back.
package struct Confirmation: View {
    let question: String
    let act: ButtonForm
    let back: Link
    let content: Markup

    /// - Parameter content: what it means: who is told, what is lost, what can be undone.
    package init(_ question: String, act: ButtonForm, back: Link, @HTMLBuilder content: () -> Markup) {
        self.question = question
        self.act = act
        self.back = back
        self.content = content()
    }

    package var body: Markup {
        div(.class("confirmation")) {
            Heading(question)
            content
            Buttons {
                act
                LinkButton(back.label, href: back.href, .quiet)
            }
        }
    }
}
