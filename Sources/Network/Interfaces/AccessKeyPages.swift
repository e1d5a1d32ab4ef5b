import Forms
import Kernel
import Languages
import Look
import Web

/// Keys for other programs: made, looked at, ended.
enum AccessKeyPages {
    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        let until = visit.today.adding(years: 1)
        return visit.page(AccessKeyViews(reader: visit.reader).new(visit.form(Typed(["until": until.iso]))))
    }

    /// The secret stands on the answer and nowhere else: whoever sends the form again is led to the key.
    @Sendable static func make(_ visit: Visit) async throws -> Answer {
        let (centre, typed, own, today, secret) = (visit.centre.id, visit.typed, visit.language, visit.today, AccessKey.fresh())
        return try await visit.submit {
            let draft = try AccessKeyDraft(typed, own: own, today: today)
            let answer = try await visit.act { act in
                let id = try AccessKeyStore.make(draft, secret: secret, at: centre, in: act)
                return Redirect(visit.link(InterfacePaths.key(id)), T.interfaces.saidKeyMade)
            }
            guard let key = try await visit.read({ try AccessKeyStore.key(made: secret, at: centre, in: $0) }) else { return answer }
            return visit.page(AccessKeyViews(reader: visit.reader).made(key, secret.text))
        } again: { AccessKeyViews(reader: visit.reader).new($0) }
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    private static func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (centre, id): (_, AccessKey.ID) = (visit.centre.id, try visit.id("key"))
        let (key, uses) = try await visit.read { (try AccessKeyStore.key(id, at: centre, in: $0), try AccessKeyStore.uses(of: id, in: $0)) }
        return AccessKeyViews(reader: visit.reader).show(key, uses, form)
    }

    @Sendable static func end(_ visit: Visit) async throws -> Answer {
        let (centre, id): (_, AccessKey.ID) = (visit.centre.id, try visit.id("key"))
        return try await visit.submit {
            try await visit.act { act in
                try AccessKeyStore.end(id, at: centre, in: act)
                return Redirect(visit.link(InterfacePaths.key(id)), T.interfaces.saidKeyEnded)
            }
        } again: { try await screen(visit, $0) }
    }
}
