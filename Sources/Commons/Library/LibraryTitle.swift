package import Centres
package import Catalogue
package import Files
package import Kernel
package import Languages
import Storage

/// What a reader asks for: a book, a journal, a kit. It may have any number of copies, and none.
package struct LibraryTitle: Sendable {
    package typealias ID = Kernel.ID<LibraryTitle>

    package let id: ID
    package let centre: Centre.ID
    package let draft: TitleDraft
    package let cover: StoredFile.ID?
    package let created: Instant
    package let changed: Instant

    package init(id: ID, centre: Centre.ID, draft: TitleDraft, cover: StoredFile.ID?, created: Instant, changed: Instant) {
        (self.id, self.centre, self.draft, self.cover, self.created, self.changed) = (id, centre, draft, cover, created, changed)
    }

    package var kind: TitleKind { draft.kind }
    package var name: String { draft.name }
    package var language: TitleLanguage { draft.language }
    /// Where everybody reads of it, behind the language.
    package var path: String { "/library/\(id)" }
    package var deskPath: String { "/staff/library/\(id)" }
}

/// What kind of thing it is; rules of lending go by it.
package enum TitleKind: String, CaseIterable, Sendable, Codable, Storable {
    case book, journal, video, audio, game, kit, device, digital

    /// Whether it is made of parts that are counted.
    package var hasParts: Bool { self == .kit || self == .game || self == .device }
    /// Whether there is something to carry home.
    package var hasCopies: Bool { self != .digital }
}

/// For whom a title is.
package enum TitleAudience: String, CaseIterable, Sendable, Codable, Storable {
    case any, preschool, lower, upper, secondary, teacher, parent
}

/// What is written down of a title.
package struct TitleDraft: Sendable, Hashable, Codable {
    package var kind: TitleKind
    package var language: TitleLanguage
    package var name: String
    package var subtitle = ""
    /// *Surname, Name* each.
    package var authors: [String] = []
    package var publisher = ""
    package var place = ""
    package var year: Int?
    package var edition = ""
    package var extent = ""
    package var series = ""
    package var isbn = ""
    package var issn = ""
    package var cobiss = ""
    package var udc = ""
    package var subjects: [String] = []
    package var audience = TitleAudience.any
    package var summary = ""
    package var link = ""
    package var programme: Programme.ID?

    package init(_ name: String, _ kind: TitleKind = .book, in language: TitleLanguage = .serbian) {
        (self.name, self.kind, self.language) = (name, kind, language)
    }

    package static let yearBounds = 1400...2200
    package static let authorsMost = 40

    /// What it is sorted by: without the quotes at its beginning.
    package var sortName: String { String(name.drop { !$0.isLetter && !$0.isNumber }) }
    /// The whole name, as a list shows it.
    package var fullName: String { subtitle.isEmpty ? name : "\(name): \(subtitle)" }
}

/// One part of a kit or of a game, and how many of it belong to it.
package struct TitlePart: Sendable, Hashable {
    package typealias ID = Kernel.ID<TitlePart>

    package let id: ID
    package let name: String
    package let count: Int
    package let position: Int

    package init(id: ID, name: String, count: Int, position: Int) { (self.id, self.name, self.count, self.position) = (id, name, count, position) }
}

extension Subject {
    package static func title(_ id: LibraryTitle.ID) -> Subject { .other("title", id.value) }
    package static func copy(_ id: Copy.ID) -> Subject { .other("copy", id.value) }
}
