package import Accounts
package import Centres
import Events
package import Kernel
import Languages
import Storage

/// Certificates as rows; what becomes of those that are issued is in `CertificateVerbs.swift`.
package enum CertificateStore {
    /// For the centre's own people, and for whom it is about.
    /// - Throws: `Problem.missing` for everybody else.
    package static func certificate(_ id: Certificate.ID, in act: Act) throws -> Certificate {
        guard let certificate = try act.db.row("SELECT * FROM certificate WHERE id = \(id)").map(Certificate.init(row:)) else { throw Problem.missing }
        let isOwn = certificate.state != .prepared && certificate.person != nil && certificate.person == act.by.person
        guard isOwn || act.by.coordinates(certificate.centre) else { throw Problem.missing }
        return certificate
    }

    /// For whoever holds the code. What is not signed yet does not exist.
    package static func certificate(code: CertificateCode, in act: Act) throws -> Certificate? {
        try act.db.row("SELECT * FROM certificate WHERE code = \(code) AND state <> 'prepared'").map(Certificate.init(row:))
    }

    /// The correction that took a certificate's place.
    package static func replacement(of id: Certificate.ID, in act: Act) throws -> Certificate? {
        try act.db.row("SELECT * FROM certificate WHERE replaces = \(id) AND state <> 'prepared'").map(Certificate.init(row:))
    }

    package static func certificates(of batch: CertificateBatch.ID, in act: Act) throws -> [Certificate] {
        try act.db.rows("SELECT * FROM certificate WHERE batch = \(batch) ORDER BY id").map(Certificate.init(row:))
    }

    /// What somebody was given, the newest first.
    package static func certificates(of person: Person.ID, in act: Act) throws -> [Certificate] {
        try act.db.rows("SELECT * FROM certificate WHERE person = \(person) AND state <> 'prepared' ORDER BY issued DESC, id DESC").map(Certificate.init(row:))
    }

    /// What is prepared for somebody and not signed yet.
    static func drafts(of person: Person.ID, in act: Act) throws -> [Certificate] {
        try act.db.rows("SELECT * FROM certificate WHERE person = \(person) AND state = 'prepared' ORDER BY batch, id").map(Certificate.init(row:))
    }

    /// Its duplicates, its original, its correction and what it corrects.
    static func kin(of certificate: Certificate, in act: Act) throws -> [Certificate] {
        try act.db.rows("""
            SELECT * FROM certificate
            WHERE duplicate_of = \(certificate.id) OR id = \(certificate.duplicateOf) OR replaces = \(certificate.id) OR id = \(certificate.replaces)
            ORDER BY id
            """).map(Certificate.init(row:))
    }

    /// A certificate of the centre with all that was done to it.
    /// - Throws: `Problem.missing` for those who do not work there.
    static func sheet(_ id: Certificate.ID, in act: Act) throws -> CertificateSheet {
        let certificate = try certificate(id, in: act)
        guard act.by.coordinates(certificate.centre) else { throw Problem.missing }
        let entries = try JournalEntry.about(.certificate(id), limit: 60, in: act)
        let names = try PersonStore.names(of: Set(entries.compactMap(\.person)), in: act)
        return CertificateSheet(
            certificate: certificate, kin: try kin(of: certificate, in: act),
            history: entries.map { entry in (entry, entry.person.flatMap { names[$0] } ?? "") },
            right: try SigningStore.right(of: act.by, at: certificate.centre, in: act), isDemonstration: try SigningStore.isDemonstration(in: act))
    }

    /// A certificate as whoever holds its code is told of it.
    static func checked(_ code: CertificateCode, in act: Act) throws -> CheckedCertificate? {
        guard let certificate = try certificate(code: code, in: act) else { return nil }
        let original = certificate.duplicateOf ?? certificate.id
        return CheckedCertificate(
            certificate, of: try CentreStore.centre(certificate.centre, in: act),
            replacedBy: try certificate.state == .replaced ? replacement(of: original, in: act)?.label : nil,
            key: try certificate.key.flatMap { try SigningKeyStore.key($0, in: act) })
    }

    /// One page of a register, by number; duplicates follow their original.
    package static func certificates(in register: Register.ID, limit: Int, offset: Int, in act: Act) throws -> [Certificate] {
        try act.db.rows("""
            SELECT * FROM certificate WHERE register = \(register) ORDER BY number NULLS LAST, label, id LIMIT \(limit) OFFSET \(offset)
            """).map(Certificate.init(row:))
    }

    package static func count(in register: Register.ID, in act: Act) throws -> Int {
        try act.db.count("SELECT count(*) FROM certificate WHERE register = \(register)")
    }

    /// Found by number, by the printed name, by the title, and by every name that its bearer has or had; in either script.
    package static func search(_ text: String, at centre: Centre.ID, limit: Int = 50, in act: Act) throws -> [Certificate] {
        guard act.by.coordinates(centre) else { return [] }
        let words = Fold.query(text)
        guard !words.isEmpty else { return [] }
        return try act.db.rows("""
            SELECT c.* FROM certificate c WHERE c.centre = \(centre) AND c.state <> 'prepared' AND (
                c.id IN (SELECT f.subject FROM \(act.db.found("certificate", words)) f) OR c.person IN (SELECT f.subject FROM \(act.db.found("person", words)) f))
            ORDER BY c.issued DESC, c.id DESC LIMIT \(limit)
            """).map(Certificate.init(row:))
    }

    /// Who has something that counts from an event.
    /// - Parameter kind: only of that kind; a trainer with a confirmation may be thanked too.
    static func bearers(of event: Event.ID, _ kind: CertificateKind? = nil, in act: Act) throws -> Set<CertificatePlan.Bearer> {
        let kinds: SQL = kind.map { "AND kind = \($0)" } ?? ""
        return Set(try act.db.rows("""
            SELECT part, person, name FROM certificate WHERE event = \(event) AND state IN ('prepared', 'valid') AND duplicate_of IS NULL \(kinds)
            """).map { CertificatePlan.Bearer(part: try $0["part"], person: try $0["person"], name: try $0["name"]) })
    }

    /// Digests of the codes of all that is no longer good: enough to recognise one, too little to find any.
    package static func ended(in act: Act) throws -> [String] {
        try act.db.rows("SELECT code FROM certificate WHERE state IN ('void', 'replaced') ORDER BY ended, id").map { StatusList.mark(try $0["code"]) }
    }

    /// The pictures on their papers, by their digests.
    package static func pictures(of certificates: [Certificate], in act: Act) throws -> [String: [UInt8]] {
        let digests = Set(certificates.compactMap(\.facts?.issuer.logo))
        return try LogoStore.pictures(digests, in: act).reduce(into: [:]) { $0.merge($1.pictures) { $1 } }
    }

    /// What this room tells somebody who asks what is held.
    package static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        HeldData("certificate", try (certificates(of: person, in: act) + drafts(of: person, in: act)).map { certificate in
            ["number": certificate.label, "kind": certificate.kind.rawValue, "part": certificate.part.rawValue, "name": certificate.name, "title": certificate.title,
             "day": certificate.day?.iso ?? "", "state": certificate.state.rawValue, "code": certificate.code.grouped,
             "origin": certificate.isEarlier ? "earlier register" : "this register"]
        })
    }

    package static func reindex(in act: Act) throws {
        for certificate in try act.db.rows("SELECT * FROM certificate WHERE state <> 'prepared' ORDER BY id").map(Certificate.init(row:)) {
            if let facts = certificate.facts { try index(certificate.id, facts, in: act) }
        }
    }

    static func index(_ id: Certificate.ID, _ facts: CertificateFacts, in act: Act) throws {
        try act.db.index("certificate", id.value, words(of: facts))
    }

    /// What a certificate is found by.
    static func words(of facts: CertificateFacts) -> SearchText {
        SearchText(number: Fold.indexText(facts.number ?? ""), title: Fold.indexText(facts.name), body: Fold.indexText(facts.title))
    }
}
