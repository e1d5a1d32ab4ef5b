package import HTML

/// How heavy a button is: one primary on a page, quiet ones beside it, danger for what cannot be taken back.
package enum Weight: String, Sendable {
    case primary, quiet, danger
}

/// A button that sends its form.
package struct Submit: View {
    let label: String
    let weight: Weight
    let attributes: [Attribute]

    /// - Parameters:
    ///   - name, value: what the form carries when this button sent it.
    ///   - action: another address for the same form.
    ///   - form: the id of a form that stands elsewhere on the page.
    package init(
        _ label: String, _ weight: Weight = .primary, name: String? = nil, value: String? = nil, action: String? = nil,
        form: String? = nil, describedBy: String? = nil
    ) {
        self.label = label
        self.weight = weight
        attributes = [
            .class("button", weight.rawValue), .type(.submit), .name(name), .value(value), .formaction(action),
            .form(form), .aria("describedby", describedBy),
        ]
    }

    package var body: Markup {
        button(attributes: attributes) { label }
    }
}

/// A link that looks like a button, because it begins an act.
package struct LinkButton: View {
    let label: String
    let href: String
    let weight: Weight
    let icon: Icon?

    package init(_ label: String, href: String, _ weight: Weight = .primary, icon: Icon? = nil) {
        self.label = label
        self.href = href
        self.weight = weight
        self.icon = icon
    }

    package var body: Markup {
        a(.class("button", weight.rawValue), .href(href)) {
            icon
            label
        }
    }
}

/// Buttons side by side.
package struct Buttons: View {
    let content: Markup

    package init(@HTMLBuilder content: () -> Markup) { self.content = content() }

    package var body: Markup { div(.class("buttons")) { content } }
}

/// A button that prints the page; it shows only where the browser can.
package struct PrintButton: View {
    let label: String

    package init(_ label: String) { self.label = label }

    package var body: Markup {
        button(.class("button quiet"), .type(.button), .data("print", ""), .hidden()) {
            Icon.print
            label
        }
    }
}
