import Accounts
import Centres
import Kernel
import Languages
import Look
import Queues

/// What is written to somebody who was given a certificate.
enum CertificateLetters {
    /// Its words, as a centre may choose them.
    static let kind = LetterKind("certificate", T.certificates.letterKindIssued) {
        [
            T.certificates.letterSubject(title: $0.title), T.certificates.letterIssued(kind: .phrase(CertificateKind.certificate.name), title: $0.title),
            T.certificates.letterNext, T.certificates.letterAttached,
        ]
    }

    /// It is issued: where to take it, and how anybody can check it. Nobody without a proved address is written to.
    /// - Parameter file: the paper itself, for those who want it by mail.
    static func issued(_ certificate: Certificate, _ centre: Centre, _ file: Letter.File?, in act: Act) throws {
        guard let id = certificate.person, let facts = certificate.facts, try PersonStore.reachable([id], in: act)[id] != nil else { return }
        let person = try PersonStore.person(id, in: act)
        guard let address = person.email else { return }
        let t = try act.texts(person.language, of: centre)
        let site = "\(centre.origin(default: act.address))/\(person.language.rawValue)"
        let issued = T.certificates.letterIssued(kind: .phrase(certificate.kind.name), title: .title(facts.title))
        let frame = LetterFrame(
            language: person.language, greeting: t(T.accounts.greeting),
            paragraphs: [t(issued), t(file == nil ? T.certificates.letterNext : T.certificates.letterAttached)],
            facts: [(t(T.certificates.number), certificate.label), (t(T.certificates.name), certificate.name), (t(T.certificates.code), certificate.code.grouped)],
            action: Look.Link(t(T.certificates.letterOpen), href: "\(site)/me/certificates/\(certificate.id)"),
            closing: t(T.accounts.closing), sender: centre.name(in: person.language))
        try act.send(Letter(
            to: address, name: person.name.full, person: person.id, centre: centre.id, language: person.language,
            subject: t(T.certificates.letterSubject(title: .title(facts.title))), text: frame.text, html: frame.html, file: file, about: .certificate(certificate.id)))
    }
}
