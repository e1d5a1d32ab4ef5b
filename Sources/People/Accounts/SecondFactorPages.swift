import Forms
import Kernel
import Languages
import Look
import Queues
package import Web

/// The second factor of the centre's own people: set up on the first page after the first entry, shown at each entry.
package enum SecondFactorPages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        let (person, session) = try await owner(visit)
        let onward = Onward(visit.query["onward"])
        if session.hasFactor { return .redirect(visit.link(onward.path)) }
        guard try await visit.read({ try SecondFactorStore.since(person.id, in: $0) }) == nil else {
            return visit.page(SecondFactorViews(reader: visit.reader).ask(onward, visit.form()))
        }
        return visit.page(try enrol(visit, person, Enrolment.fresh(), onward, visit.form()))
    }

    private static func enrol(_ visit: Visit, _ person: Person, _ enrolment: Enrolment, _ onward: Onward, _ form: FilledForm) throws -> Screen {
        SecondFactorViews(reader: visit.reader).enrol(person, enrolment, sealed: try enrolment.sealed(for: person.id, by: visit.seal), onward, form)
    }

    @Sendable package static func send(_ visit: Visit) async throws -> Answer {
        let (person, session) = try await owner(visit)
        let onward = Onward(visit.typed["onward"]), code = visit.typed["code"], seal = visit.seal
        let enrolment = Enrolment(sealed: visit.typed["enrolment"], for: person.id, by: seal)
        let token = Token.random()
        return try await visit.submit {
            let tries = Attempts.secondFactor(of: person.id)
            try await visit.count(tries)
            let answer = try await visit.act { act in
                if let enrolment {
                    try SecondFactorStore.enrol(enrolment, of: person.id, code: code, here: session, as: token, seal: seal, in: act)
                    try PersonLetters.changed(person, T.accounts.changedFactor, from: visit.centre, in: act).map(act.send)
                } else {
                    try SecondFactorStore.show(code, of: person.id, here: session, as: token, seal: seal, in: act)
                }
                try tries.forgive(in: act)
                return Redirect(visit.link(onward.path), session: .begin(token: token.text, seconds: Session.wholeSeconds))
            }
            guard let enrolment, case .redirect(let redirect) = answer else { return answer }
            let page = visit.page(SecondFactorViews(reader: visit.reader).codes(enrolment.codes, onward))
            return redirect.session.map { .session($0, page) } ?? page
        } again: { form in
            if enrolment == nil { try await visit.records.write(by: visit.actor) { try $0.record(T.accounts.codeFailed, .person(person.id)) } }
            return try enrolment.map { try enrol(visit, person, $0, onward, form) } ?? SecondFactorViews(reader: visit.reader).ask(onward, form)
        }
    }

    @Sendable package static func askRenew(_ visit: Visit) async throws -> Answer {
        _ = try await owner(visit)
        return try await ProofPages.guarded(visit) { visit.page(SecondFactorViews(reader: visit.reader).renew($1, visit.form())) }
    }

    /// The person gives the factor up to set up another one: a new telephone, used recovery codes.
    @Sendable package static func renew(_ visit: Visit) async throws -> Answer {
        let (_, session) = try await owner(visit)
        return try await ProofPages.guarded(visit) { person, proof in
            try await visit.submit {
                let (shown, token) = (try await OwnProof.shown(visit, by: person.id), Token.random())
                return try await visit.act { act in
                    try shown.take(in: act)
                    try SecondFactorStore.reset(person.id, here: session, in: act)
                    try SessionStore.renew(session, as: token, in: act)
                    return Redirect(
                        visit.link("/second-factor?\(Typed(["onward": "/me/account"]).query)"), session: .begin(token: token.text, seconds: Session.wholeSeconds))
                }
            } again: { form in
                SecondFactorViews(reader: visit.reader).renew(proof, form)
            }
        }
    }

    /// Only the centre's own people have a second factor; for others there is no such page.
    private static func owner(_ visit: Visit) async throws -> (Person, Session) {
        guard let id = visit.actor.person, let session = visit.session else { throw Problem.missing }
        let person = try await visit.read { act -> Person? in
            guard try PersonStore.actor(id, in: act)?.isStaff == true else { return nil }
            return try PersonStore.person(id, in: act)
        }
        guard let person else { throw Problem.missing }
        return (person, session)
    }
}

extension Attempts {
    /// Wherever somebody shows a second factor, the same ten tries.
    package static func secondFactor(of person: Person.ID?) -> Attempts {
        Attempts("second factor", of: person?.description ?? "", limit: 10, within: 900)
    }
}
