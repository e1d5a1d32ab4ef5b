import Kernel
import Languages
package import Web

/// A person's own certificates.
package enum OwnCertificatePages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        let certificate = try await own(visit)
        return visit.page(OwnCertificateViews(reader: visit.reader).show(certificate, signature: CertificatePress.words(certificate, visit.signer)))
    }

    static func own(_ visit: Visit) async throws -> Certificate {
        let id: Certificate.ID = try visit.id("certificate")
        let certificate = try await visit.read { try CertificateStore.certificate(id, in: $0) }
        guard certificate.person == visit.actor.person, certificate.state != .prepared else { throw Problem.missing }
        return certificate
    }
}
