package import HTML
package import Languages

/// A field of a form: its name, what was typed, what helps and what was wrong. The kind comes last:
/// `Field("Адреса е-поште", name: "email", value: typed, autocomplete: "email").email()`.
package struct Field: Sendable {
    let label: String
    let labelLang: String?
    let name: String
    let row: String?
    let value: String
    let hint: String?
    /// What helps in several pieces, each of its own language.
    var hints: [Run] = []
    let error: String?
    let optional: String?
    let width: Width
    let most: Int?
    /// What is said of the limit where several lines are typed.
    let limit: String?
    let extra: [Attribute]

    /// How much text is expected; it sets the width of the box.
    package enum Width: String, Sendable { case short, medium, full }

    /// - Parameters:
    ///   - name: the field's id is made from it.
    ///   - row: what tells it from fields of the same name in other forms of the page; without it the name is unique there.
    ///   - optional: the words for *not required*, empty where they go without saying; without them the field is required.
    ///   - autocomplete: the browser's name for the value, as `email` or `given-name`.
    ///   - most: how many letters it takes; without it as many as fields of its name do.
    ///   - limit: the words that say so, for a field of several lines.
    ///   - lang: of the typed text, when it is not the page's language.
    ///   - labelLang: the same of the field's name.
    ///   - attributes: what else the kind needs.
    package init(
        _ label: String, name: String, row: String? = nil, value: String = "", hint: String? = nil, error: String? = nil,
        optional: String? = nil, width: Width = .medium, autocomplete: String? = nil, inputmode: String? = nil,
        dir: String? = nil, lang: String? = nil, labelLang: String? = nil, most: Int? = nil, limit: String? = nil, _ attributes: Attribute...
    ) {
        self.most = most
        self.limit = limit
        self.label = label
        self.labelLang = labelLang
        self.name = name
        self.row = row
        self.value = value
        self.hint = hint
        self.error = error
        self.optional = optional
        self.width = width
        extra = [.autocomplete(autocomplete), .inputmode(inputmode), .dir(dir), .lang(lang)] + attributes
    }

    /// The same with what helps in several pieces.
    package func hinting(_ runs: [Run]) -> Field {
        var field = self
        field.hints = runs
        return field
    }

    package func text() -> some HTML { box(.text, length) }

    /// A text for which the browser proposes known ones while one types; any other can be typed too.
    @HTMLBuilder
    package func text(proposing known: [String]) -> some HTML {
        if known.isEmpty {
            box(.text, length)
        } else {
            box(.text, length, .list(id + "-known"))
            datalist(.id(id + "-known")) { ForEach(known) { text in option(.value(text)) { Empty() } } }
        }
    }

    package func email() -> some HTML { box(.email, length, .spellcheck(false), .autocapitalize("none")) }
    package func phone() -> some HTML { box(.tel, length) }
    package func address() -> some HTML { box(.url, length, .spellcheck(false)) }
    package func search() -> some HTML { box(.search) }

    /// A day, typed in the reader's own way; beside it a button that opens the browser's calendar, there when a script can serve it.
    /// - Parameter pick: the name of the button.
    package func date(_ pick: String) -> some HTML {
        boxed {
            div(.class("dated")) {
                input(attributes: attributes + [.type(.text), .value(value.isEmpty ? nil : value), .maxlength(TextLimit.number.rawValue)])
                button(.class("button quiet"), .type(.button), .data("pick", id), .aria("label", "\(pick): \(label)"), .title(pick), .hidden()) { Icon.event }
                input(.type(.date), .tabindex(-1), .aria("hidden", true), .hidden(), .disabled())
            }
        }
    }

    package func time() -> some HTML { box(.time) }
    package func month() -> some HTML { box(.month) }

    /// A whole number. It is a text box with the digits' keyboard, because number boxes change under the mouse wheel.
    package func number() -> some HTML { box(.text, .maxlength(TextLimit.number.rawValue), .inputmode("numeric"), .pattern("[0-9]*")) }

    /// The typed value is never written back.
    package func password() -> some HTML { boxed { input(attributes: attributes + [.type(.password)]) } }

    /// - Parameter accept: kinds of files, as `.pdf,.jpg`.
    package func file(accept: String? = nil) -> some HTML {
        boxed { input(attributes: attributes + [.type(.file), .accept(accept)]) }
    }

    package func area(rows: Int = 5) -> some HTML {
        boxed(limit) { textarea(attributes: attributes + [.rows(rows)]) { Verbatim(value) } }
    }

    /// One of many, in a list that opens. A first choice with an empty value stands for *none yet*.
    package func select(_ choices: [Choice]) -> some HTML {
        let mustChoose = optional == nil && choices.first?.value.isEmpty == true
        return boxed {
            HTML::select(attributes: attributes(isRequired: mustChoose)) {
                ForEach(choices) { choice in
                    option(.value(choice.value), .selected(choice.value == value), .lang(choice.spoken)) { Verbatim(choice.label) }
                }
            }
        }
    }

    /// A line cannot be typed longer than it may be. Several lines can: what is pasted there must not be cut in silence, so the form says it.
    private var length: Attribute { .maxlength(min(most ?? .max, TextLimit.of(name).ofLine.rawValue)) }

    private func box(_ kind: Kind, _ more: Attribute...) -> some HTML {
        boxed { input(attributes: attributes + [.type(kind), .value(value.isEmpty ? nil : value)] + more) }
    }

    private func boxed(_ limit: String? = nil, @HTMLBuilder _ control: () -> some HTML) -> some HTML {
        div(.class("field", error == nil ? nil : "wrong")) {
            HTML::label(.for(id)) { Caption(field: self) }
            Advice(field: self)
            control()
            if let limit { p(.class("hint small")) { limit } }
        }
    }

    private var attributes: [Attribute] { attributes(isRequired: optional == nil) }

    private func attributes(isRequired: Bool) -> [Attribute] {
        [
            .id(id), .name(name), .class(width.rawValue), .required(isRequired),
            .aria("describedby", describedBy), .aria("invalid", error == nil ? nil : true),
        ] + extra
    }
}

extension Field {
    var id: String { Field.id(row.map { "\(name)-\($0.replacing(" ", with: "-"))" } ?? name) }
    var hintId: String { id + "-hint" }
    var errorId: String { id + "-error" }

    /// The id of the field with this name, for links to it.
    package static func id(_ name: String) -> String { "field-" + name }

    var describedBy: String? {
        let ids = [hint != nil || !hints.isEmpty ? hintId : nil, error.map { _ in errorId }].compactMap { $0 }
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }
}

/// The field's name and, when it may stay empty, that it may.
struct Caption: View {
    let field: Field

    var body: some HTML {
        Run(field.label, lang: field.labelLang)
        if let optional = field.optional, !optional.isEmpty { span(.class("optional")) { " (\(optional))" } }
    }
}

/// Words that stand side by side, each in its language.
struct Pieces: View {
    let runs: [Run]

    init(_ runs: [Run]) { self.runs = runs }

    var body: Markup {
        ForEach(Array(runs.enumerated())) { place, run in
            if place > 0 { " · " }
            run
        }
    }
}

/// What helps and what was wrong, between the name and the box.
struct Advice: View {
    let field: Field

    var body: some HTML {
        if let hint = field.hint { p(.class("hint"), .id(field.hintId)) { hint } }
        if !field.hints.isEmpty { p(.class("hint"), .id(field.hintId)) { Pieces(field.hints) } }
        if let error = field.error {
            p(.class("error"), .id(field.errorId)) {
                Icon.warning
                span { error }
            }
        }
    }
}
