package import Accounts
import Events
package import Kernel
import Languages
import Storage

/// What the certificates of two people say when the two are to become one.
extension CertificateStore {
    /// Papers of one kind for one part in one event, of which a person has one.
    package static func conflicts(of asked: MergeAsked, in act: Act) throws -> [MergeConflict] {
        func own(_ name: StaticString, _ person: Person.ID) -> SQL {
            """
            \(name: name).person = \(person) AND \(name: name).state IN ('prepared', 'valid')
                AND \(name: name).duplicate_of IS NULL AND \(name: name).replaces IS NULL AND NOT \(name: name).earlier
            """
        }
        let rows = try act.db.rows("""
            SELECT other.id, one.event, one.centre FROM certificate one
            JOIN certificate other ON other.event = one.event AND other.kind = one.kind AND other.part = one.part
            WHERE \(own("one", asked.kept)) AND \(own("other", asked.gone)) ORDER BY one.id
            """)
        let events = Dictionary(uniqueKeysWithValues: try EventStore.events(rows.map { try $0["event"] }, in: act).map { ($0.id, $0) })
        return try rows.map { row in
            let (id, centre): (Certificate.ID, ID<CentreTag>) = (try row["id"], try row["centre"])
            guard centre == asked.centre, let event = events[try row["event"]] else { return MergeConflict(T.certificates.mergePapersElsewhere) }
            return MergeConflict(T.certificates.mergePapers(event: .title(event.title(in: event.plan.language).text)), at: "/staff/certificates/\(id)")
        }
    }
}
