package import HTML

/// A few numbers that say how something stands.
package struct Figures: View {
    let figures: [Figure]

    package struct Figure: Sendable {
        let value: String
        let label: String
        let tone: Tone
        let href: String?

        /// - Parameter href: the rows the number counts.
        package init(_ value: String, _ label: String, _ tone: Tone = .neutral, href: String? = nil) {
            self.value = value
            self.label = label
            self.tone = tone
            self.href = href
        }
    }

    package init(_ figures: [Figure]) { self.figures = figures }

    package var body: Markup {
        ul(.class("figures")) {
            ForEach(figures) { figure in
                li(.class(figure.tone.rawValue)) {
                    strong { figure.value }
                    if let href = figure.href {
                        a(.href(href)) { figure.label }
                    } else {
                        span { figure.label }
                    }
                }
            }
        }
    }
}
