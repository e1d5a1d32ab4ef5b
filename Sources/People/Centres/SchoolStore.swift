package import Kernel
package import Languages
package import Storage

/// Institutions as rows. Everybody who works here may look them up; only the centre whose territory holds one changes it.
package enum SchoolStore {
    /// What a list of schools is narrowed down to.
    package struct Filter: Sendable {
        package var words: [String] = []
        package var kind: School.Kind?
        package var territory: Centre.ID?
        package var isClosed = false
        /// Whose territory comes first.
        package var near: Centre.ID?

        package init(
            words: [String] = [], kind: School.Kind? = nil, territory: Centre.ID? = nil, isClosed: Bool = false, near: Centre.ID? = nil
        ) {
            self.near = near
            self.words = words
            self.kind = kind
            self.territory = territory
            self.isClosed = isClosed
        }
    }

    /// - Throws: `Problem.missing` when there is none.
    package static func school(_ id: School.ID, in act: Act) throws -> School {
        guard let row = try act.db.row("SELECT \(columns) FROM \(tables) WHERE s.id = \(id)") else { throw Problem.missing }
        return try School(row: row)
    }

    /// A school that the actor may change; for everybody else it is not there.
    package static func changeable(_ id: School.ID, in act: Act) throws -> School {
        let school = try school(id, in: act)
        guard school.isChanged(by: act.by) else { throw Problem.missing }
        return school
    }

    /// Schools that a few typed words find, the likeliest first: for choosing one in a form.
    /// - Parameters:
    ///   - words: as typed, in either script.
    ///   - centre: whose territory comes first.
    package static func search(
        words: String, near centre: Centre.ID? = nil, limit: Int = 12, _ alphabet: Alphabet = .azbuka, in act: Act
    ) throws -> [School] {
        let filter = Filter(words: SchoolWords.query(words), near: centre)
        return filter.words.isEmpty ? [] : try list(filter, alphabet, limit: limit, in: act)
    }

    private static let nearbyMost = 300

    /// The schools of a centre's own territory.
    package static func nearby(_ centre: Centre.ID, in act: Act) throws -> [School] {
        try act.kept("schools near \(centre)") { try list(Filter(territory: centre), .azbuka, limit: nearbyMost, in: act) }
    }

    /// Schools that fit some of the words, where none fits them all: a word was written in another way, or is of no use.
    static func likely(_ words: String, near centre: Centre.ID, limit: Int = 4, in act: Act) throws -> [School] {
        let all = SchoolWords.query(words)
        let fewer = [all] + all.indices.map { left in all.indices.filter { $0 != left }.map { all[$0] } }
        for words in fewer where !words.isEmpty {
            let found = try list(Filter(words: words, near: centre), .azbuka, limit: limit, in: act)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// What a choice in a form leads to: the school that was chosen, or those that the words find.
    /// - Parameter centre: whose territory comes first.
    package static func schools(for choice: SchoolChoice, near centre: Centre.ID, _ alphabet: Alphabet, in act: Act) throws -> [School] {
        switch choice {
        case .none, .proposed: []
        case .known(let id): [try school(id, in: act)]
        case .words(let words): try search(words: words, near: centre, alphabet, in: act)
        }
    }

    /// Whether none was ever brought.
    package static func isEmpty(in act: Act) throws -> Bool { try !act.db.exists("SELECT id FROM school LIMIT 1") }

    /// Names for a set of schools: one query.
    package static func names(_ schools: [School.ID], in act: Act) throws -> [School.ID: String] {
        guard !schools.isEmpty else { return [:] }
        let rows = try act.db.rows("SELECT id, name FROM school WHERE id IN \(list: schools)")
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0["id"], try $0["name"]) })
    }

    /// The schools of a list that a room above keeps.
    /// - Parameter list: a query with the columns `school` and `place`; the schools come in the order of their places.
    package static func schools(listedBy list: SQL, in act: Act) throws -> [School] {
        try act.db.rows("SELECT \(columns) FROM \(tables) JOIN (\(list)) listed ON listed.school = s.id ORDER BY listed.place").map(School.init(row:))
    }

    package static func list(_ filter: Filter, _ alphabet: Alphabet, limit: Int, offset: Int = 0, in act: Act) throws -> [School] {
        let found: SQL = filter.words.isEmpty ? "" : "JOIN \(act.db.found("school", filter.words)) f ON f.subject = s.id"
        let grade: SQL = filter.words.isEmpty ? "" : "f.grade, "
        let near: SQL = filter.near.map { "CASE WHEN t.centre = \($0) THEN 0 ELSE 1 END, " } ?? ""
        return try act.db.rows("""
            SELECT \(columns) FROM \(tables) \(found) WHERE \(conditions(filter))
            ORDER BY \(near)\(grade)s.\(SortKeys.column(alphabet)), s.id LIMIT \(limit) OFFSET \(offset)
            """).map(School.init(row:))
    }

    package static func count(_ filter: Filter, in act: Act) throws -> Int {
        let found: SQL = filter.words.isEmpty ? "" : "JOIN \(act.db.found("school", filter.words)) f ON f.subject = s.id"
        return try act.db.count("SELECT count(*) FROM \(tables) \(found) WHERE \(conditions(filter))")
    }

    private static let columns: SQL = "s.*, m.name AS municipality_name, m.district, m.latitude, m.longitude, t.centre AS holder"
    private static let tables: SQL = "school s JOIN municipality m ON m.id = s.municipality LEFT JOIN centre_territory t ON t.municipality = s.municipality"

    private static func conditions(_ filter: Filter) -> SQL {
        var conditions: [SQL] = ["s.closed = \(filter.isClosed)"]
        if let kind = filter.kind { conditions.append("s.kind = \(kind)") }
        if let territory = filter.territory { conditions.append("t.centre = \(territory)") }
        return .joined(conditions, " AND ")
    }
}

