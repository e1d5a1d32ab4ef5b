package import HTML

/// What a list says about one event, in finished words.
package struct EventLine: Sendable {
    package var title: String
    package var href: String
    /// As *сре 25. феб*.
    package var day: String
    /// As *9–15 ч*.
    package var hours: String
    /// The same moment for machines, as `2026-02-25T09:00+01:00`.
    package var begins: String
    package var place: Run
    /// Points, competence, price: short words in a row.
    package var facts: [String]
    package var state: Chip?
    /// The title's own language, when it is not the page's.
    package var lang: String?

    package init(
        title: String, href: String, day: String, hours: String, begins: String, place: Run, facts: [String] = [],
        state: Chip? = nil, lang: String? = nil
    ) {
        self.title = title
        self.href = href
        self.day = day
        self.hours = hours
        self.begins = begins
        self.place = place
        self.facts = facts
        self.state = state
        self.lang = lang
    }
}

/// One row of an `EventList`.
package struct EventRow: View {
    let line: EventLine
    let level: Int

    package init(_ line: EventLine, level: Int = 2) {
        self.line = line
        self.level = level
    }

    package var body: Markup {
        li {
            article(.class("event")) {
                Tag(level == 2 ? "h2" : "h3")(.lang(line.lang)) { a(.href(line.href)) { line.title } }
                p(.class("when")) {
                    time(.datetime(line.begins)) {
                        strong { line.day }
                        span(.class("hours")) { line.hours }
                    }
                }
                p(.class("where")) { line.place }
                p(.class("facts")) { ForEach(line.facts) { fact in span { fact } } }
                if let state = line.state { p(.class("state")) { state } }
            }
        }
    }
}

/// Events one under the other: when and where, what, for how much, and whether there is a seat.
package struct EventList: View {
    private let rows: Markup

    /// - Parameter level: of the titles as headings, 2 or 3.
    package init(_ lines: [EventLine], level: Int = 2) { rows = Markup(ForEach(lines) { EventRow($0, level: level) }) }

    /// The same of rows that were written before.
    package init(written rows: [Written]) { self.rows = Markup(ForEach(rows) { $0 }) }

    package var body: Markup { ul(.class("events")) { rows } }
}
