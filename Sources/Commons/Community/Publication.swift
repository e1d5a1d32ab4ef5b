package import Accounts
package import Centres
package import Files
package import Kernel
package import Languages
package import Storage

/// Material that somebody publishes with the centre's help, or a collection of notes.
package struct Publication: Sendable {
    package typealias ID = Kernel.ID<Publication>

    package enum Kind: String, CaseIterable, Sendable, Storable { case work, collection }
    package enum State: String, CaseIterable, Sendable, Storable { case asked, editing, published, declined }

    package let id: ID
    package let centre: Centre.ID
    package let kind: Kind
    package let state: State
    package let draft: PublicationDraft
    package let imprint: Imprint
    package let reason: String
    package let editor: Person.ID?
    package let asked: Instant
    package let published: Instant?
    package let file: StoredFile?
    package let authors: [Author]

    package var path: String { "/publications/\(id)" }
    package func isOf(_ person: Person.ID?) -> Bool { authors.contains { $0.person == person } }
    package var isOpen: Bool { state == .asked || state == .editing }
}

/// What somebody asks for.
package struct PublicationDraft: Sendable, Hashable {
    package var title: String
    package var language: Language
    /// For whom it is.
    package var readers: String
    package var licence: Licence

    package init(_ title: String, in language: Language, readers: String = "", licence: Licence = .by) {
        (self.title, self.language, self.readers, self.licence) = (title, language, readers, licence)
    }
}

/// What stands on the back of the title page, as the editor fills it.
package struct Imprint: Sendable, Hashable {
    /// Authors as they stand on the title page.
    package var byline: String
    package var isbn: String
    /// What the national library printed into it.
    package var cip: String
    package var year: Int?

    package init(byline: String = "", isbn: String = "", cip: String = "", year: Int? = nil) { (self.byline, self.isbn, self.cip, self.year) = (byline, isbn, cip, year) }

    package static let yearBounds = 1900...2200
}

/// One version of the material, with what was said of it.
package struct PublicationVersion: Sendable {
    package let number: Int
    package let name: String
    package let text: String
    package let file: StoredFile?
    package let remark: String
    package let made: Instant
}

extension Publication.State {
    package var name: Phrase {
        switch self {
        case .asked: T.community.bookAsked
        case .editing: T.community.bookEditing
        case .published: T.community.bookPublished
        case .declined: T.community.bookDeclined
        }
    }
}

extension Subject {
    package static func publication(_ id: Publication.ID) -> Subject { .other("publication", id.value) }
}
