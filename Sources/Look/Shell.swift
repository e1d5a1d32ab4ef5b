package import HTML
package import Languages

/// The outermost shell: `html`, `head` and `body`, with nothing visible of its own. Pages that need no frame (a printed
/// list, a certificate) stand in it alone.
package struct Shell: View {
    let page: Page
    let kind: String
    let content: Markup

    /// - Parameter kind: the class of `body`, by which styles tell the frames apart.
    package init(_ page: Page, kind: String, @HTMLBuilder content: () -> Markup) {
        self.page = page
        self.kind = kind
        self.content = content()
    }

    package var body: Markup {
        html(.lang(page.language.htmlLang)) {
            head {
                meta(.charset("utf-8"))
                meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
                title { page.title == page.site ? page.site : "\(page.title) · \(page.site)" }
                description
                addresses
                look
                if let data = page.data { ScriptData(data) }
            }
            HTML::body(.class(kind)) { if let naming = page.language.namesCyrillic { NamingCyrillic(naming) { content } } else { content } }
        }
    }

    @HTMLBuilder
    private var description: some HTML {
        if let description = page.description { meta(.name("description"), .content(description)) }
        if !page.isIndexed { meta(.name("robots"), .content("noindex")) }
        meta(.property("og:type"), .content("website"))
        meta(.property("og:title"), .content(page.title))
        meta(.property("og:site_name"), .content(page.site))
        meta(.property("og:locale"), .content(page.language.territory))
        if let origin = page.origin, let path = page.path, page.isIndexed { meta(.property("og:url"), .content(origin + path)) }
        if let description = page.description { meta(.property("og:description"), .content(description)) }
        if let origin = page.origin, let picture = page.assets.picture, page.isIndexed {
            meta(.property("og:image"), .content(origin + picture))
            meta(.property("og:image:type"), .content("image/png"))
            meta(.property("og:image:width"), .content("1200"))
            meta(.property("og:image:height"), .content("630"))
            meta(.property("og:image:alt"), .content(page.site))
        }
    }

    @HTMLBuilder
    private var addresses: some HTML {
        if let origin = page.origin, let path = page.path, page.isIndexed {
            link(.rel("canonical"), .href(origin + path))
            ForEach(page.alternates) { other in
                link(.rel("alternate"), .hreflang(other.language.htmlLang), .href(origin + other.href))
            }
            if let first = page.alternates.first {
                link(.rel("alternate"), .hreflang("x-default"), .href(origin + first.href))
            }
        }
    }

    @HTMLBuilder
    private var look: some HTML {
        meta(.name("color-scheme"), .content("light dark"))
        meta(.name("theme-color"), .content("#1f5b4c"), .media("(prefers-color-scheme: light)"))
        meta(.name("theme-color"), .content("#1b2126"), .media("(prefers-color-scheme: dark)"))
        link(.rel("icon"), .type(.svg), .href(page.assets.icon))
        link(.rel("manifest"), .href("/manifest.webmanifest"))
        ForEach(page.assets.fonts) { font in
            link(.rel("preload"), .as("font"), .type(Kind("font/woff2")), .href(font), .custom("crossorigin", ""))
        }
        ForEach(page.assets.stylesheets) { sheet in link(.rel("stylesheet"), .href(sheet)) }
        if let script = page.assets.script { ScriptLink(script) }
        ForEach(page.scripts) { script in ScriptLink(script) }
        if let refresh = page.refresh { noscript { meta(.custom("http-equiv", "refresh"), .content("\(refresh)")) } }
    }
}

extension Language {
    /// Language and country, as what shows a link in a message wants it.
    fileprivate var territory: String {
        switch self {
        case .sr, .srLatn: "sr_RS"
        case .lt: "lt_LT"
        case .en: "en_GB"
        }
    }
}

extension Language {
    /// What `lang` says of Cyrillic words on a page in this language; nil where the page is read in Cyrillic.
    fileprivate var namesCyrillic: StaticString? { self == .sr ? nil : "sr-Cyrl" }
}

extension Written {
    /// A part of pages in that language, written before.
    package init(_ node: some HTML, in language: Language) { self.init(node, cyrillic: language.namesCyrillic) }
}
