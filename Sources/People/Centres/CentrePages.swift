import Kernel
import Languages
package import Web

/// A centre's settings: who it is, how it hands out seats, where it works.
package enum CentrePages {
    @Sendable package static func settings(_ visit: Visit) async throws -> Answer {
        let id = visit.centre.id
        let centre = try await visit.read { try CentreStore.centre(id, in: $0) }
        return try await form(centre, CentreForm.typed(centre), visit, nil)
    }

    @Sendable package static func save(_ visit: Visit) async throws -> Answer {
        let id = visit.centre.id
        let centre = try await visit.read { try CentreStore.centre(id, in: $0) }
        do {
            let details = try CentreForm.read(visit.typed, of: centre, by: visit.actor)
            return try await visit.act { act in
                try CentreStore.edit(id, to: details, in: act)
                return Redirect(visit.link("/settings/centre"), T.common.saved)
            }
        } catch let problem as Problem where problem.kind == .invalid {
            return try await form(centre, visit.typed, visit, problem)
        }
    }

    @Sendable package static func territory(_ visit: Visit) async throws -> Answer { try await territory(visit, nil) }

    @Sendable package static func saveTerritory(_ visit: Visit) async throws -> Answer {
        let id = visit.centre.id
        let chosen = Set(visit.typed.all("municipality").compactMap { Municipality.ID($0) })
        do {
            return try await visit.act { act in
                try TerritoryStore.set(chosen, of: id, in: act)
                return Redirect(visit.link("/settings/territory"), T.common.saved)
            }
        } catch let problem as Problem where problem.kind == .conflict {
            return try await territory(visit, problem)
        }
    }

    private static func territory(_ visit: Visit, _ problem: Problem?) async throws -> Answer {
        let (id, alphabet) = (visit.centre.id, visit.language.alphabet)
        let (towns, holders, centres) = try await visit.read { act in
            let centre = try CentreStore.centre(id, in: act)
            return (try MunicipalityStore.all(alphabet, country: centre.country, in: act), try TerritoryStore.holders(in: act), try CentreStore.all(in: act))
        }
        let names = Dictionary(uniqueKeysWithValues: centres.map { ($0.id, $0.name(in: visit.language)) })
        let chosen = problem == nil ? Set(holders.filter { $0.value == id }.keys) : Set(visit.typed.all("municipality").compactMap { Municipality.ID($0) })
        return CentreViews(visit: visit).territory(towns, chosen: chosen, others: holders.filter { $0.value != id }.compactMapValues { names[$0] }, problem)
    }

    private static func form(_ centre: Centre, _ typed: Typed, _ visit: Visit, _ problem: Problem?) async throws -> Answer {
        let alphabet = visit.language.alphabet
        let towns = try await visit.read { try MunicipalityStore.all(alphabet, country: centre.country, in: $0) }
        return CentreViews(visit: visit).settings(centre, typed, towns, problem)
    }
}

/// What was typed on the settings page, and the other way round.
enum CentreForm {
    static func typed(_ centre: Centre) -> Typed {
        let texts = [
            ("name", centre.name), ("name_lt", centre.nameInLithuanian ?? ""), ("name_en", centre.nameInEnglish ?? ""), ("host", centre.host ?? ""),
            ("zone", centre.zone.identifier), ("language", centre.language.rawValue), ("municipality", centre.municipality?.description ?? ""),
            ("street", centre.street), ("phone", centre.phone), ("email", centre.email),
        ] + SeatRules.limits.map { ($0.field, String(centre.rules[keyPath: $0.rule])) }
        return Typed(texts.map { (name: $0.0, value: $0.1) })
    }

    /// Host and zone are read from an administrator only.
    static func read(_ typed: Typed, of centre: Centre, by actor: Actor) throws -> CentreDetails {
        func text(_ name: String) -> String? { typed[name].isEmpty ? nil : typed[name] }
        var details = CentreDetails(of: centre)
        details.name = typed["name"]
        details.nameInLithuanian = text("name_lt")
        details.nameInEnglish = text("name_en")
        details.street = typed["street"]
        details.phone = typed["phone"]
        details.email = typed["email"]
        details.language = Language(rawValue: typed["language"]) ?? centre.language
        details.municipality = Municipality.ID(typed["municipality"])
        func number(_ name: String) -> Int { typed.number(name) ?? -1 }
        details.rules = SeatRules(
            offerHours: number("offer_hours"), cutoffDays: number("cutoff_days"), deadlineDays: number("deadline_days"), decisionDays: number("decision_days"))
        if actor.isAdministrator {
            details.host = text("host")?.lowercased()
            details.zone = Zone(typed["zone"]) ?? centre.zone
        }
        var faults = Faults()
        details.check(&faults)
        try faults.check()
        return details
    }
}
