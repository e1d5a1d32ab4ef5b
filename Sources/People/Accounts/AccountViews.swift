import HTML
import Kernel
import Languages
import Look
import Centres
import Web

/// The pages of one's own account.
enum AccountViews {
    static func show(_ visit: Visit, _ own: OwnAccount) -> Answer {
        let t = visit.t, person = own.person
        return visit.page(t(T.accounts.accountTitle), trail: [Look.Link(t(T.accounts.mine), href: visit.link("/me"))]) {
            Heading(t(T.accounts.accountTitle), lead: t(T.accounts.accountLead))
            Facts {
                Fact(t(T.accounts.name)) { person.name.full; " · "; a(.href(visit.link("/me/account/name"))) { t(T.accounts.changeName) } }
                if person.name.proposal != nil, person.language.isSerbian { otherScript(visit, person) }
                Fact(t(T.common.email)) { person.email ?? ""; " · "; a(.href(visit.link("/me/account/email"))) { t(T.accounts.changeEmail) } }
                Fact(t(T.accounts.phone), person.phone.isEmpty ? "–" : person.phone)
                Fact(t(T.accounts.occupation), person.occupation.isEmpty ? "–" : person.occupation)
                Fact(t(T.accounts.lettersLanguage), person.language.ownName)
                Fact(t(T.accounts.papersByMail), t(person.wantsPapers ? T.common.yes : T.common.no))
            }
            HTML::p { a(.href(visit.link("/me/account/contact"))) { t(T.accounts.changeContact) } }
            schools(visit, own)
            h2 { t(T.accounts.entering) }
            Facts {
                Fact(t(T.accounts.password)) {
                    t(own.hasPassword ? T.accounts.passwordIsSet : T.accounts.passwordIsNot); " · "
                    a(.href(visit.link("/me/account/password"))) { t(own.hasPassword ? T.accounts.changePassword : T.accounts.choosePassword) }
                }
                if own.isStaff, let since = own.factorSince {
                    Fact(t(T.accounts.secondFactor), t(T.accounts.factorSince(since: .day(visit.centre.zone.day(of: since)), codes: .number(own.codesLeft))))
                }
            }
            if own.isStaff { Buttons { ButtonForm(t(T.accounts.renewFactor), .quiet, action: visit.link("/me/account/factor"), hidden: visit.hidden) } }
            Sessions(visit: visit, own: own)
            h2 { t(T.accounts.yourData) }
            HTML::p { t(T.accounts.yourDataText) }
            Buttons {
                LinkButton(t(T.accounts.takeData), href: visit.link("/me/account/data"), .quiet)
                LinkButton(t(T.accounts.erase), href: visit.link("/me/account/erase"), .danger)
            }
        }
    }

    private static func otherScript(_ visit: Visit, _ person: Person) -> some HTML {
        Fact(visit.t(T.accounts.otherScript)) {
            person.otherScript?.full ?? visit.t(T.accounts.notConfirmed); " · "
            a(.href(visit.link("/me/account/other-script"))) { visit.t(person.otherScript == nil ? T.accounts.confirmOtherScript : T.accounts.changeOtherScript) }
        }
    }

    @HTMLBuilder private static func schools(_ visit: Visit, _ own: OwnAccount) -> some HTML {
        h2 { visit.t(T.accounts.schools) }
        ForEach(own.schools) { school in
            PersonLine(visit.t.shown(school.name), detail: school.job.isEmpty ? nil : visit.t.shown(school.job)) {
                ButtonForm(visit.t(T.common.remove), .quiet, action: visit.link("/me/account/schools/\(school.id)/leave"), hidden: visit.hidden)
            }
        }
        HTML::p { a(.href(visit.link("/me/account/schools"))) { visit.t(T.accounts.addSchool) } }
    }

    static func name(_ visit: Visit, _ typed: Typed, _ problem: Problem? = nil) -> Answer {
        edit(visit, T.accounts.changeName, T.accounts.changeNameLead, "/me/account/name", problem) {
            NameFields(visit: visit, typed: typed, problem: problem)
            DataNotice(visit, T.accounts.dataName)
        }
    }

    static func otherScript(_ visit: Visit, _ person: Person, _ typed: Typed, _ problem: Problem? = nil) -> Answer {
        edit(visit, T.accounts.otherScript, T.accounts.otherScriptLead(name: .text(person.name.full)), "/me/account/other-script", problem, act: T.accounts.confirm) {
            NameFields(visit: visit, typed: typed, problem: problem)
            DataNotice(visit, T.accounts.dataName)
        }
    }

    static func contact(_ visit: Visit, _ typed: Typed, _ problem: Problem? = nil) -> Answer {
        let t = visit.t
        return edit(visit, T.accounts.changeContact, T.accounts.contactLead, "/me/account/contact", problem) {
            Field(t(T.accounts.phone), name: "phone", value: typed["phone"], error: visit.mistake("phone", problem), optional: t(T.common.optional), autocomplete: "tel").phone()
            Field(t(T.accounts.occupation), name: "occupation", value: typed["occupation"], hint: t(T.accounts.occupationHint), error: visit.mistake("occupation", problem),
                  optional: t(T.common.optional)).text()
            Field(t(T.accounts.lettersLanguage), name: "language", value: typed["language"], error: visit.mistake("language", problem))
                .select(Language.allCases.map { Field.Choice($0.rawValue, $0.ownName) })
            Field(t(T.accounts.wantPapers), name: "papers", hint: t(T.accounts.wantPapersHint), optional: "").check(isOn: typed["papers"] == "yes")
            DataNotice(visit, T.accounts.dataContact)
        }
    }

