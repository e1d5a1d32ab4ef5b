import Forms
import Kernel
import Languages
import Look
package import Web

/// Numbers, deputies and keys: the director's settings.
package enum CertificateSettingsPages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form())) }

    private static func show(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id
        let settings = try await visit.read { act in
            CertificateSettings(
                registers: try RegisterStore.registers(of: centre, in: act), deputies: try DeputyStore.deputies(of: centre, in: act),
                keys: try SigningKeyStore.keys(of: centre, in: act), retentions: try RetentionStore.all(of: centre, in: act))
        }
        return CertificateSettingsViews(reader: visit.reader).show(settings, form)
    }

    @Sendable package static func format(_ visit: Visit) async throws -> Answer {
        let (typed, centre) = (visit.typed, visit.centre.id)
        return try await act(visit) { act in
            let form = try NumberFormatForm(typed)
            let year = try RegisterStore.format(form.kind, as: form.format, of: centre, in: act)
            return Redirect(visit.link("/settings/certificates"), T.certificates.saidFormat(year: .text("\(year)")))
        }
    }

    @Sendable package static func name(_ visit: Visit) async throws -> Answer {
        let (typed, centre) = (visit.typed, visit.centre.id)
        return try await act(visit) { act in
            try DeputyStore.name(email: typed["email"], first: Day(typed: typed["first"]), last: Day(typed: typed["last"]), at: centre, in: act)
            return Redirect(visit.link("/settings/certificates"), T.certificates.saidDeputy)
        }
    }

    @Sendable package static func end(_ visit: Visit) async throws -> Answer {
        let (centre, id) = (visit.centre.id, try visit.id("deputy", of: Deputy.self))
        return try await act(visit) { act in
            try DeputyStore.end(id, at: centre, in: act)
            return Redirect(visit.link("/settings/certificates"), T.certificates.saidDeputyEnded)
        }
    }

    @Sendable package static func rotate(_ visit: Visit) async throws -> Answer {
        let (centre, seal) = (visit.centre.id, visit.seal)
        return try await act(visit) { act in
            try SigningKeyStore.rotate(centre, seal: seal, in: act)
            return Redirect(visit.link("/settings/certificates"), T.certificates.saidRotated)
        }
    }

    @Sendable package static func revoke(_ visit: Visit) async throws -> Answer {
        let (centre, seal, key) = (visit.centre.id, visit.seal, visit.parameters["key"] ?? "")
        let reason = visit.typed["reason-\(key)"]
        return try await act(visit) { act in
            try SigningKeyStore.revoke(key, of: centre, because: reason, in: act)
            // Another key at once: the lists of what is no longer good stay signed.
            if try SigningKeyStore.keys(of: centre, in: act).allSatisfy({ $0.retired != nil }) { try SigningKeyStore.rotate(centre, seal: seal, in: act) }
            return Redirect(visit.link("/settings/certificates"), T.certificates.saidRevoked)
        }
    }

    @Sendable package static func retain(_ visit: Visit) async throws -> Answer {
        let (typed, centre) = (visit.typed, visit.centre.id)
        return try await act(visit) { act in
            let form = try RetentionForm(typed)
            try RetentionStore.set(form.kind, since: form.since, years: form.years, of: centre, in: act)
            return Redirect(visit.link("/settings/certificates"), T.certificates.retentionSet)
        }
    }

    @Sendable package static func dropRetention(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        guard let kind = CertificateKind(rawValue: visit.parameters["kind"] ?? ""), let since = Day(iso: visit.parameters["since"] ?? "") else { throw Problem.missing }
        return try await act(visit) { act in
            try RetentionStore.remove(kind, since: since, of: centre, in: act)
            return Redirect(visit.link("/settings/certificates"), T.certificates.retentionRemoved)
        }
    }

    /// Changes the settings; where that is refused, their page comes back.
    private static func act(_ visit: Visit, _ verb: @escaping @Sendable (Act) throws -> Redirect) async throws -> Answer {
        try await visit.submit { try await visit.act(verb) } again: { try await show(visit, $0) }
    }
}
