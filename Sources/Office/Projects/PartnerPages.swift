import Accounts
import Files
import Forms
import Kernel
import Languages
import Look
import Web

/// The register of partners, for the centre's own people.
enum PartnerPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, alphabet = visit.language.alphabet, today = visit.today
        let (partners, agreements) = try await visit.read { act in
            (try PartnerStore.all(of: centre, sorted: alphabet, in: act), try AgreementStore.holding(at: centre, on: today, in: act))
        }
        return visit.page(PartnerViews(reader: visit.reader).list(partners, agreements))
    }

    private static func staff(_ visit: Visit, of partner: Partner? = nil) async throws -> [(id: Person.ID, name: String)] {
        let centre = visit.centre.id
        return try await visit.read { try ProjectPeopleStore.staff(of: centre, with: partner?.details.keeper, partner?.keeperName ?? "", in: $0) }
    }

    // MARK: A new one

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        visit.page(PartnerViews(reader: visit.reader).edit(nil, try await staff(visit), visit.form(Typed(["shown": "yes"]))))
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, typed = visit.typed
        return try await visit.submit {
            let details = try PartnerDetails(typed)
            return try await visit.act { act in
                let id = try PartnerStore.add(details, at: centre, in: act)
                return Redirect(visit.link("/staff/partners/\(id)"), T.common.saved)
            }
        } again: { PartnerViews(reader: visit.reader).edit(nil, try await staff(visit), $0) }
    }

    // MARK: One

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form())) }

    private static func show(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id, id: Partner.ID = try visit.id("partner")
        let (partner, agreements, projects) = try await visit.read { act in
            (
                try PartnerStore.partner(id, at: centre, in: act), try AgreementStore.agreements(of: id, in: act),
                try PartnerStore.projects(of: id, in: act))
        }
        return PartnerViews(reader: visit.reader).show(partner, agreements, projects, form)
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer { visit.page(try await edit(visit, nil)) }

    private static func edit(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let centre = visit.centre.id, id: Partner.ID = try visit.id("partner")
        let partner = try await visit.read { try PartnerStore.partner(id, at: centre, in: $0) }
        let filled = form ?? visit.form(partner.details.typed(isEnded: partner.ended != nil))
        return PartnerViews(reader: visit.reader).edit(partner, try await staff(visit, of: partner), filled)
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, id: Partner.ID = try visit.id("partner"), typed = visit.typed
        return try await visit.submit {
            let details = try PartnerDetails(typed), isEnded = typed.has("ended")
            return try await visit.act { act in
                try PartnerStore.edit(id, to: details, isEnded: isEnded, at: centre, in: act)
                return Redirect(visit.link("/staff/partners/\(id)"), T.common.saved)
            }
        } again: { try await edit(visit, $0) }
    }
}
