package import HTML

/// Names and values: when, where, for whom, how much.
package struct Facts: View {
    let content: Markup

    package init(@HTMLBuilder content: () -> Markup) { self.content = content() }

    package var body: Markup { dl(.class("facts")) { content } }
}

/// One name with its value.
package struct FactLine: View {
    let term: Run
    let content: Markup

    package init(_ term: String, @HTMLBuilder content: () -> Markup) { self.init(Run(term), content: content) }

    package init(_ term: Run, @HTMLBuilder content: () -> Markup) {
        self.term = term
        self.content = content()
    }

    package var body: Markup {
        div {
            dt { term }
            dd { content }
        }
    }
}

extension FactLine {
    package init(_ term: String, _ value: String) {
        self.init(term) { value }
    }

    package init(_ term: String, _ value: Run) {
        self.init(term) { value }
    }
}
