package import Accounts
package import Centres
package import Kernel
import Languages
import Planning
import Schools
import Storage

/// To whom informers went, and who passed them on.
package enum InformerSendingStore {
    /// Letters that remind leave at these hours of the centre.
    private static let hours = 7..<20

    // MARK: Read

    /// To whom an informer went, for its centre.
    package static func sendings(of id: Informer.ID, in act: Act) throws -> [InformerSending] {
        _ = try InformerStore.informer(id, in: act)
        return try sendings("WHERE s.informer = \(id) ORDER BY c.key_azbuka, s.id", in: act)
    }

    /// All that a centre has sent, the newest first.
    package static func sendings(from centre: Centre.ID, in act: Act) throws -> [InformerSending] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try sendings("WHERE i.centre = \(centre) ORDER BY s.sent DESC, s.id LIMIT 5000", in: act)
    }

    /// What waits for somebody, and what they passed on lately.
    package static func sendings(to person: Person.ID, at centre: Centre.ID, limit: Int, in act: Act) throws -> [InformerSending] {
        try sendings("WHERE s.person = \(person) AND i.centre = \(centre) AND i.state = 'published' ORDER BY s.sent DESC, s.id LIMIT \(limit)", in: act)
    }

    package static func sendings(of school: School.ID, at centre: Centre.ID, limit: Int, in act: Act) throws -> [InformerSending] {
        try sendings("WHERE s.school = \(school) AND i.centre = \(centre) AND i.state = 'published' ORDER BY s.sent DESC, s.id LIMIT \(limit)", in: act)
    }

    /// - Throws: `Problem.missing` unless the key is right.
    package static func sending(_ id: InformerSending.ID, key: String, _ seal: Seal, at centre: Centre.ID, in act: Act) throws -> InformerSending {
        guard key == InformerSending.key(id, seal) else { throw Problem.missing }
        guard let sending = try sendings("WHERE s.id = \(id) AND i.centre = \(centre) AND i.state = 'published'", in: act).first else { throw Problem.missing }
        return sending
    }

    private static func sendings(_ condition: SQL, in act: Act) throws -> [InformerSending] {
        try act.db.rows("""
            SELECT s.*, i.first_day, c.name AS school_name, p.given_name, p.family_name FROM informer_sending s JOIN informer i ON i.id = s.informer
            JOIN school c ON c.id = s.school LEFT JOIN person p ON p.id = s.person \(condition)
            """).map { row in
            let first: Day = try row["first_day"], given: String? = try row["given_name"], family: String? = try row["family_name"]
            return InformerSending(
                id: try row["id"], informer: try row["informer"], month: OfferMonth(first), school: try row["school"], schoolName: try row["school_name"],
                person: try row["person"], personName: given.map { PersonName(given: $0, family: family ?? "").full } ?? "", sent: try row["sent"],
                reminded: try row["reminded"], passed: try row["passed"])
        }
    }

    /// Who is told: heads that want to hear anything, and where a school has no head whoever looks after it.
    package static func readers(at centre: Centre.ID, in act: Act) throws -> [(school: School.ID, person: Person.ID)] {
        let rows = try act.db.rows("""
            SELECT d.school, d.person, d.duty FROM school_duty d JOIN role r ON r.school = d.school AND r.person = d.person AND r.role = 'school'
            JOIN person p ON p.id = d.person
            WHERE d.centre = \(centre) AND (d.digest <> 'never' OR d.duty = 'coordinator') AND p.erased IS NULL AND p.email IS NOT NULL AND p.verified IS NOT NULL
            ORDER BY d.school, d.person
            """)
        let heads = Set(try act.db.rows("SELECT school FROM school_duty WHERE centre = \(centre) AND duty = 'head'").map { try $0["school"] as School.ID })
        return try rows.compactMap { row in
            let school: School.ID = try row["school"], person: Person.ID = try row["person"], duty: SchoolDuty = try row["duty"]
            return duty == .head || !heads.contains(school) ? (school: school, person: person) : nil
        }
    }

    // MARK: Sent

    /// Sends it to everybody whom it has not gone to yet.
    /// - Returns: to how many.
    @discardableResult
    package static func send(_ id: Informer.ID, _ seal: Seal, in act: Act) throws -> Int {
        let informer = try InformerStore.held(id, in: act)
        guard informer.state == .published else { throw Problem.conflict(T.informer.publishFirst) }
        let gone = Set(try act.db.rows("SELECT school, person FROM informer_sending WHERE informer = \(id) AND person IS NOT NULL").map { row in
            let school: School.ID = try row["school"], person: Person.ID = try row["person"]
            return "\(school) \(person)"
        })
        var sent = 0
        for reader in try readers(at: informer.centre, in: act) where !gone.contains("\(reader.school) \(reader.person)") {
            let sending = InformerSending.ID(try act.db.insert("""
                INSERT INTO informer_sending (informer, school, person, sent) VALUES (\(id), \(reader.school), \(reader.person), \(act.now)) RETURNING id
                """))
            guard let made = try sendings("WHERE s.id = \(sending)", in: act).first else { continue }
            try InformerLetters.tell(made, of: informer, seal, isReminder: false, in: act)
            sent += 1
        }
        let change = Change("schools", from: "\(gone.count)", to: "\(gone.count + sent)")
        try act.record(T.informer.sentDeed, .informer(id), centre: informer.centre, changes: [change])
        return sent
    }

    /// It was passed on to the staff room; who says it twice is not refused.
    package static func pass(_ sending: InformerSending, in act: Act) throws {
        try act.db.hold("informer_sending", sending.id.value)
        guard try act.db.run("UPDATE informer_sending SET passed = \(act.now) WHERE id = \(sending.id) AND passed IS NULL") == 1 else { return }
        let centre: Centre.ID? = try act.db.value("SELECT centre FROM informer WHERE id = \(sending.informer)")
        try act.record(T.informer.passedDeed, .informer(sending.informer), under: .school(sending.school), centre: centre)
    }

    /// Each reminder in an act of its own.
    @Sendable package static func remindAll(_ records: Records, _ seal: Seal) async throws {
        let ready = try await records.read(as: .system) { act in
            try sendings("""
                WHERE s.passed IS NULL AND s.reminded IS NULL AND s.person IS NOT NULL AND i.state = 'published'
                    AND s.sent <= \(act.now.adding(days: -InformerSending.remindDays)) AND s.sent > \(act.now.adding(days: -InformerSending.openDays))
                ORDER BY s.id LIMIT 500
                """, in: act).filter { $0.wantsReminder(at: act.now) }.map(\.id)
        }
        for id in ready { try await records.write(by: .system) { try remind(id, seal, in: $0) } }
    }

    private static func remind(_ id: InformerSending.ID, _ seal: Seal, in act: Act) throws {
        try act.db.hold("informer_sending", id.value)
        guard let sending = try sendings("WHERE s.id = \(id) AND i.state = 'published'", in: act).first, sending.wantsReminder(at: act.now) else { return }
        guard let informer = try InformerStore.informers("WHERE id = \(sending.informer)", in: act).first else { return }
        guard hours.contains(try CentreStore.centre(informer.centre, in: act).zone.time(of: act.now).hour) else { return }
        try act.db.run("UPDATE informer_sending SET reminded = \(act.now) WHERE id = \(id)")
        try InformerLetters.tell(sending, of: informer, seal, isReminder: true, in: act)
    }
}
