package import Kernel
package import Languages
package import Look

/// What every page must know of the centre whose host was asked for: its name above the door, and its clock.
package struct CentreSign: Sendable {
    package let id: ID<CentreTag>
    package let name: [Language: String]
    package let language: Language
    package let zone: Zone
    package let address: [String]
    package let phone: String
    package let email: String
    /// Scheme and host, without a slash at the end.
    package let origin: String

    package init(
        id: ID<CentreTag>, name: [Language: String], language: Language, zone: Zone, address: [String], phone: String, email: String, origin: String
    ) {
        self.id = id
        self.name = name
        self.language = language
        self.zone = zone
        self.address = address
        self.phone = phone
        self.email = email
        self.origin = origin
    }

    package func name(in language: Language) -> String { name[language] ?? name[self.language] ?? "" }

    /// The name with its language: where nobody wrote one in the page's, it is the Serbian one in Latin.
    package func run(in language: Language) -> Run {
        let name = name(in: language)
        return Run(name, lang: !language.isSerbian && name == self.name(in: .srLatn) ? Language.srLatn.htmlLang : nil)
    }
}
