import Forms
import HTML
import Kernel
import Languages
import Look

/// The page of one certificate.
struct CertificateSheetViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var desk: CertificateDeskViews { CertificateDeskViews(reader: reader) }

    /// - Parameter signature: what is told of the electronic signature in its file.
    func show(_ sheet: CertificateSheet, signature: [Phrase], _ form: FilledForm) -> Screen {
        let certificate = sheet.certificate
        let base = reader.link("/staff/certificates/\(certificate.id)")
        let name = certificate.facts == nil ? certificate.label : certificate.name
        return Screen(name, trail: trail(certificate)) {
            FormFaults(form, title: T.certificates.notDone)
            Heading(name, kind: "\(t(certificate.kind.name)) \(certificate.label)", lang: certificate.facts?.writtenIn.htmlLang)
            HTML::p { desk.state(certificate) }
            if !certificate.reason.isEmpty { HTML::p { t(T.certificates.because(reason: .title(certificate.reason))) } }
            if certificate.isEarlier, certificate.facts != nil { EarlierBearerView(certificate: certificate, reader: reader) }
            if certificate.facts != nil, certificate.state != .prepared, !certificate.isEarlier {
                Buttons {
                    LinkButton(t(T.certificates.openPDF), href: base + "/document.pdf", icon: .print)
                    LinkButton(t(T.certificates.openCheck), href: reader.link("/certificates/\(certificate.code)"), .quiet)
                }
                HTML::p { signature.map { t($0) }.joined(separator: " ") }
            }
            if certificate.facts != nil, certificate.state == .prepared {
                Buttons { LinkButton(t(T.certificates.draft), href: base + "/document.pdf", .quiet, icon: .print) }
            }
            Facts { ForEach(CheckedCertificate.facts(certificate, t)) { fact in FactLine(fact.label) { span(.lang(fact.language?.htmlLang)) { fact.value } } } }
            if certificate.state == .prepared { amend(certificate, base, form) }
            if certificate.state == .valid { acts(sheet, base, form) }
            if reader.actor.isAdministrator, certificate.facts != nil, certificate.state != .prepared { erase(base, form) }
            if !sheet.kin.isEmpty {
                h2 { t(T.certificates.kin) }
                desk.table(sheet.kin, t(T.certificates.kin))
            }
            if !sheet.history.isEmpty {
                h2 { t(T.certificates.history) }
                Timeline(sheet.history.map { line in
                    Timeline.Entry(
                        moment: line.entry.at.iso, when: t.instant(line.entry.at), who: line.who, what: t.written(line.entry.deed),
                        detail: line.entry.changes["reason"]?.last)
                })
            }
        }
    }

    private func trail(_ certificate: Certificate) -> [Look.Link] {
        let own = Look.Link(t(T.certificates.title), href: reader.link("/staff/certificates"))
        guard let batch = certificate.batch else { return [own] }
        let title = t(certificate.state == .prepared ? T.certificates.batch : T.certificates.batchDone)
        return [own, Look.Link(title, href: reader.link("/staff/batches/\(batch)"))]
    }

    private func amend(_ certificate: Certificate, _ base: String, _ form: FilledForm) -> some HTML {
        Group {
            h2 { t(T.certificates.amendTitle) }
            Form(action: base + "/amend", hidden: reader.hidden) {
                name(of: certificate, form, hint: T.certificates.nameHint)
                if certificate.kind == .certificate {
                    Field(
                        t(T.certificates.points), name: "points", value: form.typed.has("points") ? form["points"] : "\(certificate.points)",
                        hint: t(T.certificates.pointsHint(approved: .number(certificate.approved))), error: form.fault("points"), width: .short
                    ).number()
                }
                Buttons { Submit(t(T.common.save)) }
            }
            ButtonForm(t(T.certificates.drop), .danger, action: base + "/drop", hidden: reader.hidden)
        }
    }

    /// The name as its bearer writes it, in the language of the paper.
    private func name(of certificate: Certificate, _ form: FilledForm, hint: Phrase? = nil) -> some HTML {
        Field(
            t(T.certificates.name), name: "name", value: form.typed.has("name") ? form["name"] : certificate.name, hint: hint.map { t($0) },
            error: form.fault("name"), lang: certificate.facts?.writtenIn.htmlLang
        ).text()
    }

    private func acts(_ sheet: CertificateSheet, _ base: String, _ form: FilledForm) -> some HTML {
        Group {
            h2 { t(T.certificates.acts) }
            if !sheet.certificate.isDuplicate {
                duplicate(sheet, base, form)
                if !sheet.certificate.isEarlier { correct(sheet.certificate, base, form) }
            }
            Disclosure(t(T.certificates.voidTitle), isOpen: form.typed.has("reason")) {
                HTML::p { t(T.certificates.voidText) }
                Form(action: base + "/void", hidden: reader.hidden) {
                    form.field(T.certificates.reason, "reason", .full, hint: T.certificates.reasonPublic).text()
                    Buttons { Submit(t(T.certificates.makeVoid), .danger) }
                }
            }
        }
    }

    private func duplicate(_ sheet: CertificateSheet, _ base: String, _ form: FilledForm) -> some HTML {
        Disclosure(t(T.certificates.duplicateTitle), isOpen: form.typed.has("code")) {
            HTML::p { t(T.certificates.duplicateText) }
            if sheet.right == nil { HTML::p { t(T.certificates.noRight) } } else {
                Form(action: base + "/duplicate", hidden: reader.hidden) {
                    FactorField(form, isDemonstration: sheet.isDemonstration)
                    Buttons { Submit(t(T.certificates.makeDuplicate), .quiet) }
                }
            }
        }
    }

    private func correct(_ certificate: Certificate, _ base: String, _ form: FilledForm) -> some HTML {
        Disclosure(t(T.certificates.correctTitle), isOpen: form.typed.has("why")) {
            HTML::p { t(T.certificates.correctText) }
            Form(action: base + "/correct", hidden: reader.hidden) {
                name(of: certificate, form)
                form.field(T.certificates.reason, "why", .full).text()
                Buttons { Submit(t(T.certificates.correct), .quiet) }
            }
        }
    }

    private func erase(_ base: String, _ form: FilledForm) -> some HTML {
        Disclosure(t(T.certificates.eraseTitle), isOpen: form.typed.has("rule")) {
            HTML::p { t(T.certificates.eraseText) }
            Form(action: base + "/erase", hidden: reader.hidden) {
                form.field(T.certificates.eraseRule, "rule", .full).text()
                Buttons { Submit(t(T.certificates.erase), .danger) }
            }
        }
    }
}
