import Events
import Forms
import Kernel
import Languages
import Look
package import Web

/// The centre's certificates: what waits for a signature, what is looked for, and what is done to one of them.
package enum CertificateDeskPages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        let (centre, words) = (visit.centre.id, visit.query["q"])
        let desk = try await visit.read { act in
            let waiting = try BatchStore.waiting(at: centre, in: act)
            let events = try EventStore.events(waiting.compactMap(\.batch.event), in: act)
            return CertificateDesk(
                waiting: waiting.map { .init(batch: $0.batch, count: $0.count, event: $0.batch.event.flatMap { id in events.first { $0.id == id } }) },
                registers: try RegisterStore.registers(of: centre, in: act), words: words, found: try CertificateStore.search(words, at: centre, in: act))
        }
        return visit.page(CertificateDeskViews(reader: visit.reader).list(desk))
    }

    @Sendable package static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form())) }

    private static func show(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id: Certificate.ID = try visit.id("certificate")
        let sheet = try await visit.read { try CertificateStore.sheet(id, in: $0) }
        return CertificateSheetViews(reader: visit.reader).show(sheet, signature: CertificatePress.words(sheet.certificate, visit.signer), form)
    }

    @Sendable package static func amend(_ visit: Visit) async throws -> Answer {
        let id: Certificate.ID = try visit.id("certificate")
        return try await visit.submit {
            let typed = try AmendmentForm(visit.typed)
            return try await visit.act { act in
                let batch = try CertificateStore.certificate(id, in: act).batch
                try BatchStore.amend(id, name: typed.name, points: typed.points, in: act)
                return Redirect(visit.link(batch.map { "/staff/batches/\($0)" } ?? "/staff/certificates/\(id)"), T.common.saved)
            }
        } again: { form in
            try await show(visit, form)
        }
    }

    @Sendable package static func drop(_ visit: Visit) async throws -> Answer {
        let id: Certificate.ID = try visit.id("certificate")
        return try await act(visit) { act in
            let batch = try CertificateStore.certificate(id, in: act).batch
            let stands = try BatchStore.drop(id, in: act)
            return Redirect(visit.link(batch.flatMap { stands ? "/staff/batches/\($0)" : nil } ?? "/staff/certificates"), T.certificates.saidDropped)
        }
    }

    @Sendable package static func void(_ visit: Visit) async throws -> Answer {
        let id: Certificate.ID = try visit.id("certificate")
        let reason = visit.typed["reason"]
        return try await act(visit) { act in
            try CertificateStore.void(id, because: reason, in: act)
            return Redirect(visit.link("/staff/certificates/\(id)"), T.certificates.saidVoided)
        }
    }

    @Sendable package static func correct(_ visit: Visit) async throws -> Answer {
        let id: Certificate.ID = try visit.id("certificate")
        let (name, reason) = (visit.typed["name"], visit.typed["why"])
        return try await act(visit) { act in
            let batch = try CertificateStore.correct(id, name: name, because: reason, in: act)
            return Redirect(visit.link("/staff/batches/\(batch)"), T.certificates.saidCorrection)
        }
    }

    @Sendable package static func duplicate(_ visit: Visit) async throws -> Answer {
        let id: Certificate.ID = try visit.id("certificate")
        let seal = visit.seal
        return try await visit.submit {
            try await visit.sign { signer, act in
                let copy = try CertificateStore.duplicate(id, by: signer, seal: seal, in: act)
                return Redirect(visit.link("/staff/certificates/\(copy)"), T.certificates.saidDuplicated)
            }
        } again: { form in
            try await show(visit, form)
        }
    }

    @Sendable package static func erase(_ visit: Visit) async throws -> Answer {
        let id: Certificate.ID = try visit.id("certificate")
        let reason = visit.typed["rule"]
        return try await act(visit) { act in
            try CertificateStore.erase(id, because: reason, in: act)
            return Redirect(visit.link("/staff/certificates/\(id)"), T.certificates.saidErased)
        }
    }

    /// Does something to a certificate; where it is refused, its page comes back.
    private static func act(_ visit: Visit, _ verb: @escaping @Sendable (Act) throws -> Redirect) async throws -> Answer {
        try await visit.submit { try await visit.act(verb) } again: { try await show(visit, $0) }
    }
}
