/// What stands around a page: the values that both frames show.
package struct Frame: Sendable {
    package var page: Page
    package var centre: Centre
    /// Public only: the five doors.
    package var doors: [NavItem]
    /// Staff only: the rail.
    package var rail: [NavLine]
    /// Staff only: the few entries of the bar at the bottom of a phone; the rest of the rail opens under `words.more`.
    package var shortcuts: [NavItem]
    /// The way here from the home page, without the page itself.
    package var trail: [Link]
    package var visitor: Visitor
    package var flashes: [Flash]
    /// Says that this installation is a demonstration, when it is one.
    package var demonstration: String?
    /// At the foot: accessibility, data protection and the like.
    package var notes: [Link]
    package var words: Words

    package init(
        page: Page, centre: Centre, doors: [NavItem] = [], rail: [NavLine] = [], shortcuts: [NavItem] = [], trail: [Link] = [], visitor: Visitor,
        flashes: [Flash] = [], demonstration: String? = nil, notes: [Link] = [], words: Words
    ) {
        self.page = page
        self.centre = centre
        self.doors = doors
        self.rail = rail
        self.shortcuts = shortcuts
        self.trail = trail
        self.visitor = visitor
        self.flashes = flashes
        self.demonstration = demonstration
        self.notes = notes
        self.words = words
    }
}

extension Frame {
    /// The centre as its pages name it.
    package struct Centre: Sendable {
        package var name: Run
        package var home: String
        /// The lines of the postal address.
        package var address: [Run]
        package var phone: String?
        package var email: String?

        package init(name: Run, home: String, address: [Run] = [], phone: String? = nil, email: String? = nil) {
            self.name = name
            self.home = home
            self.address = address
            self.phone = phone
            self.email = email
        }
    }

    /// Who looks at the page.
    package enum Visitor: Sendable {
        case stranger(signIn: Link)
        case known(name: String, home: String, signOut: SignOut)
    }

    /// The one-button form that ends a session.
    package struct SignOut: Sendable {
        package let label: String
        package let action: String
        package let hidden: [Hidden]

        package init(_ label: String, action: String, hidden: [Hidden]) {
            self.label = label
            self.action = action
            self.hidden = hidden
        }
    }

    /// What just happened, said once on the next page.
    package struct Flash: Sendable {
        package let tone: Tone
        package let text: String

        package init(_ tone: Tone, _ text: String) {
            self.tone = tone
            self.text = text
        }
    }

    /// The frames' own few words, in the reader's language. All but `skip` and `more` are names that only screen readers say.
    package struct Words: Sendable {
        package var skip: String
        package var menu: String
        package var languages: String
        package var trail: String
        package var more: String

        package init(skip: String, menu: String, languages: String, trail: String, more: String) {
            self.skip = skip
            self.menu = menu
            self.languages = languages
            self.trail = trail
            self.more = more
        }
    }
}
