package import Languages

/// What a page says about itself, whichever frame it stands in.
package struct Page: Sendable {
    /// The page's own name, without the site's.
    package var title: String
    /// The centre's name, which follows the title in the browser's tab.
    package var site: String
    package var language: Language
    package var description: String?
    /// Scheme and host, as `https://csu.example`; with it the page states its own address and those of its languages.
    package var origin: String?
    package var path: String?
    /// The same page in each language, this one included.
    package var alternates: [Alternate]
    package var isIndexed: Bool
    /// One JSON-LD value, if search engines can learn something from the page.
    package var data: String?
    package var assets: Assets
    /// Scripts that this page alone has.
    package var scripts: [String] = []
    /// Seconds after which a browser without scripts loads the page anew.
    package var refresh: Int?

    package init(
        title: String, site: String, language: Language, description: String? = nil, origin: String? = nil,
        path: String? = nil, alternates: [Alternate] = [], isIndexed: Bool = true, data: String? = nil, assets: Assets
    ) {
        self.title = title
        self.site = site
        self.language = language
        self.description = description
        self.origin = origin
        self.path = path
        self.alternates = alternates
        self.isIndexed = isIndexed
        self.data = data
        self.assets = assets
    }
}

/// The same page in another language.
package struct Alternate: Sendable {
    package let language: Language
    package let href: String

    package init(_ language: Language, href: String) {
        self.language = language
        self.href = href
    }
}

/// Addresses of the files every page needs.
package struct Assets: Sendable {
    package var stylesheets: [String]
    package var script: String?
    package var icon: String
    /// What a link to a page shows in a message, 1200 by 630.
    package var picture: String?
    /// Fonts that are certainly used, fetched before the style is read.
    package var fonts: [String]

    package init(stylesheets: [String], script: String?, icon: String, picture: String? = nil, fonts: [String] = []) {
        self.stylesheets = stylesheets
        self.script = script
        self.icon = icon
        self.picture = picture
        self.fonts = fonts
    }
}
