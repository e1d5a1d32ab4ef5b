package import HTML

/// The head of a printed page: the office, what the paper is, when it was printed. The screen does not show it.
package struct PrintHeader: View {
    let office: String
    let title: String
    let lines: [Run]

    package init(office: String, title: String, lines: [Run] = []) {
        self.office = office
        self.title = title
        self.lines = lines
    }

    package var body: Markup {
        div(.class("letterhead"), .aria("hidden", true)) {
            p(.class("office")) {
                Logo()
                office
            }
            p(.class("title")) { title }
            ForEach(lines) { line in p { line } }
        }
    }
}
