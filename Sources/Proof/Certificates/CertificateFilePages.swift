import Centres
import Events
import Forms
import Kernel
import Languages
package import Web

/// Everything about certificates that is a file: the paper of one, the files of a batch, the printed register.
package enum CertificateFilePages {
    private static let pdf = "application/pdf"

    @Sendable package static func own(_ visit: Visit) async throws -> Answer {
        let certificate = try await OwnCertificatePages.own(visit)
        guard certificate.state == .valid else { throw Problem.missing }
        if try await OwnCertificatePages.first(certificate, visit) != nil { return .redirect(visit.link("/me/certificates/\(certificate.id)")) }
        return try await paper(certificate, visit)
    }

    @Sendable package static func one(_ visit: Visit) async throws -> Answer {
        let id: Certificate.ID = try visit.id("certificate")
        let certificate = try await visit.read { act in
            let certificate = try CertificateStore.certificate(id, in: act)
            guard act.by.coordinates(certificate.centre) else { throw Problem.missing }
            return certificate
        }
        return try await paper(certificate, visit)
    }

    /// How a paper will look, before anything is prepared.
    @Sendable package static func draft(_ visit: Visit) async throws -> Answer {
        let event: Event.ID = try visit.id("event")
        let place = (visit.query.number("line", in: 1...10_000) ?? 1) - 1
        guard let certificate = try await visit.read({ try BatchStore.draft(place, of: event, in: $0) }) else { throw Problem.missing }
        return try await paper(certificate, visit)
    }

    private static func paper(_ certificate: Certificate, _ visit: Visit) async throws -> Answer {
        .file(bytes: try await bytes(of: certificate, visit), type: pdf, name: certificate.fileName)
    }

    /// The paper of a certificate of which it is known that whoever visits may have it.
    package static func bytes(of certificate: Certificate, _ visit: Visit) async throws -> [UInt8] {
        guard certificate.facts != nil else { throw Problem.missing }
        let pictures = try await visit.read { try CertificateStore.pictures(of: [certificate], in: $0) }
        return try await visit.setting { typesetter in
            do {
                return try await CertificatePress(typesetter, visit.signer).pdf(certificate, pictures: pictures, words: visit.t.catalogue)
            } catch let fault as UnprintedCertificate {
                throw Problem.conflict(fault.phrase)
            }
        }
    }

    @Sendable package static func batch(_ kind: CertificateFiles.Kind) -> Route.Page {
        { visit in
            let id: CertificateBatch.ID = try visit.id("batch")
            let title = try await visit.read { act in
                guard try BatchStore.batch(id, in: act).document == .ready else { throw Problem.missing }
                return try BatchStore.title(of: id, in: act)
            }
            let bytes = try await visit.setting { typesetter in
                do {
                    return try await CertificateFiles(visit.documents, CertificatePress(typesetter, visit.signer)).bytes(id, kind, visit.records)
                } catch let fault as UnprintedCertificate {
                    throw Problem.conflict(fault.phrase)
                }
            }
            return .file(bytes: bytes, type: kind == .pdf ? pdf : "application/zip", name: "\(title).\(kind.rawValue)")
        }
    }

    /// Sets the files of a batch again.
    @Sendable package static func again(_ visit: Visit) async throws -> Answer {
        let id: CertificateBatch.ID = try visit.id("batch")
        return try await visit.act { act in
            try BatchStore.setAgain(id, in: act)
            return Redirect(visit.link("/staff/batches/\(id)"), T.certificates.saidAgain)
        }
    }

    @Sendable package static func register(_ visit: Visit) async throws -> Answer {
        let id: Register.ID = try visit.id("register")
        let paper = try await visit.read { act in
            let register = try RegisterStore.register(id, in: act)
            return RegisterPaper(
                register: register, certificates: try CertificateStore.certificates(in: id, limit: .max, offset: 0, in: act),
                centre: try CentreStore.centre(register.centre, in: act), logo: try LogoStore.logo(of: register.centre, in: act))
        }
        let title = visit.t(T.certificates.registerOf(kind: .phrase(paper.register.kind.name), year: .text("\(paper.register.year)")))
        return .file(bytes: try await visit.set(try paper.job(visit.t, at: visit.now)), type: pdf, name: "\(title).pdf")
    }
}
