package import Kernel
package import Languages
import Storage

/// The centres of this installation.
package enum CentreStore {
    package static func all(in act: Act) throws -> [Centre] {
        try act.db.rows("SELECT * FROM centre ORDER BY id").map(Centre.init(row:))
    }

    /// - Throws: `Problem.missing` when there is none.
    package static func centre(_ id: Centre.ID, in act: Act) throws -> Centre {
        guard let row = try act.db.row("SELECT * FROM centre WHERE id = \(id)") else { throw Problem.missing }
        return try Centre(row: row)
    }

    /// Makes a centre, empty.
    package static func found(
        name: String, nameInLithuanian: String? = nil, nameInEnglish: String? = nil, country: Country, zone: Zone, language: Language, currency: Currency,
        street: String = "", phone: String = "", email: String, host: String? = nil, in act: Act
    ) throws -> Centre.ID {
        let id = Centre.ID(try act.db.insert("""
            INSERT INTO centre (name, name_lt, name_en, country, zone, language, currency, street, phone, email, host)
            VALUES (\(name), \(nameInLithuanian), \(nameInEnglish), \(country), \(zone), \(language), \(currency), \(street), \(phone), \(email), \(host)) RETURNING id
            """))
        try act.record(T.network.centreFounded, .centre(id), centre: id)
        return id
    }
}
