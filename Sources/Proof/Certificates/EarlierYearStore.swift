import Centres
import Kernel
import Storage

/// A year of the books from before this system, as the archive holds it: beside the registers that are kept here, with the seal of each row.
struct EarlierYear: Sendable {
    let registers: [Register]
    let certificates: [Certificate]
    private let seals: [Certificate.ID: SealedRow]

    init(_ year: Int, in act: Act) throws {
        registers = try RegisterStore.year(year, areEarlier: true, in: act)
        certificates = try registers.flatMap { try CertificateStore.certificates(in: $0.id, limit: .max, offset: 0, in: act) }
        seals = try Dictionary(uniqueKeysWithValues: act.db.rows("""
            SELECT * FROM register_seal_row WHERE id IN (SELECT max(id) FROM register_seal_row WHERE certificate IN \(list: certificates.map(\.id)) GROUP BY certificate)
            """).map(SealedRow.init(row:)).map { ($0.certificate, $0) })
    }

    /// Papers that were made here of what stands in those books.
    var duplicates: [Certificate] { certificates.filter { $0.duplicateOf != nil } }

    /// Tables of their own: nothing of them is signed or chained here but the duplicates.
    func copy(centres: [Centre.ID: String], to db: any Connection) throws {
        try db.run("CREATE TABLE earlier_register (id INTEGER PRIMARY KEY, centre TEXT, kind TEXT, year INTEGER)")
        try db.run("""
            CREATE TABLE earlier_certificate (
                id INTEGER PRIMARY KEY, register INTEGER, kind TEXT, state TEXT, label TEXT, name TEXT, title TEXT, hours INTEGER, points INTEGER, day TEXT,
                code TEXT, facts TEXT, payload TEXT, duplicate_of INTEGER, reason TEXT, deed TEXT, salt BLOB, digest BLOB)
            """)
        for register in registers {
            try db.run("INSERT INTO earlier_register VALUES (\(register.id), \(centres[register.centre] ?? ""), \(register.kind), \(register.year))")
        }
        for certificate in certificates {
            let seal = seals[certificate.id]
            try db.run("""
                INSERT INTO earlier_certificate VALUES (
                    \(certificate.id), \(certificate.register), \(certificate.kind), \(certificate.state), \(certificate.label), \(certificate.name),
                    \(certificate.title), \(certificate.hours), \(certificate.points), \(certificate.day), \(certificate.code), \(certificate.factsText),
                    \(certificate.payload), \(certificate.duplicateOf), \(certificate.reason), \(seal?.deed), \(seal?.salt), \(seal?.digest))
                """)
        }
    }
}
