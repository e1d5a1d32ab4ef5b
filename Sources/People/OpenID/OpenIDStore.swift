package import Accounts
import Foundation
package import Kernel
import Languages
import Storage

/// Services and who is who there, as rows.
package enum OpenIDStore {
    // MARK: Services

    /// All of them, for those who keep the installation.
    package static func all(in act: Act) throws -> [OpenIDProvider] {
        guard act.by.isAdministrator else { throw Problem.missing }
        return try providers("1 = 1", in: act)
    }

    /// Those by which people enter now.
    package static func open(in act: Act) throws -> [OpenIDProvider] { try providers("p.shown", in: act).filter(\.isReady) }

    package static func provider(_ id: OpenIDProvider.ID, in act: Act) throws -> OpenIDProvider {
        guard let found = try providers("p.id = \(id)", in: act).first else { throw Problem.missing }
        return found
    }

    private static func providers(_ condition: SQL, in act: Act) throws -> [OpenIDProvider] {
        try act.db.rows("SELECT p.* FROM openid_provider p WHERE \(condition) ORDER BY p.name, p.id").map { row in
            let (described, keys): (String, String) = (try row["described"], try row["keys"])
            return OpenIDProvider(
                id: try row["id"], draft: OpenIDProviderDraft(
                    name: try row["name"], issuer: try row["issuer"], client: try row["client"], links: try row["links"], isShown: try row["shown"]),
                sealed: try row["secret"], described: try? JSONDecoder().decode(OpenIDDescription.self, from: Data(described.utf8)),
                keys: try? JSONDecoder().decode(JSONWebKeys.self, from: Data(keys.utf8)), asked: try row["asked"])
        }
    }

    /// - Parameter secret: sealed.
    package static func add(_ draft: OpenIDProviderDraft, secret: [UInt8], in act: Act) throws -> OpenIDProvider.ID {
        guard act.by.isAdministrator else { throw Problem.missing }
        try alone(draft, nil, in: act)
        let id = OpenIDProvider.ID(try act.db.insert("""
            INSERT INTO openid_provider (name, issuer, client, secret, links, shown)
            VALUES (\(draft.name), \(draft.issuer), \(draft.client), \(secret), \(draft.links), \(draft.isShown)) RETURNING id
            """))
        try act.record(T.openid.addedDeed, .openIDProvider(id), changes: [Change("issuer", from: "", to: draft.issuer)])
        return id
    }

    /// - Parameter secret: sealed; nil leaves the one that is there.
    package static func edit(_ id: OpenIDProvider.ID, to draft: OpenIDProviderDraft, secret: [UInt8]?, in act: Act) throws {
        guard act.by.isAdministrator else { throw Problem.missing }
        let before = try provider(id, in: act)
        try alone(draft, id, in: act)
        // Who somebody is at one service says nothing of another.
        if before.draft.issuer != draft.issuer, try act.db.exists("SELECT 1 AS used FROM openid_identity WHERE provider = \(id)") {
            throw Problem.invalid("issuer", T.openid.errorUsed)
        }
        try act.db.run("""
            UPDATE openid_provider SET name = \(draft.name), issuer = \(draft.issuer), client = \(draft.client), secret = \(secret ?? before.sealed),
                links = \(draft.links), shown = \(draft.isShown) WHERE id = \(id)
            """)
        try act.record(T.openid.editedDeed, .openIDProvider(id), changes: [
            Change("issuer", from: before.draft.issuer, to: draft.issuer), Change("client", from: before.draft.client, to: draft.client),
            Change("links", from: "\(before.draft.links)", to: "\(draft.links)"), Change("shown", from: "\(before.draft.isShown)", to: "\(draft.isShown)"),
        ])
    }

    private static func alone(_ draft: OpenIDProviderDraft, _ id: OpenIDProvider.ID?, in act: Act) throws {
        let other = try providers("p.issuer = \(draft.issuer) AND p.client = \(draft.client)", in: act).first
        guard other == nil || other?.id == id else { throw Problem.invalid("client", T.openid.errorTwice) }
    }

    /// The service goes, and with it who is who there: everybody still enters by letter.
    package static func remove(_ id: OpenIDProvider.ID, in act: Act) throws {
        guard act.by.isAdministrator else { throw Problem.missing }
        let before = try provider(id, in: act)
        try act.db.run("DELETE FROM openid_identity WHERE provider = \(id)")
        try act.db.run("DELETE FROM openid_provider WHERE id = \(id)")
        try act.record(T.openid.removedDeed, .openIDProvider(id), changes: [Change("issuer", from: before.draft.issuer, to: "")])
    }

    /// What it said of itself just now.
    static func keep(_ described: OpenIDDescription, _ keys: JSONWebKeys, of id: OpenIDProvider.ID, in act: Act) throws {
        func text(_ value: some Encodable) throws -> String { String(decoding: try JSONEncoder().encode(value), as: UTF8.self) }
        let (words, signs) = (try text(described), try text(keys))
        guard max(words.utf8.count, signs.utf8.count) <= TextLimit.text.rawValue else { throw Problem.conflict(T.openid.errorDescription) }
        try act.db.run("UPDATE openid_provider SET described = \(words), keys = \(signs), asked = \(act.now) WHERE id = \(id)")
    }

    // MARK: Who is who there

    package static func identities(of person: Person.ID, in act: Act) throws -> [OpenIDIdentity] { try identities("i.person = \(person)", in: act) }

    private static func identities(_ condition: SQL, in act: Act) throws -> [OpenIDIdentity] {
        try act.db.rows("SELECT i.* FROM openid_identity i WHERE \(condition) ORDER BY i.id").map {
            OpenIDIdentity(
                id: try $0["id"], provider: try $0["provider"], person: try $0["person"], linked: try $0["linked"], used: try $0["used"],
                isByAddress: try $0["by_address"])
        }
    }

    /// To whom a word of a service leads: to whoever has linked it, or by an address that both sides have checked. The centre's own people link it
    /// themselves: nobody's word but their own opens a desk.
    static func known(_ ticket: OpenIDTicket, at provider: OpenIDProvider, in act: Act) throws -> OpenIDKnown {
        if let identity = try identities("i.provider = \(provider.id) AND i.subject = \(ticket.subject)", in: act).first {
            guard let person = try PersonStore.present(identity.person, in: act), let actor = try PersonStore.actor(person.id, in: act),
                identity.opens(isStaff: actor.isStaff) else { return .nobody }
            return .linked(person)
        }
        guard provider.draft.links, let email = ticket.email.flatMap({ EmailAddress($0) }), let person = try PersonStore.person(email: email.text, in: act),
              person.verified != nil, try PersonStore.actor(person.id, in: act)?.isStaff == false else { return .nobody }
        return .address(person)
    }

    /// Lets somebody in by it from now on. What its owner has proved counts for more than an address.
    static func link(_ ticket: OpenIDTicket, to person: Person.ID, isByAddress: Bool, in act: Act) throws {
        let provider = ticket.errand.provider
        try act.db.hold("openid_provider", provider.value)
        if let other = try identities("i.provider = \(provider) AND i.subject = \(ticket.subject)", in: act).first {
            guard other.person == person else { throw Problem.conflict(T.openid.errorOthers) }
            guard other.isByAddress, !isByAddress else { return }
            try act.db.run("UPDATE openid_identity SET by_address = \(false), linked = \(act.now) WHERE id = \(other.id)")
        } else {
            try act.db.run("""
                INSERT INTO openid_identity (provider, subject, person, linked, by_address)
                VALUES (\(provider), \(ticket.subject), \(person), \(act.now), \(isByAddress))
                """)
        }
        try act.record(T.openid.linkedDeed, .person(person))
    }

    static func use(_ ticket: OpenIDTicket, in act: Act) throws {
        try act.db.run("UPDATE openid_identity SET used = \(act.now) WHERE provider = \(ticket.errand.provider) AND subject = \(ticket.subject)")
    }

    package static func unlink(_ id: OpenIDIdentity.ID, of person: Person.ID, in act: Act) throws {
        guard try act.db.run("DELETE FROM openid_identity WHERE id = \(id) AND person = \(person)") > 0 else { throw Problem.missing }
        try act.record(T.openid.unlinkedDeed, .person(person))
    }

    // MARK: What is held

    static func forget(_ person: Person.ID, in act: Act) throws { try act.db.run("DELETE FROM openid_identity WHERE person = \(person)") }

    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        HeldData("openid_identity", try act.db.rows("""
            SELECT p.issuer, i.subject FROM openid_identity i JOIN openid_provider p ON p.id = i.provider WHERE i.person = \(person) ORDER BY i.id
            """).map { ["issuer": try $0["issuer"], "subject": try $0["subject"]] })
    }
}

/// To whom a word of a service leads.
enum OpenIDKnown: Sendable {
    case linked(Person)
    /// By an address that both sides have checked: it is linked with this entry.
    case address(Person)
    case nobody
}
