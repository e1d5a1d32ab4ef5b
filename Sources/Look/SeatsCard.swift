package import HTML

/// The card beside an event: how many seats are left, until when, and the one act.
package struct SeatsCard<Content: HTML>: View {
    let title: String
    let meter: Meter?
    let lines: [String]
    let content: Content

    /// - Parameters:
    ///   - title: as *6 од 30 места*.
    ///   - lines: under the act: deadline, queue, what the seat costs.
    package init(_ title: String, meter: Meter? = nil, lines: [String] = [], @HTMLBuilder act content: () -> Content) {
        self.title = title
        self.meter = meter
        self.lines = lines
        self.content = content()
    }

    package var body: some HTML {
        aside(.class("seats card"), .aria("labelledby", "seats")) {
            h2(.id("seats")) { title }
            meter
            content
            ForEach(lines) { line in p { line } }
        }
    }
}

/// A box for one thing that stands apart.
package struct Card<Content: HTML>: View {
    let content: Content

    package init(@HTMLBuilder content: () -> Content) { self.content = content() }

    package var body: some HTML { div(.class("card")) { content } }
}
