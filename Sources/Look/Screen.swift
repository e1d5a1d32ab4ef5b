package import HTML

/// A page as a view makes it: what it is called, what it says of itself, what stands in it. Whoever answers puts it into the frame of its readers.
package struct Screen {
    package enum Kind {
        /// In the frame of its readers: the public frame, or the staff's.
        case framed
        /// Without a frame, for work or to be seen from afar: the class of its body, the name of its own script, and the seconds after which a browser
        /// without scripts loads it anew.
        case bare(class: String, script: String? = nil, refresh: Int? = nil)
    }

    package let title: String
    package let kind: Kind
    package let description: String?
    /// The way here from the home page, without the page itself.
    package let trail: [Link]
    /// Whether search engines may keep it, if strangers may see it.
    package let isIndexed: Bool
    /// JSON-LD for search engines.
    package let data: String?
    /// The address of what a link to it shows in a message, in place of the site's own picture.
    package let picture: String?
    package let body: Markup

    package init(
        _ title: String, _ kind: Kind = .framed, description: String? = nil, trail: [Link] = [], isIndexed: Bool = true, data: String? = nil,
        picture: String? = nil, @HTMLBuilder content: () -> Markup
    ) {
        self.title = title
        self.kind = kind
        self.description = description
        self.trail = trail
        self.isIndexed = if case .framed = kind { isIndexed } else { false }
        self.data = data
        self.picture = picture
        body = content()
    }
}