    static func school(_ visit: Visit, _ typed: Typed, found: [School], _ problem: Problem? = nil) -> Answer {
        let t = visit.t
        return edit(visit, T.accounts.addSchool, T.accounts.addSchoolLead, "/me/account/schools", problem) {
            SchoolField(visit, offered: found, typed, problem)
            Field(t(T.accounts.job), name: "job", value: typed["job"], hint: t(T.accounts.jobHint), error: visit.mistake("job", problem), optional: t(T.common.optional)).text()
            DataNotice(visit, T.accounts.dataContact)
        }
    }

    static func email(_ visit: Visit, _ person: Person, _ typed: String, _ problem: Problem? = nil) -> Answer {
        edit(visit, T.accounts.changeEmail, T.accounts.changeEmailLead(email: .text(person.email ?? "")), "/me/account/email", problem, act: T.accounts.sendProof) {
            Field(visit.t(T.accounts.newEmail), name: "email", value: typed, error: visit.mistake("email", problem), autocomplete: "email").email()
            DataNotice(visit, T.accounts.dataEmail)
        }
    }

    static func password(_ visit: Visit, _ person: Person, isSet: Bool, _ problem: Problem? = nil) -> Answer {
        let t = visit.t
        return edit(visit, isSet ? T.accounts.changePassword : T.accounts.choosePassword, T.accounts.passwordChooseLead, "/me/account/password", problem) {
            input(.type(.hidden), .autocomplete("username"), .value(person.email))
            Field(t(T.accounts.newPassword), name: "password", hint: t(T.accounts.passwordHint(least: .number(Password.lengthMin))), error: visit.mistake("password", problem),
                  autocomplete: "new-password").password()
        } after: {
            if isSet {
                Buttons { ButtonForm(t(T.accounts.removePassword), .quiet, action: visit.link("/me/account/password"), hidden: visit.hidden + [Hidden("remove", "yes")]) }
            }
        }
    }

    static func erase(_ visit: Visit, _ person: Person, _ problem: Problem? = nil) -> Answer {
        let t = visit.t
        return visit.page(t(T.accounts.erase), trail: trail(visit), status: problem?.status ?? 200) {
            FormFaults(visit, problem)
            Confirmation(
                t(T.accounts.eraseQuestion), act: ButtonForm(t(T.accounts.erase), .danger, action: visit.link("/me/account/erase"), hidden: visit.hidden),
                back: Look.Link(t(T.common.cancel), href: visit.link("/me/account"))
            ) {
                ul {
                    li { t(T.accounts.eraseGone) }
                    li { t(T.accounts.eraseOpen) }
                    li { t(T.accounts.eraseStays) }
                }
                HTML::p { t(T.accounts.eraseFirst); " "; a(.href(visit.link("/me/account/data"))) { t(T.accounts.takeData) } }
            }
        }
    }

    private static func edit(
        _ visit: Visit, _ title: Phrase, _ lead: Phrase, _ path: String, _ problem: Problem?, act: Phrase = T.common.save,
        @HTMLBuilder fields: () -> some HTML, @HTMLBuilder after: () -> some HTML = { Empty() }
    ) -> Answer {
        visit.page(visit.t(title), trail: trail(visit), status: problem?.status ?? 200) {
            FormFaults(visit, problem)
            Heading(visit.t(title), lead: visit.t(lead))
            Form(action: visit.link(path), hidden: visit.hidden) {
                fields()
                Buttons {
                    Submit(visit.t(act))
                    LinkButton(visit.t(T.common.cancel), href: visit.link("/me/account"), .quiet)
                }
            }
            after()
        }
    }

    private static func trail(_ visit: Visit) -> [Look.Link] {
        [Look.Link(visit.t(T.accounts.mine), href: visit.link("/me")), Look.Link(visit.t(T.accounts.accountTitle), href: visit.link("/me/account"))]
    }
}

/// Where the person is signed in.
private struct Sessions: View {
    let visit: Visit
    let own: OwnAccount

    var body: some HTML {
        h2 { visit.t(T.accounts.sessions) }
        ForEach(own.sessions) { open in
            PersonLine(
                Device(open.device).name ?? visit.t(T.accounts.someDevice), detail: visit.t(T.accounts.lastSeen(at: .instant(open.seen, .numeric))),
                state: open.session.hash == own.here?.hash ? Chip(.good, visit.t(T.accounts.thisDevice)) : nil)
        }
        Buttons { ButtonForm(visit.t(T.accounts.leaveEverywhere), .quiet, action: visit.link("/sign-out/everywhere"), hidden: visit.hidden) }
    }
}

/// A browser and its system, as far as the browser tells: *Firefox, Windows*.
struct Device {
    let name: String?

    init(_ agent: String) {
        func first(_ signs: KeyValuePairs<String, String>) -> String? { signs.first { agent.contains($0.key) }?.value }
        let browser = first(["Edg": "Edge", "OPR": "Opera", "Firefox": "Firefox", "Chrome": "Chrome", "Safari": "Safari"])
        let system = first(["iPhone": "iPhone", "iPad": "iPad", "Android": "Android", "Windows": "Windows", "Mac OS": "macOS", "Linux": "Linux"])
        let parts = [browser, system].compactMap(\.self)
        name = parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
