/// Words that lead somewhere.
package struct Link: Sendable {
    package let run: Run
    package let href: String
    package var label: String { run.text }

    package init(_ run: Run, href: String) {
        self.run = run
        self.href = href
    }

    package init(_ label: String, href: String) { self.init(Run(label), href: href) }
}

/// An entry of a menu, of tabs or of page numbers; it knows whether it is where the reader stands.
package struct NavItem: Sendable {
    package let label: String
    package let lang: String?
    package let href: String
    package let isCurrent: Bool
    package let count: Int?
    package let icon: Icon?

    /// - Parameter lang: of the label, when it is not the page's language.
    package init(_ label: String, lang: String? = nil, href: String, isCurrent: Bool = false, count: Int? = nil, icon: Icon? = nil) {
        self.label = label
        self.lang = lang
        self.href = href
        self.isCurrent = isCurrent
        self.count = count
        self.icon = icon
    }
}

/// A line of a long menu: an entry, or several behind one word that opens them.
package enum NavLine: Sendable {
    case item(NavItem)
    case group(NavGroup)
}

/// Entries of a menu that belong together. It stands open where the reader is in one of them.
package struct NavGroup: Sendable {
    package let label: String
    package let icon: Icon?
    package var items: [NavItem]
    package var isCurrent: Bool { items.contains(where: \.isCurrent) }

    package init(_ label: String, icon: Icon?, items: [NavItem]) { (self.label, self.icon, self.items) = (label, icon, items) }
}

/// A value that a form carries unseen, as its act token.
package struct Hidden: Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
