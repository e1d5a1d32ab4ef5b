package import HTML
package import Languages

/// A run of words in one language, named where it is not the page's.
package struct Run: View, Sendable {
    package let text: String
    package let lang: String?

    package init(_ text: String, lang: String? = nil) {
        self.text = text
        self.lang = lang
    }

    package var body: Markup { if let lang { span(.lang(lang)) { text } } else { text } }
}

extension Run: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self.init(text) }
}

extension Texts {
    /// Text that people wrote for the public, as this page shows it, with its language where that is not the page's.
    package func run(_ text: String, _ own: Language) -> Run { Run(shown(text), lang: lang(of: own)) }

    /// The same where only its letters tell the language: Serbian Cyrillic is Serbian; of Latin letters nothing is said.
    package func run(_ text: String) -> Run {
        switch Script.of(text) {
        case .cyrillic, .mixed: Script.isSerbian(text) ? run(text, .sr) : Run(text)
        case .latin, .none: Run(text)
        }
    }

    /// A value as it stands on this page; what was written for the public names its language.
    package func run(_ value: Value) -> Run {
        if case .title(let text) = value { run(text) } else { Run(write(value)) }
    }

    /// The same for a name of a person: never converted. In Cyrillic it is named where it is written; in Latin it is in the language of what it stands in,
    /// and Serbian where that is.
    package func run(name: String, _ own: Language) -> Run {
        if Script.of(name) == .cyrillic { return Run(name) }
        let script = own == .sr ? Language.srLatn : own
        return Run(name, lang: script == language ? nil : script.htmlLang)
    }

    /// What `lang` says of a text in that language on this page; nil where it need not say anything. Cyrillic is written in Latin on every page but a
    /// Cyrillic one.
    package func lang(of own: Language) -> String? {
        let stands = own == .sr && language != .sr ? Language.srLatn : own
        return stands == language ? nil : stands.htmlLang
    }
}
