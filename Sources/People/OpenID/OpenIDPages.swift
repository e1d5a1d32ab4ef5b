import Accounts
import Forms
import Kernel
import Languages
import Logging
import Look
import Queues
import Web

/// Entering by the word of a service: there, back, and in.
enum OpenIDPages {
    /// Where every service sends people back to: one address for all languages, because it is written down there.
    static func back(_ visit: Visit) -> String { "\(visit.centre.origin)/\(visit.centre.language.rawValue)/openid/return" }

    private static func seal(_ visit: Visit) -> OpenIDSeal { OpenIDSeal(seal: visit.seal, browser: visit.browser) }
    static func calls(_ visit: Visit) -> OpenIDCalls { OpenIDCalls(fetcher: visit.installation.fetcher) }

    private static func open(_ id: OpenIDProvider.ID, _ visit: Visit) async throws -> (OpenIDProvider, OpenIDDescription, JSONWebKeys) {
        let provider = try await visit.read { try OpenIDStore.provider(id, in: $0) }
        guard provider.draft.isShown, let described = provider.described, let keys = provider.keys else { throw Problem.missing }
        return (provider, described, keys)
    }

    // MARK: There

    @Sendable static func begin(_ visit: Visit) async throws -> Answer {
        let onward = Onward(visit.query["onward"])
        if visit.actor.isSignedIn { return .redirect(visit.link(onward.path)) }
        return try await leave(visit, onward.path, for: nil)
    }

    static func leave(_ visit: Visit, _ onward: String, for person: Person.ID?) async throws -> Answer {
        let id: OpenIDProvider.ID = try visit.id("provider"), (provider, described, _) = try await open(id, visit)
        let errand = OpenIDErrand(id, in: visit.language, onward: onward, for: person, at: visit.now)
        let query = Typed([
            "response_type": "code", "scope": "openid email profile", "client_id": provider.draft.client, "redirect_uri": back(visit),
            "state": try seal(visit).state(errand), "nonce": errand.nonce, "code_challenge": errand.challenge, "code_challenge_method": "S256",
            "ui_locales": visit.language.htmlLang,
        ]).query
        return .redirect("\(described.authorization)\(described.authorization.contains("?") ? "&" : "?")\(query)")
    }

    // MARK: Back

    /// The service's word is fetched and checked here; what it leads to is done by a button on the next page.
    @Sendable static func comeBack(_ visit: Visit) async throws -> Answer {
        // Whoever comes here from nowhere begins where everybody does.
        guard !visit.query["state"].isEmpty else { return .redirect(visit.link("/sign-in")) }
        try await visit.count(Attempts("openid return", from: visit.network, limit: 120, within: 900))
        do {
            let ticket = try await ticket(visit), errand = ticket.errand
            let place = errand.person == nil ? "/openid/enter" : "/me/account/doors/confirm"
            return .redirect("/\(errand.language.rawValue)\(place)?\(Typed(["ticket": try seal(visit).text(ticket)]).query)")
        } catch let fault as OpenIDFault {
            visit.installation.logger.notice("nobody came in by a service: \(fault)")
            return visit.page(OpenIDViews(reader: visit.reader).failed(fault), status: 422)
        }
    }

    private static func ticket(_ visit: Visit) async throws -> OpenIDTicket {
        let query = visit.query
        guard let errand = seal(visit).errand(query["state"], at: visit.now) else { throw OpenIDFault.errand }
        let (provider, described, keys) = try await open(errand.provider, visit)
        guard query["error"].isEmpty, !query["code"].isEmpty, query["iss"].isEmpty || query["iss"] == provider.draft.issuer else { throw OpenIDFault.refused }
        guard let secret = try? visit.seal.open(provider.sealed, for: OpenIDSettingsPages.purpose) else { throw OpenIDFault.silent("its secret does not open") }
        let calls = calls(visit)
        let word = String(decoding: secret, as: UTF8.self)
        let text = try await calls.token(for: query["code"], errand, at: provider, described, secret: word, back: back(visit))
        let expected = IDToken.Expected(issuer: provider.draft.issuer, client: provider.draft.client, nonce: errand.nonce)
        let token: IDToken
        do { token = try IDToken(text, signedBy: keys, as: expected, at: visit.now) } catch .key {
            // Keys change from time to time: it is asked once more which it has now.
            let (now, fresh) = try await calls.describe(provider.draft.issuer)
            try await visit.records.write(by: .system) { try OpenIDStore.keep(now, fresh, of: provider.id, in: $0) }
            do { token = try IDToken(text, signedBy: fresh, as: expected, at: visit.now) } catch { throw OpenIDFault.token(error) }
        } catch { throw OpenIDFault.token(error) }
        return OpenIDTicket(errand: errand, subject: token.subject, email: token.email, name: token.name)
    }

    // MARK: In

    private static func gone(_ visit: Visit) -> Answer { visit.page(OpenIDViews(reader: visit.reader).failed(.errand), status: 404) }

    @Sendable static func ask(_ visit: Visit) async throws -> Answer {
        let text = visit.query["ticket"]
        guard !text.isEmpty else { return .redirect(visit.link("/sign-in")) }
        guard let ticket = seal(visit).ticket(text, at: visit.now), ticket.errand.person == nil else { return gone(visit) }
        let provider = try await visit.read { try OpenIDStore.provider(ticket.errand.provider, in: $0) }
        let known = try await visit.read { try OpenIDStore.known(ticket, at: provider, in: $0) }
        return visit.page(OpenIDViews(reader: visit.reader).enter(ticket, text, provider, known))
    }

    @Sendable static func enter(_ visit: Visit) async throws -> Answer {
        guard let ticket = seal(visit).ticket(visit.typed["ticket"], at: visit.now), ticket.errand.person == nil else { return gone(visit) }
        do { return try await letIn(ticket, visit) } catch OpenIDFault.used {
            return visit.page(OpenIDViews(reader: visit.reader).failed(.used), status: 409)
        }
    }

    private static func letIn(_ ticket: OpenIDTicket, _ visit: Visit) async throws -> Answer {
        let token = Token.random()
        return try await visit.act { act in
            try takeUp(ticket, in: act)
            let provider = try OpenIDStore.provider(ticket.errand.provider, in: act)
            guard provider.draft.isShown else { throw Problem.missing }
            let person: Person
            switch try OpenIDStore.known(ticket, at: provider, in: act) {
            case .linked(let known): person = known
            case .address(let known):
                try OpenIDStore.link(ticket, to: known.id, isByAddress: true, in: act)
                try PersonLetters.changed(known, T.openid.changedLinked(name: .title(provider.draft.name)), from: visit.centre, in: act).map(act.send)
                person = known
            case .nobody: throw Problem.conflict(T.openid.errorNobody)
            }
            try OpenIDStore.use(ticket, in: act)
            return try SignInPages.begin(person.id, Onward(ticket.errand.onward), visit, token, in: act)
        }
    }

    /// A service's word lets in once, as a mailed link does: it is remembered longer than it is good.
    private static func takeUp(_ ticket: OpenIDTicket, in act: Act) throws {
        let once = Attempts("openid ticket", of: ticket.errand.nonce, limit: 1, within: 2 * OpenIDErrand.minutes * 60)
        do { try once.count(in: act) } catch let problem as Problem where problem.status == 429 { throw OpenIDFault.used }
    }
}
