import Documents
import Forms
import HTML
import Kernel
import Languages
import Look

/// The pages of the second factor.
struct SecondFactorViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// - Parameter sealed: the enrolment as the form carries it.
    func enrol(_ person: Person, _ enrolment: Enrolment, sealed: String, _ onward: Onward, _ form: FilledForm) -> Screen {
        let secret = TimeCode(secret: enrolment.secret)
        let address = secret.address(issuer: reader.site, account: person.email ?? person.name.full)
        let hidden = reader.hidden + [Hidden("onward", onward.path), Hidden("enrolment", sealed)]
        return Screen(t(T.accounts.factorTitle)) {
            FormFaults(form)
            Heading(t(T.accounts.factorTitle), lead: t(T.accounts.factorWhy))
            Steps([
                Steps.Step(t(T.accounts.factorApp), t(T.accounts.factorAppText), .now),
                Steps.Step(t(T.accounts.factorAdd), t(T.accounts.factorAddText), .next),
                Steps.Step(t(T.accounts.factorCode), t(T.accounts.factorCodeText), .next),
            ])
            if let code = QRCode(address) { CodePicture(t(T.accounts.factorPicture), path: code.path, extent: code.extent) }
            Facts {
                FactLine(t(T.accounts.factorSecret)) { strong(.class("number"), .lang("en")) { Base32.grouped(Base32.text(enrolment.secret)) } }
                FactLine(t(T.accounts.factorAccount), "\(reader.site): \(person.email ?? person.name.full)")
            }
            Disclosure(t(T.accounts.factorAddress)) { HTML::p(.lang("en")) { a(.href(address)) { HTML::code { address } } } }
            Form(action: reader.link("/second-factor"), hidden: hidden) {
                CodeField(label: T.accounts.factorFirstCode, hint: T.accounts.factorCodeHint, form: form)
                Submit(t(T.accounts.confirm))
            }
        }
    }

    func ask(_ onward: Onward, _ form: FilledForm) -> Screen {
        Screen(t(T.accounts.factorAskTitle)) {
            FormFaults(form)
            Heading(t(T.accounts.factorAskTitle), lead: t(T.accounts.factorAskLead))
            Form(action: reader.link("/second-factor"), hidden: reader.hidden + [Hidden("onward", onward.path)]) {
                CodeField(label: T.accounts.code, hint: T.accounts.codeHint, form: form)
                Submit(t(T.common.continue))
            }
            Disclosure(t(T.accounts.factorLost)) { HTML::p { t(T.accounts.factorLostText) } }
        }
    }

    func codes(_ codes: [RecoveryCode], _ onward: Onward) -> Screen {
        Screen(t(T.accounts.codesTitle)) {
            Heading(t(T.accounts.codesTitle), lead: t(T.accounts.codesLead))
            ol(.class("number"), .lang("en")) { ForEach(codes) { code in li { HTML::code { code.text } } } }
            HTML::p { t(T.accounts.codesUse) }
            Buttons {
                LinkButton(t(T.accounts.codesKept), href: reader.link(onward.path))
                PrintButton(t(T.common.print))
            }
        }
    }

    /// Gives the factor up, to set up another.
    func renew(_ proof: OwnProof, _ form: FilledForm) -> Screen {
        Screen(t(T.accounts.renewFactor), trail: [
            Look.Link(t(T.accounts.mine), href: reader.link("/me")), Look.Link(t(T.accounts.accountTitle), href: reader.link("/me/account")),
        ]) {
            FormFaults(form)
            Heading(t(T.accounts.renewFactor), lead: t(T.accounts.renewFactorLead))
            Form(action: reader.link("/me/account/factor"), hidden: reader.hidden) {
                ProofField(reader: reader, proof: proof, form: form)
                Buttons {
                    Submit(t(T.common.continue))
                    LinkButton(t(T.common.cancel), href: reader.link("/me/account"), .quiet)
                }
            }
        }
    }
}
