package import Documents
import Kernel
import Languages
package import Web

/// Makes the file of one certificate: set from its frozen facts, then signed where the installation has a key.
///
/// What is set is the same, byte for byte, however often it is set. A signature holds the moment in which it was made, so what is signed is new
/// each time; the bytes before the signature are those that were set.
package struct CertificatePress: Sendable {
    let typesetter: Typesetter
    let signer: (any DocumentSigner)?

    package init(_ typesetter: Typesetter, _ signer: (any DocumentSigner)?) {
        self.typesetter = typesetter
        self.signer = signer
    }

    /// - Throws: a conflict where the installation sets nothing.
    package init(_ installation: Installation) throws {
        guard let typesetter = installation.typesetter else { throw Problem.conflict(T.web.paperNot) }
        self.init(typesetter, installation.signer)
    }

    /// - Parameter pictures: by their digests, at least those that the facts name.
    /// - Throws: `Problem.missing` for what was erased; ``UnprintedCertificate``; ``TypesetterFault``
    func pdf(_ certificate: Certificate, pictures: [String: [UInt8]], words: TextCatalogue) async throws -> [UInt8] {
        guard !certificate.isEarlier else { throw Problem.missing }
        let job = try CertificatePaper.job(certificate, pictures: pictures, words: words)
        let set: [UInt8]
        do { set = try await typesetter.set(job) } catch TypesetterFault.missingGlyph(let letters) {
            throw UnprintedCertificate(letters: letters, name: certificate.name, text: try job.texts(with: letters).first ?? certificate.name)
        }
        guard let signer = Self.signer(signer, for: certificate), let facts = certificate.facts else { return set }
        let t = words.texts(facts.writtenIn, in: .utc)
        let reason = t(T.certificates.signatureReason(kind: .phrase(facts.kind.name), number: .text(certificate.label)))
        return try await signer.sign(set, reason: reason, place: facts.issuer.address.isEmpty ? nil : facts.issuer.address)
    }

    /// Only what counts is signed.
    private static func signer(_ signer: (any DocumentSigner)?, for certificate: Certificate) -> (any DocumentSigner)? {
        certificate.state == .valid ? signer : nil
    }

    /// What a page says of the signature in the file of a certificate, so that nobody takes it for more than it is.
    static func words(_ certificate: Certificate, _ signer: (any DocumentSigner)?) -> [Phrase] {
        guard let signer = Self.signer(signer, for: certificate) else { return [T.certificates.pdfUnsigned] }
        return [T.certificates.pdfSigned, worth(signer), T.certificates.signedAnew]
    }

    /// The same of the files of a batch; nothing where nothing is signed.
    static func words(_ signer: (any DocumentSigner)?) -> [Phrase] {
        signer.map { [T.certificates.zipSigned, worth($0)] } ?? []
    }

    private static func worth(_ signer: any DocumentSigner) -> Phrase {
        signer.isQualified ? T.certificates.signatureQualified : T.certificates.signatureNotQualified
    }
}
