package import Kernel
package import Languages
import Storage

/// Municipalities and the territories that centres hold.
package enum MunicipalityStore {
    /// All of a country, or all there are, in the order of an alphabet.
    package static func all(_ alphabet: Alphabet = .azbuka, country: Country? = nil, in act: Act) throws -> [Municipality] {
        let condition: SQL = country.map { "WHERE country = \($0)" } ?? ""
        return try act.db.rows("SELECT * FROM municipality \(condition) ORDER BY \(SortKeys.column(alphabet)), id").map(Municipality.init(row:))
    }

    /// - Throws: `Problem.missing` when there is none.
    package static func municipality(_ id: Municipality.ID, in act: Act) throws -> Municipality {
        try act.kept("municipality \(id)") {
            guard let row = try act.db.row("SELECT * FROM municipality WHERE id = \(id)") else { throw Problem.missing }
            return try Municipality(row: row)
        }
    }

    /// Municipalities whose seats are no farther than that from a place, the nearest first.
    package static func near(_ place: Coordinates, within kilometres: Double, in act: Act) throws -> [(municipality: Municipality, kilometres: Double)] {
        try all(in: act)
            .compactMap { town in town.seat.map { (municipality: town, kilometres: place.kilometres(to: $0)) } }
            .filter { $0.kilometres <= kilometres }
            .sorted { $0.kilometres < $1.kilometres }
    }

    static func listed(_ alphabet: Alphabet, in act: Act) throws -> [ListedMunicipality] {
        try act.db.rows("""
            SELECT m.*, t.centre AS holder, (SELECT count(*) FROM school s WHERE s.municipality = m.id AND NOT s.closed) AS schools
            FROM municipality m LEFT JOIN centre_territory t ON t.municipality = m.id ORDER BY m.\(SortKeys.column(alphabet)), m.id
            """).map { ListedMunicipality(municipality: try Municipality(row: $0), holder: try $0["holder"], schools: try $0["schools"]) }
    }

    /// What stands under each key of the lists they came from.
    static func keyed(in act: Act) throws -> [MunicipalityKey: (id: Municipality.ID, entry: MunicipalityDraft)] {
        let rows = try act.db.rows("SELECT * FROM municipality").map { row in
            let municipality = try Municipality(row: row)
            return (MunicipalityKey(country: municipality.country, number: try row["source_id"]), (id: municipality.id, entry: MunicipalityDraft(of: municipality)))
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    static func remove(_ id: Municipality.ID, in act: Act) throws {
        try act.db.run("DELETE FROM municipality WHERE id = \(id)")
    }

    package static func add(_ draft: MunicipalityDraft, key: MunicipalityKey, in act: Act) throws -> Municipality.ID {
        let keys = SortKeys(draft.name)
        return Municipality.ID(try act.db.insert("""
            INSERT INTO municipality (country, source_id, name, district, latitude, longitude, key_azbuka, key_abeceda, key_lithuanian)
            VALUES (\(key.country), \(key.number), \(draft.name), \(draft.district), \(draft.seat?.latitude), \(draft.seat?.longitude),
                    \(keys.azbuka), \(keys.abeceda), \(keys.lithuanian)) RETURNING id
            """))
    }

    package static func change(_ id: Municipality.ID, to draft: MunicipalityDraft, in act: Act) throws {
        let keys = SortKeys(draft.name)
        try act.db.run("""
            UPDATE municipality SET name = \(draft.name), district = \(draft.district), latitude = \(draft.seat?.latitude), longitude = \(draft.seat?.longitude),
                key_azbuka = \(keys.azbuka), key_abeceda = \(keys.abeceda), key_lithuanian = \(keys.lithuanian)
            WHERE id = \(id)
            """)
        try SchoolStore.index(schoolsOf: id, in: act)
        try act.state(Reworded(.other("municipality", id.value)))
    }
}

extension Actor {
    /// Municipalities and institutions are looked after by the people of the centre whose territory holds them; where no centre does, by those of any.
    package func looksAfter(placesOf holder: Centre.ID?) -> Bool {
        holder.map(coordinates) ?? grants.contains { [.coordinator, .director, .administrator].contains($0.role) }
    }
}


/// Which municipalities a centre answers for. A municipality belongs to one centre at most.
package enum TerritoryStore {
    package static func territory(of centre: Centre.ID, _ alphabet: Alphabet, in act: Act) throws -> [Municipality] {
        try act.db.rows("""
            SELECT m.* FROM municipality m JOIN centre_territory t ON t.municipality = m.id WHERE t.centre = \(centre)
            ORDER BY m.\(SortKeys.column(alphabet)), m.id
            """).map(Municipality.init(row:))
    }

    /// Whether anybody has said yet what the centre answers for.
    package static func isSet(of centre: Centre.ID, in act: Act) throws -> Bool {
        try act.db.exists("SELECT 1 AS own FROM centre_territory WHERE centre = \(centre) LIMIT 1")
    }

    /// The centre of each municipality that has one.
    package static func holders(in act: Act) throws -> [Municipality.ID: Centre.ID] {
        let rows = try act.db.rows("SELECT municipality, centre FROM centre_territory")
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0["municipality"], try $0["centre"]) })
    }

    package static func holder(of municipality: Municipality.ID, in act: Act) throws -> Centre.ID? {
        try act.db.value("SELECT centre FROM centre_territory WHERE municipality = \(municipality)")
    }

    /// Gives a centre exactly these municipalities.
    /// - Throws: a conflict that names the first municipality that another centre holds.
    package static func set(_ municipalities: Set<Municipality.ID>, of centre: Centre.ID, in act: Act) throws {
        try act.db.hold("centre", centre.value)
        let country = try CentreStore.centre(centre, in: act).country
        let known = try MunicipalityStore.all(country: country, in: act)
        guard municipalities.isSubset(of: known.map(\.id)) else { throw Problem.missing }
        let holders = try holders(in: act)
        for taken in known where municipalities.contains(taken.id) {
            guard let holder = holders[taken.id], holder != centre else { continue }
            let name = try CentreStore.centre(holder, in: act).name
            throw Problem.conflict(T.centres.territoryTaken(municipality: .title(taken.name), centre: .title(name)))
        }
        let before = known.filter { holders[$0.id] == centre }
        let after = known.filter { municipalities.contains($0.id) }
        guard before.map(\.id) != after.map(\.id) else { return }
        try act.db.run("DELETE FROM centre_territory WHERE centre = \(centre)")
        for municipality in after {
            try act.db.run("INSERT INTO centre_territory (centre, municipality) VALUES (\(centre), \(municipality.id))")
        }
        let change = Change("territory", from: before.map(\.name).joined(separator: ", "), to: after.map(\.name).joined(separator: ", "))
        try act.record(T.centres.territoryChanged, .centre(centre), centre: centre, changes: [change])
        try act.touchPublicPages()
    }
}
