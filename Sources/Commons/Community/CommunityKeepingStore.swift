package import Accounts
import Centres
import Files
package import Kernel
import Languages
import Storage

/// What happens to notes when something happens to a person, and when their time is over.
package enum CommunityKeepingStore {
    /// A note of which nobody has written anything for so long, and which nobody was ever shown, goes.
    static let draftYears = 2
    /// What reviewers wrote is kept for so long after a note was published.
    static let reviewYears = 2

    /// The account goes: what was theirs alone goes with it; what others made of it, and what was printed, stays without their name.
    static func forget(_ person: Person.ID, in act: Act) throws {
        for table in ["practice_reviewer", "practice_review"] as [StaticString] { try act.db.run("DELETE FROM \(name: table) WHERE person = \(person)") }
        try act.db.run("UPDATE practice_try SET person = NULL, words = '', named = \(false), shown = NULL WHERE person = \(person)")
        try act.db.run("UPDATE practice_wish SET person = NULL WHERE person = \(person)")
        try act.db.run("UPDATE publication SET editor = NULL WHERE editor = \(person)")
        try act.db.run("UPDATE publication_version SET person = NULL WHERE person = \(person)")
        try act.db.run("UPDATE authorship SET confirmed_by = NULL WHERE confirmed_by = \(person)")
        let practices = try PracticeStore.practices("EXISTS (SELECT 1 FROM authorship a WHERE a.practice = p.id AND a.person = \(person))", most: 10_000, in: act)
        let books = try act.db.rows("""
            SELECT b.id FROM publication b JOIN authorship a ON a.publication = b.id WHERE a.person = \(person) AND b.state <> 'published' AND b.kind = 'work'
                AND NOT EXISTS (SELECT 1 FROM authorship o WHERE o.publication = b.id AND o.person <> \(person))
            """).map { try $0["id"] as Publication.ID }
        try act.db.run("DELETE FROM authorship WHERE person = \(person)")
        for practice in practices where !practice.named.contains(where: { $0.person != person }) {
            // Whoever was named and has said nothing does not go on alone.
            if practice.isKept(by: person) { try PracticeWriteStore.empty(practice, in: act) }
        }
        for practice in practices where practice.state == .published && practice.named.contains(where: { $0.person != person }) {
            try PracticeDeskStore.makeFindable(practice.id, in: act)
        }
        for book in books { try remove(book, in: act) }
        try act.touchPublicPages()
    }

    private static func remove(_ book: Publication.ID, in act: Act) throws {
        try act.forgetJournal(about: .publication(book))
        try act.db.run("DELETE FROM publication_version WHERE publication = \(book)")
        try act.db.run("DELETE FROM authorship WHERE publication = \(book)")
        try act.db.run("DELETE FROM publication_part WHERE publication = \(book)")
        try act.db.run("DELETE FROM publication WHERE id = \(book)")
    }

    package static func forgetOld(in act: Act) throws {
        let old = act.now.adding(days: -366 * draftYears)
        for practice in try PracticeStore.practices("p.state = 'draft' AND p.published IS NULL AND p.changed < \(old)", most: 500, in: act) {
            try PracticeWriteStore.empty(practice, in: act)
        }
        try act.db.run("""
            DELETE FROM practice_review WHERE practice IN (SELECT id FROM practice WHERE state = 'published' AND published < \(act.now.adding(days: -366 * reviewYears)))
            """)
        let declined = try act.db.rows("SELECT id FROM publication WHERE state = 'declined' AND asked < \(old)").map { try $0["id"] as Publication.ID }
        for book in declined { try remove(book, in: act) }
    }

    /// Files of a note are seen by whoever sees the note; those of a publication under way by its authors and the centre.
    static func shows(_ file: StoredFile.ID, in act: Act) throws -> Bool? {
        if let row = try act.db.row("SELECT f.practice, p.centre FROM practice_file f JOIN practice p ON p.id = f.practice WHERE f.file = \(file)") {
            return (try? PracticeStore.practice(row["practice"], at: row["centre"], in: act)) == nil ? nil : true
        }
        if try act.db.exists("SELECT 1 AS stands FROM publication WHERE file = \(file) AND state = 'published'") { return true }
        guard let row = try act.db.row("SELECT publication FROM publication_version WHERE file = \(file)") else { return nil }
        let book = try PublicationStore.publications("b.id = \(try row["publication"] as Publication.ID)", in: act).first
        return book.map { $0.isOf(act.by.person) || act.by.coordinates($0.centre) } == true ? true : nil
    }

    /// What this room tells somebody who asks what is held.
    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        var held = HeldData("practice", try PracticeStore.practices(
            "EXISTS (SELECT 1 FROM authorship a WHERE a.practice = p.id AND a.person = \(person))", most: 10_000, in: act
        ).map { practice in
            let draft = practice.draft
            return [
                "id": practice.id.description, "state": practice.state.rawValue, "title": draft.title, "subject": draft.subject, "summary": draft.summary,
                "grades": draft.grades.list.map { "\($0)" }.joined(separator: " "), "competences": draft.competences.joined(separator: ";"), "wanted": draft.wanted,
                "done": draft.done, "came": draft.came, "change": draft.change, "licence": draft.licence.rawValue, "language": draft.language.rawValue,
                "event": practice.origin?.event.description ?? "", "step_written": practice.origin?.written?.iso ?? "",
                "step_confirmed": practice.origin?.confirmed?.iso ?? "", "remark": practice.remark, "begun": practice.begun.iso, "changed": practice.changed.iso,
                "published": practice.published?.iso ?? "", "withdrawn": practice.withdrawn?.iso ?? "",
                "files": practice.files.map { "\($0.file.id) \($0.title)" }.joined(separator: "; "),
            ]
        })
        func add(_ subject: String, _ columns: [String], _ rows: [Row]) throws {
            held.add(subject, try rows.map { row in
                try columns.reduce(into: [:]) { entry, column in
                    let value: String? = try row[column]
                    entry[column] = value ?? ""
                }
            })
        }
        try add("authorship", ["practice", "publication", "agreed", "school", "confirmed", "points"], act.db.rows("""
            SELECT CAST(practice AS TEXT) AS practice, CAST(publication AS TEXT) AS publication, CAST(agreed AS TEXT) AS agreed, CAST(school AS TEXT) AS school,
                CAST(confirmed AS TEXT) AS confirmed, CAST(points AS TEXT) AS points FROM authorship WHERE person = \(person) ORDER BY id
            """))
        try add("practice_review", ["practice", "round", "aim", "course", "proof", "material", "words", "verdict", "asked", "given"], act.db.rows("""
            SELECT CAST(practice AS TEXT) AS practice, CAST(round AS TEXT) AS round, CAST(aim AS TEXT) AS aim, CAST(course AS TEXT) AS course,
                CAST(proof AS TEXT) AS proof, CAST(material AS TEXT) AS material, words, verdict, CAST(asked AS TEXT) AS asked, CAST(given AS TEXT) AS given
            FROM practice_review WHERE person = \(person) ORDER BY id
            """))
        try add("practice_reviewer", ["subject", "since"], act.db.rows("""
            SELECT subject, CAST(since AS TEXT) AS since FROM practice_reviewer WHERE person = \(person) ORDER BY id
            """))
        try add("practice_try", ["practice", "outcome", "words", "tried", "shown"], act.db.rows("""
            SELECT CAST(practice AS TEXT) AS practice, outcome, words, CAST(tried AS TEXT) AS tried, CAST(shown AS TEXT) AS shown
            FROM practice_try WHERE person = \(person) ORDER BY id
            """))
        try add("practice_wish", ["practice", "school", "wished", "event"], act.db.rows("""
            SELECT CAST(practice AS TEXT) AS practice, CAST(school AS TEXT) AS school, CAST(wished AS TEXT) AS wished, CAST(event AS TEXT) AS event
            FROM practice_wish WHERE person = \(person) ORDER BY id
            """))
        held.add("publication", try PublicationStore.publications(
            "EXISTS (SELECT 1 FROM authorship a WHERE a.publication = b.id AND a.person = \(person))", in: act
        ).map { one in
            ["title": one.draft.title, "readers": one.draft.readers, "state": one.state.rawValue, "byline": one.imprint.byline, "asked": one.asked.iso,
             "reason": one.reason, "published": one.published?.iso ?? "", "licence": one.draft.licence.rawValue]
        })
        try add("publication_version", ["publication", "number", "text", "remark", "file", "made"], act.db.rows("""
            SELECT CAST(publication AS TEXT) AS publication, CAST(number AS TEXT) AS number, text, remark, CAST(file AS TEXT) AS file, CAST(made AS TEXT) AS made
            FROM publication_version WHERE person = \(person) ORDER BY id
            """))
        return held
    }
}
