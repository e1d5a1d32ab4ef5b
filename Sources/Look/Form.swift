package import HTML

/// A form: where it goes, what it carries unseen, its fields.
package struct Form: View {
    let attributes: [Attribute]
    let hidden: [Hidden]
    let content: Markup

    /// - Parameters:
    ///   - hidden: the act token and its like.
    ///   - hasFiles: whether it carries files.
    ///   - isInline: on one line, as a search or a filter.
    ///   - isGuarded: whether leaving with typed but unsent text asks first.
    package init(
        action: String, method: Method = .post, hidden: [Hidden] = [], id: String? = nil, hasFiles: Bool = false,
        isInline: Bool = false, isGuarded: Bool = false, label: String? = nil, @HTMLBuilder content: () -> Markup
    ) {
        attributes = [
            .action(action), .method(method), .id(id), .class(isInline ? "inline" : "fields"),
            .enctype(hasFiles ? "multipart/form-data" : nil), .novalidate(), .aria("label", label),
            .role(isInline && method == .get ? "search" : nil), .data("guard", isGuarded ? "" : nil),
        ]
        self.hidden = hidden
        self.content = content()
    }

    package var body: Markup {
        form(attributes: attributes) {
            HiddenFields(hidden)
            content
        }
    }
}

/// What a form carries unseen.
package struct HiddenFields: View {
    let fields: [Hidden]

    package init(_ fields: [Hidden]) { self.fields = fields }

    package var body: Markup {
        ForEach(fields) { field in input(.type(.hidden), .name(field.name), .value(field.value)) }
    }
}

/// One act as a form of one button: what it carries, what it says.
package struct ButtonForm: View {
    let action: String
    let hidden: [Hidden]
    let label: String
    let weight: Weight

    package init(_ label: String, _ weight: Weight = .primary, action: String, hidden: [Hidden]) {
        self.label = label
        self.weight = weight
        self.action = action
        self.hidden = hidden
    }

    package var body: Markup {
        form(.action(action), .method(.post), .class("single")) {
            HiddenFields(hidden)
            Submit(label, weight)
        }
    }
}

/// Fields that belong together, under one question.
package struct Fieldset: View {
    let legend: String
    let hint: String?
    let content: Markup

    package init(_ legend: String, hint: String? = nil, @HTMLBuilder content: () -> Markup) {
        self.legend = legend
        self.hint = hint
        self.content = content()
    }

    package var body: Markup {
        fieldset {
            HTML::legend { legend }
            if let hint { p(.class("hint")) { hint } }
            content
        }
    }
}
