import Documents
import HTML
import Kernel
import Languages
import Look
import Web

/// The pages of the second factor.
enum SecondFactorViews {
    static func enrol(_ visit: Visit, _ person: Person, _ enrolment: Enrolment, _ onward: Onward, _ problem: Problem? = nil) throws -> Answer {
        let t = visit.t
        let secret = TimeCode(secret: enrolment.secret)
        let address = secret.address(issuer: visit.site, account: person.email ?? person.name.full)
        let hidden = visit.hidden + [Hidden("onward", onward.path), Hidden("enrolment", try enrolment.sealed(for: person.id, by: visit.seal))]
        return visit.page(t(T.accounts.factorTitle), status: problem?.status ?? 200) {
            FormFaults(visit, problem)
            Heading(t(T.accounts.factorTitle), lead: t(T.accounts.factorWhy))
            Steps([
                Steps.Step(t(T.accounts.factorApp), t(T.accounts.factorAppText), .now),
                Steps.Step(t(T.accounts.factorAdd), t(T.accounts.factorAddText), .next),
                Steps.Step(t(T.accounts.factorCode), t(T.accounts.factorCodeText), .next),
            ])
            if let code = QRCode(address) { CodePicture(t(T.accounts.factorPicture), path: code.path, extent: code.extent) }
            Facts {
                Fact(t(T.accounts.factorSecret)) { strong(.class("number"), .lang("en")) { Base32.grouped(Base32.text(enrolment.secret)) } }
                Fact(t(T.accounts.factorAccount), "\(visit.site): \(person.email ?? person.name.full)")
            }
            Disclosure(t(T.accounts.factorAddress)) { HTML::p(.lang("en")) { a(.href(address)) { HTML::code { address } } } }
            Form(action: visit.link("/second-factor"), hidden: hidden) {
                codeField(visit, t(T.accounts.factorFirstCode), t(T.accounts.factorCodeHint), problem)
                Submit(t(T.accounts.confirm))
            }
        }
    }

    static func ask(_ visit: Visit, _ onward: Onward, _ problem: Problem? = nil) -> Answer {
        let t = visit.t
        return visit.page(t(T.accounts.factorAskTitle), status: problem?.status ?? 200) {
            FormFaults(visit, problem)
            Heading(t(T.accounts.factorAskTitle), lead: t(T.accounts.factorAskLead))
            Form(action: visit.link("/second-factor"), hidden: visit.hidden + [Hidden("onward", onward.path)]) {
                codeField(visit, t(T.accounts.code), t(T.accounts.codeHint), problem)
                Submit(t(T.common.continue))
            }
            Disclosure(t(T.accounts.factorLost)) { HTML::p { t(T.accounts.factorLostText) } }
        }
    }

    static func codes(_ visit: Visit, _ codes: [RecoveryCode], _ onward: Onward) -> Answer {
        let t = visit.t
        return visit.page(t(T.accounts.codesTitle)) {
            Heading(t(T.accounts.codesTitle), lead: t(T.accounts.codesLead))
            ol(.class("number"), .lang("en")) { ForEach(codes) { code in li { HTML::code { code.text } } } }
            HTML::p { t(T.accounts.codesUse) }
            Buttons {
                LinkButton(t(T.accounts.codesKept), href: visit.link(onward.path))
                PrintButton(t(T.common.print))
            }
        }
    }

    private static func codeField(_ visit: Visit, _ label: String, _ hint: String, _ problem: Problem?) -> some HTML {
        Field(label, name: "code", hint: hint, error: visit.mistake("code", problem), autocomplete: "one-time-code", .spellcheck(false), .custom("autocapitalize", "off")).text()
    }
}
