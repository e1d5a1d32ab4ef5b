import Catalogue
import Forms
import Kernel
import Languages
package import Web

/// Numbers, deputies and keys: the director's settings.
package enum CertificateSettingsPages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer { try await show(visit, nil) }

    private static func show(_ visit: Visit, _ problem: Problem?) async throws -> Answer {
        let centre = visit.centre.id
        let settings = try await visit.read { act in
            CertificateSettings(
                registers: try RegisterStore.registers(of: centre, in: act), deputies: try DeputyStore.deputies(of: centre, in: act), keys: try SigningKeyStore.keys(of: centre, in: act),
                retentions: try RetentionStore.all(of: centre, in: act))
        }
        return CertificateSettingsViews.show(visit, settings, problem)
    }

    @Sendable package static func format(_ visit: Visit) async throws -> Answer {
        let (typed, centre) = (visit.typed, visit.centre.id)
        return try await act(visit) { act in
            guard let kind = CertificateKind(rawValue: typed["kind"]) else { throw Problem.invalid("kind", T.common.errorChoose) }
            let year = try RegisterStore.format(kind, as: NumberFormat(typed: typed["format"]), of: centre, in: act)
            return Redirect(visit.link("/settings/certificates"), T.certificates.saidFormat(year: .text("\(year)")))
        }
    }

    @Sendable package static func name(_ visit: Visit) async throws -> Answer {
        let (typed, centre) = (visit.typed, visit.centre.id)
        return try await act(visit) { act in
            try DeputyStore.name(email: typed["email"], first: Day(iso: typed["first"]), last: Day(iso: typed["last"]), at: centre, in: act)
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
        let (centre, reason, key) = (visit.centre.id, visit.typed["reason"], visit.parameters["key"] ?? "")
        return try await act(visit) { act in
            try SigningKeyStore.revoke(key, of: centre, because: reason, in: act)
            return Redirect(visit.link("/settings/certificates"), T.certificates.saidRevoked)
        }
    }

    @Sendable package static func retain(_ visit: Visit) async throws -> Answer {
        let (typed, centre) = (visit.typed, visit.centre.id)
        return try await act(visit) { act in
            guard let kind = CertificateKind(rawValue: typed["kind"]) else { throw Problem.invalid("kind", T.common.errorChoose) }
            guard let since = Day(iso: typed["since"]) else { throw Problem.invalid("since", T.common.errorMissing) }
            guard let years = typed.number("years") else { throw Problem.invalid("years", T.common.errorNumber) }
            try RetentionStore.set(kind, since: since, years: years, of: centre, in: act)
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

    private static func act(_ visit: Visit, _ verb: @escaping @Sendable (Act) throws -> Redirect) async throws -> Answer {
        do { return try await visit.act(verb) } catch let problem as Problem where problem.kind != .missing {
            return try await show(visit, problem)
        }
    }
}
