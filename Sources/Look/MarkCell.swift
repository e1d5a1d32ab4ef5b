package import HTML

/// One choice of a few in a cell of a big table, with a small number that belongs to some of them. On paper it is a word.
package struct MarkCell: View {
    let name: String
    let label: String
    let value: String
    let choices: [Field.Choice]
    let minutes: Number
    let printed: String

    /// The number beside the choice.
    package struct Number: Sendable {
        let name: String
        let label: String
        let value: String
        /// Values of the choice to which it belongs.
        let of: Set<String>
        let isWrong: Bool

        package init(name: String, label: String, value: String, of: Set<String>, isWrong: Bool = false) {
            self.name = name
            self.label = label
            self.value = value
            self.of = of
            self.isWrong = isWrong
        }
    }

    /// - Parameters:
    ///   - label: read aloud: whom and when it concerns.
    ///   - printed: what stands on paper.
    package init(name: String, label: String, value: String, choices: [Field.Choice], minutes: Number, printed: String) {
        self.name = name
        self.label = label
        self.value = value
        self.choices = choices
        self.minutes = minutes
        self.printed = printed
    }

    package var body: Markup {
        span(.class("mark")) {
            HTML::select(.name(name), .aria("label", label)) {
                ForEach(choices) { choice in
                    option(.value(choice.value), .selected(choice.value == value), .class(minutes.of.contains(choice.value) ? "counted" : nil)) { Verbatim(choice.label) }
                }
            }
            input(
                .type(.text), .name(minutes.name), .value(minutes.value), .inputmode("numeric"), .size(3), .maxlength(3), .aria("label", "\(label): \(minutes.label)"),
                .title(minutes.label), .aria("invalid", minutes.isWrong ? true : nil), .autocomplete("off"))
            span(.class("printed"), .aria("hidden", true)) { printed }
        }
    }
}
