import Catalogue
import Centres
import Events
import Kernel
import Languages
import Site
import Storage
import Testing

/// What stands in the town before seminars are planned: a catalogue, a hall, municipalities.
extension Town {
    /// A programme of the cycle that runs now: eight hours, groups of up to thirty.
    func programme(_ title: String = "Дигитална учионица", number: String = "101", hours: Int = 8) async throws -> Programme.ID {
        try await app.records.write(by: .system) { act in
            let accreditor = try act.db.value("SELECT id FROM accreditor", as: Int64.self)
                ?? act.db.insert("INSERT INTO accreditor (code, name, country) VALUES ('ZUOV', 'Завод', 'RS') RETURNING id")
            let cycle = try act.db.value("SELECT id FROM cycle", as: Int64.self) ?? act.db.insert("""
                INSERT INTO cycle (accreditor, name, first_day, last_day) VALUES (\(accreditor), '2025/2026–2027/2028.', '2025-09-01', '2028-08-31') RETURNING id
                """)
            let area = try act.db.insert("INSERT INTO cycle_code (cycle, list, code, name) VALUES (\(cycle), 'area', \(number), 'Информатика') RETURNING id")
            let key: [UInt8] = [1]
            let programme = try act.db.insert("""
                INSERT INTO programme (cycle, number, title, hours, area, target, outcomes, key_azbuka, key_abeceda, key_lithuanian)
                VALUES (\(cycle), \(number), \(title), \(hours), \(area), 'наставници', 'Планира час', \(key), \(key), \(key)) RETURNING id
                """)
            try act.db.run("INSERT INTO programme_person (programme, part, name, person) VALUES (\(programme), 'trainer', 'Бранко Његован', \(self.branko.id))")
            return ID(programme)
        }
    }

    func hall(_ name: String = "Сала 1") async throws -> Centres.Hall.ID {
        try await app.records.write(by: .system) { [centre] act in
            ID(try act.db.insert("INSERT INTO hall (centre, name, seats) VALUES (\(centre), \(name), 30) RETURNING id"))
        }
    }

    func municipality(_ name: String, _ latitude: Double, _ longitude: Double) async throws -> Municipality.ID {
        try await app.records.write(by: .system) { act in
            ID(try act.db.insert("""
                INSERT INTO municipality (country, source_id, name, latitude, longitude, key_azbuka, key_abeceda, key_lithuanian)
                VALUES ('RS', \(name), \(name), \(latitude), \(longitude), \(SortKey.make(name, alphabet: .azbuka)),
                        \(SortKey.make(name, alphabet: .abeceda)), \(SortKey.make(name, alphabet: .lithuanian))) RETURNING id
                """))
        }
    }

    /// Fills in the form of a new seminar and sends it: two days in March, unless the story says otherwise.
    @discardableResult
    func plans(_ values: KeyValuePairs<String, String> = [:]) async throws -> Page {
        let page = try await vesna.opens("/staff/events/new")
        let form = try #require(page.form("/staff/events/new"))
        let usual: KeyValuePairs = [
            "title": "Дигитална учионица", "day1": "14.3.2026.", "begins1": "9", "ends1": "15", "place1": "Школска 1",
            "day2": "15.3.2026.", "begins2": "9:30", "ends2": "14 ч", "seats": "30", "seatsMin": "20", "fee": "3.500,00", "points": "8",
            "trainers": "Бранко Његован",
        ]
        let fields = form.fields.filter { field in !usual.contains { $0.key == field.name } } + usual.map { (name: $0.key, value: $0.value) }
        return try await vesna.browser.post(Page.Form(action: form.action, fields: fields), values)
    }

    /// The event that was made last.
    func newest() async throws -> Event {
        try #require(try await app.records.read(as: .system) { try EventStore.events([Event.ID(Int64(try $0.db.count("SELECT max(id) FROM event")))], in: $0).first })
    }
}
