import Kernel
import Languages
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
                    person: person, hasPassword: try AccountStore.hasPassword(person.id, in: act), schools: try AccountStore.schools(of: person.id, in: act),
                    sessions: try SessionStore.all(of: person.id, in: act), here: session, isStaff: act.by.isStaff,
                    factorSince: try SecondFactorStore.since(person.id, in: act), codesLeft: try SecondFactorStore.codesLeft(person.id, in: act))
            }
            return AccountViews.show(visit, own)
        }
    }

    @Sendable package static func showName(_ visit: Visit) async throws -> Answer {
        try await own(visit) { AccountViews.name(visit, Typed(["given_name": $0.name.given, "family_name": $0.name.family])) }
    }

    @Sendable package static func name(_ visit: Visit) async throws -> Answer {
        try await own(visit) { person in
            let name = try PersonName(typed: visit.typed)
            return try await visit.act { act in
                try AccountStore.rename(person.id, to: name, in: act)
                return Redirect(visit.link("/me/account"), T.common.saved)
            }
        } again: { AccountViews.name(visit, visit.typed, $1) }
    }

    @Sendable package static func showOtherScript(_ visit: Visit) async throws -> Answer {
        try await own(visit) { person in
            guard let proposal = person.otherScript ?? person.name.proposal else { throw Problem.missing }
            return AccountViews.otherScript(visit, person, Typed(["given_name": proposal.given, "family_name": proposal.family]))
        }
    }

    @Sendable package static func otherScript(_ visit: Visit) async throws -> Answer {
        try await own(visit) { person in
            let name = try PersonName(typed: visit.typed)
            let scripts = Set([Script.of(person.name.full), Script.of(name.full)])
            guard scripts == [.cyrillic, .latin] else { throw Problem.invalid("given_name", T.accounts.otherScriptWrong) }
            return try await visit.act { act in
                try AccountStore.confirm(name, inOtherScriptOf: person.id, in: act)
                return Redirect(visit.link("/me/account"), T.common.saved)
            }
        } again: { AccountViews.otherScript(visit, $0, visit.typed, $1) }
    }

    @Sendable package static func showContact(_ visit: Visit) async throws -> Answer {
        try await own(visit) { person in
            AccountViews.contact(visit, Typed([
                "phone": person.phone, "language": person.language.rawValue, "occupation": person.occupation, "papers": person.wantsPapers ? "yes" : "",
            ]))
        }
    }

    @Sendable package static func contact(_ visit: Visit) async throws -> Answer {
        try await own(visit) { person in
            let (phone, occupation, wantsPapers) = (visit.typed["phone"], visit.typed["occupation"], visit.typed.has("papers"))
            var faults = Faults()
            faults.require(phone.count <= 40 && phone.allSatisfy { $0.isNumber || "+()/- .".contains($0) }, "phone", T.accounts.phoneWrong)
            faults.require(occupation.count <= 120 && !occupation.contains(where: \.isNewline), "occupation", T.common.errorTooLong(most: 120))
            faults.require(Language(rawValue: visit.typed["language"]) != nil, "language", T.common.errorChoose)
            try faults.check()
            return try await visit.act { act in
                try AccountStore.change(
                    person.id, phone: phone, language: Language(rawValue: visit.typed["language"]) ?? person.language, occupation: occupation, in: act)
                try AccountStore.wish(papers: wantsPapers, of: person.id, in: act)
                return Redirect(visit.link("/me/account"), T.common.saved)
            }
        } again: { AccountViews.contact(visit, visit.typed, $1) }
    }

    @Sendable package static func showSchool(_ visit: Visit) async throws -> Answer {
        try await own(visit) { _ in AccountViews.school(visit, .nothing, found: []) }
    }

    @Sendable package static func addSchool(_ visit: Visit) async throws -> Answer {
        var found: [School] = []
        let job = visit.typed["job"]
        do {
            guard case .person(let person) = try await owner(visit) else { return .redirect(visit.link("/me/account")) }
            var faults = Faults()
            faults.require(job.count <= 120 && !job.contains(where: \.isNewline), "job", T.common.errorTooLong(most: 120))
            try faults.check()
            guard let school = try await SchoolChoice(visit.typed).school(visit, found: &found) else { throw Problem.invalid("school", T.common.errorChoose) }
            return try await visit.act { act in
                try EmploymentStore.add(person.id, at: school, job: job, in: act)
                return Redirect(visit.link("/me/account"), T.common.saved)
            }
        } catch let problem as Problem where problem.kind != .missing {
            return AccountViews.school(visit, visit.typed, found: found, problem)
        }
    }

    @Sendable package static func leaveSchool(_ visit: Visit) async throws -> Answer {
        try await own(visit) { person in
            let school = try visit.id("school", of: SchoolTag.self)
            return try await visit.act { act in
                try AccountStore.leave(school, of: person.id, in: act)
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
    /// - Parameter again: the form once more, when something was wrong with it.
    static func own(
        _ visit: Visit, _ page: (Person) async throws -> Answer, again: ((Person, Problem) -> Answer)? = nil
    ) async throws -> Answer {
        switch try await owner(visit) {
        case .stop(let answer): return answer
        case .person(let person):
            do { return try await page(person) } catch let problem as Problem where problem.kind != .missing {
                guard let again else { throw problem }
                return again(person, problem)
            }
        }
    }
}

/// What one sees of one's own account.
struct OwnAccount: Sendable {
    let person: Person
    let hasPassword: Bool
    let schools: [(id: ID<SchoolTag>, name: String, job: String)]
    let sessions: [OpenSession]
    let here: Session?
    let isStaff: Bool
    let factorSince: Instant?
    let codesLeft: Int
}
