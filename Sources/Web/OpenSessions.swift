package import Kernel
package import Languages
import Storage

/// A session as its person sees it in the list: since when, last used, on which device.
package struct OpenSession: Sendable {
    package let session: Session
    package let begun: Instant
    package let device: String

    package var seen: Instant { session.seen }
}

extension SessionStore {
    /// The living sessions of a person, the last used first.
    package static func all(of person: ID<PersonTag>, in act: Act) throws -> [OpenSession] {
        try act.db.rows("SELECT * FROM web_session WHERE person = \(person) AND ends > \(act.now) ORDER BY seen DESC, begun DESC").map { row in
            OpenSession(
                session: Session(hash: try row["hash"], person: person, hasFactor: try row["factor"], proved: try row["proved"], seen: try row["seen"]),
                begun: try row["begun"], device: try row["device"])
        }
    }

    /// Signs a person out everywhere but here.
    package static func endAll(of person: ID<PersonTag>, but here: Session?, in act: Act) throws {
        try act.db.run("DELETE FROM web_session WHERE person = \(person) AND hash <> \(here?.hash ?? [])")
    }
}
