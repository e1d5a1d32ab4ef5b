package import Accounts
package import Centres
package import Files
package import Kernel
import Languages
package import Storage

/// Publications as rows: asked for, worked at, published.
package enum PublicationStore {
    // MARK: Read

    /// - Throws: `Problem.missing` unless it is published, or the actor is its author or works for the centre.
    package static func publication(_ id: Publication.ID, at centre: Centre.ID, in act: Act) throws -> Publication {
        guard let one = try publications("b.id = \(id) AND b.centre = \(centre)", in: act).first else { throw Problem.missing }
        guard one.state == .published || act.by.coordinates(centre) || one.isOf(act.by.person) else { throw Problem.missing }
        return one
    }

    /// - Parameter condition: over `publication b`.
    static func publications(_ condition: SQL, in act: Act) throws -> [Publication] {
        let rows = try act.db.rows("SELECT b.* FROM publication b WHERE \(condition) ORDER BY COALESCE(b.published, b.asked) DESC, b.id DESC LIMIT 300")
        guard !rows.isEmpty else { return [] }
        let ids: [Int64] = try rows.map { try $0["id"] }, authors = try AuthorStore.authors(of: ids, .publication, in: act)
        let files = try FileStore.files(rows.compactMap { try $0["file"] }, in: act)
        return try rows.map { row in
            let id: Int64 = try row["id"], file: StoredFile.ID? = try row["file"]
            return try Publication(row: row, authors: authors[id] ?? [], file: file.flatMap { files[$0] })
        }
    }

    package static func published(by centre: Centre.ID, in act: Act) throws -> [Publication] {
        try publications("b.centre = \(centre) AND b.state = 'published'", in: act)
    }

    package static func all(of centre: Centre.ID, in act: Act) throws -> [Publication] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try publications("b.centre = \(centre)", in: act)
    }

    package static func mine(at centre: Centre.ID, in act: Act) throws -> [Publication] {
        guard let person = act.by.person else { throw Problem.missing }
        return try publications(
            "b.centre = \(centre) AND b.kind = 'work' AND EXISTS (SELECT 1 FROM authorship a WHERE a.publication = b.id AND a.person = \(person))", in: act)
    }

    /// All versions, the newest first.
    package static func versions(of id: Publication.ID, in act: Act) throws -> [PublicationVersion] {
        let rows = try act.db.rows("""
            SELECT v.*, p.given_name, p.family_name FROM publication_version v LEFT JOIN person p ON p.id = v.person
            WHERE v.publication = \(id) ORDER BY v.number DESC
            """)
        let files = try FileStore.files(rows.compactMap { try $0["file"] }, in: act)
        return try rows.map { row in
            let given: String? = try row["given_name"], family: String? = try row["family_name"], file: StoredFile.ID? = try row["file"]
            return PublicationVersion(
                number: try row["number"], name: PersonName(given: given ?? "", family: family ?? "").full, text: try row["text"], file: file.flatMap { files[$0] },
                remark: try row["remark"], made: try row["made"])
        }
    }

    /// The notes of a collection, in their order.
    package static func parts(of id: Publication.ID, in act: Act) throws -> [Practice] {
        let order = try act.db.rows("SELECT practice FROM publication_part WHERE publication = \(id) ORDER BY place, practice").map { try $0["practice"] as Practice.ID }
        guard !order.isEmpty else { return [] }
        let byId = Dictionary(uniqueKeysWithValues: try PracticeStore.practices("p.id IN \(list: order) AND p.state = 'published'", in: act).map { ($0.id, $0) })
        return order.compactMap { byId[$0] }
    }

    // MARK: Asked for, begun

    package static func ask(_ draft: PublicationDraft, at centre: Centre.ID, in act: Act) throws -> Publication.ID {
        guard let person = act.by.person else { throw Problem.missing }
        let id = try add(draft, .work, .asked, byline: act.by.name, at: centre, in: act)
        try AuthorStore.add(person, to: id.value, .publication, isAgreed: true, in: act)
        try act.record(T.community.bookAskedDeed, .publication(id), under: .person(person), centre: centre)
        return id
    }

    /// The centre begins a collection of notes.
    package static func collect(_ draft: PublicationDraft, at centre: Centre.ID, in act: Act) throws -> Publication.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let id = try add(draft, .collection, .editing, byline: "", at: centre, in: act)
        try act.record(T.community.bookBegunDeed, .publication(id), centre: centre)
        return id
    }

    private static func add(
        _ draft: PublicationDraft, _ kind: Publication.Kind, _ state: Publication.State, byline: String, at centre: Centre.ID, in act: Act
    ) throws -> Publication.ID {
        let editor = kind == .collection ? act.by.person : nil, taken: Instant? = kind == .collection ? act.now : nil
        return Publication.ID(try act.db.insert("""
            INSERT INTO publication (centre, kind, state, language, title, readers, licence, byline, editor, asked, taken)
            VALUES (\(centre), \(kind), \(state), \(draft.language), \(draft.title), \(draft.readers), \(draft.licence), \(byline), \(editor), \(act.now), \(taken))
            RETURNING id
            """))
    }

    // MARK: Worked at

    static func held(_ id: Publication.ID, at centre: Centre.ID, in act: Act) throws -> Publication {
        _ = try publication(id, at: centre, in: act)
        try act.db.hold("publication", id.value)
        return try publication(id, at: centre, in: act)
    }

    private static func edited(_ id: Publication.ID, at centre: Centre.ID, in act: Act) throws -> Publication {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let one = try held(id, at: centre, in: act)
        guard one.isOpen else { throw Problem.conflict(T.community.errorNotNow) }
        return one
    }

    /// Somebody of the centre takes it; its author hears of it.
    package static func take(_ id: Publication.ID, at centre: Centre.ID, in act: Act) throws {
        let one = try edited(id, at: centre, in: act)
        try act.db.run("UPDATE publication SET state = 'editing', editor = \(act.by.person), taken = \(act.now) WHERE id = \(id)")
        try act.record(T.community.bookTakenDeed, .publication(id), centre: centre)
        for author in one.authors where one.state == .asked { try CommunityLetters.book(one, .taken, to: author.person, in: act) }
    }

    package static func decline(_ id: Publication.ID, because reason: String, at centre: Centre.ID, in act: Act) throws {
        guard !reason.isEmpty else { throw Problem.invalid("reason", T.community.errorReason) }
        let one = try edited(id, at: centre, in: act)
        guard one.kind == .work else { throw Problem.missing }
        try act.db.run("UPDATE publication SET state = 'declined', reason = \(reason) WHERE id = \(id)")
        try act.record(T.community.bookDeclinedDeed, .publication(id), centre: centre)
        for author in one.authors { try CommunityLetters.book(one, .declined(reason), to: author.person, in: act) }
    }

    /// Another version: of its author, or of its editor.
    package static func write(_ text: String, _ file: NewFile?, remark: String, to id: Publication.ID, at centre: Centre.ID, in act: Act) throws {
        let one = try held(id, at: centre, in: act)
        guard one.isOpen else { throw Problem.conflict(T.community.errorNotNow) }
        guard !text.isEmpty || file != nil || !remark.isEmpty else { throw Problem.invalid("text", T.community.errorEmpty) }
        let stored = try file.map { try FileStore.add($0, of: centre, in: act) }
        let number = try act.db.count("SELECT count(*) FROM publication_version WHERE publication = \(id)") + 1
        try act.db.run("""
            INSERT INTO publication_version (publication, number, person, text, file, remark, made)
            VALUES (\(id), \(number), \(act.by.person), \(text), \(stored), \(remark), \(act.now))
            """)
        try act.record(T.community.versionDeed, .publication(id), centre: centre)
        if !one.isOf(act.by.person) { for author in one.authors { try CommunityLetters.book(one, .version, to: author.person, in: act) } }
    }

    package static func set(_ draft: PublicationDraft, _ imprint: Imprint, of id: Publication.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try edited(id, at: centre, in: act)
        try act.db.run("""
            UPDATE publication SET title = \(draft.title), language = \(draft.language), readers = \(draft.readers), licence = \(draft.licence),
                byline = \(imprint.byline), isbn = \(imprint.isbn), cip = \(imprint.cip), year = \(imprint.year) WHERE id = \(id)
            """)
        try act.record(T.community.imprintDeed, .publication(id), centre: centre)
    }

    static let partsMost = 100

    /// The notes of a collection, in their order; each has to be one that everybody reads.
    package static func compose(_ parts: [Practice.ID], in id: Publication.ID, at centre: Centre.ID, in act: Act) throws {
        let one = try edited(id, at: centre, in: act)
        guard one.kind == .collection, parts.count <= partsMost else { throw Problem.missing }
        let known = Set(try PracticeStore.practices("p.id IN \(list: parts) AND p.centre = \(centre) AND p.state = 'published'", in: act).map(\.id))
        guard known == Set(parts), known.count == parts.count else { throw Problem.invalid("parts", T.common.errorChoose) }
        try act.db.run("DELETE FROM publication_part WHERE publication = \(id)")
        for (place, part) in parts.enumerated() {
            try act.db.run("INSERT INTO publication_part (publication, practice, place) VALUES (\(id), \(part), \(place))")
        }
        try act.record(T.community.composedDeed, .publication(id), centre: centre)
    }

    // MARK: Published

    /// - Parameters:
    ///   - file: as it was set.
    ///   - seen: how many versions there were when it was set.
    package static func publish(_ id: Publication.ID, as file: NewFile, seen: Int, at centre: Centre.ID, in act: Act) throws {
        let one = try edited(id, at: centre, in: act), parts = try parts(of: id, in: act)
        guard one.state == .editing else { throw Problem.conflict(T.community.errorNotTaken) }
        guard try versions(of: id, in: act).count == seen else { throw Problem.conflict(T.community.errorMeanwhile) }
        let stored = try FileStore.add(file, of: centre, in: act)
        try act.db.run("UPDATE publication SET state = 'published', published = \(act.now), file = \(stored) WHERE id = \(id)")
        if one.kind == .collection {
            for author in parts.flatMap(\.named) { try AuthorStore.add(author.person, to: id.value, .publication, isAgreed: true, in: act) }
        }
        try act.record(T.community.bookPublishedDeed, .publication(id), centre: centre)
        let after = try publication(id, at: centre, in: act)
        for author in after.authors { try CommunityLetters.book(after, .published, to: author.person, in: act) }
        try act.touchPublicPages()
    }
}

extension Publication {
    init(row: Row, authors: [Author], file: StoredFile?) throws {
        id = try row["id"]
        centre = try row["centre"]
        kind = try row["kind"]
        state = try row["state"]
        draft = PublicationDraft(try row["title"], in: try row["language"], readers: try row["readers"], licence: try row["licence"])
        imprint = Imprint(byline: try row["byline"], isbn: try row["isbn"], cip: try row["cip"], year: try row["year"])
        reason = try row["reason"]
        editor = try row["editor"]
        asked = try row["asked"]
        published = try row["published"]
        self.file = file
        self.authors = authors
    }
}
