package import Accounts
package import Centres
package import Kernel
package import Languages
package import Portfolio
package import Schools
import Storage

/// A published work of somebody who works at a school, as its team sees it.
package struct SchoolWork: Sendable {
    package let author: Author.ID
    package let person: Person.ID
    package let name: String
    package let title: String
    package let language: Language
    /// Behind the language.
    package let path: String
    package let isBook: Bool
    package let published: Day
    package let confirmed: Instant?
    package let points: Int?
    /// Nobody confirms their own.
    package let isOwn: Bool

    package var isWaiting: Bool { confirmed == nil && !isOwn }
}

/// Published notes and publications, of which the school of an author gives points by its own table.
package enum WorkSchoolStore {
    private static let most = 200

    /// Published works of a school's people, over `authorship a` with its person `w`, its note `n` and its book `b`.
    private static func published(in school: School.ID) -> SQL {
        """
        FROM authorship a JOIN person w ON w.id = a.person LEFT JOIN practice n ON n.id = a.practice LEFT JOIN publication b ON b.id = a.publication
        WHERE a.school = \(school) AND a.agreed IS NOT NULL AND w.erased IS NULL AND (n.state = 'published' OR b.state = 'published')
        """
    }

    /// For whoever looks after the school.
    package static func works(of school: School.ID, zone: Zone, in act: Act) throws -> [SchoolWork] {
        guard act.by.looksAfter(school) else { throw Problem.missing }
        return try act.db.rows("""
            SELECT a.id, a.person, a.practice, a.publication, a.confirmed, a.points, w.given_name, w.family_name, COALESCE(n.title, b.title) AS title,
                COALESCE(n.language, b.language) AS language, COALESCE(n.published, b.published) AS published
            \(published(in: school)) ORDER BY a.id DESC LIMIT \(most)
            """).map { row in
                let practice: Practice.ID? = try row["practice"], book: Publication.ID? = try row["publication"], person: Person.ID = try row["person"]
                let published: Instant = try row["published"], name = PersonName(given: try row["given_name"], family: try row["family_name"])
                return SchoolWork(
                    author: try row["id"], person: person, name: name.full, title: try row["title"], language: try row["language"],
                    path: practice.map { "/practices/\($0)" } ?? book.map { "/publications/\($0)" } ?? "/practices", isBook: book != nil,
                    published: zone.day(of: published), confirmed: try row["confirmed"], points: try row["points"], isOwn: person == act.by.person)
            }
    }

    /// How many works wait for the team.
    @Sendable static func waiting(in school: School.ID, in act: Act) -> SQL {
        "SELECT count(*) \(published(in: school)) AND a.confirmed IS NULL AND a.person <> \(act.by.person?.value ?? 0)"
    }

    /// Somebody of the team says that they have seen it: the line of the table that held on that day gives the points, and the work stands in the portfolio at
    /// once, proved by the same word.
    /// - Parameter title: of the work, for the portfolio.
    package static func confirm(
        _ id: Author.ID, line: PointsTable.Line.ID?, title: String, in school: School.ID, at centre: Centre.ID, zone: Zone, in act: Act
    ) throws {
        guard act.by.looksAfter(school), try act.db.exists("SELECT 1 AS stands FROM authorship WHERE id = \(id) AND school = \(school)") else { throw Problem.missing }
        try act.db.hold("authorship", id.value)
        guard let work = try works(of: school, zone: zone, in: act).first(where: { $0.author == id }) else { throw Problem.missing }
        guard !work.isOwn else { throw Problem.conflict(T.community.errorOwnWork) }
        guard work.confirmed == nil else { throw Problem.conflict(T.community.errorConfirmed) }
        let points = try line.map { try give($0, for: work, title, in: school, at: centre, in: act) }
        try act.db.run("UPDATE authorship SET confirmed = \(act.now), confirmed_by = \(act.by.person), points = \(points) WHERE id = \(id)")
        try act.record(T.community.workConfirmed, .other("authorship", id.value), under: .person(work.person), centre: centre)
    }

    private static func give(
        _ id: PointsTable.Line.ID, for work: SchoolWork, _ title: String, in school: School.ID, at centre: Centre.ID, in act: Act
    ) throws -> Int {
        let lines = try PointsTableStore.tables(of: [school], on: work.published, in: act).first?.lines ?? []
        guard let line = lines.first(where: { $0.id == id }), let points = line.leading else { throw Problem.invalid("line", T.common.errorChoose) }
        var details = EntryDetails(.inside, title, on: work.published)
        (details.isLed, details.school, details.line, details.points, details.hours) = (true, school, line.id, points, points)
        let entry = try EntryStore.add(details, .unchecked, of: work.person, at: centre, in: act)
        guard let written = try EntryStore.entries(of: work.person, in: act).first(where: { $0.id == entry }) else { throw Problem.missing }
        try PortfolioStore.decide(written, seen: written.written, isGood: true, "", centre: centre, in: act)
        return points
    }

    /// The lines by which points can be given, by the tables of the days on which the works were published.
    package static func lines(for works: [SchoolWork], in school: School.ID, in act: Act) throws -> [Author.ID: [PointsTable.Line]] {
        let tables = try PointsTableStore.tables(of: [school], in: act)
        return works.reduce(into: [:]) { lines, work in
            guard let table = tables.first(where: { $0.since <= work.published }) else { return }
            lines[work.author] = table.lines.filter { $0.leading != nil }
        }
    }
}
