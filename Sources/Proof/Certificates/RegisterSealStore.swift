import Centres
package import Kernel
import Languages
import Storage

/// Seals as rows.
package enum RegisterSealStore {
    private static let saltBytes = 16

    /// Adds to the seal of this act what it does with one certificate; the act's first row opens it.
    static func add(_ deed: SealedDeed, _ certificate: Certificate.ID, facts: String?, at centre: Centre.ID, in act: Act) throws {
        let open = try act.db.row("""
            SELECT id, rows, digest FROM register_seal
            WHERE centre = \(centre) AND at = \(act.now) AND id = (SELECT max(id) FROM register_seal WHERE centre = \(centre))
            """).map(RegisterSeal.init(row:))
        let seal = try open ?? begin(at: centre, in: act)
        let salt = (0..<saltBytes).map { _ in UInt8.random(in: .min ... .max) }
        let digest = try SealedRow.digest(deed, certificate, facts: facts, salt: salt)
        try act.db.run("""
            INSERT INTO register_seal_row (seal, place, certificate, deed, salt, digest)
            VALUES (\(seal.id), \(seal.rows), \(certificate), \(deed), \(salt), \(digest))
            """)
        try act.db.run("UPDATE register_seal SET rows = \(seal.rows + 1), digest = \(RegisterEntry.link(seal.digest, digest)) WHERE id = \(seal.id)")
    }

    private static func begin(at centre: Centre.ID, in act: Act) throws -> RegisterSeal {
        guard let row = try act.db.row("""
            INSERT INTO register_seal (centre, at, rows, digest) VALUES (\(centre), \(act.now), 0, \(RegisterSeal.origin)) RETURNING id, rows, digest
            """) else { throw Problem.missing }
        return try RegisterSeal(row: row)
    }

    /// What it covers was erased by rule: the digests stay, and nobody can try out what they were made of.
    static func bare(_ certificate: Certificate.ID, in act: Act) throws {
        try act.db.run("UPDATE register_seal_row SET salt = NULL WHERE certificate = \(certificate)")
    }

    /// Looks all seals over, without changing anything.
    package static func inspection(in act: Act) throws -> SealInspection {
        try SealInspection(
            act.db.rows("SELECT id, rows, digest FROM register_seal ORDER BY id").map(RegisterSeal.init(row:)),
            rows: act.db.rows("SELECT * FROM register_seal_row ORDER BY seal, place").map(SealedRow.init(row:)),
            certificates: act.db.rows("SELECT c.*, NULL AS public FROM certificate c WHERE c.earlier ORDER BY c.id").map(CertificateStanding.init(row:)))
    }
}
