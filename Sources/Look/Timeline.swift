package import HTML

/// What was done, by whom and when: the newest first.
package struct Timeline: View {
    let entries: [Entry]

    package struct Entry: Sendable {
        let moment: String
        let when: String
        let who: String
        let what: String
        let detail: String?

        /// - Parameters:
        ///   - moment: for machines, as `2026-02-03T10:12Z`.
        ///   - when: for people.
        package init(moment: String, when: String, who: String, what: String, detail: String? = nil) {
            self.moment = moment
            self.when = when
            self.who = who
            self.what = what
            self.detail = detail
        }
    }

    package init(_ entries: [Entry]) { self.entries = entries }

    package var body: Markup {
        ol(.class("timeline")) {
            ForEach(entries) { entry in
                li {
                    p {
                        strong { entry.what }
                        if let detail = entry.detail { span(.class("detail")) { detail } }
                    }
                    p(.class("meta")) {
                        time(.datetime(entry.moment)) { entry.when }
                        " · "
                        entry.who
                    }
                }
            }
        }
    }
}
