package import HTML

/// What happens, one after another: what was done, where we are, what comes.
package struct Steps: View {
    let steps: [Step]

    package struct Step: Sendable {
        let title: String
        let text: String?
        let state: State

        package enum State: String, Sendable { case done, now, next }

        package init(_ title: String, _ text: String? = nil, _ state: State = .next) {
            self.title = title
            self.text = text
            self.state = state
        }
    }

    package init(_ steps: [Step]) { self.steps = steps }

    package var body: Markup {
        ol(.class("steps")) {
            ForEach(steps) { step in
                li(.class(step.state.rawValue), .aria("current", step.state == .now ? "step" : nil)) {
                    strong { step.title }
                    if let text = step.text { p { text } }
                }
            }
        }
    }
}
