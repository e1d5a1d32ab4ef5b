import Centres
package import Documents
package import Foundation
package import Kernel
import Languages
import Storage

/// A year of certificates as a folder that is checked without this program: a database, the papers, the keys, a guide.
/// The papers are as they were set, without an electronic signature, so that their sums can be made again.
package enum CertificateArchiveStore {
    /// What the program adds that is no row: guide, check page, verifier.
    package typealias Extra = (name: String, bytes: [UInt8])

    /// - Parameters:
    ///   - folder: must not exist, or be empty.
    ///   - extras: made of the keys and the status list.
    /// - Returns: how many certificates are in it.
    package static func write(
        _ year: Int, to folder: URL, _ records: Records, _ typesetter: Typesetter, extras: (_ keys: String, _ status: String) throws -> [Extra]
    ) async throws -> Int {
        let files = FileManager.default
        if let there = try? files.contentsOfDirectory(atPath: folder.path), !there.isEmpty { throw StorageError.connection("\(folder.path) is not empty") }
        try files.createDirectory(at: folder.appending(path: "documents"), withIntermediateDirectories: true)
        let now = records.now
        let found = try await records.read(as: .system) { act in try Year(year, at: now, in: act) }
        try await copy(found, to: folder.appending(path: "certificates.sqlite"))
        var sums: [String] = []
        func put(_ name: String, _ bytes: [UInt8]) throws {
            try Data(bytes).write(to: folder.appending(path: name), options: .atomic)
            sums.append("\(Hex.text(Canonical.digest(bytes)))  \(name)")
        }
        sums.append("\(Hex.text(Canonical.digest(Array(try Data(contentsOf: folder.appending(path: "certificates.sqlite"))))))  certificates.sqlite")
        for certificate in found.certificates + found.earlier.duplicates where certificate.facts != nil {
            let name = "documents/\(certificate.register?.value ?? 0)-\(certificate.fileName)"
            try put(name, try await typesetter.set(CertificatePaper.job(certificate, pictures: found.bytes, words: records.words)))
        }
        try put("keys.json", Array(found.keys.utf8))
        try put("status.json", Array(found.status.utf8))
        for extra in try extras(found.keys, found.status) { try put(extra.name, extra.bytes) }
        try Data((sums.sorted().joined(separator: "\n") + "\n").utf8).write(to: folder.appending(path: "SHA256SUMS"), options: .atomic)
        return found.certificates.count + found.earlier.certificates.count
    }

    /// What the year holds, in one consistent look.
    private struct Year: Sendable {
        let registers: [Register]
        let centres: [Centre.ID: String]
        let certificates: [Certificate]
        let entries: [(register: Register.ID, deed: RegisterEntry)]
        let earlier: EarlierYear
        let pictures: [CentreLogo]
        let publicKeys: KeySet
        let keys: String
        let status: String

        init(_ year: Int, at now: Instant, in act: Act) throws {
            registers = try RegisterStore.year(year, in: act)
            centres = Dictionary(uniqueKeysWithValues: try CentreStore.all(in: act).map { ($0.id, $0.name) })
            certificates = try registers.flatMap { try CertificateStore.certificates(in: $0.id, limit: .max, offset: 0, in: act) }
            entries = try registers.flatMap { register in try RegisterStore.entries(of: register.id, in: act).map { (register.id, $0) } }
            earlier = try EarlierYear(year, in: act)
            pictures = try LogoStore.pictures(Set((certificates + earlier.duplicates).compactMap(\.facts?.issuer.logo)), in: act)
            publicKeys = try SigningKeyStore.keySet(in: act)
            keys = try publicKeys.json()
            status = try StatusList(CertificateStore.ended(in: act), at: now).json()
        }

        var bytes: [String: [UInt8]] { pictures.reduce(into: [:]) { $0.merge($1.pictures) { $1 } } }
    }

    /// Plain tables that explain themselves.
    private static func copy(_ year: Year, to file: URL) async throws {
        let partial = file.path + ".partial"
        defer { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: partial + suffix) } }
        let database = try SQLite(path: partial)
        try await database.write { db in
            try db.run("""
                CREATE TABLE register (
                    id INTEGER PRIMARY KEY, centre TEXT, kind TEXT, year INTEGER, format TEXT, last_number INTEGER, last_entry INTEGER, head BLOB)
                """)
            try db.run("""
                CREATE TABLE certificate (
                    id INTEGER PRIMARY KEY, register INTEGER, kind TEXT, part TEXT, state TEXT, number INTEGER, label TEXT, name TEXT, title TEXT,
                    hours INTEGER, points INTEGER, day TEXT, issued INTEGER, code TEXT, facts TEXT, payload TEXT, credential TEXT, key TEXT,
                    duplicate_of INTEGER, replaces INTEGER, ended INTEGER, reason TEXT)
                """)
            try db.run("""
                CREATE TABLE entry (
                    register INTEGER, entry INTEGER, certificate INTEGER, deed TEXT, salt BLOB, content TEXT, digest BLOB, link BLOB,
                    PRIMARY KEY (register, entry))
                """)
            try db.run("CREATE TABLE logo (digest TEXT PRIMARY KEY, type TEXT, bytes BLOB)")
            try db.run("CREATE TABLE key (kid TEXT PRIMARY KEY, issuer TEXT, x TEXT, made TEXT, retired TEXT, revoked TEXT)")
            for register in year.registers {
                try db.run("""
                    INSERT INTO register VALUES (
                        \(register.id), \(year.centres[register.centre] ?? ""), \(register.kind), \(register.year), \(register.format.text),
                        \(register.lastNumber), \(register.lastEntry), \(register.head))
                    """)
            }
            for certificate in year.certificates {
                try db.run("""
                    INSERT INTO certificate VALUES (
                        \(certificate.id), \(certificate.register), \(certificate.kind), \(certificate.part), \(certificate.state),
                        \(certificate.number), \(certificate.label), \(certificate.name), \(certificate.title), \(certificate.hours),
                        \(certificate.points), \(certificate.day), \(certificate.issued), \(certificate.code), \(certificate.factsText),
                        \(certificate.payload), \(certificate.credential), \(certificate.key), \(certificate.duplicateOf),
                        \(certificate.replaces), \(certificate.ended), \(certificate.reason))
                    """)
            }
            for (register, entry) in year.entries {
                try db.run("""
                    INSERT INTO entry VALUES (
                        \(register), \(entry.entry), \(entry.certificate), \(entry.deed), \(entry.salt), \(entry.content), \(entry.digest),
                        \(entry.link))
                    """)
            }
            try year.earlier.copy(centres: year.centres, to: db)
            for logo in year.pictures { try db.run("INSERT INTO logo VALUES (\(logo.digest), \(logo.picture.kind.rawValue), \(logo.picture.bytes))") }
            for key in year.publicKeys.keys {
                try db.run("INSERT INTO key VALUES (\(key.kid), \(key.issuer), \(key.x), \(key.made), \(key.retired), \(key.revoked))")
            }
        }
        try await database.pack(into: file.path)
        await database.close()
    }
}
