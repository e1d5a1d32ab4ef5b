package import HTML
import Languages

extension Field {
    /// One answer among those a field offers.
    package struct Choice: Sendable {
        package let value: String
        package let label: String
        package let hints: [Run]
        package let lang: String?

        /// - Parameter lang: of the label, when it is not the page's language.
        package init(_ value: String, _ label: String, hint: String? = nil, lang: String? = nil) {
            self.value = value
            self.label = label
            hints = hint.map { [Run($0)] } ?? []
            self.lang = lang
        }

        /// The language of the label where nothing can be put around it, as in an option of a list: Cyrillic letters name it by themselves.
        var spoken: String? { lang ?? (Script.of(label) == .cyrillic && Script.isSerbian(label) ? Language.sr.htmlLang : nil) }

        package init(_ value: String, _ label: Run, hint: String? = nil) { self.init(value, label.text, hint: hint, lang: label.lang) }

        /// With what helps in several pieces, each of its own language.
        package init(_ value: String, _ label: Run, hints: [Run]) {
            self.value = value
            self.label = label.text
            self.hints = hints
            lang = label.lang
        }
    }

    /// One of a few, all in sight.
    package func radios(_ choices: [Choice]) -> some HTML {
        offered(choices, .radio) { $0.value == value }
    }

    /// Any number of a few.
    package func checkboxes(_ choices: [Choice], chosen: Set<String>) -> some HTML {
        offered(choices, .checkbox) { chosen.contains($0.value) }
    }

    /// A single sentence to agree to or not; the sentence is the field's label, its value is `yes`.
    package func check(isOn: Bool) -> some HTML {
        div(.class("field", error == nil ? nil : "wrong")) {
            if let error {
                p(.class("error"), .id(errorId)) {
                    Icon.warning
                    span { error }
                }
            }
            div(.class("choice")) {
                input(
                    .type(.checkbox), .id(id), .name(name), .value("yes"), .checked(isOn),
                    .aria("describedby", describedBy), .aria("invalid", error == nil ? nil : true))
                HTML::label(.for(id)) { Caption(field: self) }
                if let hint { p(.class("hint"), .id(hintId)) { hint } }
            }
        }
    }

    private func offered(_ choices: [Choice], _ kind: Kind, isChosen: @escaping (Choice) -> Bool) -> some HTML {
        fieldset(.class("field", error == nil ? nil : "wrong"), .aria("describedby", describedBy)) {
            legend { Caption(field: self) }
            Advice(field: self)
            ForEach(Array(choices.enumerated())) { index, choice in
                let own = index == 0 ? id : "\(id)-\(index)"
                div(.class("choice")) {
                    input(
                        .type(kind), .id(own), .name(name), .value(choice.value), .checked(isChosen(choice)),
                        .aria("describedby", choice.hints.isEmpty ? nil : own + "-note"))
                    HTML::label(.for(own), .lang(choice.lang)) { choice.label }
                    if !choice.hints.isEmpty { p(.class("hint"), .id(own + "-note")) { Pieces(choice.hints) } }
                }
            }
        }
    }
}
