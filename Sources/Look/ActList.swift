package import HTML

/// What needs a hand today, the most urgent first: each line one act.
package struct ActList: View {
    let lines: [Line]

    package struct Line: Sendable {
        let tone: Tone
        let when: String
        let title: Run
        let detail: String?
        let act: Link

        /// - Parameters:
        ///   - tone: how much it hurts: `.bad` overdue, `.waiting` soon, `.neutral` when there is time.
        ///   - when: as *до сутра у 24 ч*.
        ///   - act: the verb and where it is done.
        package init(_ tone: Tone, when: String, _ title: Run, detail: String? = nil, act: Link) {
            self.tone = tone
            self.when = when
            self.title = title
            self.detail = detail
            self.act = act
        }
    }

    package init(_ lines: [Line]) { self.lines = lines }

    package var body: Markup {
        ul(.class("acts")) {
            ForEach(lines) { line in
                li(.class(line.tone.rawValue)) {
                    p(.class("when")) { Chip(line.tone, line.when) }
                    div {
                        p(.class("what"), .lang(line.title.lang)) { line.title.text }
                        if let detail = line.detail { p(.class("detail")) { detail } }
                    }
                    a(.class("button quiet"), .href(line.act.href)) { line.act.label }
                }
            }
        }
    }
}
