import Forms
package import Kernel
import Languages
import Look
import Queues
package import Web

/// Entering: by a mailed link, by a password, and out again.
package enum SignInPages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        let onward = Onward(visit.query["onward"])
        if visit.actor.isSignedIn { return .redirect(visit.link(onward.path)) }
        return visit.page(SignInViews(reader: visit.reader).byLink(onward: onward, try await doors(visit), visit.form()))
    }

    private static func doors(_ visit: Visit) async throws -> [SignInDoor] { try await visit.read { try $0.ask(SignInDoorsAsked()).flatMap(\.self) } }

    /// Sends a link. The answer is the same whether somebody is known by that address or not: a letter leaves either way.
    @Sendable package static func mail(_ visit: Visit) async throws -> Answer {
        let onward = Onward(visit.typed["onward"])
        return try await visit.submit {
            let email = try EmailAddress(visit.typed)
            try await visit.count(
                Attempts("enter by link", of: email.text, limit: 5, within: 900), Attempts("enter by link from", from: visit.network, limit: 120, within: 3_600))
            let token = Token.random(), centre = visit.centre, t = visit.t
            return try await visit.act { act in
                if let person = try PersonStore.person(email: email.text, in: act) {
                    let link = try SignInLinks.issue(for: person.id, purpose: .enter, onward: onward.path, token: token, origin: centre.origin, in: act)
                    try PersonLetters.enter(person, link: link, from: centre, in: act).map(act.send)
                } else {
                    try act.send(PersonLetters.unknown(email.text, from: centre, t))
                }
                return Redirect(visit.link("/sign-in/sent"))
            }
        } again: { form in
            SignInViews(reader: visit.reader).byLink(onward: onward, try await doors(visit), form)
        }
    }

    @Sendable package static func sent(_ visit: Visit) async throws -> Answer { visit.page(SignInViews(reader: visit.reader).sent()) }

    @Sendable package static func showPassword(_ visit: Visit) async throws -> Answer {
        let onward = Onward(visit.query["onward"])
        if visit.actor.isSignedIn { return .redirect(visit.link(onward.path)) }
        return visit.page(SignInViews(reader: visit.reader).byPassword(onward: onward, visit.form()))
    }

    /// A wrong password and an unknown address cost the same work and get the same answer.
    @Sendable package static func password(_ visit: Visit) async throws -> Answer {
        let onward = Onward(visit.typed["onward"])
        return try await visit.submit {
            let email = try EmailAddress(visit.typed)
            try await visit.count(
                Attempts("enter by password", of: email.text, limit: 10, within: 900), Attempts("enter by password from", from: visit.network, limit: 300, within: 900))
            let kept = try await visit.read { try AccountStore.password(email: email.text, in: $0) }
            let password = visit.typed.secret("password")
            guard try await Password.matches(password, kept?.hash), let kept else {
                try await visit.records.write(by: visit.actor) { try $0.record(T.accounts.enterFailed, kept.map { .person($0.person) } ?? .other("visitor", 0)) }
                throw Problem.conflict(T.accounts.passwordWrong)
            }
            let (token, stronger) = (Token.random(), try await Password.stronger(password, kept.hash))
            return try await visit.act { act in
                if let stronger { try AccountStore.keep(stronger, of: kept.person, in: act) }
                return try begin(kept.person, onward, visit, token, in: act)
            }
        } again: { form in
            SignInViews(reader: visit.reader).byPassword(onward: onward, form)
        }
    }

    /// Opening a mailed link shows a button and changes nothing: programs that look into mail open links too.
    @Sendable package static func open(_ visit: Visit) async throws -> Answer {
        let token = Token(text: visit.parameters["token"] ?? "")
        let t = visit.t
        let found = try await visit.read { act in
            try SignInLinks.link(token, in: act).map { link in (link, link.confirms ? try act.ask(ClaimAsked(claim: link.hash, t: t)).flatMap(\.self) : []) }
        }
        guard let (link, asked) = found else { return gone(visit) }
        return visit.page(SignInViews(reader: visit.reader).open(link, confirming: asked))
    }

    private static func gone(_ visit: Visit) -> Answer { visit.page(SignInViews(reader: visit.reader).gone(), status: 404) }

    @Sendable package static func use(_ visit: Visit) async throws -> Answer {
        let token = Token(text: visit.parameters["token"] ?? ""), sessionToken = Token.random()
        guard try await visit.read({ try SignInLinks.link(token, in: $0) }) != nil else { return gone(visit) }
        return try await visit.act { act in
            let link = try SignInLinks.use(token, in: act)
            if link.letsIn { return try begin(link.person.id, link.onward, visit, sessionToken, isProved: link.purpose == .prove, in: act) }
            if link.purpose == .change {
                try SessionStore.endAll(of: link.person.id, but: visit.session, in: act)
                try PersonLetters.changed(link.person, T.accounts.changedEmail(email: .text(link.email ?? "")), from: visit.centre, in: act).map(act.send)
                return Redirect(visit.link("/me/account"), T.accounts.emailChangedSaid)
            }
            return Redirect(visit.link(link.onward.path), T.accounts.verifiedSaid)
        }
    }

    @Sendable package static func leave(_ visit: Visit) async throws -> Answer {
        try await visit.act { act in
            if let session = visit.session { try SessionStore.end(session, in: act) }
            return Redirect(visit.link(""), T.accounts.leftSaid, session: .end)
        }
    }

    @Sendable package static func leaveEverywhere(_ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        return try await visit.act { act in
            try SessionStore.endAll(of: person, in: act)
            try act.record(T.accounts.leftEverywhere, .person(person))
            return Redirect(visit.link(""), T.accounts.leftEverywhereSaid, session: .end)
        }
    }

    /// A new session in this browser; one that was there ends. The centre's own people go on to their second factor.
    package static func begin(_ person: Person.ID, _ onward: Onward, _ visit: Visit, _ token: Token, isProved: Bool = false, in act: Act) throws -> Redirect {
        guard let actor = try PersonStore.actor(person, in: act) else { throw Problem.missing }
        if let earlier = visit.session { try SessionStore.end(earlier, in: act) }
        try SessionStore.begin(token, person: person, isStaff: actor.isStaff, isProved: isProved, device: visit.device, in: act)
        try act.record(T.accounts.entered, .person(person))
        let place = onward == .own ? visit.landing(of: actor) : onward.path
        let path = actor.isStaff ? "/second-factor?\(Typed(["onward": place]).query)" : place
        return Redirect(visit.link(path), session: .begin(token: token.text, seconds: Session.wholeSeconds))
    }
}
