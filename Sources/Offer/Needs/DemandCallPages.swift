import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// Calls of a centre, and the rule that they come of.
enum DemandCallPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    private static func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (centre, language) = (visit.centre.id, visit.language)
        let (calls, rule) = try await visit.read { act in
            (try DemandCallStore.listed(DemandCallStore.calls(of: centre, in: act), language, in: act), try DemandCallStore.rule(of: centre, in: act))
        }
        return DemandCallViews(reader: visit.reader).list(calls, rule, form)
    }

    @Sendable static func end(_ visit: Visit) async throws -> Answer {
        let id: DemandCall.ID = try visit.id("call"), reason = visit.typed.lines("reason")
        return try await visit.submit {
            var faults = Faults()
            faults.require(!reason.isEmpty, "reason", T.common.errorMissing)
            faults.limit(reason, "reason")
            try faults.check()
            return try await visit.act { act in
                try DemandCallStore.end(id, because: reason, in: act)
                return Redirect(visit.link("/staff/needs/calls"), T.needs.saidEnded)
            }
        } again: { try await screen(visit, $0) }
    }

    // MARK: The rule

    @Sendable static func rule(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let (rule, places) = try await visit.read { (try DemandCallStore.rule(of: centre, in: $0), try towns($0, visit)) }
        return visit.page(DemandCallViews(reader: visit.reader).rule(places, visit.form(rule.typed)))
    }

    @Sendable static func setRule(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            let rule = try DemandRule(visit.typed)
            return try await visit.act { act in
                try DemandCallStore.set(rule, of: centre, in: act)
                return Redirect(visit.link("/settings/demand"), T.common.saved)
            }
        } again: { form in
            DemandCallViews(reader: visit.reader).rule(try await visit.read { try towns($0, visit) }, form)
        }
    }

    private static func towns(_ act: Act, _ visit: Visit) throws -> [Municipality] {
        try MunicipalityStore.all(visit.language.alphabet, country: CentreStore.centre(visit.centre.id, in: act).country, in: act)
    }
}

extension DemandRule {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let people = faults.number(typed, "people", in: Self.bounds), schools = faults.number(typed, "schools", in: Self.bounds)
        let km = faults.numberOrNothing(typed, "km", in: Self.bounds), place = Municipality.ID(typed["place"])
        faults.require(place != nil || typed["place"].isEmpty, "place", T.common.errorChoose)
        if let people, let schools { faults.require(schools <= people, "schools", T.needs.errorMoreSchools) }
        try faults.check()
        self.init(people: people ?? 1, schools: schools ?? 1, km: km, place: place)
    }

    var typed: Typed {
        Typed([("people", "\(people)"), ("schools", "\(schools)"), ("km", km.map { "\($0)" } ?? ""), ("place", place.map { "\($0)" } ?? "")])
    }
}
