package import HTML

/// What opens in place when asked for: *зашто*, a row's details, the rest of a filter.
package struct Disclosure: View {
    let question: String
    let isOpen: Bool
    let content: Markup

    package init(_ question: String, isOpen: Bool = false, @HTMLBuilder content: () -> Markup) {
        self.question = question
        self.isOpen = isOpen
        self.content = content()
    }

    package var body: Markup {
        details(.class("more"), .open(isOpen)) {
            summary { question }
            div { content }
        }
    }
}
