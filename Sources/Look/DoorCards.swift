package import HTML

/// A few ways on, each a whole card: where to, and for whom.
package struct DoorCards: View {
    package struct Door: Sendable {
        let icon: Icon
        let title: String
        let text: String
        let href: String

        package init(_ icon: Icon, _ title: String, _ text: String, href: String) {
            self.icon = icon
            self.title = title
            self.text = text
            self.href = href
        }
    }

    let doors: [Door]

    package init(_ doors: [Door]) { self.doors = doors }

    package var body: Markup {
        ul(.class("door-cards")) {
            ForEach(doors) { door in
                li {
                    door.icon
                    h3 { a(.href(door.href)) { door.title } }
                    p { door.text }
                }
            }
        }
    }
}
