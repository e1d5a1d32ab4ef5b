package import Accounts
package import Centres
package import Files
package import Kernel
package import Languages
package import Storage

/// What members write to one another and the files that they share, as rows.
package enum CircleTalkStore {
    private static let most = 200

    // MARK: Posts

    /// What was written, the newest first.
    package static func posts(of sight: CircleSight, in act: Act) throws -> [CirclePost] {
        guard sight.circle.details.talks else { throw Problem.missing }
        return try posts("o.circle = \(sight.circle.id) ORDER BY o.id DESC LIMIT \(most)", in: act)
    }

    private static func posts(_ condition: SQL, in act: Act) throws -> [CirclePost] {
        try act.db.rows("SELECT o.*, p.given_name, p.family_name FROM circle_post o JOIN person p ON p.id = o.person WHERE \(condition)").map(CirclePost.init(row:))
    }

    package static func write(_ text: String, in circle: Circle.ID, at centre: Centre.ID, in act: Act) throws {
        let sight = try CircleStore.held(circle, at: centre, in: act)
        guard sight.circle.details.talks, let person = act.by.person, sight.isMember else { throw Problem.missing }
        guard sight.circle.closed == nil else { throw Problem.conflict(T.circles.errorClosed) }
        try act.db.run("INSERT INTO circle_post (circle, person, text, at) VALUES (\(circle), \(person), \(text), \(act.now))")
        try act.record(T.circles.wroteDeed, .circle(circle), under: .person(person), centre: centre)
    }

    /// A member says that something should be looked at.
    package static func report(_ id: CirclePost.ID, in circle: Circle.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try CircleStore.held(circle, at: centre, in: act)
        try stands(id, in: circle, in: act)
        try act.db.run("UPDATE circle_post SET reported = \(act.now), reported_by = \(act.by.person) WHERE id = \(id) AND reported IS NULL AND hidden IS NULL")
        try act.record(T.circles.reportedDeed, .circle(circle), centre: centre)
    }

    /// Whoever runs the circle hides it with a reason, which its members read in its place.
    package static func hide(_ id: CirclePost.ID, reason: String, in circle: Circle.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try CircleStore.run(circle, at: centre, in: act)
        try stands(id, in: circle, in: act)
        try act.db.run("UPDATE circle_post SET hidden = \(act.now), reason = \(reason) WHERE id = \(id)")
        try act.record(T.circles.hiddenDeed, .circle(circle), centre: centre)
    }

    private static func stands(_ id: CirclePost.ID, in circle: Circle.ID, in act: Act) throws {
        guard try act.db.exists("SELECT 1 AS stands FROM circle_post WHERE id = \(id) AND circle = \(circle)") else { throw Problem.missing }
    }

    /// Whether what others write comes by letter, once a day.
    package static func setDigest(_ wants: Bool, in circle: Circle.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try CircleStore.held(circle, at: centre, in: act)
        guard let person = act.by.person else { throw Problem.missing }
        let last: Int = try act.db.value("SELECT max(id) FROM circle_post WHERE circle = \(circle)") ?? 0
        try act.db.run("""
            UPDATE circle_member SET digest = \(wants), digest_post = \(last) WHERE circle = \(circle) AND person = \(person) AND until IS NULL AND digest <> \(wants)
            """)
        try act.record(wants ? T.circles.digestOnDeed : T.circles.digestOffDeed, .circle(circle), under: .person(person), centre: centre)
    }

    /// Sends what was written since, in one letter to each who wishes it.
    package static func digest(_ records: Records) async throws {
        let members = try await records.read(as: .system) { act in
            try act.db.rows("""
                SELECT m.id FROM circle_member m JOIN circle c ON c.id = m.circle JOIN person p ON p.id = m.person
                WHERE m.digest AND m.since IS NOT NULL AND m.until IS NULL AND c.talks AND c.closed IS NULL AND p.erased IS NULL AND p.email IS NOT NULL
                    AND p.verified IS NOT NULL
                    AND EXISTS (SELECT 1 FROM circle_post o WHERE o.circle = m.circle AND o.id > m.digest_post AND o.hidden IS NULL AND o.person <> m.person)
                ORDER BY m.id
                """).map { try $0["id"] as CircleMember.ID }
        }
        for member in members { try await records.write(by: .system) { try digest(member, in: $0) } }
    }

    private static func digest(_ member: CircleMember.ID, in act: Act) throws {
        try act.db.hold("circle_member", member.value)
        guard let row = try act.db.row("SELECT circle, person, digest_post FROM circle_member WHERE id = \(member) AND digest AND until IS NULL"),
            let circle = try CircleStore.circles("c.id = \(row["circle"] as Circle.ID)", in: act).first else { return }
        let (person, after): (Person.ID, Int) = (try row["person"], try row["digest_post"])
        let posts = try posts("o.circle = \(circle.id) AND o.id > \(after) AND o.hidden IS NULL AND o.person <> \(person) ORDER BY o.id LIMIT \(most)", in: act)
        guard let last = posts.last else { return }
        try act.db.run("UPDATE circle_member SET digest_post = \(last.id) WHERE id = \(member)")
        try CircleLetters.digest(person, posts, circle, in: act)
    }

    // MARK: Files

    package static func files(of circle: Circle.ID, in act: Act) throws -> [CircleFile] {
        let rows = try act.db.rows("""
            SELECT f.*, p.given_name, p.family_name FROM circle_file f LEFT JOIN person p ON p.id = f.person WHERE f.circle = \(circle) ORDER BY f.id DESC
            """)
        let files = try FileStore.files(rows.map { try $0["file"] }, in: act)
        return try rows.compactMap { row in try files[row["file"]].map { try CircleFile(row: row, file: $0) } }
    }

    package static func add(_ file: NewFile, title: String, to circle: Circle.ID, at centre: Centre.ID, in act: Act) throws {
        let sight = try CircleStore.held(circle, at: centre, in: act)
        guard sight.circle.closed == nil else { throw Problem.conflict(T.circles.errorClosed) }
        let stored = try FileStore.add(file, of: centre, in: act)
        try act.db.run("INSERT INTO circle_file (circle, file, title, person, added) VALUES (\(circle), \(stored), \(title), \(act.by.person), \(act.now))")
        try act.record(T.circles.sharedDeed, .circle(circle), centre: centre, changes: [Change("title", from: "", to: title)])
    }

    /// Whoever put it there takes it back, or whoever runs the circle.
    package static func remove(_ id: CircleFile.ID, from circle: Circle.ID, at centre: Centre.ID, in act: Act) throws {
        let sight = try CircleStore.held(circle, at: centre, in: act)
        guard let file = try files(of: circle, in: act).first(where: { $0.id == id }) else { throw Problem.missing }
        guard sight.mayRun || file.person == act.by.person else { throw Problem.conflict(T.circles.errorNotYours) }
        try act.db.run("DELETE FROM circle_file WHERE id = \(id)")
        try act.record(T.circles.unsharedDeed, .circle(circle), centre: centre, changes: [Change("title", from: file.title, to: "")])
    }
}

extension CirclePost {
    init(row: Row) throws {
        id = try row["id"]
        person = try row["person"]
        name = PersonName(given: try row["given_name"], family: try row["family_name"]).full
        text = try row["text"]
        at = try row["at"]
        isReported = try (row["reported"] as Instant?) != nil
        isHidden = try (row["hidden"] as Instant?) != nil
        reason = try row["reason"]
    }
}

extension CircleFile {
    init(row: Row, file: StoredFile) throws {
        id = try row["id"]
        title = try row["title"]
        self.file = file
        person = try row["person"]
        let (given, family): (String?, String?) = (try row["given_name"], try row["family_name"])
        name = PersonName(given: given ?? "", family: family ?? "").full
        added = try row["added"]
    }
}
