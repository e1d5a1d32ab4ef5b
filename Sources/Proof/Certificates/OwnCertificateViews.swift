import Forms
import HTML
import Kernel
import Languages
import Look

/// A person's own certificates.
struct OwnCertificateViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// - Parameters:
    ///   - first: where something is done before the paper opens.
    ///   - signature: what is told of the electronic signature in its file.
    func show(_ certificate: Certificate, first: String?, signature: [Phrase]) -> Screen {
        let isGood = certificate.facts != nil && certificate.state == .valid
        let title = "\(t(certificate.kind.name)) \(certificate.label)"
        return Screen(title, trail: [Look.Link(t(T.certificates.mine), href: reader.link("/me"))], isIndexed: false) {
            Heading(t.shown(certificate.title), kind: title, lang: certificate.facts?.writtenIn.htmlLang)
            if certificate.state != .valid {
                Notice(.bad, t(certificate.state.name)) { HTML::p { t(T.certificates.because(reason: .title(certificate.reason))) } }
            }
            if first != nil { Notice(.waiting) { HTML::p { t(T.certificates.firstText) } } }
            Buttons {
                if let first {
                    LinkButton(t(T.certificates.openFirst), href: reader.link(first))
                } else if isGood, !certificate.isEarlier { LinkButton(t(T.certificates.openPDF), href: reader.link("/me/certificates/\(certificate.id)/document.pdf"),
                    icon: .download) }
                LinkButton(t(T.certificates.openCheck), href: reader.link("/certificates/\(certificate.code)"), .quiet)
            }
            Facts { ForEach(CheckedCertificate.facts(certificate, t)) { fact in FactLine(fact.label) { span(.lang(fact.language?.htmlLang)) { fact.value } } } }
            HTML::p { t(certificate.isEarlier ? T.certificates.mineEarlier : T.certificates.mineText) }
            if isGood, !certificate.isEarlier { HTML::p { signature.map { t($0) }.joined(separator: " ") } }
        }
    }

    /// What a person was given, for the person's own page or for the centre's people.
    func list(_ certificates: [Certificate], below path: String = "/me/certificates") -> some HTML {
        ForEach(certificates) { certificate in
            let day: Value = certificate.day.map { .day($0) } ?? ""
            PersonLine(
                t.run(certificate.title, certificate.facts?.writtenIn ?? .sr), href: reader.link("\(path)/\(certificate.id)"),
                detail: [Run(t(T.certificates.mineLine(kind: .phrase(certificate.kind.name), number: .text(certificate.label), day: day)))],
                state: certificate.state != .valid ? Chip(certificate.state.tone, t(certificate.state.name))
                    : certificate.isEarlier ? Chip(.neutral, t(T.certificates.earlier)) : nil)
        }
    }
}
