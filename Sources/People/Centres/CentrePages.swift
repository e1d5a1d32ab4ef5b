import Forms
import Kernel
import Languages
import Look
package import Web

/// A centre's settings: who it is, how it hands out seats, where it works.
package enum CentrePages {
    @Sendable package static func settings(_ visit: Visit) async throws -> Answer {
        let id = visit.centre.id
        let centre = try await visit.read { try CentreStore.centre(id, in: $0) }
        return visit.page(try await form(centre, visit, visit.form(CentreDetails(of: centre).typed)))
    }

    @Sendable package static func save(_ visit: Visit) async throws -> Answer {
        let id = visit.centre.id
        let centre = try await visit.read { try CentreStore.centre(id, in: $0) }
        return try await visit.submit {
            let details = try CentreDetails(visit.typed, of: centre, by: visit.actor)
            return try await visit.act { act in
                try CentreStore.edit(id, to: details, in: act)
                return Redirect(visit.link("/settings/centre"), T.common.saved)
            }
        } again: { form in
            try await self.form(centre, visit, form)
        }
    }

    @Sendable package static func territory(_ visit: Visit) async throws -> Answer { visit.page(try await territory(visit, visit.form())) }

    @Sendable package static func saveTerritory(_ visit: Visit) async throws -> Answer {
        let id = visit.centre.id
        let chosen = Set(visit.typed.all("municipality").compactMap { Municipality.ID($0) })
        return try await visit.submit {
            try await visit.act { act in
                try TerritoryStore.set(chosen, of: id, in: act)
                return Redirect(visit.link("/settings/territory"), T.common.saved)
            }
        } again: { form in
            try await territory(visit, form)
        }
    }

    private static func territory(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (id, alphabet) = (visit.centre.id, visit.language.alphabet)
        let (towns, holders, centres) = try await visit.read { act in
            let centre = try CentreStore.centre(id, in: act)
            return (try MunicipalityStore.all(alphabet, country: centre.country, in: act), try TerritoryStore.holders(in: act), try CentreStore.all(in: act))
        }
        let names = Dictionary(uniqueKeysWithValues: centres.map { ($0.id, $0.name(in: visit.language)) })
        let chosen = form.problem == nil ? Set(holders.filter { $0.value == id }.keys) : Set(form.typed.all("municipality").compactMap { Municipality.ID($0) })
        return CentreViews(reader: visit.reader).territory(towns, chosen: chosen, others: holders.filter { $0.value != id }.compactMapValues { names[$0] }, form)
    }

    private static func form(_ centre: Centre, _ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let alphabet = visit.language.alphabet
        let towns = try await visit.read { try MunicipalityStore.all(alphabet, country: centre.country, in: $0) }
        return CentreViews(reader: visit.reader).settings(towns, form)
    }
}
