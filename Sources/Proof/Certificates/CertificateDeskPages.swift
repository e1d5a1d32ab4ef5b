import Accounts
import Events
import Forms
import Foundation
import Kernel
import Languages
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
        return CertificateDeskViews.list(visit, desk)
    }

    @Sendable package static func show(_ visit: Visit) async throws -> Answer { try await show(visit, .nothing, nil) }

    private static func show(_ visit: Visit, _ typed: Typed, _ problem: Problem?) async throws -> Answer {
        let id: Certificate.ID = try visit.id("certificate")
        let sheet = try await visit.read { act -> CertificateSheet in
            let certificate = try CertificateStore.certificate(id, in: act)
            guard act.by.coordinates(certificate.centre) else { throw Problem.missing }
            return try CertificateSheet(certificate, in: act)
        }
        return CertificateDeskViews.show(visit, sheet, typed, problem)
    }

    @Sendable package static func amend(_ visit: Visit) async throws -> Answer {
        let id: Certificate.ID = try visit.id("certificate")
        let typed = visit.typed
        return try await act(visit) { act in
            guard typed["points"].isEmpty || typed.number("points") != nil else { throw Problem.invalid("points", T.common.errorNumber) }
            let batch = try CertificateStore.certificate(id, in: act).batch
            try BatchStore.amend(id, name: typed["name"], points: typed.number("points"), in: act)
            return Redirect(visit.link(batch.map { "/staff/batches/\($0)" } ?? "/staff/certificates/\(id)"), T.common.saved)
        }
    }

    @Sendable package static func drop(_ visit: Visit) async throws -> Answer {
        let id: Certificate.ID = try visit.id("certificate")
        return try await act(visit) { act in
            let batch = try CertificateStore.certificate(id, in: act).batch
            let stands = try BatchStore.drop(id, in: act)
            return Redirect(visit.link(batch.map { stands ? "/staff/batches/\($0)" : "/staff/certificates" } ?? "/staff/certificates"), T.certificates.saidDropped)
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
        let typed = visit.typed
        return try await act(visit) { act in
            let batch = try CertificateStore.correct(id, name: typed["name"], because: typed["why"], in: act)
            return Redirect(visit.link("/staff/batches/\(batch)"), T.certificates.saidCorrection)
        }
    }

    @Sendable package static func duplicate(_ visit: Visit) async throws -> Answer {
        let id: Certificate.ID = try visit.id("certificate")
        let seal = visit.seal
        do {
            return try await visit.sign { signer, act in
                let copy = try CertificateStore.duplicate(id, by: signer, seal: seal, in: act)
                return Redirect(visit.link("/staff/certificates/\(copy)"), T.certificates.saidDuplicated)
            }
        } catch let problem as Problem where problem.kind != .missing {
            return try await show(visit, visit.typed, problem)
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

    private static func act(_ visit: Visit, _ verb: @escaping @Sendable (Act) throws -> Redirect) async throws -> Answer {
        do { return try await visit.act(verb) } catch let problem as Problem where problem.kind != .missing {
            return try await show(visit, visit.typed, problem)
        }
    }
}

/// What the first page shows.
struct CertificateDesk: Sendable {
    struct Waiting: Sendable {
        let batch: CertificateBatch
        let count: Int
        let event: Event?
    }

    let waiting: [Waiting]
    let registers: [Register]
    let words: String
    let found: [Certificate]
}

/// One certificate with all that was done to it.
struct CertificateSheet: Sendable {
    let certificate: Certificate
    let event: Event?
    /// Its duplicates, its original, its correction and what it corrects.
    let kin: [Certificate]
    let history: [(entry: JournalEntry, who: String)]
    /// By which right whoever looks may sign a duplicate.
    let right: Signer.Right?
    let isDemonstration: Bool

    init(_ certificate: Certificate, in act: Act) throws {
        self.certificate = certificate
        event = try certificate.event.map { try EventStore.event($0, in: act) }
        kin = try CertificateStore.kin(of: certificate, in: act)
        right = try Signer.right(of: act.by, at: certificate.centre, in: act)
        isDemonstration = try CertificateSettings.isDemonstration(in: act)
        let entries = try JournalEntry.about(.other("certificate", certificate.id.value), limit: 60, in: act)
        let names = try PersonStore.names(of: Set(entries.compactMap(\.person)), in: act)
        history = entries.map { entry in (entry, entry.person.flatMap { names[$0] } ?? "") }
    }
}
