package import HTML

/// The name of a page: what it is, in a large serif, and the one sentence that says what for.
package struct Heading: View {
    let text: String
    let kind: Run?
    let lead: String?
    let lang: String?
    let leadLang: String?

    /// - Parameters:
    ///   - kind: the form above the name, as *семинар*.
    ///   - lang: of the name, when it is not the page's own language.
    ///   - leadLang: the same of the sentence under it.
    package init(_ text: String, kind: String? = nil, lead: String? = nil, lang: String? = nil, leadLang: String? = nil) {
        self.text = text
        self.kind = kind.map { Run($0) }
        self.lead = lead
        self.lang = lang
        self.leadLang = leadLang
    }

    /// The same of words that know their language.
    package init(_ text: Run, kind: Run? = nil, lead: Run? = nil) {
        self.text = text.text
        self.kind = kind
        self.lead = lead?.text
        lang = text.lang
        leadLang = lead?.lang
    }

    package var body: Markup {
        div(.class("heading")) {
            if let kind { p(.class("kind"), .lang(kind.lang)) { kind.text } }
            h1(.lang(lang)) { text }
            if let lead { p(.class("lead"), .lang(leadLang)) { lead } }
        }
    }
}
