import Events
import Forms
import Kernel
import Languages
import Look
package import Web

/// From attendance to the director's signature: what is prepared for an event, who gets nothing and why, and the act of signing.
package enum BatchPages {
    @Sendable package static func plan(_ visit: Visit) async throws -> Answer { visit.page(try await plan(visit, visit.form())) }

    private static func plan(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id: Event.ID = try visit.id("event")
        let (plan, batches) = try await visit.read { (try BatchStore.plan(id, in: $0), try BatchStore.batches(of: id, in: $0)) }
        return BatchViews(reader: visit.reader).plan(plan, batches, form)
    }

    @Sendable package static func prepare(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        return try await visit.submit {
            try await visit.act { act in
                let batch = try BatchStore.prepare(id, in: act)
                return Redirect(visit.link("/staff/batches/\(batch)"), T.certificates.saidPrepared)
            }
        } again: { form in
            try await plan(visit, form)
        }
    }

    @Sendable package static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form())) }

    private static func show(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id: CertificateBatch.ID = try visit.id("batch")
        let desk = try await visit.read { try BatchStore.desk(id, in: $0) }
        return BatchViews(reader: visit.reader).show(desk, signature: CertificatePress.words(visit.signer), form)
    }

    /// Somebody whom attendance does not know, into a batch that waits.
    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        let id: CertificateBatch.ID = try visit.id("batch")
        return try await visit.submit {
            let guest = try CertificateGuest(visit.typed)
            return try await visit.act { act in
                try BatchStore.add(guest, to: id, in: act)
                return Redirect(visit.link("/staff/batches/\(id)"), T.certificates.saidAdded)
            }
        } again: { form in
            try await show(visit, form)
        }
    }

    /// The same where no batch waits: when all others have theirs.
    @Sendable package static func open(_ visit: Visit) async throws -> Answer {
        let event: Event.ID = try visit.id("event")
        return try await visit.submit {
            let guest = try CertificateGuest(visit.typed)
            return try await visit.act { act in
                let batch = try BatchStore.open(for: guest, of: event, in: act)
                return Redirect(visit.link("/staff/batches/\(batch)"), T.certificates.saidAdded)
            }
        } again: { form in
            try await plan(visit, form)
        }
    }

    @Sendable package static func sign(_ visit: Visit) async throws -> Answer {
        let id: CertificateBatch.ID = try visit.id("batch")
        let (isMailed, seal) = (visit.typed.has("mailed"), visit.seal)
        return try await visit.submit {
            try await visit.sign { signer, act in
                let done = try SigningStore.sign(id, by: signer, isMailed: isMailed, seal: seal, in: act)
                let said = T.certificates.saidSignedTold(
                    signed: .phrase(T.certificates.saidSigned(count: done.signed)), told: .phrase(T.certificates.saidTold(count: done.told)))
                return Redirect(visit.link("/staff/batches/\(id)"), said)
            }
        } again: { form in
            try await show(visit, form)
        }
    }
}
