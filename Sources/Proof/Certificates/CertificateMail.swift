import Centres
import Documents
import Kernel
import Queues

/// Sends somebody a signed paper as a file, once: the job `certificates.mail`. It comes after the act, because setting a paper may wait.
package struct CertificateMail: Sendable {
    let press: CertificatePress

    package init(_ press: CertificatePress) { self.press = press }

    @Sendable func work(_ job: Job, _ records: Records) async throws {
        let id = try job.decoded(as: Certificate.ID.self)
        let (certificate, pictures) = try await records.read(as: .system) { act in
            let certificate = try CertificateStore.certificate(id, in: act)
            return (certificate, try CertificateStore.pictures(of: [certificate], in: act))
        }
        guard certificate.state == .valid, certificate.facts != nil else { return }
        let file = try await file(certificate, pictures, job, records)
        try await records.write(by: .system) { act in
            // Meanwhile it may have been voided, or erased.
            let certificate = try CertificateStore.certificate(id, in: act)
            guard certificate.state == .valid, certificate.facts != nil, try !act.hasLetter(about: .certificate(id)) else { return }
            try CertificateLetters.issued(certificate, CentreStore.centre(certificate.centre, in: act), file, in: act)
        }
    }

    /// Nil when no font has a sign of its name, or when it could not be set for an hour: then whoever waits learns at least where it will be.
    private func file(_ certificate: Certificate, _ pictures: [String: [UInt8]], _ job: Job, _ records: Records) async throws -> Letter.File? {
        do {
            return Letter.File(name: certificate.fileName, bytes: try await press.pdf(certificate, pictures: pictures, words: records.words))
        } catch is UnprintedCertificate {
            return nil
        } catch let fault as TypesetterFault {
            if job.isLastTry { return nil }
            throw fault
        }
    }
}
