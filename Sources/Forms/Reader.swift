package import Kernel
package import Languages
package import Look

/// Whoever looks at a page, as its views know them: the language, the rights, the place and the time, and how addresses and forms are written for
/// them. A view is a function of finished values; with a reader it can show them, and it can fetch nothing.
package struct Reader: Sendable {
    package let t: Texts
    package let actor: Actor
    package let centre: CentreSign
    package let now: Instant
    /// The path behind the language: `/events/12`.
    package let path: String
    /// What stands behind the question mark.
    package let query: Typed
    /// What was just done; a page with a frame says it by itself.
    package let said: [String]
    private let marked: @Sendable () -> [Hidden]

    /// - Parameter hidden: makes the hidden fields of one form. It is called for each form, so that a page without forms costs nothing.
    package init(
        _ t: Texts, actor: Actor, centre: CentreSign, now: Instant, path: String, query: Typed, said: [String], hidden: @escaping @Sendable () -> [Hidden]
    ) {
        self.t = t
        self.actor = actor
        self.centre = centre
        self.now = now
        self.path = path
        self.query = query
        self.said = said
        marked = hidden
    }

    package var language: Language { t.language }
    package var today: Day { centre.zone.day(of: now) }
    /// The name of the centre.
    package var site: String { centre.name(in: language) }

    /// The hidden fields that every form that acts must carry.
    package var hidden: [Hidden] { marked() }

    /// An address on this site in the reader's language.
    package func link(_ path: String) -> String { "/\(language.rawValue)\(path)" }

    /// The address of this page with one value of its question changed. Another question begins at its first page.
    package func here(_ name: String, _ value: String?) -> String {
        let query = query.query(with: name, value, without: "page")
        return link(path) + (query.isEmpty ? "" : "?\(query)")
    }

    /// The way to a page of the settings.
    package var settingsTrail: [Look.Link] { [Look.Link(t(T.forms.settings), href: link("/settings"))] }
}
