package import HTML

/// A box that chooses a row of a table for the act above it.
package struct RowBox: View {
    let name: String
    let value: String
    let label: String
    let form: String?
    let isChosen: Bool

    /// - Parameters:
    ///   - label: whom or what it chooses, for screen readers.
    ///   - form: the id of the form that acts, when the table does not stand inside it.
    package init(_ label: String, name: String, value: String, form: String? = nil, isChosen: Bool = false) {
        self.name = name
        self.value = value
        self.label = label
        self.form = form
        self.isChosen = isChosen
    }

    package var body: Markup {
        HTML::label(.class("rowbox")) {
            input(.type(.checkbox), .name(name), .value(value), .form(form), .checked(isChosen))
            span(.class("unseen")) { label }
        }
    }
}

/// A box that chooses all rows at once; it shows only where the browser can do it.
package struct AllBox: View {
    let label: String
    let name: String

    /// - Parameter name: of the `RowBox`es.
    package init(_ label: String, name: String) {
        self.label = label
        self.name = name
    }

    package var body: Markup {
        HTML::label(.class("choice"), .hidden(), .data("all", name)) {
            input(.type(.checkbox))
            span { label }
        }
    }
}
