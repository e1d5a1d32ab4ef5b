package import Forms
package import HTML
import Kernel
import Languages
import Look

/// Where a person is asked to show anew that it is they.
struct ProofViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func ask(_ person: Person, onward: Onward, _ form: FilledForm) -> Screen {
        Screen(t(T.accounts.proofTitle), trail: [
            Look.Link(t(T.accounts.mine), href: reader.link("/me")), Look.Link(t(T.accounts.accountTitle), href: reader.link("/me/account")),
        ]) {
            FormFaults(form)
            Heading(t(T.accounts.proofTitle), lead: t(T.accounts.proofLead(email: .text(person.email ?? ""))))
            Form(action: reader.link("/me/account/proof"), hidden: reader.hidden + [Hidden("onward", onward.path)]) {
                Buttons {
                    Submit(t(T.accounts.sendLink))
                    LinkButton(t(T.common.cancel), href: reader.link("/me/account"), .quiet)
                }
            }
        }
    }
}

/// The field by which a form asks for the proof; a fresh link needs none.
package struct ProofField: View {
    let reader: Reader
    let proof: OwnProof
    let form: FilledForm

    package init(reader: Reader, proof: OwnProof, form: FilledForm) { (self.reader, self.proof, self.form) = (reader, proof, form) }

    @HTMLBuilder package var body: some HTML {
        switch proof {
        case .code: CodeField(label: T.accounts.proofCode, hint: T.accounts.codeHint, form: form)
        case .password:
            form.field(T.accounts.currentPassword, OwnProof.passwordField, autocomplete: "current-password").password()
            HTML::p(.class("small")) { a(.href(reader.link("/me/account/proof?\(Typed(["onward": reader.path]).query)"))) { reader.t(T.accounts.proofByLink) } }
        case .link: Empty()
        }
    }
}

/// A code of the second factor.
struct CodeField: View {
    let label: Phrase
    let hint: Phrase
    let form: FilledForm

    var body: some HTML {
        Field(
            form.t(label), name: OwnProof.codeField, hint: form.t(hint), error: form.fault(OwnProof.codeField), autocomplete: "one-time-code",
            .spellcheck(false), .custom("autocapitalize", "off")
        ).text()
    }
}
