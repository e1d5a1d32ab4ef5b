package import HTML

/// What belongs to one row of a table and opens below it, as wide as the table. Its question stands at the end of the row.
package struct RowDetails: View {
    let question: String
    let name: String
    let isOpen: Bool
    let content: Markup

    /// - Parameter name: whom or what the row is about, for screen readers: the question alone is the same in every row.
    package init(_ question: String, of name: String, isOpen: Bool = false, @HTMLBuilder content: () -> Markup) {
        self.question = question
        self.name = name
        self.isOpen = isOpen
        self.content = content()
    }

    package var body: Markup {
        details(.class("more"), .open(isOpen)) {
            summary {
                question
                span(.class("unseen")) { ": "; name }
            }
            div { content }
        }
    }
}
