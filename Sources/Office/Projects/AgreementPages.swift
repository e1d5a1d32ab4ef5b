import Files
import Forms
import Kernel
import Languages
import Look
import Web

/// What was signed with a partner, and what was done under it.
enum AgreementPages {
    private static func ids(_ visit: Visit) throws -> (ID<CentreTag>, Partner.ID) { (visit.centre.id, try visit.id("partner")) }

    /// The file that came along: the door has been found open before.
    private static func file(_ visit: Visit) async throws -> NewFile? {
        try await FileIntake(visit).file(visit.typed, "file", [.document, .picture], alt: visit.t(T.projects.agreementAgreement), isRequired: false)
    }

    @Sendable static func sign(_ visit: Visit) async throws -> Answer {
        let (centre, partner) = try ids(visit), own = visit.language
        return try await visit.submit {
            _ = try await visit.read { try PartnerStore.partner(partner, at: centre, in: $0) }
            let details = try AgreementDetails(visit.typed, own: own), file = try await file(visit)
            return try await visit.act { act in
                try AgreementStore.sign(details, file, with: partner, at: centre, in: act)
                return Redirect(visit.link("/staff/partners/\(partner)"), T.common.saved)
            }
        } again: { form in
            let (known, agreements, projects) = try await visit.read { act in
                (
                    try PartnerStore.partner(partner, at: centre, in: act), try AgreementStore.agreements(of: partner, in: act),
                    try PartnerStore.projects(of: partner, in: act))
            }
            return PartnerViews(reader: visit.reader).show(known, agreements, projects, try visit.holding("file", form))
        }
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form(Typed(["day": visit.today.iso])))) }

    private static func show(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (centre, id) = try ids(visit), own: Agreement.ID = try visit.id("agreement")
        let (partner, agreements, projects) = try await visit.read { act in
            (
                try PartnerStore.partner(id, at: centre, in: act), try AgreementStore.agreements(of: id, in: act),
                try PartnerStore.projects(of: id, in: act).map(\.project))
        }
        guard let agreement = agreements.first(where: { $0.id == own }) else { throw Problem.missing }
        return PartnerViews(reader: visit.reader).agreement(partner, agreement, projects, form.over(agreement.details.typed(ended: agreement.ended)))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let (centre, partner) = try ids(visit), id: Agreement.ID = try visit.id("agreement"), own = visit.language, typed = visit.typed
        return try await visit.submit {
            _ = try await visit.read { try PartnerStore.partner(partner, at: centre, in: $0) }
            let details = try AgreementDetails(typed, own: own)
            var faults = Faults()
            let ended = faults.dayOrNone(typed, "endedOn", own: own)
            try faults.check()
            let file = try await file(visit)
            return try await visit.act { act in
                try AgreementStore.edit(id, to: details, file, ended: ended, with: partner, at: centre, in: act)
                return Redirect(visit.link("/staff/partners/\(partner)/agreements/\(id)"), T.common.saved)
            }
        } again: { form in
            _ = try await visit.read { try PartnerStore.partner(partner, at: centre, in: $0) }
            return try await show(visit, try visit.holding("file", form))
        }
    }

    @Sendable static func note(_ visit: Visit) async throws -> Answer {
        let (centre, partner) = try ids(visit), id: Agreement.ID = try visit.id("agreement"), own = visit.language, typed = visit.typed
        return try await visit.submit {
            let deed = try AgreementDeedForm(typed, own: own)
            return try await visit.act { act in
                try AgreementStore.note(deed.text, on: deed.day, event: deed.event, project: deed.project, under: id, with: partner, at: centre, in: act)
                return Redirect(visit.link("/staff/partners/\(partner)/agreements/\(id)"), T.common.saved)
            }
        } again: { try await show(visit, $0) }
    }

    @Sendable static func removeNote(_ visit: Visit) async throws -> Answer {
        let (centre, partner) = try ids(visit), (id, deed): (Agreement.ID, AgreementDeed.ID) = (try visit.id("agreement"), try visit.id("deed"))
        return try await visit.submit {
            try await visit.act { act in
                try AgreementStore.removeNote(deed, from: id, with: partner, at: centre, in: act)
                return Redirect(visit.link("/staff/partners/\(partner)/agreements/\(id)"), T.projects.saidRemoved)
            }
        } again: { try await show(visit, $0) }
    }
}
