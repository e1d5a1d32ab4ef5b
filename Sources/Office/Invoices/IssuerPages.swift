import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// What a centre's papers say of it: the director's page.
enum IssuerPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, nil)) }

    private static func show(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let centre = visit.centre.id
        let sight = try await visit.read { try IssuerStore.sight(of: centre, in: $0) }
        return IssuerViews(reader: visit.reader).show(sight, form ?? visit.form(sight.issuer.typed))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed
        return try await set(visit) { country, centre, act in try IssuerStore.set(try Issuer(typed, in: country), of: centre, in: act) }
    }

    @Sendable static func setTax(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, own = visit.language
        return try await set(visit) { country, centre, act in
            let office = try CentreStore.centre(centre, in: act)
            try IssuerStore.set(try VATRule(typed, in: country, own: own, try act.texts(office.language, of: office)), of: centre, in: act)
        }
    }

    @Sendable static func setSilence(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, own = visit.language
        return try await set(visit) { _, centre, act in try IssuerStore.set(try SilenceRule(typed, own: own), of: centre, in: act) }
    }

    private static func set(_ visit: Visit, _ set: @escaping @Sendable (Country, Centre.ID, Act) throws -> Void) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            try await visit.act { act in
                try set(try CentreStore.centre(centre, in: act).country, centre, act)
                return Redirect(visit.link("/staff/invoices/issuer"), T.common.saved)
            }
        } again: { form in
            // The other forms of the page keep what stands there.
            let sight = try await visit.read { try IssuerStore.sight(of: centre, in: $0) }
            return IssuerViews(reader: visit.reader).show(sight, form)
        }
    }
}
