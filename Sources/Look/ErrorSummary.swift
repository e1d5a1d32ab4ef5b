package import HTML

/// All that must be mended, on top of the form, each with the way to its field. It takes the focus when the page opens.
package struct ErrorSummary: View {
    let title: String
    let errors: [Mistake]

    /// What was wrong with one field.
    package struct Mistake: Sendable {
        let field: String
        let text: String

        /// - Parameter field: the field's name.
        package init(field: String, _ text: String) {
            self.field = field
            self.text = text
        }
    }

    package init(_ title: String, _ errors: [Mistake]) {
        self.title = title
        self.errors = errors
    }

    package var body: Markup {
        if !errors.isEmpty {
            section(.class("summary"), .tabindex(-1), .autofocus(), .aria("labelledby", "summary")) {
                h2(.id("summary")) { title }
                ul {
                    ForEach(errors) { mistake in
                        li { a(.href("#" + Field.id(mistake.field))) { mistake.text } }
                    }
                }
            }
        }
    }
}
