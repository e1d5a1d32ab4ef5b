package import HTML

/// What a list says about one thing that is always there and has no date: a programme, a book, a project.
package struct Entry: Sendable {
    package var title: Run
    package var href: String
    /// The strongest fact, in the margin: *8 сати*.
    package var measure: String
    /// Under it, muted: *број 145*.
    package var mark: String
    /// Short words in a row.
    package var facts: [Run]
    package var state: Chip?
    /// A second way on from the line, such as to put it beside others.
    package var also: Link?

    package init(
        title: Run, href: String, measure: String, mark: String, facts: [Run] = [], state: Chip? = nil, also: Link? = nil
    ) {
        self.title = title
        self.href = href
        self.measure = measure
        self.mark = mark
        self.facts = facts
        self.state = state
        self.also = also
    }
}

/// One row of an `EntryList`.
package struct EntryRow: View {
    let entry: Entry

    package init(_ entry: Entry) { self.entry = entry }

    package var body: Markup {
        li {
            article(.class("event")) {
                h2(.lang(entry.title.lang)) { a(.href(entry.href)) { entry.title.text } }
                p(.class("when")) {
                    strong { entry.measure }
                    span(.class("hours")) { entry.mark }
                }
                p(.class("facts")) { ForEach(entry.facts) { $0 } }
                if entry.state != nil || entry.also != nil {
                    p(.class("state")) {
                        entry.state
                        if let also = entry.also { a(.href(also.href), .aria("label", "\(also.label): \(entry.title.text)")) { also.run } }
                    }
                }
            }
        }
    }
}

/// Entries one under the other, drawn as the list of events is.
package struct EntryList: View {
    private let rows: Markup

    package init(_ entries: [Entry]) { rows = Markup(ForEach(entries) { EntryRow($0) }) }

    /// The same of rows that were written before.
    package init(written rows: [Written]) { self.rows = Markup(ForEach(rows) { $0 }) }

    package var body: Markup { ul(.class("events")) { rows } }
}
