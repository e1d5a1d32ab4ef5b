import Foundation
import Languages

/// What search engines learn from the page of a title: a `Book` or its like of schema.org as JSON-LD.
enum TitleData {
    static func text(_ sight: TitleSight, _ t: Texts, address: String) -> String? {
        let title = sight.title, draft = title.draft
        func shown(_ text: String) -> String? { text.isEmpty ? nil : t.shown(text) }
        let work = Work(
            type: type(title.kind), name: t.shown(draft.fullName), url: address, inLanguage: title.language.tag,
            author: draft.authors.isEmpty ? nil : draft.authors.map { Named(type: "Person", name: $0) },
            publisher: shown(draft.publisher).map { Named(type: "Organization", name: $0) }, datePublished: draft.year.map { "\($0)" },
            isbn: draft.isbn.isEmpty ? nil : draft.isbn, issn: draft.issn.isEmpty ? nil : draft.issn, description: shown(draft.summary),
            keywords: draft.subjects.isEmpty ? nil : draft.subjects.map { t.shown($0) })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(work)).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func type(_ kind: TitleKind) -> String {
        switch kind {
        case .book: "Book"
        case .journal: "Periodical"
        case .video: "VideoObject"
        case .audio: "AudioObject"
        case .game: "Game"
        case .kit, .device, .digital: "CreativeWork"
        }
    }
}

private struct Work: Encodable {
    let context = "https://schema.org"
    let type: String
    let name: String
    let url: String
    let inLanguage: String?
    let author: [Named]?
    let publisher: Named?
    let datePublished, isbn, issn, description: String?
    let keywords: [String]?

    enum CodingKeys: String, CodingKey {
        case context = "@context"
        case type = "@type"
        case name, url, inLanguage, author, publisher, datePublished, isbn, issn, description, keywords
    }
}

private struct Named: Encodable {
    let type: String
    let name: String

    enum CodingKeys: String, CodingKey {
        case type = "@type"
        case name
    }
}
