import Accounts
package import Centres
package import Kernel
package import Languages
package import Storage

/// The figures of a night: where the people of all schools stand.
package enum StandingFigureStore {
    /// So many people are read at once: memory does not grow with the region.
    private static let stride = 1_000

    /// Counts this school year and the one before it, of every country.
    package static func count(_ records: Records) async throws {
        let now = SchoolYear(containing: Zone.utc.day(of: records.now))
        for country in Country.allCases {
            for year in [now.previous, now] { try await count(year, in: country, records) }
        }
    }

    private static func count(_ year: SchoolYear, in country: Country, _ records: Records) async throws {
        let packs = try await records.read(as: .system) { try RulePackStore.packs(of: country, in: $0) }
        guard let pack = packs.judging(year) else { return }
        let places = try await records.read(as: .system) { act in try Self.places(of: country, in: act) }
        var (count, last, store, isMore) = (StandingCount(), Person.ID(0), EvidenceStore(), true)
        while isMore {
            let (from, known) = (last, store)
            let (works, evidence, learned) = try await records.read(as: .system) { act in
                var store = known
                let working = try Self.works(after: from, in: year, at: country, act)
                let shown = try store.evidence(of: working.map(\.person), in: packs.earliest(for: year)...year.last, in: act)
                return (working, shown, store)
            }
            store = learned
            for work in works {
                let schools = work.schools.filter { places[$0] != nil }
                guard !schools.isEmpty else { continue }
                count.add(
                    Standing(evidence[work.person] ?? [], in: year, by: pack, of: packs), at: schools, of: Set(schools.compactMap { places[$0] ?? nil }))
            }
            isMore = works.count == stride
            last = works.last?.person ?? last
        }
        let counted = count
        try await records.write(by: .system) { try put(counted, of: year, in: country, $0) }
    }

    /// The schools of a country, each with the centre in whose territory it lies.
    private static func places(of country: Country, in act: Act) throws -> [School.ID: Centre.ID?] {
        try act.db.rows("""
            SELECT s.id, t.centre FROM school s JOIN municipality m ON m.id = s.municipality LEFT JOIN centre_territory t ON t.municipality = m.id
            WHERE m.country = \(country)
            """).reduce(into: [:]) { places, row in places[try row["id"]] = .some(try row["centre"]) }
    }

    /// Who worked where in a country in a school year, the next so many people by their numbers.
    private static func works(
        after last: Person.ID, in year: SchoolYear, at country: Country, _ act: Act
    ) throws -> [(person: Person.ID, schools: Set<School.ID>)] {
        let people: [Person.ID] = try act.db.rows("""
            SELECT DISTINCT e.person FROM employment e JOIN school s ON s.id = e.school JOIN municipality m ON m.id = s.municipality
            WHERE e.person > \(last) AND m.country = \(country) AND \(EmploymentStore.holds(in: year.days))
            ORDER BY e.person LIMIT \(stride)
            """).map { try $0["person"] }
        guard !people.isEmpty else { return [] }
        let schools = try act.db.rows("""
            SELECT e.person, e.school FROM employment e WHERE e.person IN \(list: people) AND \(EmploymentStore.holds(in: year.days))
            """).reduce(into: [Person.ID: Set<School.ID>]()) { schools, row in schools[try row["person"], default: []].insert(try row["school"]) }
        return people.map { ($0, schools[$0] ?? []) }
    }

    private static func put(_ count: StandingCount, of year: SchoolYear, in country: Country, _ act: Act) throws {
        try act.db.run("""
            DELETE FROM standing_figure WHERE year = \(year.start) AND (centre IN (SELECT id FROM centre WHERE country = \(country))
                OR school IN (SELECT s.id FROM school s JOIN municipality m ON m.id = s.municipality WHERE m.country = \(country)))
            """)
        try act.db.insert(many: Batch("standing_figure", ["centre", "school", "year", "requirement", "people", "met", "counted"], rows: count.figures.map { key, figure in
            [
                key.centre.stored, key.school.stored, year.start.stored, .text(key.requirement), figure.people.stored, figure.met.stored, act.now.stored,
            ]
        }))
    }

    // MARK: Read

    /// How many people the newest count looked at, in all schools.
    package static func people(in act: Act) throws -> Int {
        try act.db.count("SELECT count(DISTINCT e.person) FROM employment e WHERE e.school IN (SELECT school FROM standing_figure)")
    }

    /// The figures of a centre and of the schools of its territory, by name; the centre's own first.
    package static func figures(of centre: Centre.ID, in year: SchoolYear, in act: Act) throws -> [StandingFigure] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try act.db.rows("""
            SELECT f.school, f.requirement, f.people, f.met, f.counted, coalesce(s.name, '') AS name, s.key_azbuka
            FROM standing_figure f LEFT JOIN school s ON s.id = f.school
            WHERE f.year = \(year.start) AND (f.centre = \(centre) OR f.school IN (
                SELECT x.id FROM school x JOIN centre_territory t ON t.municipality = x.municipality WHERE t.centre = \(centre)))
            ORDER BY CASE WHEN f.school IS NULL THEN 0 ELSE 1 END, s.key_azbuka, f.school, f.id
            """).map { row in
            StandingFigure(
                school: try row["school"], name: try row["name"], requirement: try row["requirement"], people: try row["people"], met: try row["met"],
                counted: try row["counted"])
        }
    }
}
