package import Accounts
package import Centres
import Events
import Imports
package import Kernel
package import Languages
import Storage

/// Certificates of earlier registers as rows: brought by a list, tied to a person, found by what stands on the paper.
package enum EarlierCertificateStore {
    /// All that stand, as an import compares them; and those that can no longer be corrected by a list, for more has become of them.
    static func all(of centres: [Centre.ID], in act: Act) throws -> (known: [(id: Certificate.ID, entry: EarlierCertificate)], settled: Set<Certificate.ID>) {
        let rows = try act.db.rows("""
            SELECT c.*, EXISTS (SELECT 1 FROM certificate d WHERE d.duplicate_of = c.id) AS copied FROM certificate c
            WHERE c.earlier AND c.facts IS NOT NULL AND c.centre IN \(list: centres) ORDER BY c.id
            """)
        let known = try rows.compactMap { row in try entry(Certificate(row: row)).map { (id: try row["id"] as Certificate.ID, entry: $0) } }
        let settled = try rows.filter { try $0["copied"] as Bool || $0["state"] as CertificateState != .valid }.map { try $0["id"] as Certificate.ID }
        return (known, Set(settled))
    }

    static func entry(_ id: Certificate.ID, in act: Act) throws -> EarlierCertificate? {
        try act.db.row("SELECT * FROM certificate WHERE id = \(id) AND earlier").flatMap { try entry(Certificate(row: $0)) }
    }

    private static func entry(_ certificate: Certificate) -> EarlierCertificate? {
        guard let facts = certificate.facts, let day = certificate.day else { return nil }
        var entry = EarlierCertificate(
            centre: certificate.centre, kind: certificate.kind, label: certificate.label, name: certificate.name, title: facts.title, language: facts.writtenIn, day: day)
        (entry.school, entry.hours, entry.points) = (facts.school ?? "", certificate.hours, certificate.points)
        (entry.first, entry.last) = (facts.firstDay.flatMap { Day(iso: $0) }, facts.lastDay.flatMap { Day(iso: $0) })
        (entry.number, entry.cycle) = (facts.programme?.number ?? "", facts.programme?.cycle ?? "")
        (entry.person, entry.event) = (certificate.person, certificate.event)
        return entry
    }

    /// Numbers that are given here already, of the centre's own registers: a book of the same year may go on in this system.
    static func labels(of centres: [Centre.ID], in act: Act) throws -> Set<String> {
        Set(try act.db.rows("""
            SELECT kind, label FROM certificate WHERE NOT earlier AND duplicate_of IS NULL AND state <> 'prepared' AND centre IN \(list: centres)
            """).map { "\(try $0["kind"] as CertificateKind) \(EarlierCertificateKey.folded(try $0["label"]))" })
    }

    // MARK: Verbs of an import

    static func add(_ entry: EarlierCertificate, in act: Act) throws -> Certificate.ID {
        guard act.by.coordinates(entry.centre) else { throw Problem.missing }
        let centre = try CentreStore.centre(entry.centre, in: act)
        let register = try RegisterStore.earlier(entry.kind, year: entry.year, of: centre, in: act)
        let code = CertificateCode.random()
        let facts = try entry.facts(issuer: issuer(centre, in: act), code: code).text()
        let id = Certificate.ID(try act.db.insert("""
            INSERT INTO certificate (centre, kind, part, state, person, event, name, key_azbuka, hours, points, approved, facts, code, register, number, label, day,
                                     issued, earlier)
            VALUES (\(entry.centre), \(entry.kind), \(CertificatePart.participant), \(CertificateState.valid), \(entry.person), \(entry.event), \(entry.name),
                    \(SortKey.make(entry.name, alphabet: .azbuka)), \(entry.hours), \(entry.points), \(entry.points), \(facts), \(code), \(register),
                    \(EarlierNumbering(entry.label).number), \(entry.label), \(entry.day), \(issued(entry, centre)), \(true)) RETURNING id
            """))
        if let person = entry.person { try PersonStore.keep(person, in: act) }
        try CertificateStore.index(id, CertificateFacts(text: facts), in: act)
        try RegisterSealStore.add(.brought, id, facts: facts, at: entry.centre, in: act)
        try act.record(T.certificates.earlierBrought, .certificate(id), centre: entry.centre, retention: .register)
        return id
    }

    static func change(_ id: Certificate.ID, to entry: EarlierCertificate, in act: Act) throws {
        let certificate = try CertificateStore.certificate(id, in: act)
        guard certificate.isEarlier, certificate.facts != nil, act.by.coordinates(certificate.centre) else { throw Problem.missing }
        let centre = try CentreStore.centre(entry.centre, in: act)
        let facts = try entry.facts(issuer: issuer(centre, in: act), code: certificate.code).text()
        try act.db.run("""
            UPDATE certificate SET person = \(entry.person), event = \(entry.event), name = \(entry.name), key_azbuka = \(SortKey.make(entry.name, alphabet: .azbuka)),
                hours = \(entry.hours), points = \(entry.points), approved = \(entry.points), facts = \(facts), number = \(EarlierNumbering(entry.label).number),
                label = \(entry.label), day = \(entry.day), issued = \(issued(entry, centre))
            WHERE id = \(id)
            """)
        try CertificateStore.index(id, CertificateFacts(text: facts), in: act)
        try RegisterSealStore.add(.corrected, id, facts: facts, at: entry.centre, in: act)
        try act.record(T.certificates.earlierCorrected, .certificate(id), centre: entry.centre, changes: [
            Change("name", from: certificate.name, to: entry.name), Change("label", from: certificate.label, to: entry.label),
            Change("points", from: "\(certificate.points)", to: "\(entry.points)"),
        ], retention: .register)
    }

    /// Takes back what a list brought by mistake. One of which a duplicate was made does not go: the database refuses.
    static func remove(_ id: Certificate.ID, in act: Act) throws {
        guard let centre: Centre.ID = try act.db.value("SELECT centre FROM certificate WHERE id = \(id) AND earlier") else { throw Problem.missing }
        try act.db.unindex("certificate", id.value)
        try act.db.run("DELETE FROM certificate WHERE id = \(id)")
        try RegisterSealStore.add(.removed, id, facts: nil, at: centre, in: act)
        try act.record(T.certificates.dropped, .certificate(id), centre: centre)
    }

    /// Noon of the day of issue: an old register tells no hour.
    private static func issued(_ entry: EarlierCertificate, _ centre: Centre) -> Instant { centre.zone.startOfDay(entry.day).adding(hours: 12) }

    private static func issuer(_ centre: Centre, in act: Act) -> CertificateFacts.Issuer {
        CertificateFacts.Issuer(name: Canonical.line(centre.name), address: Canonical.line(centre.street), site: centre.origin(default: act.address), logo: nil)
    }

    // MARK: Who it is

    /// Says whose it is, or that nobody knows.
    package static func tie(_ id: Certificate.ID, to person: Person.ID?, in act: Act) throws {
        let certificate = try CertificateStore.certificate(id, in: act)
        guard certificate.isEarlier, certificate.facts != nil, act.by.coordinates(certificate.centre) else { throw Problem.missing }
        if let person, try !PersonStore.sees(person, from: certificate.centre, in: act) { throw Problem.missing }
        let names = try PersonStore.names(of: Set([person, certificate.person].compactMap(\.self)), in: act)
        try act.db.run("UPDATE certificate SET person = \(person) WHERE id = \(id) OR duplicate_of = \(id)")
        if let person { try PersonStore.keep(person, in: act) }
        try act.record(T.certificates.earlierTied, .certificate(id), centre: certificate.centre, changes: [
            Change("person", from: certificate.person.flatMap { names[$0] } ?? "", to: person.flatMap { names[$0] } ?? ""),
        ])
    }

    /// The certificate whose paper somebody holds: number, day of issue and family name must all be as on it.
    package static func found(_ label: String, on day: Day, name: String, in act: Act) throws -> CertificateCode? {
        let (label, words) = (EarlierCertificateKey.folded(label), Set(Fold.tokens(name)))
        guard !label.isEmpty, !words.isEmpty else { return nil }
        return try act.db.rows("SELECT code, label, name FROM certificate WHERE earlier AND day = \(day) AND state <> 'prepared' AND facts IS NOT NULL ORDER BY id")
            .first { row in
                let (written, bearer): (String, String) = (try row["label"], try row["name"])
                return EarlierCertificateKey.folded(written) == label && words.isSubset(of: Fold.tokens(bearer))
            }.map { try $0["code"] }
    }
}
