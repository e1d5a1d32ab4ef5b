package import Centres
package import Kernel
package import Languages
import Storage

/// At which institutions people are known beside where they say that they work: each room above tells of those that it knows.
package struct SchoolsAsked: Question {
    package typealias Answer = [(person: Person.ID, school: School.ID)]
    package let people: [Person.ID]
}

/// People who may be one, found by name, telephone and institution among those with whom a centre has to do.
package enum LikelyDoubleStore {
    private static let most = 200

    /// Who is known by the address that was written.
    package static func known(by written: WrittenDown, in act: Act) throws -> Person? {
        try written.email.flatMap { try PersonStore.person(email: $0.text, in: act) }
    }

    /// Those who may be the one that is written down. Whoever is known by the address is that one.
    package static func doubles(of written: WrittenDown, at centre: Centre.ID, in act: Act) throws -> [LikelyDouble] {
        let key = written.name.key
        guard !key.isEmpty, try known(by: written, in: act) == nil else { return [] }
        let people = try act.db.rows("""
            SELECT p.* FROM person p WHERE p.id IN (\(bearing(key))) AND p.erased IS NULL AND p.id IN (\(PersonStore.ties(to: centre, in: act)))
            ORDER BY p.id LIMIT \(most)
            """).map(Person.init(row:))
        let schools = try schools(of: people.map(\.id), in: act), former = try former(of: people.map(\.id), in: act)
        let said = Bearing(name: key, phone: Person.phoneKey(written.phone), schools: Set([written.school].compactMap(\.self)))
        return try told(people.filter { Likeness(said, bearing($0, schools, former)) != nil }, schools, in: act)
    }

    /// The same among those who work or worked at an institution, for whoever keeps its list: nobody else is told to them.
    package static func doubles(of written: WrittenDown, workingAt school: School.ID, in act: Act) throws -> [LikelyDouble] {
        let key = written.name.key
        guard !key.isEmpty, try known(by: written, in: act) == nil else { return [] }
        return try act.db.rows("""
            SELECT p.* FROM person p WHERE p.id IN (\(bearing(key))) AND p.erased IS NULL AND p.id IN (SELECT person FROM employment WHERE school = \(school))
            ORDER BY p.id LIMIT \(most)
            """).map { LikelyDouble(person: try Person(row: $0), schools: []) }
    }

    /// Pairs that may be one, by name; those of whom staff said that they are two are left out.
    static func pairs(at centre: Centre.ID, sorted alphabet: Alphabet, in act: Act) throws -> [LikelyPair] {
        let ties = try PersonStore.ties(to: centre, in: act)
        let rows = try act.db.rows("""
            SELECT a.id AS one, b.id AS other FROM (
                SELECT one.id AS one, two.id AS two FROM person one JOIN person two ON two.name_key = one.name_key AND two.id > one.id WHERE one.name_key <> ''
                UNION SELECT CASE WHEN f.person < p.id THEN f.person ELSE p.id END, CASE WHEN f.person < p.id THEN p.id ELSE f.person END
                FROM former_name f JOIN person p ON p.name_key = f.name_key AND p.id <> f.person WHERE f.name_key <> ''
            ) n JOIN person a ON a.id = n.one JOIN person b ON b.id = n.two
            WHERE a.erased IS NULL AND b.erased IS NULL AND a.id IN (\(ties)) AND b.id IN (\(ties))
                AND NOT EXISTS (SELECT 1 FROM told_apart t WHERE t.person = a.id AND t.other = b.id)
            ORDER BY a.\(SortKeys.column(alphabet)), a.id, b.id LIMIT \(most)
            """).map { (one: try $0["one"] as Person.ID, other: try $0["other"] as Person.ID) }
        let ids = Array(Set(rows.flatMap { [$0.one, $0.other] }))
        let people = try act.db.rows("SELECT * FROM person WHERE id IN \(list: ids)").map(Person.init(row:))
        let schools = try schools(of: ids, in: act), former = try former(of: ids, in: act)
        let byId = Dictionary(uniqueKeysWithValues: try told(people, schools, in: act).map { ($0.person.id, $0) })
        return rows.compactMap { row in
            guard let one = byId[row.one], let other = byId[row.other] else { return nil }
            return Likeness(bearing(one.person, schools, former), bearing(other.person, schools, former)).map { LikelyPair(one: one, other: other, why: $0) }
        }
    }

    /// Others of the same name, for whoever merges: staff know more than telephones tell.
    static func namesakes(of person: Person, at centre: Centre.ID, in act: Act) throws -> [LikelyDouble] {
        let people = try act.db.rows("""
            SELECT p.* FROM person p WHERE p.id IN (\(bearing(person.name.key))) AND p.id <> \(person.id) AND p.erased IS NULL
                AND p.id IN (\(PersonStore.ties(to: centre, in: act))) ORDER BY p.id LIMIT 20
            """).map(Person.init(row:))
        return try told(people, schools(of: people.map(\.id), in: act), in: act)
    }

    /// All with whom a centre has to do, by every name that they have or had: three queries.
    package static func bearers(at centre: Centre.ID, in act: Act) throws -> [String: [KnownBearer]] {
        let ties = try PersonStore.ties(to: centre, in: act)
        var schools: [Person.ID: Set<School.ID>] = [:]
        for row in try act.db.rows("SELECT person, school FROM employment WHERE person IN (\(ties))") {
            schools[try row["person"], default: []].insert(try row["school"])
        }
        var bearers: [String: [KnownBearer]] = [:]
        func add(_ key: String, _ person: Person.ID) { bearers[key, default: []].append(KnownBearer(person: person, schools: schools[person] ?? [])) }
        for row in try act.db.rows("SELECT id, name_key FROM person WHERE erased IS NULL AND name_key <> '' AND id IN (\(ties))") {
            add(try row["name_key"], try row["id"])
        }
        let former = try act.db.rows("""
            SELECT DISTINCT f.person, f.name_key FROM former_name f JOIN person p ON p.id = f.person AND p.name_key <> f.name_key WHERE f.person IN (\(ties))
            """)
        for row in former {
            add(try row["name_key"], try row["person"])
        }
        return bearers
    }

    /// Those whose name is written so, in either script and in any order of its words, among those with whom a centre has to do.
    package static func named(_ name: String, at centre: Centre.ID, in act: Act) throws -> [LikelyDouble] {
        let key = PersonName.key(of: name)
        guard !key.isEmpty else { return [] }
        let people = try act.db.rows("""
            SELECT p.* FROM person p WHERE p.id IN (\(bearing(key))) AND p.erased IS NULL AND p.id IN (\(PersonStore.ties(to: centre, in: act)))
            ORDER BY p.id LIMIT 20
            """).map(Person.init(row:))
        return try told(people, schools(of: people.map(\.id), in: act), in: act)
    }

    /// Who is written down: known by the address, else who was meant, else somebody new.
    package static func person(of written: WrittenDown, speaking language: Language, in act: Act) throws -> Person.ID {
        if let known = try known(by: written, in: act) { return known.id }
        if let meant = written.meant {
            try PersonStore.complete(meant, email: written.email, phone: written.phone, in: act)
            return meant
        }
        let person = try PersonStore.add(written.name, email: written.email?.text, verified: nil, phone: written.phone, language: language, in: act)
        try tellApart(person, from: written.others, in: act)
        return person
    }

    /// Staff say that one is none of the others.
    static func tellApart(_ person: Person.ID, from others: [Person.ID], in act: Act) throws {
        for other in others where other != person {
            try act.db.run("INSERT INTO told_apart (person, other) VALUES (\(min(person, other)), \(max(person, other))) ON CONFLICT (person, other) DO NOTHING")
        }
    }

    /// The ids of all who have or had a name that is written so.
    private static func bearing(_ key: String) -> SQL {
        "SELECT id FROM person WHERE name_key = \(key) UNION SELECT person FROM former_name WHERE name_key = \(key)"
    }

    private static func bearing(_ person: Person, _ schools: [Person.ID: Set<School.ID>], _ former: [Person.ID: Set<String>]) -> Bearing {
        Bearing(name: person.name.key, former: former[person.id] ?? [], phone: Person.phoneKey(person.phone), schools: schools[person.id] ?? [])
    }

    private static func former(of people: [Person.ID], in act: Act) throws -> [Person.ID: Set<String>] {
        guard !people.isEmpty else { return [:] }
        return try act.db.rows("SELECT person, name_key FROM former_name WHERE person IN \(list: people)").reduce(into: [:]) { former, row in
            former[try row["person"], default: []].insert(try row["name_key"])
        }
    }

    private static func told(_ people: [Person], _ schools: [Person.ID: Set<School.ID>], in act: Act) throws -> [LikelyDouble] {
        let names = try SchoolStore.names(Array(Set(schools.values.flatMap(\.self))), in: act)
        return people.map { person in LikelyDouble(person: person, schools: (schools[person.id] ?? []).sorted().compactMap { names[$0] }) }
    }

    private static func schools(of people: [Person.ID], in act: Act) throws -> [Person.ID: Set<School.ID>] {
        guard !people.isEmpty else { return [:] }
        var schools: [Person.ID: Set<School.ID>] = [:]
        for row in try act.db.rows("SELECT person, school FROM employment WHERE person IN \(list: people)") {
            schools[try row["person"], default: []].insert(try row["school"])
        }
        for known in try act.ask(SchoolsAsked(people: people)).flatMap(\.self) { schools[known.person, default: []].insert(known.school) }
        return schools
    }
}
