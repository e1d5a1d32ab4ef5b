import Forms
import Kernel
import Languages
import Look
package import Web

/// The centres of the installation, for its administrator.
package enum CentresPages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer { visit.page(try await list(visit, visit.form())) }

    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        try await visit.submit {
            let founding = try CentreFounding(visit.typed)
            return try await visit.act { act in
                _ = try CentreStore.found(founding.name, country: founding.country, host: founding.host, email: founding.email, in: act)
                return Redirect(visit.link("/settings/centres"), T.centres.centreFounded)
            }
        } again: { form in
            try await list(visit, form)
        }
    }

    private static func list(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (centres, holders) = try await visit.read { (try CentreStore.all(in: $0), try TerritoryStore.holders(in: $0)) }
        let counts = Dictionary(grouping: holders.values, by: { $0 }).mapValues(\.count)
        return CentreViews(reader: visit.reader).centres(centres, territory: counts, form)
    }
}
