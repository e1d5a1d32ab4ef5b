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

/// A value that a form carries unseen, as its act token.
package struct Hidden: Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
