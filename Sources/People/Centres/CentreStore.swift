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
        try act.kept("centre \(id)") {
            guard let row = try act.db.row("SELECT * FROM centre WHERE id = \(id)") else { throw Problem.missing }
            return try Centre(row: row)
        }
    }

    /// The seat of the municipality where a centre stands; nil when nobody has told.
    package static func seat(of id: Centre.ID, in act: Act) throws -> Coordinates? {
        try act.db.row("SELECT m.latitude, m.longitude FROM centre c JOIN municipality m ON m.id = c.municipality WHERE c.id = \(id)")
            .flatMap { Coordinates(latitude: try $0["latitude"], longitude: try $0["longitude"]) }
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
        try act.record(T.centres.centreFounded, .centre(id), centre: id)
        return id
    }

    /// Founds a further centre: the administrator's act. What else it needs its director fills in later.
    package static func found(_ name: String, country: Country, host: String?, email: String, in act: Act) throws -> Centre.ID {
        guard act.by.isAdministrator else { throw Problem.missing }
        if let host, try act.db.exists("SELECT 1 AS taken FROM centre WHERE host = \(host)") { throw Problem.invalid("host", T.centres.hostTaken) }
        return try found(
            name: name, country: country, zone: country.zone, language: country.language, currency: country.currency, email: email, host: host, in: act)
    }

    /// Changes a centre's settings. Its director may, and the administrator, who alone decides on host and zone.
    package static func edit(_ id: Centre.ID, to details: CentreDetails, in act: Act) throws {
        let centre = try centre(id, in: act)
        guard act.by.holds(.director, at: id) else { throw Problem.missing }
        guard act.by.isAdministrator || (details.host == centre.host && details.zone == centre.zone) else { throw Problem.missing }
        if let host = details.host, try act.db.exists("SELECT 1 AS taken FROM centre WHERE host = \(host) AND id <> \(id)") {
            throw Problem.invalid("host", T.centres.hostTaken)
        }
        if let seat = details.municipality, try MunicipalityStore.municipality(seat, in: act).country != centre.country { throw Problem.missing }
        let rules = details.rules
        try act.db.run("""
            UPDATE centre SET name = \(details.name), name_lt = \(details.nameInLithuanian), name_en = \(details.nameInEnglish), host = \(details.host),
                zone = \(details.zone), language = \(details.language), municipality = \(details.municipality),
                street = \(details.street), phone = \(details.phone), email = \(details.email),
                phone_asked = \(details.asks.phone), job_asked = \(details.asks.job),
                offer_hours = \(rules.offerHours), cutoff_days = \(rules.cutoffDays), deadline_days = \(rules.deadlineDays), decision_days = \(rules.decisionDays),
                undo_hours = \(rules.undoHours), names_days = \(rules.namesDays), approval_days = \(rules.approvalDays)
            WHERE id = \(id)
            """)
        try act.record(T.centres.centreChanged, .centre(id), centre: id, changes: changes(from: CentreDetails(of: centre), to: details))
        if details.municipality != centre.municipality { try act.state(Reworded(.centre(id))) }
        try act.touchPublicPages()
    }

    private static func changes(from before: CentreDetails, to after: CentreDetails) -> [Change] {
        func texts(_ details: CentreDetails) -> [(String, String)] {
            [
                ("name", details.name), ("name_lt", details.nameInLithuanian ?? ""), ("name_en", details.nameInEnglish ?? ""), ("host", details.host ?? ""),
                ("zone", details.zone.identifier), ("language", details.language.rawValue), ("municipality", details.municipality?.description ?? ""),
                ("street", details.street), ("phone", details.phone), ("email", details.email),
                ("phone_asked", details.asks.phone.rawValue), ("job_asked", details.asks.job.rawValue),
            ] + SeatRules.limits.map { ($0.field, String(details.rules[keyPath: $0.rule])) }
        }
        return zip(texts(before), texts(after)).map { Change($0.0, from: $0.1, to: $1.1) }
    }
}
