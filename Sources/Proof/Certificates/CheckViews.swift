import Centres
import Forms
import HTML
import Kernel
import Languages
import Look

/// The pages that tell strangers whether a certificate is good.
struct CheckViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func form(_ form: FilledForm) -> Screen {
        Screen(t(T.certificates.checkTitle), isIndexed: false) {
            FormFaults(form, title: T.certificates.notChecked)
            Heading(t(T.certificates.checkTitle), lead: t(T.certificates.checkLead))
            ask(form)
        }
    }

    /// Nothing is known under what was typed.
    func missed(_ form: FilledForm) -> Screen {
        Screen(t(T.certificates.checkTitle), isIndexed: false) {
            Verdict(.waiting, t(T.certificates.notFoundTitle), t(T.certificates.notFound))
            ask(form)
        }
    }

    @HTMLBuilder
    private func ask(_ form: FilledForm) -> some HTML {
        Form(action: reader.link("/certificates"), method: .get, label: t(T.certificates.checkTitle)) {
            Field(
                t(T.certificates.code), name: "code", value: form["code"], hint: t(T.certificates.codeHint), error: form.fault("code"), width: .medium,
                autocomplete: "off", .spellcheck(false)
            ).text()
            form.field(T.certificates.number, "number", .short, hint: T.certificates.numberHint, isOptional: true).text()
            Buttons { Submit(t(T.certificates.check)) }
        }
        paper(form)
        h2 { t(T.certificates.otherWays) }
        HTML::p { t(T.certificates.otherWaysText) }
        HTML::p { a(.href(reader.link("/certificates/offline"))) { t(T.certificates.offlineLink) } }
    }

    /// A paper of the time before this system has no code: what stands on it must be known instead.
    private func paper(_ form: FilledForm) -> some HTML {
        Disclosure(t(T.certificates.paperCheck), isOpen: form.typed.has("paper")) {
            HTML::p { t(T.certificates.paperCheckText) }
            Form(action: reader.link("/certificates"), hidden: reader.hidden, label: t(T.certificates.paperCheck)) {
                Field(
                    t(T.certificates.number), name: "paper", value: form["paper"], error: form.fault("paper"), width: .short, autocomplete: "off", .spellcheck(false)
                ).text()
                form.day(T.certificates.issuedOn, "day")
                form.field(T.certificates.familyName, "family", hint: T.certificates.familyNameHint, autocomplete: "off").text()
                Buttons { Submit(t(T.certificates.check)) }
            }
        }
    }

    func show(_ found: CheckedCertificate) -> Screen {
        let certificate = found.certificate
        return Screen(t(T.certificates.checkTitle), isIndexed: false) {
            verdict(found)
            h2 { t(T.certificates.printedFacts) }
            Facts {
                ForEach(CheckedCertificate.facts(certificate, t)) { fact in
                    FactLine(fact.label) { span(.lang(fact.language?.htmlLang)) { fact.value } }
                }
            }
            h2 { t(T.certificates.howChecked) }
            ul {
                li { t(T.certificates.checkedRegister(centre: .text(found.centre.name(in: t.language)))) }
                if certificate.facts?.isEarlier == true { li { t(certificate.isEarlier ? T.certificates.checkedEarlier : T.certificates.checkedEarlierCopy) } }
                if certificate.facts != nil, !certificate.isEarlier {
                    li { found.isSigned ? t(T.certificates.checkedSignature(key: .text(certificate.key ?? ""))) : t(T.certificates.signatureWrong) }
                }
                if let revoked = found.key?.revoked { li { t(T.certificates.keyRevokedSince(when: .instant(revoked))) } }
                li { t(T.certificates.notQualified) }
            }
            if certificate.facts != nil, !certificate.isEarlier { fragment(found) }
            HTML::p { a(.href(reader.link("/certificates"))) { t(T.certificates.checkAnother) } }
        }
    }

    @HTMLBuilder
    private func verdict(_ found: CheckedCertificate) -> some HTML {
        let certificate = found.certificate
        let kind = Value.phrase(certificate.kind.name)
        let ended = certificate.ended.map { Value.instant($0) } ?? ""
        switch certificate.state {
        case .valid where certificate.facts == nil:
            Verdict(.neutral, t(T.certificates.verdictErased), t(T.certificates.verdictErasedText(number: .text(certificate.label))))
        case .valid where certificate.isEarlier:
            Verdict(.waiting, t(T.certificates.verdictEarlier), t(T.certificates.verdictEarlierText(centre: .text(found.centre.name(in: t.language)), kind: kind)))
        case .valid where !found.isSigned:
            Verdict(.bad, t(T.certificates.verdictDoubt), t(T.certificates.verdictDoubtText))
        case .valid:
            Verdict(.good, t(certificate.isDuplicate ? T.certificates.verdictDuplicate : T.certificates.verdictValid),
                    t(T.certificates.verdictValidText(centre: .text(found.centre.name(in: t.language)), kind: kind)))
        case .replaced:
            Verdict(.bad, t(T.certificates.verdictReplaced),
                    t(T.certificates.verdictReplacedText(when: ended, number: .text(found.replacedBy ?? ""), reason: .title(certificate.reason))))
        case .void, .prepared:
            Verdict(.bad, t(T.certificates.verdictVoid), t(T.certificates.verdictVoidText(when: ended, reason: .title(certificate.reason))))
        }
    }

    /// What the browser itself can check: the part of the address that no server sees.
    private func fragment(_ found: CheckedCertificate) -> some HTML {
        let certificate = found.certificate
        return HTML::p(
            .class("muted"), .role("status"), .data("certificate", certificate.code.text), .data("number", certificate.label), .data("name", certificate.name),
            .data("day", certificate.day?.iso), .data("hours", certificate.facts?.hours ?? 0), .data("points", certificate.points),
            .data("good", t(T.certificates.fragmentGood)), .data("wrong", t(T.certificates.fragmentWrong)), .data("other", t(T.certificates.fragmentOther)),
            .data("revoked", t(T.certificates.fragmentRevoked)), .data("cannot", t(T.certificates.fragmentCannot))
        ) { t(T.certificates.fragmentNone) }
    }
}