extension SchoolStore {
    /// Adds a school that no list has yet. Its municipality must lie where the actor may change schools.
    package static func open(_ details: SchoolDetails, in act: Act) throws -> School.ID {
        try require(details.municipality, in: act)
        let id = try add(details, key: SchoolKey(source: SchoolKey.own, number: Token.random().text), in: act)
        try act.record(T.centres.schoolAdded, .school(id), centre: TerritoryStore.holder(of: details.municipality, in: act))
        try act.touchPublicPages()
        return id
    }

    /// Changes what is known of a school, and leaves a trace of what it was.
    package static func edit(_ id: School.ID, to details: SchoolDetails, in act: Act) throws {
        let school = try changeable(id, in: act)
        try require(details.municipality, in: act)
        try change(id, to: details, in: act)
        var changes = zip(school.details.texts, details.texts).map { Change($0.column, from: $0.value, to: $1.value) }
        changes.append(Change("kind", from: school.kind.rawValue, to: details.kind.rawValue))
        let town = try MunicipalityStore.municipality(details.municipality, in: act).name
        changes.append(Change("municipality", from: school.municipality, to: town))
        try act.record(T.centres.schoolChanged, .school(id), centre: school.holder, changes: changes)
        try act.touchPublicPages()
    }

    /// A closed school is no longer offered, and stays in everything that was written under its name.
    package static func setClosed(_ isClosed: Bool, _ id: School.ID, in act: Act) throws {
        let school = try changeable(id, in: act)
        guard school.isClosed != isClosed else { return }
        try act.db.run("UPDATE school SET closed = \(isClosed) WHERE id = \(id)")
        try act.record(isClosed ? T.centres.schoolClosed : T.centres.schoolReopened, .school(id), centre: school.holder)
        try act.touchPublicPages()
    }

    private static func require(_ municipality: Municipality.ID, in act: Act) throws {
        let isReal = try act.db.exists("SELECT 1 AS known FROM municipality WHERE id = \(municipality)")
        guard isReal, act.by.looksAfter(placesOf: try TerritoryStore.holder(of: municipality, in: act)) else {
            throw Problem.invalid("municipality", T.centres.outsideTerritory)
        }
    }
}

extension SchoolStore {
    static func add(_ details: SchoolDetails, key: SchoolKey, in act: Act) throws -> School.ID {
        let keys = SortKeys(details.name)
        let id = School.ID(try act.db.insert("""
            INSERT INTO school (source, source_id, name, kind, municipality, place, address, email, phone, website, pib, company_number, jbkjs,
                                key_azbuka, key_abeceda, key_lithuanian)
            VALUES (\(key.source), \(key.number), \(details.name), \(details.kind), \(details.municipality), \(details.place), \(details.address),
                    \(details.email), \(details.phone), \(details.website), \(details.pib), \(details.companyNumber), \(details.jbkjs),
                    \(keys.azbuka), \(keys.abeceda), \(keys.lithuanian)) RETURNING id
            """))
        try index(id, details, in: act)
        return id
    }

    static func change(_ id: School.ID, to details: SchoolDetails, in act: Act) throws {
        let keys = SortKeys(details.name)
        try act.db.run("""
            UPDATE school SET name = \(details.name), kind = \(details.kind), municipality = \(details.municipality), place = \(details.place),
                address = \(details.address), email = \(details.email), phone = \(details.phone), website = \(details.website), pib = \(details.pib),
                company_number = \(details.companyNumber), jbkjs = \(details.jbkjs),
                key_azbuka = \(keys.azbuka), key_abeceda = \(keys.abeceda), key_lithuanian = \(keys.lithuanian)
            WHERE id = \(id)
            """)
        try index(id, details, in: act)
    }

    /// What stands under each key of the lists they came from.
    package static func keyed(in act: Act) throws -> [SchoolKey: (id: School.ID, entry: SchoolDetails)] {
        let rows = try act.db.rows("SELECT * FROM school").map { row in
            (SchoolKey(source: try row["source"], number: try row["source_id"]), (id: try row["id"] as School.ID, entry: try SchoolDetails(row: row)))
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    static func details(_ id: School.ID, in act: Act) throws -> SchoolDetails? {
        try act.db.row("SELECT * FROM school WHERE id = \(id)").map(SchoolDetails.init(row:))
    }

    static func remove(_ id: School.ID, in act: Act) throws {
        try act.db.unindex("school", id.value)
        try act.db.run("DELETE FROM school WHERE id = \(id)")
    }

    package static func reindex(in act: Act) throws {
        for row in try act.db.rows("SELECT * FROM school ORDER BY id") { try index(row["id"], SchoolDetails(row: row), in: act) }
    }

    /// After a municipality got another name its schools are found by that.
    static func index(schoolsOf municipality: Municipality.ID, in act: Act) throws {
        for row in try act.db.rows("SELECT * FROM school WHERE municipality = \(municipality)") {
            try index(row["id"], SchoolDetails(row: row), in: act)
        }
    }

    private static func index(_ id: School.ID, _ details: SchoolDetails, in act: Act) throws {
        let town: String = try act.db.value("SELECT name FROM municipality WHERE id = \(details.municipality)") ?? ""
        let body = [details.place, town, details.address, details.pib].joined(separator: " ")
        let words = [Fold.indexText(details.name), SchoolWords.indexed(details.name, details.kind)]
        try act.db.index("school", id.value, SearchText(
            title: words.joined(separator: " "), body: [Fold.indexText(body), SchoolWords.indexed(body)].joined(separator: " ")))
    }
}
