import Documents
package import Kernel
import Languages
import Storage

/// The logos of the centres as rows, and the pictures that signed papers name.
package enum LogoStore {
    // MARK: Reads

    package static func logo(of centre: Centre.ID, in act: Act) throws -> CentreLogo? {
        try act.db.row("SELECT p.type, p.bytes FROM centre_logo l JOIN picture p ON p.digest = l.picture WHERE l.centre = \(centre)")
            .map(CentreLogo.init(row:))
    }

    /// Pictures by their digests.
    package static func pictures(_ digests: Set<String>, in act: Act) throws -> [CentreLogo] {
        try digests.sorted().compactMap { digest in
            try act.db.row("SELECT type, bytes FROM picture WHERE digest = \(digest)").map(CentreLogo.init(row:))
        }
    }

    /// The names of all pictures that are still what their names say.
    package static func sound(in act: Act) throws -> Set<String> {
        Set(try act.db.rows("SELECT digest, bytes FROM picture").compactMap { row in
            let name: String = try row["digest"]
            return try CentreLogo.digest(of: row["bytes"]) == name ? name : nil
        })
    }

    // MARK: Verbs

    /// Papers carry this picture from now on.
    package static func set(_ logo: CentreLogo, of centre: Centre.ID, in act: Act) throws {
        let before = try change(centre, in: act)
        guard before != logo.digest else { return }
        try act.db.run("""
            INSERT INTO picture (digest, type, bytes, added) VALUES (\(logo.digest), \(logo.picture.kind.rawValue), \(logo.picture.bytes), \(act.now))
            ON CONFLICT (digest) DO NOTHING
            """)
        try act.db.run("""
            INSERT INTO centre_logo (centre, picture, since) VALUES (\(centre), \(logo.digest), \(act.now))
            ON CONFLICT (centre) DO UPDATE SET picture = excluded.picture, since = excluded.since
            """)
        if let before { try drop(before, in: act) }
        try act.record(T.centres.logoChanged, .centre(centre), centre: centre, changes: [Change("logo", from: before ?? "", to: logo.digest)])
    }

    /// Papers carry none from now on.
    package static func remove(of centre: Centre.ID, in act: Act) throws {
        guard let before = try change(centre, in: act) else { throw Problem.missing }
        try act.db.run("DELETE FROM centre_logo WHERE centre = \(centre)")
        try drop(before, in: act)
        try act.record(T.centres.logoRemoved, .centre(centre), centre: centre, changes: [Change("logo", from: before, to: "")])
    }

    /// Something that is signed names this picture: it stays for as long as the database.
    package static func keep(_ digest: String, in act: Act) throws {
        try act.db.run("UPDATE picture SET kept = \(true) WHERE digest = \(digest) AND NOT kept")
    }

    // MARK: Parts

    /// Holds the centre, as signing does, so that no paper is signed with a picture that goes.
    /// - Returns: the digest of its logo until now.
    private static func change(_ centre: Centre.ID, in act: Act) throws -> String? {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        try act.db.hold("centre", centre.value)
        return try act.db.value("SELECT picture FROM centre_logo WHERE centre = \(centre)")
    }

    private static func drop(_ digest: String, in act: Act) throws {
        try act.db.run("DELETE FROM picture WHERE digest = \(digest) AND NOT kept AND NOT EXISTS (SELECT 1 FROM centre_logo WHERE picture = \(digest))")
    }
}
