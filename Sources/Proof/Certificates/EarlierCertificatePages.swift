import Accounts
import Forms
import Kernel
import Languages
import Look
package import Web

/// Whose certificate of an earlier register it is.
package enum EarlierCertificatePages {
    @Sendable package static func bearer(_ visit: Visit) async throws -> Answer { visit.page(try await ask(visit, visit.form())) }

    private static func ask(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id: Certificate.ID = try visit.id("certificate")
        let (letters, alphabet) = (visit.query["q"], visit.language.alphabet)
        let (certificate, namesakes, found) = try await visit.read { act in
            let certificate = try CertificateStore.certificate(id, in: act)
            guard certificate.isEarlier, certificate.facts != nil, act.by.coordinates(certificate.centre) else { throw Problem.missing }
            let ties = try PersonStore.ties(to: certificate.centre, in: act)
            return (
                certificate, try LikelyDoubleStore.named(certificate.name, at: certificate.centre, in: act),
                try letters.isEmpty ? [] : PersonStore.search(letters, within: ties, sorted: alphabet, limit: 20, in: act))
        }
        return EarlierCertificateViews(reader: visit.reader).bearer(certificate, namesakes: namesakes, found: found)
    }

    @Sendable package static func tie(_ visit: Visit) async throws -> Answer {
        let id: Certificate.ID = try visit.id("certificate")
        let person = Person.ID(visit.typed["person"])
        return try await visit.act { act in
            try EarlierCertificateStore.tie(id, to: person, in: act)
            return Redirect(visit.link("/staff/certificates/\(id)"), person == nil ? T.certificates.saidUntied : T.certificates.saidTied)
        }
    }
}
