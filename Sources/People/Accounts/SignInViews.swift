import HTML
import Kernel
import Languages
import Look
import Web

/// The pages at the door.
enum SignInViews {
    static func byLink(_ visit: Visit, email: String, onward: Onward, _ problem: Problem? = nil) -> Answer {
        let t = visit.t
        return visit.page(t(T.accounts.signInTitle), status: problem?.status ?? 200, isIndexed: false) {
            FormFaults(visit, problem)
            Heading(t(T.accounts.signInTitle), lead: t(T.accounts.signInLead))
            Form(action: visit.link("/sign-in"), hidden: visit.hidden + [Hidden("onward", onward.path)]) {
                emailField(visit, email, problem)
                Buttons {
                    Submit(t(T.accounts.sendLink))
                    LinkButton(t(T.accounts.enterByPassword), href: address(visit, "/sign-in/password", onward), .quiet)
                }
            }
            h2 { t(T.accounts.noAccount) }
            HTML::p { a(.href(visit.link("/sign-up"))) { t(T.accounts.signUpTitle) } }
        }
    }

    static func byPassword(_ visit: Visit, email: String, onward: Onward, _ problem: Problem? = nil) -> Answer {
        let t = visit.t
        return visit.page(t(T.accounts.signInTitle), trail: trail(visit), status: problem?.status ?? 200, isIndexed: false) {
            FormFaults(visit, problem)
            Heading(t(T.accounts.signInTitle), lead: t(T.accounts.passwordLead))
            Form(action: visit.link("/sign-in/password"), hidden: visit.hidden + [Hidden("onward", onward.path)]) {
                emailField(visit, email, problem)
                Field(t(T.accounts.password), name: "password", autocomplete: "current-password").password()
                Buttons {
                    Submit(t(T.accounts.enter))
                    LinkButton(t(T.accounts.forgotPassword), href: address(visit, "/sign-in", onward), .quiet)
                }
            }
        }
    }

    static func sent(_ visit: Visit) -> Answer {
        let t = visit.t
        return visit.page(t(T.accounts.sentTitle), trail: trail(visit), isIndexed: false) {
            Heading(t(T.accounts.sentTitle), lead: t(T.accounts.sentText))
            Steps([
                Steps.Step(t(T.accounts.sentOpen), nil, .now), Steps.Step(t(T.accounts.sentPress)), Steps.Step(t(T.accounts.sentLate)),
            ])
        }
    }

    static func open(_ visit: Visit, _ link: SignInLink) -> Answer {
        let t = visit.t
        let (title, text, act) = switch link.purpose {
        case .enter: (T.accounts.openEnterTitle, T.accounts.openEnterText(name: .text(link.person.name.full)), T.accounts.enter)
        case .verify: (T.accounts.openVerifyTitle, T.accounts.openVerifyText(email: .text(link.person.email ?? "")), T.accounts.verifyAct)
        case .change: (T.accounts.openChangeTitle, T.accounts.openChangeText(email: .text(link.email ?? "")), T.accounts.changeAct)
        }
        return visit.page(t(title), isIndexed: false) {
            Heading(t(title), lead: t(text))
            ButtonForm(t(act), action: visit.link(visit.path), hidden: visit.hidden)
        }
    }

    static func gone(_ visit: Visit) -> Answer {
        let t = visit.t
        return visit.page(t(T.accounts.linkGoneTitle), status: 404, isIndexed: false) {
            Heading(t(T.accounts.linkGoneTitle), lead: t(T.accounts.linkGone))
            LinkButton(t(T.accounts.newLink), href: visit.link("/sign-in"))
        }
    }

    static func signUp(_ visit: Visit, _ problem: Problem? = nil) -> Answer {
        let t = visit.t
        return visit.page(t(T.accounts.signUpTitle), trail: trail(visit), status: problem?.status ?? 200) {
            FormFaults(visit, problem)
            Heading(t(T.accounts.signUpTitle), lead: t(T.accounts.signUpLead))
            Form(action: visit.link("/sign-up"), hidden: visit.hidden) {
                NameFields(visit: visit, typed: visit.typed, problem: problem)
                emailField(visit, visit.typed["email"], problem)
                DataNotice(visit, T.accounts.dataAccount)
                Submit(t(T.accounts.signUpTitle))
            }
        }
    }

    static func emailField(_ visit: Visit, _ email: String, _ problem: Problem?) -> some HTML {
        Field(visit.t(T.common.email), name: "email", value: email, error: visit.mistake("email", problem), autocomplete: "username").email()
    }

    private static func trail(_ visit: Visit) -> [Look.Link] { [Look.Link(visit.t(T.accounts.signInTitle), href: visit.link("/sign-in"))] }

    private static func address(_ visit: Visit, _ path: String, _ onward: Onward) -> String {
        onward == .own ? visit.link(path) : visit.link("\(path)?\(Typed(["onward": onward.path]).query)")
    }
}

/// Given name and family name.
struct NameFields: View {
    let visit: Visit
    let typed: Typed
    let problem: Problem?

    var body: some HTML {
        Field(visit.t(T.accounts.givenName), name: "given_name", value: typed["given_name"], error: visit.mistake("given_name", problem), autocomplete: "given-name").text()
        Field(visit.t(T.accounts.familyName), name: "family_name", value: typed["family_name"], error: visit.mistake("family_name", problem), autocomplete: "family-name").text()
    }
}
