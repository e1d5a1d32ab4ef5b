package import HTML

/// What happens, one after another: what was done, where we are, what comes.
package struct Steps: View {
    let steps: [Step]

    package struct Step: Sendable {
        let title: String
        let text: String?
        let state: State
        let href: String?
        let said: String?

        package enum State: String, Sendable { case done, now, next }

        /// - Parameters:
        ///   - href: where it is done.
        ///   - said: what the tick means, for those who do not see it.
        package init(_ title: String, _ text: String? = nil, _ state: State = .next, href: String? = nil, said: String? = nil) {
            self.title = title
            self.text = text
            self.state = state
            self.href = href
            self.said = said
        }
    }

    package init(_ steps: [Step]) { self.steps = steps }

    package var body: Markup {
        ol(.class("steps")) {
            ForEach(steps) { step in
                li(.class(step.state.rawValue), .aria("current", step.state == .now ? "step" : nil)) {
                    strong { if let href = step.href { a(.href(href)) { step.title } } else { step.title } }
                    if let said = step.said { span(.class("unseen")) { " (\(said))" } }
                    if let text = step.text { p { text } }
                }
            }
        }
    }
}
