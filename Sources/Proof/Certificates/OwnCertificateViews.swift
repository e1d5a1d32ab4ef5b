import Catalogue
package import HTML
import Kernel
import Languages
import Look
import Centres
package import Web

package enum OwnCertificateViews {
    static func show(_ visit: Visit, _ certificate: Certificate) -> Answer {
        let t = visit.t
        return visit.page("\(t(certificate.kind.name)) \(certificate.label)", trail: [Look.Link(t(T.certificates.mine), href: visit.link("/me"))], isIndexed: false) {
            Heading(t.shown(certificate.title), kind: "\(t(certificate.kind.name)) \(certificate.label)", lang: certificate.facts?.writtenIn.htmlLang)
            if certificate.state != .valid {
                Notice(.bad, t(certificate.state.name)) { HTML::p { t(T.certificates.because(reason: .title(certificate.reason))) } }
            }
            Buttons {
                if certificate.facts != nil, certificate.state == .valid {
                    LinkButton(t(T.certificates.openPDF), href: visit.link("/me/certificates/\(certificate.id)/document.pdf"), icon: .download)
                }
                LinkButton(t(T.certificates.openCheck), href: visit.link("/certificates/\(certificate.code)"), .quiet)
            }
            Facts { ForEach(CheckedCertificate.facts(certificate, t)) { fact in Fact(fact.label) { span(.lang(fact.language?.htmlLang)) { fact.value } } } }
            HTML::p { t(T.certificates.mineText) }
            if certificate.facts != nil, certificate.state == .valid {
                HTML::p { CertificatePress.words(certificate, visit.signer).map { t($0) }.joined(separator: " ") }
            }
        }
    }

    /// What a person was given, for the person's own page.
    package static func list(_ certificates: [Certificate], _ visit: Visit) -> some HTML {
        let t = visit.t
        return ForEach(certificates) { certificate in
            PersonLine(
                t.shown(certificate.title), href: visit.link("/me/certificates/\(certificate.id)"),
                detail: t(T.certificates.mineLine(kind: .phrase(certificate.kind.name), number: .text(certificate.label), day: certificate.day.map { .day($0) } ?? "")),
                state: certificate.state == .valid ? nil : Chip(certificate.state.tone, t(certificate.state.name)))
        }
    }
}
