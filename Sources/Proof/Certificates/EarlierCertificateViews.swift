import Accounts
import Forms
import HTML
import Kernel
import Languages
import Look

/// Choosing the person whose certificate of an earlier register it is.
struct EarlierCertificateViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func bearer(_ certificate: Certificate, namesakes: [LikelyDouble], found: [Person]) -> Screen {
        let own = reader.link("/staff/certificates/\(certificate.id)")
        return Screen(t(T.certificates.bearer), trail: [Look.Link(t(T.certificates.title), href: reader.link("/staff/certificates")),
            Look.Link(certificate.label, href: own)]) {
            Heading(certificate.name, kind: t(T.certificates.bearer), lead: t(T.certificates.bearerLead))
            ForEach(namesakes) { double in line(double.person, double.schools, own) }
            Form(action: own + "/bearer", method: .get, isInline: true) {
                Field(t(T.certificates.bearerLetters), name: "q", value: reader.query["q"], optional: "").search()
                Submit(t(T.common.search), .quiet)
            }
            if !reader.query["q"].isEmpty, found.isEmpty { HTML::p { t(T.certificates.bearerNobody) } }
            ForEach(found) { person in line(person, [], own) }
        }
    }

    private func line(_ person: Person, _ schools: [String], _ own: String) -> some HTML {
        PersonLine(Run(person.name.full), detail: ([person.email, person.phone].compactMap { $0 } + schools.map { t.shown($0) }).filter { !$0.isEmpty }.map { Run($0) }) {
            ButtonForm(t(T.certificates.bearerIs), .quiet, action: own + "/bearer", hidden: reader.hidden + [Hidden("person", "\(person.id)")])
        }
    }
}

/// Where a certificate of an earlier register comes from, and whose it is.
struct EarlierBearerView: View {
    let certificate: Certificate
    let reader: Reader
    private var t: Texts { reader.t }

    var body: Markup {
        let own = reader.link("/staff/certificates/\(certificate.id)")
        Notice(.info, t(T.certificates.earlier)) {
            HTML::p { t(T.certificates.earlierMeaning) }
            if let person = certificate.person {
                HTML::p { a(.href(reader.link("/people/\(person)"))) { t(T.certificates.bearerOpen) } }
                ButtonForm(t(T.certificates.bearerNot), .quiet, action: own + "/bearer", hidden: reader.hidden)
            } else {
                HTML::p { t(T.certificates.bearerUnknown) }
                HTML::p { a(.href(own + "/bearer")) { t(T.certificates.bearer) } }
            }
        }
    }
}
