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
        /// Of the title, where it is not the page's.
        let lang: String?

        package enum State: String, Sendable { case done, now, next }

        /// - Parameters:
        ///   - href: where it is done.
        ///   - said: what the tick means, for those who do not see it.
        package init(_ title: String, _ text: String? = nil, _ state: State = .next, href: String? = nil, said: String? = nil, lang: String? = nil) {
            self.title = title
            self.text = text
            self.state = state
            self.href = href
            self.said = said
            self.lang = lang
        }
    }

    package init(_ steps: [Step]) { self.steps = steps }

    package var body: Markup {
        ol(.class("steps")) {
            ForEach(steps) { step in
                li(.class(step.state.rawValue), .aria("current", step.state == .now ? "step" : nil)) {
                    strong(.lang(step.lang)) { if let href = step.href { a(.href(href)) { step.title } } else { step.title } }
                    if let said = step.said { span(.class("unseen")) { " (\(said))" } }
                    if let text = step.text { p { text } }
                }
            }
        }
    }
}
