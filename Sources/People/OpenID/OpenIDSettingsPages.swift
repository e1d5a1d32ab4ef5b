import Fetch
import Forms
import Kernel
import Languages
import Logging
import Look
import Web

/// Services by which people may enter, kept by whoever keeps the installation.
enum OpenIDSettingsPages {
    /// What the secret is sealed for.
    static let purpose = "openid secret"

    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        visit.page(OpenIDSettingsViews(reader: visit.reader).list(try await visit.read { try OpenIDStore.all(in: $0) }, back: OpenIDPages.back(visit)))
    }

    private static func form(_ visit: Visit, _ provider: OpenIDProvider?, _ form: FilledForm) -> Screen {
        OpenIDSettingsViews(reader: visit.reader).form(provider, back: OpenIDPages.back(visit), form)
    }

    @Sendable static func new(_ visit: Visit) async throws -> Answer { visit.page(form(visit, nil, visit.form())) }

    private static func asked(_ draft: OpenIDProviderDraft, _ visit: Visit) async throws -> (OpenIDDescription, JSONWebKeys) {
        do { return try await OpenIDPages.calls(visit).describe(draft.issuer) } catch .description {
            throw Problem.invalid("issuer", T.openid.errorDescription)
        } catch {
            visit.installation.logger.notice("a service of signing in does not answer: \(error)")
            throw Problem.invalid("issuer", T.openid.errorSilent)
        }
    }

    /// It is asked before it is written down: what does not answer now would let nobody in.
    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        try await visit.submit {
            let (draft, secret) = try read(visit, isNew: true), (described, keys) = try await asked(draft, visit)
            return try await visit.act { act in
                let id = try OpenIDStore.add(draft, secret: secret ?? [], in: act)
                try OpenIDStore.keep(described, keys, of: id, in: act)
                return Redirect(visit.link("/settings/openid"), T.common.saved)
            }
        } again: { form(visit, nil, $0) }
    }

    private static func read(_ visit: Visit, isNew: Bool) throws -> (OpenIDProviderDraft, [UInt8]?) {
        var faults = Faults()
        let draft = try faults.gather { try OpenIDProviderDraft(visit.typed, inside: visit.installation.fetcher.reach == .anywhere) }
        let secret = try faults.gather { try OpenIDSecretForm.read(visit.typed, isNew: isNew) }
        try faults.check()
        guard let draft, let secret else { throw Problem.missing }
        return (draft, try secret.map { try visit.seal.seal(Array($0.utf8), for: purpose) })
    }

    private static func provider(_ visit: Visit) async throws -> OpenIDProvider {
        let id: OpenIDProvider.ID = try visit.id("provider")
        return try await visit.read { try OpenIDStore.provider(id, in: $0) }
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let provider = try await provider(visit)
        return visit.page(form(visit, provider, visit.form(provider.draft.typed)))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let provider = try await provider(visit)
        return try await visit.submit {
            let (draft, secret) = try read(visit, isNew: false), (described, keys) = try await asked(draft, visit)
            return try await visit.act { act in
                try OpenIDStore.edit(provider.id, to: draft, secret: secret, in: act)
                try OpenIDStore.keep(described, keys, of: provider.id, in: act)
                return Redirect(visit.link("/settings/openid"), T.common.saved)
            }
        } again: { form(visit, provider, $0) }
    }

    @Sendable static func remove(_ visit: Visit) async throws -> Answer {
        let provider = try await provider(visit)
        return try await visit.act { act in
            try OpenIDStore.remove(provider.id, in: act)
            return Redirect(visit.link("/settings/openid"), T.openid.saidRemoved)
        }
    }

    /// By the clock: services change their keys and doors. One that is silent keeps those that it had.
    static func refresh(_ installation: Installation) async throws {
        let calls = OpenIDCalls(fetcher: installation.fetcher)
        for provider in try await installation.records.read(as: .system, { try OpenIDStore.all(in: $0) }) where provider.draft.isShown {
            do {
                let (described, keys) = try await calls.describe(provider.draft.issuer)
                try await installation.records.write(by: .system) { try OpenIDStore.keep(described, keys, of: provider.id, in: $0) }
            } catch let fault as OpenIDFault {
                installation.logger.warning("the service of signing in \(provider.id) does not answer: \(fault)")
            }
        }
    }
}
