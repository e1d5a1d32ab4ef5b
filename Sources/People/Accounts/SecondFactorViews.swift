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
                codeField(T.accounts.factorFirstCode, T.accounts.factorCodeHint, form)
                Submit(t(T.accounts.confirm))
            }
        }
    }

    func ask(_ onward: Onward, _ form: FilledForm) -> Screen {
        Screen(t(T.accounts.factorAskTitle)) {
            FormFaults(form)
            Heading(t(T.accounts.factorAskTitle), lead: t(T.accounts.factorAskLead))
            Form(action: reader.link("/second-factor"), hidden: reader.hidden + [Hidden("onward", onward.path)]) {
                codeField(T.accounts.code, T.accounts.codeHint, form)
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

    private func codeField(_ label: Phrase, _ hint: Phrase, _ form: FilledForm) -> some HTML {
        Field(
            t(label), name: "code", hint: t(hint), error: form.fault("code"), autocomplete: "one-time-code", .spellcheck(false), .custom("autocapitalize", "off")
        ).text()
    }
}
