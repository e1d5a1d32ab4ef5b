import Forms
import HTML
import Kernel
import Languages
import Look

/// The pages at the door.
struct SignInViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func byLink(onward: Onward, _ doors: [SignInDoor], _ form: FilledForm) -> Screen {
        Screen(t(T.accounts.signInTitle), isIndexed: false) {
            FormFaults(form)
            Heading(t(T.accounts.signInTitle), lead: t(T.accounts.signInLead))
            Form(action: reader.link("/sign-in"), hidden: reader.hidden + [Hidden("onward", onward.path)]) {
                emailField(form)
                Buttons {
                    Submit(t(T.accounts.sendLink))
                    LinkButton(t(T.accounts.enterByPassword), href: address("/sign-in/password", onward), .quiet)
                }
            }
            if !doors.isEmpty {
                h2 { t(T.accounts.otherDoors) }
                Buttons { ForEach(doors) { door in LinkButton(t.shown(door.name), href: address(door.path, onward), .quiet) } }
            }
            h2 { t(T.accounts.noAccount) }
            HTML::p { a(.href(reader.link("/sign-up"))) { t(T.accounts.signUpTitle) } }
        }
    }

    func byPassword(onward: Onward, _ form: FilledForm) -> Screen {
        Screen(t(T.accounts.signInTitle), trail: trail, isIndexed: false) {
            FormFaults(form)
            Heading(t(T.accounts.signInTitle), lead: t(T.accounts.passwordLead))
            Form(action: reader.link("/sign-in/password"), hidden: reader.hidden + [Hidden("onward", onward.path)]) {
                emailField(form)
                Field(t(T.accounts.password), name: "password", autocomplete: "current-password").password()
                Buttons {
                    Submit(t(T.accounts.enter))
                    LinkButton(t(T.accounts.forgotPassword), href: address("/sign-in", onward), .quiet)
                }
            }
        }
    }

    func sent() -> Screen {
        Screen(t(T.accounts.sentTitle), trail: trail, isIndexed: false) {
            Heading(t(T.accounts.sentTitle), lead: t(T.accounts.sentText))
            Steps([Steps.Step(t(T.accounts.sentOpen), nil, .now), Steps.Step(t(T.accounts.sentPress))])
            HTML::p { t(T.accounts.sentLate) }
        }
    }

    /// - Parameter asked: what the button confirms beside the address.
    func open(_ link: SignInLink, confirming asked: [String]) -> Screen {
        let (title, text, act) = switch link.purpose {
        case .enter: (T.accounts.openEnterTitle, T.accounts.openEnterText(name: .text(link.person.name.full)), T.accounts.enter)
        case .prove: (T.accounts.openProveTitle, T.accounts.openProveText(name: .text(link.person.name.full)), T.accounts.confirm)
        case .verify: (T.accounts.openVerifyTitle, T.accounts.openVerifyText(email: .text(link.person.email ?? "")), T.accounts.verifyAct)
        case .change: (T.accounts.openChangeTitle, T.accounts.openChangeText(email: .text(link.email ?? "")), T.accounts.changeAct)
        }
        return Screen(t(title), isIndexed: false) {
            Heading(t(title), lead: t(text))
            if link.confirms {
                Facts {
                    FactLine(t(T.accounts.openVerifyName), link.name.full)
                    ForEach(asked) { FactLine(t(T.accounts.openVerifyAsked), $0) }
                }
                if !asked.isEmpty { HTML::p { t(T.accounts.openVerifyOnly) } }
            }
            ButtonForm(t(act), action: reader.link(reader.path), hidden: reader.hidden)
        }
    }

    func gone() -> Screen {
        Screen(t(T.accounts.linkGoneTitle), isIndexed: false) {
            Heading(t(T.accounts.linkGoneTitle), lead: t(T.accounts.linkGone))
            LinkButton(t(T.accounts.newLink), href: reader.link("/sign-in"))
        }
    }

    func signUp(_ form: FilledForm) -> Screen {
        Screen(t(T.accounts.signUpTitle), trail: trail) {
            FormFaults(form)
            Heading(t(T.accounts.signUpTitle), lead: t(T.accounts.signUpLead))
            Form(action: reader.link("/sign-up"), hidden: reader.hidden) {
                NameFields(form: form)
                emailField(form)
                DataNotice(reader: reader, why: T.accounts.dataAccount)
                Submit(t(T.accounts.signUpTitle))
            }
        }
    }

    private func emailField(_ form: FilledForm) -> some HTML {
        form.field(T.common.email, "email", autocomplete: "username").email()
    }

    private var trail: [Look.Link] { [Look.Link(t(T.accounts.signInTitle), href: reader.link("/sign-in"))] }

    private func address(_ path: String, _ onward: Onward) -> String {
        onward == .own ? reader.link(path) : reader.link("\(path)?\(Typed(["onward": onward.path]).query)")
    }
}
