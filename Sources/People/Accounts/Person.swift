package import Kernel
package import Languages
package import Storage

/// Somebody the centres know: teacher, trainer, colleague. Not everybody has an account in use, everybody has a name.
package struct Person: Sendable {
    package typealias ID = Kernel.ID<PersonTag>

    package let id: ID
    package let name: PersonName
    package let email: String?
    /// When the address was proved to be this person's.
    package let verified: Instant?
    package let phone: String
    /// The language and script that letters to this person are written in.
    package let language: Language
    package let occupation: String

    package init(row: Row) throws {
        id = try row["id"]
        name = PersonName(given: try row["given_name"], family: try row["family_name"])
        email = try row["email"]
        verified = try row["verified"]
        phone = try row["phone"]
        language = try row["language"]
        occupation = try row["occupation"]
    }
}

/// A name as its bearer writes it. Never converted, never inflected.
package struct PersonName: Sendable, Hashable {
    package let given: String
    package let family: String

    package init(given: String, family: String) {
        self.given = given
        self.family = family
    }

    /// Ана Петровић
    package var full: String { given.isEmpty || family.isEmpty ? given + family : "\(given) \(family)" }
    /// Петровић Ана, as lists have it.
    package var listed: String { given.isEmpty || family.isEmpty ? given + family : "\(family) \(given)" }

    /// What a list is sorted by.
    package func sortKey(_ alphabet: Alphabet) -> [UInt8] { SortKey.make(listed, alphabet: alphabet) }
}
