package import Files
package import Kernel
import Languages
import Storage

/// The documents of centres as rows.
package enum CentreDocumentStore {
    /// What everybody sees, by section, the newest first.
    package static func published(of centre: ID<CentreTag>, in act: Act) throws -> [CentreDocument] {
        try documents("WHERE centre = \(centre) AND NOT withdrawn ORDER BY year DESC, id DESC", in: act)
    }

    /// Those that words find in title and year, the best first.
    package static func found(_ words: String, of centre: ID<CentreTag>, limit: Int, in act: Act) throws -> [CentreDocument] {
        try documents("""
            JOIN \(act.db.found("centre_document", typed: words)) f ON f.subject = d.id
            WHERE d.centre = \(centre) AND NOT d.withdrawn ORDER BY f.grade, d.year DESC, d.id DESC LIMIT \(limit)
            """, in: act)
    }

    static func all(of centre: ID<CentreTag>, in act: Act) throws -> [CentreDocument] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try documents("WHERE centre = \(centre) ORDER BY withdrawn, year DESC, id DESC", in: act)
    }

    static func shows(_ file: StoredFile.ID, in act: Act) throws -> Bool? {
        try act.db.exists("SELECT 1 AS stands FROM centre_document WHERE file = \(file) AND NOT withdrawn LIMIT 1") ? true : nil
    }

    private static func documents(_ condition: SQL, in act: Act) throws -> [CentreDocument] {
        let rows = try act.db.rows("SELECT d.* FROM centre_document d \(condition)")
        let files = try FileStore.files(rows.map { try $0["file"] }, in: act)
        return try rows.compactMap { row in try files[row["file"]].map { try CentreDocument(row: row, file: $0) } }
    }

    package static func add(_ file: NewFile, _ details: CentreDocumentDetails, to centre: ID<CentreTag>, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let file = try FileStore.add(file, of: centre, in: act)
        let id = try act.db.insert("""
            INSERT INTO centre_document (centre, file, title, section, year, added)
            VALUES (\(centre), \(file), \(details.title), \(details.section), \(details.year), \(act.now)) RETURNING id
            """)
        try act.db.index("centre_document", id, words(of: details))
        try act.record(T.publishing.documentAdded, .other("centre_document", id), under: .centre(centre), centre: centre, changes: [
            Change("title", from: "", to: details.title), Change("section", from: "", to: details.section.rawValue), Change("year", from: "", to: "\(details.year)"),
        ])
        try act.touchPublicPages()
    }

    private static func words(of details: CentreDocumentDetails) -> SearchText {
        SearchText(titles: Language.allCases.map { (details.title, $0) }, bodies: [("\(details.year)", .sr)])
    }

    /// Makes its part of the search index again.
    static func reindex(in act: Act) throws {
        for document in try documents("ORDER BY d.id", in: act) { try act.db.index("centre_document", document.id.value, words(of: document.details)) }
    }

    /// Shows a document no longer, or again.
    static func setWithdrawn(_ isWithdrawn: Bool, _ id: CentreDocument.ID, in act: Act) throws {
        guard let document = try documents("WHERE id = \(id)", in: act).first, act.by.coordinates(document.centre) else { throw Problem.missing }
        guard document.isWithdrawn != isWithdrawn else { return }
        try act.db.run("UPDATE centre_document SET withdrawn = \(isWithdrawn) WHERE id = \(id)")
        try act.record(
            isWithdrawn ? T.publishing.withdrawn : T.publishing.published, .other("centre_document", id.value), under: .centre(document.centre), centre: document.centre)
        try act.touchPublicPages()
    }
}
