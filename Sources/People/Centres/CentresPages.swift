import Kernel
import Languages
import Mail
package import Web

/// The centres of the installation, for its administrator.
package enum CentresPages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer { try await list(visit, .nothing, nil) }

    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed
        let (name, email, host) = (typed["name"], typed["email"], typed["host"].lowercased())
        var faults = Faults()
        faults.require(!name.isEmpty, "name", T.common.errorMissing)
        faults.require(name.count <= 200, "name", T.common.errorTooLong(most: 200))
        faults.require((try? Address(email)) != nil, "email", T.common.errorEmail)
        faults.require(CentreDetails.isHost(host), "host", T.centres.wrongHost)
        let country = Country(rawValue: typed["country"])
        faults.require(country != nil, "country", T.common.errorChoose)
        do {
            try faults.check()
            return try await visit.act { act in
                _ = try CentreStore.found(name, country: country ?? .serbia, host: host, email: email, in: act)
                return Redirect(visit.link("/settings/centres"), T.centres.centreFounded)
            }
        } catch let problem as Problem where problem.kind == .invalid {
            return try await list(visit, typed, problem)
        }
    }

    private static func list(_ visit: Visit, _ typed: Typed, _ problem: Problem?) async throws -> Answer {
        let (centres, holders) = try await visit.read { (try CentreStore.all(in: $0), try TerritoryStore.holders(in: $0)) }
        let counts = Dictionary(grouping: holders.values, by: { $0 }).mapValues(\.count)
        return CentreViews(visit: visit).centres(centres, territory: counts, typed, problem)
    }
}
