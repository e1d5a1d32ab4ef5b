import Catalogue
import Forms
import HTML
import Kernel
import Languages
import Look
import Centres
import Web

/// The pages that tell strangers whether a certificate is good.
enum CheckViews {
    static func form(_ visit: Visit, _ typed: Typed, _ problem: Problem?, isMissed: Bool = false) -> Answer {
        let t = visit.t
        return visit.page(t(T.certificates.checkTitle), status: isMissed ? 404 : problem == nil ? 200 : 422, isIndexed: false) {
            if isMissed {
                Verdict(.waiting, t(T.certificates.notFoundTitle), t(T.certificates.notFound))
            } else {
                ErrorSummary(t(T.certificates.notChecked), visit.mistakes(problem))
                Heading(t(T.certificates.checkTitle), lead: t(T.certificates.checkLead))
            }
            Form(action: visit.link("/certificates"), method: .get, label: t(T.certificates.checkTitle)) {
                Field(t(T.certificates.code), name: "code", value: typed["code"], hint: t(T.certificates.codeHint), error: isMissed ? nil : visit.mistake("code", problem),
                      width: .medium, autocomplete: "off", .spellcheck(false)).text()
                Field(t(T.certificates.number), name: "number", value: typed["number"], hint: t(T.certificates.numberHint), optional: t(T.common.optional), width: .short).text()
                Buttons { Submit(t(T.certificates.check)) }
            }
            h2 { t(T.certificates.otherWays) }
            HTML::p { t(T.certificates.otherWaysText) }
            HTML::p { a(.href(visit.link("/certificates/offline"))) { t(T.certificates.offlineLink) } }
        }
    }

    static func show(_ visit: Visit, _ found: CheckedCertificate) -> Answer {
        let t = visit.t
        let certificate = found.certificate
        return visit.page(t(T.certificates.checkTitle), isIndexed: false) {
            verdict(found, t)
            h2 { t(T.certificates.printedFacts) }
            Facts {
                ForEach(CheckedCertificate.facts(certificate, t)) { fact in
                    Fact(fact.label) { span(.lang(fact.language?.htmlLang)) { fact.value } }
                }
            }
            h2 { t(T.certificates.howChecked) }
            ul {
                li { t(T.certificates.checkedRegister(centre: .text(found.centre.name(in: t.language)))) }
                if certificate.facts != nil {
                    li { found.isSigned ? t(T.certificates.checkedSignature(key: .text(certificate.key ?? ""))) : t(T.certificates.signatureWrong) }
                }
                if let revoked = found.key?.revoked { li { t(T.certificates.keyRevokedSince(when: .instant(revoked))) } }
                li { t(T.certificates.notQualified) }
            }
            if certificate.facts != nil { fragment(found, t) }
            HTML::p { a(.href(visit.link("/certificates"))) { t(T.certificates.checkAnother) } }
        }
    }

    @HTMLBuilder
    private static func verdict(_ found: CheckedCertificate, _ t: Texts) -> some HTML {
        let certificate = found.certificate
        let kind = Value.phrase(certificate.kind.name)
        let ended = certificate.ended.map { Value.instant($0) } ?? ""
        switch certificate.state {
        case .valid where certificate.facts == nil:
            Verdict(.neutral, t(T.certificates.verdictErased), t(T.certificates.verdictErasedText(number: .text(certificate.label))))
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
    private static func fragment(_ found: CheckedCertificate, _ t: Texts) -> some HTML {
        let certificate = found.certificate
        let words = [T.certificates.fragmentGood, T.certificates.fragmentWrong, T.certificates.fragmentOther, T.certificates.fragmentRevoked, T.certificates.fragmentCannot].map { t($0) }
        return HTML::p(
            .class("muted"), .role("status"), .data("certificate", certificate.code.text), .data("number", certificate.label), .data("name", certificate.name),
            .data("day", certificate.day?.iso), .data("hours", certificate.facts?.hours ?? 0), .data("points", certificate.points),
            .data("good", words[0]), .data("wrong", words[1]), .data("other", words[2]), .data("revoked", words[3]), .data("cannot", words[4])
        ) { t(T.certificates.fragmentNone) }
    }
}
