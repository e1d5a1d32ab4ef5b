package import HTML

/// The card beside an event: how many seats are left, until when, and the one act.
package struct SeatsCard: View {
    let title: String
    let meter: Meter?
    let lines: [String]
    let content: Markup

    /// - Parameters:
    ///   - title: as *6 од 30 места*.
    ///   - lines: under the act: deadline, queue, what the seat costs.
    package init(_ title: String, meter: Meter? = nil, lines: [String] = [], @HTMLBuilder act content: () -> Markup) {
        self.title = title
        self.meter = meter
        self.lines = lines
        self.content = content()
    }

    package var body: Markup {
        aside(.class("seats card"), .aria("labelledby", "seats")) {
            h2(.id("seats")) { title }
            meter
            content
            ForEach(lines) { line in p { line } }
        }
    }
}

/// A box for one thing that stands apart.
package struct Card: View {
    let content: Markup

    package init(@HTMLBuilder content: () -> Markup) { self.content = content() }

    package var body: Markup { div(.class("card")) { content } }
}
