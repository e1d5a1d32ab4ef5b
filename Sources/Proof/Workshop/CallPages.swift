import Catalogue
import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// What accreditors ask for, for whoever heads the centre.
enum CallPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer { visit.page(try await listScreen(visit, visit.form())) }

    /// Takes a copy of a call that comes with the house.
    @Sendable static func take(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, sample = CallSample(rawValue: visit.typed["sample"])
        return try await visit.submit {
            guard let sample else { throw Problem.invalid("sample", T.common.errorChoose) }
            return try await visit.act { act in
                let id = try CallStore.set(sample.details(act.words), for: nil, at: centre, in: act)
                return Redirect(visit.link("/settings/calls/\(id)"), T.common.saved)
            }
        } again: { try await listScreen(visit, $0) }
    }

    private static func listScreen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id
        let (calls, country) = try await visit.read { (try CallStore.calls(at: centre, in: $0), try CentreStore.centre(centre, in: $0).country) }
        return CallViews(reader: visit.reader).list(calls, samples: CallSample.allCases.filter { $0.country == country }, form)
    }

    @Sendable static func new(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, nil, visit.form(Typed(["kind": "programme"])))) }

    @Sendable static func add(_ visit: Visit) async throws -> Answer { try await set(visit, nil) }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.id("call"), nil)) }

    @Sendable static func save(_ visit: Visit) async throws -> Answer { try await set(visit, visit.id("call")) }

    private static func set(_ visit: Visit, _ id: Call.ID?) async throws -> Answer {
        let centre = visit.centre.id, typed = visit.typed, own = visit.language
        let country = try await visit.read { act in
            if let id { _ = try CallStore.call(id, at: centre, in: act) }
            return try CentreStore.centre(centre, in: act).country
        }
        return try await visit.submit {
            let details = try CallDetails(typed, country: country, own: own), isShared = typed.has("shared")
            return try await visit.act { act in
                if let cycle = details.cycle { _ = try CycleStore.cycle(cycle, in: act) }
                try CallStore.set(details, for: id, at: centre, isShared: isShared, in: act)
                return Redirect(visit.link("/settings/calls"), T.common.saved)
            }
        } again: { try await screen(visit, id, $0) }
    }

    private static func screen(_ visit: Visit, _ id: Call.ID?, _ form: FilledForm?) async throws -> Screen {
        let centre = visit.centre.id
        let (call, cycles) = try await visit.read { (try id.map { [act = $0] in try CallStore.call($0, at: centre, in: act) }, try CycleStore.cycles(in: $0)) }
        var typed = call?.details.typed ?? .nothing
        if let call, call.centre == nil { typed = Typed(typed.fields + [("shared", "yes")]) }
        return CallViews(reader: visit.reader).form(call, cycles, form ?? visit.form(typed))
    }
}
