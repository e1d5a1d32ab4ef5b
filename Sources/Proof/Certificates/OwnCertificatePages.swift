import Delivery
import Kernel
import Languages
package import Web

/// A person's own certificates.
package enum OwnCertificatePages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        let certificate = try await own(visit)
        let first = try await first(certificate, visit)
        return visit.page(OwnCertificateViews(reader: visit.reader).show(certificate, first: first, signature: CertificatePress.words(certificate, visit.signer)))
    }

    /// Where something is done before the paper opens; nil where nothing is asked.
    package static func first(_ certificate: Certificate, _ visit: Visit) async throws -> String? {
        guard let event = certificate.event, let person = certificate.person, certificate.state == .valid else { return nil }
        let seal = visit.seal
        return try await visit.read { try $0.ask(ProofAsked(by: person, of: event, seal: seal)).first }
    }

    static func own(_ visit: Visit) async throws -> Certificate {
        let id: Certificate.ID = try visit.id("certificate")
        let certificate = try await visit.read { try CertificateStore.certificate(id, in: $0) }
        guard certificate.person == visit.actor.person, certificate.state != .prepared else { throw Problem.missing }
        return certificate
    }
}
