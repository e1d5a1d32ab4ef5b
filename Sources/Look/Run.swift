package import HTML

/// A run of words in one language, named where it is not the page's.
package struct Run: View, Sendable {
    package let text: String
    package let lang: String?

    package init(_ text: String, lang: String? = nil) {
        self.text = text
        self.lang = lang
    }

    package var body: Markup { span(.lang(lang)) { text } }
}

extension Run: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self.init(text) }
}
