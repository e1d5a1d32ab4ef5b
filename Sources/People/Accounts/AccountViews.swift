import Forms
import HTML
import Kernel
import Languages
import Look
import Centres

/// The pages of one's own account.
struct AccountViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show(_ own: OwnAccount) -> Screen {
        let person = own.person
        return Screen(t(T.accounts.accountTitle), trail: [Look.Link(t(T.accounts.mine), href: reader.link("/me"))]) {
            Heading(t(T.accounts.accountTitle), lead: t(T.accounts.accountLead))
            Facts {
                FactLine(t(T.accounts.name)) { person.name.full; " · "; a(.href(reader.link("/me/account/name"))) { t(T.accounts.changeName) } }
                if person.name.proposal != nil, person.language.isSerbian { otherScript(person) }
                FactLine(t(T.common.email)) { person.email ?? ""; " · "; a(.href(reader.link("/me/account/email"))) { t(T.accounts.changeEmail) } }
                FactLine(t(T.accounts.phone), person.phone.isEmpty ? "–" : person.phone)
                FactLine(t(T.accounts.occupation), person.occupation.isEmpty ? "–" : person.occupation)
                FactLine(t(T.accounts.lettersLanguage), person.language.ownName)
                FactLine(t(T.accounts.papersByMail), t(person.wantsPapers ? T.common.yes : T.common.no))
            }
            HTML::p { a(.href(reader.link("/me/account/contact"))) { t(T.accounts.changeContact) } }
            schools(own)
            h2 { t(T.accounts.entering) }
            Facts {
                FactLine(t(T.accounts.password)) {
                    t(own.hasPassword ? T.accounts.passwordIsSet : T.accounts.passwordIsNot); " · "
                    a(.href(reader.link("/me/account/password"))) { t(own.hasPassword ? T.accounts.changePassword : T.accounts.choosePassword) }
                }
                if let door = own.doors.first {
                    FactLine(t(T.accounts.otherDoors)) { a(.href(reader.link(door.account))) { own.doors.map { t.shown($0.name) }.joined(separator: ", ") } }
                }
                if own.isStaff, let since = own.factorSince {
                    FactLine(t(T.accounts.secondFactor), t(T.accounts.factorSince(since: .day(reader.centre.zone.day(of: since)), codes: .number(own.codesLeft))))
                }
            }
            if own.isStaff { Buttons { LinkButton(t(T.accounts.renewFactor), href: reader.link("/me/account/factor"), .quiet) } }
            Sessions(reader: reader, own: own)
            h2 { t(T.accounts.yourData) }
            HTML::p { t(T.accounts.yourDataText) }
            Buttons {
                LinkButton(t(T.accounts.takeData), href: reader.link("/me/account/data"), .quiet)
                LinkButton(t(T.accounts.erase), href: reader.link("/me/account/erase"), .danger)
            }
        }
    }

    private func otherScript(_ person: Person) -> some HTML {
        FactLine(t(T.accounts.otherScript)) {
            person.otherScript?.full ?? t(T.accounts.notConfirmed); " · "
            a(.href(reader.link("/me/account/other-script"))) { t(person.otherScript == nil ? T.accounts.confirmOtherScript : T.accounts.changeOtherScript) }
        }
    }

    @HTMLBuilder private func schools(_ own: OwnAccount) -> some HTML {
        h2 { t(T.accounts.schools) }
        ForEach(own.schools) { school in
            PersonLine(t.run(school.name), detail: WorkWords(t: t)(school.work)) {
                LinkButton(t(T.common.edit), href: reader.link("/me/account/schools/\(school.id)"), .quiet)
                ButtonForm(t(T.common.remove), .quiet, action: reader.link("/me/account/schools/\(school.id)/leave"), hidden: reader.hidden)
            }
        }
        HTML::p { a(.href(reader.link("/me/account/schools"))) { t(T.accounts.addSchool) } }
    }

    func name(_ form: FilledForm) -> Screen {
        edit(T.accounts.changeName, T.accounts.changeNameLead, "/me/account/name", form) {
            NameFields(form: form)
            DataNotice(reader: reader, why: T.accounts.dataName)
        }
    }

    func otherScript(_ person: Person, _ form: FilledForm) -> Screen {
        edit(T.accounts.otherScript, T.accounts.otherScriptLead(name: .text(person.name.full)), "/me/account/other-script", form, act: T.accounts.confirm) {
            NameFields(form: form)
            DataNotice(reader: reader, why: T.accounts.dataName)
        }
    }

    func contact(_ form: FilledForm) -> Screen {
        edit(T.accounts.changeContact, T.accounts.contactLead, "/me/account/contact", form) {
            form.field(T.accounts.phone, "phone", isOptional: true, autocomplete: "tel", most: Person.longestPhone).phone()
            form.field(T.accounts.occupation, "occupation", hint: T.accounts.occupationHint, isOptional: true).text()
            form.field(T.accounts.lettersLanguage, "language")
                .select(Language.allCases.map { Field.Choice($0.rawValue, $0.ownName, lang: $0.htmlLang) })
            Field(t(T.accounts.wantPapers), name: "papers", hint: t(T.accounts.wantPapersHint), optional: "").check(isOn: form["papers"] == "yes")
            DataNotice(reader: reader, why: T.accounts.dataContact)
        }
    }

    func school(offered: [School], _ form: FilledForm) -> Screen {
        edit(T.accounts.addSchool, T.accounts.addSchoolLead, "/me/account/schools", form) {
            SchoolField(form, offered: offered)
            WorkFields(form: form)
            DataNotice(reader: reader, why: T.accounts.dataContact)
        }
    }

    func work(_ employment: Employment, _ form: FilledForm) -> Screen {
        edit(T.accounts.workTitle, T.accounts.workLead(school: .title(employment.name)), "/me/account/schools/\(employment.id)", form) {
            WorkFields(form: form)
            DataNotice(reader: reader, why: T.accounts.dataContact)
        }
    }

    func email(_ person: Person, _ proof: OwnProof, _ form: FilledForm) -> Screen {
        edit(T.accounts.changeEmail, T.accounts.changeEmailLead(email: .text(person.email ?? "")), "/me/account/email", form, act: T.accounts.sendProof) {
            form.field(T.accounts.newEmail, "email", autocomplete: "email").email()
            ProofField(reader: reader, proof: proof, form: form)
            DataNotice(reader: reader, why: T.accounts.dataEmail)
        }
    }

    func password(_ person: Person, isSet: Bool, _ proof: OwnProof, _ form: FilledForm) -> Screen {
        edit(isSet ? T.accounts.changePassword : T.accounts.choosePassword, T.accounts.passwordChooseLead, "/me/account/password", form) {
            input(.type(.hidden), .autocomplete("username"), .value(person.email))
            ProofField(reader: reader, proof: proof, form: form)
            form.field(T.accounts.newPassword, "password", hint: T.accounts.passwordHint(least: .number(Password.lengthMin)), autocomplete: "new-password").password()
        } others: {
            if isSet { Submit(t(T.accounts.removePassword), .quiet, name: "remove", value: "yes") }
        }
    }

    func erase(_ proof: OwnProof, _ form: FilledForm) -> Screen {
        Screen(t(T.accounts.erase), trail: trail) {
            FormFaults(form)
            Heading(t(T.accounts.eraseQuestion))
            ul {
                li { t(T.accounts.eraseGone) }
                li { t(T.accounts.eraseOpen) }
                li { t(T.accounts.eraseStays) }
            }
            HTML::p { t(T.accounts.eraseFirst); " "; a(.href(reader.link("/me/account/data"))) { t(T.accounts.takeData) } }
            Form(action: reader.link("/me/account/erase"), hidden: reader.hidden) {
                ProofField(reader: reader, proof: proof, form: form)
                Buttons {
                    Submit(t(T.accounts.erase), .danger)
                    LinkButton(t(T.common.cancel), href: reader.link("/me/account"), .quiet)
                }
            }
        }
    }

    private func edit(
        _ title: Phrase, _ lead: Phrase, _ path: String, _ form: FilledForm, act: Phrase = T.common.save,
        @HTMLBuilder fields: () -> some HTML, @HTMLBuilder others: () -> some HTML = { Empty() }
    ) -> Screen {
        Screen(t(title), trail: trail) {
            FormFaults(form)
            Heading(t(title), lead: t(lead))
            Form(action: reader.link(path), hidden: reader.hidden) {
                fields()
                Buttons {
                    Submit(t(act))
                    others()
                    LinkButton(t(T.common.cancel), href: reader.link("/me/account"), .quiet)
                }
            }
        }
    }

    private var trail: [Look.Link] {
        [Look.Link(t(T.accounts.mine), href: reader.link("/me")), Look.Link(t(T.accounts.accountTitle), href: reader.link("/me/account"))]
    }
}

/// Where the person is signed in.
private struct Sessions: View {
    let reader: Reader
    let own: OwnAccount
    private var t: Texts { reader.t }

    var body: some HTML {
        h2 { t(T.accounts.sessions) }
        ForEach(own.browsers) { browser in
            PersonLine(
                browser.device.name ?? t(T.accounts.someDevice), detail: t(T.accounts.lastSeen(at: .instant(browser.seen, .numeric))),
                state: browser.isHere ? Chip(.good, t(T.accounts.thisDevice)) : nil)
        }
        Buttons { ButtonForm(t(T.accounts.leaveEverywhere), .quiet, action: reader.link("/sign-out/everywhere"), hidden: reader.hidden) }
    }
}
