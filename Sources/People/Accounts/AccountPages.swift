import Forms
import Kernel
import Languages
import Look
import Centres
package import Web

/// One's own account.
package enum AccountPages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        switch try await owner(visit) {
        case .stop(let answer): return answer
        case .person(let person):
            let session = visit.session
            let own = try await visit.read { act in
                OwnAccount(
                    person: person, hasPassword: try AccountStore.hasPassword(person.id, in: act), schools: try EmploymentStore.all(of: person.id, in: act),
                    browsers: try SessionStore.all(of: person.id, in: act).map { open in
                        OpenBrowser(device: Device(open.device), seen: open.seen, isHere: open.session.hash == session?.hash)
                    },
                    isStaff: act.by.isStaff,
                    factorSince: try SecondFactorStore.since(person.id, in: act), codesLeft: try SecondFactorStore.codesLeft(person.id, in: act),
                    doors: try act.ask(SignInDoorsAsked()).flatMap(\.self))
            }
            return visit.page(AccountViews(reader: visit.reader).show(own))
        }
    }

    @Sendable package static func showName(_ visit: Visit) async throws -> Answer {
        try await own(visit) { visit.page(AccountViews(reader: visit.reader).name(visit.form($0.name.typed))) }
    }

    @Sendable package static func name(_ visit: Visit) async throws -> Answer {
        try await own(visit) { person in
            try await visit.submit {
                let name = try PersonName(visit.typed)
                return try await visit.act { act in
                    try AccountStore.rename(person.id, to: name, in: act)
                    if name != person.name { try CorrectionStore.note(person.id, in: act) }
                    return Redirect(visit.link("/me/account"), T.common.saved)
                }
            } again: { form in
                AccountViews(reader: visit.reader).name(form)
            }
        }
    }

    @Sendable package static func showOtherScript(_ visit: Visit) async throws -> Answer {
        try await own(visit) { person in
            guard let proposal = person.otherScript ?? person.name.proposal else { throw Problem.missing }
            return visit.page(AccountViews(reader: visit.reader).otherScript(person, visit.form(proposal.typed)))
        }
    }

    @Sendable package static func otherScript(_ visit: Visit) async throws -> Answer {
        try await own(visit) { person in
            try await visit.submit {
                let name = try PersonName(visit.typed)
                let scripts = Set([Script.of(person.name.full), Script.of(name.full)])
                guard scripts == [.cyrillic, .latin] else { throw Problem.invalid(PersonName.givenField, T.accounts.otherScriptWrong) }
                return try await visit.act { act in
                    try AccountStore.confirm(name, inOtherScriptOf: person.id, in: act)
                    return Redirect(visit.link("/me/account"), T.common.saved)
                }
            } again: { form in
                AccountViews(reader: visit.reader).otherScript(person, form)
            }
        }
    }

    @Sendable package static func showContact(_ visit: Visit) async throws -> Answer {
        try await own(visit) { visit.page(AccountViews(reader: visit.reader).contact(visit.form(ContactDetails.typed($0)))) }
    }

    @Sendable package static func contact(_ visit: Visit) async throws -> Answer {
        try await own(visit) { person in
            try await visit.submit {
                let contact = try ContactDetails(visit.typed)
                return try await visit.act { act in
                    try AccountStore.change(person.id, phone: contact.phone, language: contact.language, occupation: contact.occupation, in: act)
                    try AccountStore.wish(papers: contact.wantsPapers, of: person.id, in: act)
                    if (contact.phone, contact.occupation) != (person.phone, person.occupation) { try CorrectionStore.note(person.id, in: act) }
                    return Redirect(visit.link("/me/account"), T.common.saved)
                }
            } again: { form in
                AccountViews(reader: visit.reader).contact(form)
            }
        }
    }

    @Sendable package static func showSchool(_ visit: Visit) async throws -> Answer {
        try await own(visit) { _ in visit.page(AccountViews(reader: visit.reader).school(offered: [], visit.form())) }
    }

    @Sendable package static func addSchool(_ visit: Visit) async throws -> Answer {
        try await own(visit) { person in
            var found: [School] = []
            return try await visit.submit {
                let work = try Work(visit.typed, own: visit.language)
                guard let school = try await SchoolChoice(visit.typed).school(visit, found: &found) else { throw Problem.invalid("school", T.common.errorChoose) }
                return try await visit.act { act in
                    guard try EmploymentStore.add(person.id, at: school, work, in: act) else { throw Problem.invalid("since", T.accounts.workStands) }
                    try CorrectionStore.note(person.id, in: act)
                    return Redirect(visit.link("/me/account"), T.common.saved)
                }
            } again: { form in
                AccountViews(reader: visit.reader).school(offered: found, form)
            }
        }
    }

    @Sendable package static func showWork(_ visit: Visit) async throws -> Answer {
        try await own(visit) { person in
            let employment = try await employment(visit, of: person.id)
            return visit.page(AccountViews(reader: visit.reader).work(employment, visit.form(employment.work.typed)))
        }
    }

    @Sendable package static func work(_ visit: Visit) async throws -> Answer {
        try await own(visit) { person in
            let employment = try await employment(visit, of: person.id)
            return try await visit.submit {
                let work = try Work(visit.typed, own: visit.language)
                return try await visit.act { act in
                    try EmploymentStore.change(employment.id, of: person.id, to: work, in: act)
                    try CorrectionStore.note(person.id, in: act)
                    return Redirect(visit.link("/me/account"), T.common.saved)
                }
            } again: { form in
                AccountViews(reader: visit.reader).work(employment, form)
            }
        }
    }

    /// The work that the address names.
    static func employment(_ visit: Visit, of person: Person.ID) async throws -> Employment {
        let id = try visit.id("employment", of: Employment.self)
        return try await visit.read { try EmploymentStore.employment(id, of: person, in: $0) }
    }

    @Sendable package static func leaveSchool(_ visit: Visit) async throws -> Answer {
        try await own(visit) { person in
            let id = try visit.id("employment", of: Employment.self)
            return try await visit.act { act in
                try EmploymentStore.leave(id, of: person.id, in: act)
                try CorrectionStore.note(person.id, in: act)
                return Redirect(visit.link("/me/account"), T.common.saved)
            }
        }
    }

    // MARK: Whose account

    enum Owner {
        case person(Person)
        case stop(Answer)
    }

    /// The account of whoever is here. The centre's own people show their second factor first: with the mailbox alone nobody changes their account.
    static func owner(_ visit: Visit) async throws -> Owner {
        guard let id = visit.actor.person, let session = visit.session else { throw Problem.missing }
        let (person, isStaff) = try await visit.read { act in
            (try PersonStore.person(id, in: act), try PersonStore.actor(id, in: act)?.isStaff ?? false)
        }
        guard isStaff, !session.hasFactor else { return .person(person) }
        return .stop(.redirect(visit.link("/second-factor?\(Typed(["onward": "/me/account"]).query)")))
    }

    /// A page of one's own account.
    static func own(_ visit: Visit, _ page: (Person) async throws -> Answer) async throws -> Answer {
        switch try await owner(visit) {
        case .stop(let answer): answer
        case .person(let person): try await page(person)
        }
    }
}
