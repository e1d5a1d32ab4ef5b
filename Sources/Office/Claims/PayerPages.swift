import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// Those who pay, for the centre's people.
enum PayerPages {
    @Sendable static func new(_ visit: Visit) async throws -> Answer { visit.page(PayerViews(reader: visit.reader).new(visit.form())) }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, typed = visit.typed
        return try await visit.submit {
            let details = try ClaimPayerDetails(typed, isNamed: true)
            return try await visit.act { act in
                let id = try ClaimPayerStore.add(details, at: centre, in: act)
                return Redirect(visit.link("/staff/claims/payers/\(id)"), T.common.saved)
            }
        } again: { PayerViews(reader: visit.reader).new($0) }
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, nil)) }

    private static func show(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let (centre, id): (Centre.ID, ClaimPayer.ID) = (visit.centre.id, try visit.id("payer"))
        let (payer, lines, parts) = try await visit.read { act in
            guard act.by.coordinates(centre) else { throw Problem.missing }
            let payer = try ClaimPayerStore.payer(id, at: centre, in: act)
            return (payer, try ClaimListStore.shares(of: id, in: act), try act.ask(PayerPartAsked(payer: payer)).sorted { $0.place < $1.place }.map(\.part))
        }
        let reader = visit.reader, brought = parts.map { (title: $0.title, content: $0.show(reader)) }
        return PayerViews(reader: reader).show(payer, lines, brought, form ?? visit.form(payer.own.typed))
    }

    @Sendable static func change(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, ClaimPayer.ID) = (visit.centre.id, try visit.id("payer")), typed = visit.typed
        return try await visit.submit {
            let isBody = try await visit.read { try ClaimPayerStore.payer(id, at: centre, in: $0).whose.kind == .body }
            let details = try ClaimPayerDetails(typed, isNamed: isBody)
            return try await visit.act { act in
                try ClaimPayerStore.edit(id, to: details, at: centre, in: act)
                return Redirect(visit.link("/staff/claims/payers/\(id)"), T.common.saved)
            }
        } again: { try await show(visit, $0) }
    }
}
