package import Centres
import Kernel
package import Languages

/// The answer to somebody who holds a code: what is true of it now, and how that is known.
package struct CheckedCertificate: Sendable {
    package let certificate: Certificate
    package let centre: Centre
    /// The number of the correction in its place.
    package let replacedBy: String?
    package let key: SigningKey?
    /// Whether the signature that was kept fits what is shown.
    package let isSigned: Bool

    init(_ certificate: Certificate, of centre: Centre, replacedBy: String?, key: SigningKey?) {
        self.certificate = certificate
        self.centre = centre
        self.replacedBy = replacedBy
        self.key = key
        if let signed = CertificatePayload.Signed(certificate.payload), let facts = certificate.facts, let key {
            isSigned = signed.isSigned(by: key.publicBytes) && signed.payload.agrees(with: facts)
        } else {
            isSigned = false
        }
    }

    /// A catalogue number with its cycle, as far as an old register tells it.
    private static func programmeLine(_ programme: CertificateFacts.ProgrammeFacts, _ t: Texts) -> String {
        let cycle = [programme.accreditor, programme.cycle].filter { !$0.isEmpty }.joined(separator: " ")
        return cycle.isEmpty ? programme.number : t(T.certificates.programmeLine(number: .text(programme.number), cycle: .text(cycle)))
    }

    /// Every printed fact: label, value, and the language of the value where it is the certificate's own.
    package static func facts(_ certificate: Certificate, _ t: Texts) -> [(label: String, value: String, language: Language?)] {
        guard let facts = certificate.facts else {
            return [(t(T.certificates.number), certificate.label, nil), (t(T.certificates.issuedOn), certificate.day.map { t.day($0) } ?? "", nil)]
        }
        let own = facts.writtenIn
        var list: [(String, String, Language?)] = []
        func add(_ label: Phrase, _ value: String?, _ language: Language? = nil) {
            if let value, !value.isEmpty { list.append((t(label), value, language)) }
        }
        func day(_ text: String?) -> String? { text.flatMap { Day(iso: $0) }.map { t.day($0) } }
        add(T.certificates.number, facts.number)
        add(T.certificates.issuedOn, day(facts.day))
        add(T.certificates.name, facts.name, own)
        add(T.certificates.kind, t(facts.kind.name))
        add(T.certificates.part, t(facts.part.name))
        add(T.certificates.school, facts.school, own)
        add(T.certificates.titleField, facts.title, own)
        if let programme = facts.programme {
            add(T.certificates.programme, programmeLine(programme, t))
            add(T.certificates.institution, programme.institution, own)
            add(T.certificates.codes, [programme.competence, programme.priority].compactMap(\.self).joined(separator: ", "))
        }
        add(T.certificates.hours, facts.hours.map { t.number($0) })
        add(T.certificates.points, facts.points.map { t.number($0) })
        add(T.certificates.held, facts.days.map { t.days($0) })
        add(T.certificates.place, facts.place, own)
        add(T.certificates.trainers, facts.trainers?.joined(separator: ", "), own)
        add(T.certificates.issuer, [facts.issuer.name, facts.issuer.address].filter { !$0.isEmpty }.joined(separator: ", "), own)
        add(facts.isDeputy == true ? T.certificates.signedForDirector : T.certificates.signedByDirector, facts.signatory, own)
        add(T.certificates.insteadOf, facts.replaces)
        add(T.certificates.duplicateOn, day(facts.duplicated))
        if facts.isEarlier == true { add(T.certificates.origin, t(T.certificates.earlier)) }
        add(T.certificates.code, certificate.code.grouped)
        return list
    }
}
