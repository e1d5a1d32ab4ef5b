import Accounts
import Events
import Forms
import Kernel
import Languages
package import Web

/// From attendance to the director's signature: what is prepared for an event, who gets nothing and why, and the act of signing.
package enum BatchPages {
    @Sendable package static func plan(_ visit: Visit) async throws -> Answer { try await plan(visit, nil) }

    private static func plan(_ visit: Visit, _ problem: Problem?) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        let (plan, batches) = try await visit.read { (try CertificatePlan(id, in: $0), try BatchStore.batches(of: id, in: $0)) }
        return BatchViews.plan(visit, plan, batches, problem)
    }

    @Sendable package static func prepare(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        do {
            return try await visit.act { act in
                let batch = try BatchStore.prepare(id, in: act)
                return Redirect(visit.link("/staff/batches/\(batch)"), T.certificates.saidPrepared)
            }
        } catch let problem as Problem where problem.kind != .missing {
            return try await plan(visit, problem)
        }
    }

    @Sendable package static func show(_ visit: Visit) async throws -> Answer { try await show(visit, .nothing, nil) }

    private static func show(_ visit: Visit, _ typed: Typed, _ problem: Problem?) async throws -> Answer {
        let id: CertificateBatch.ID = try visit.id("batch")
        let desk = try await visit.read { act -> BatchDesk in try BatchDesk(id, in: act) }
        return BatchViews.show(visit, desk, typed, problem)
    }

    /// Somebody whom attendance does not know, into a batch that waits.
    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        let id: CertificateBatch.ID = try visit.id("batch")
        do {
            let guest = try guest(visit.typed)
            return try await visit.act { act in
                try BatchStore.add(guest, to: id, in: act)
                return Redirect(visit.link("/staff/batches/\(id)"), T.certificates.saidAdded)
            }
        } catch let problem as Problem where problem.kind != .missing {
            return try await show(visit, visit.typed, problem)
        }
    }

    /// The same where no batch waits: when all others have theirs.
    @Sendable package static func open(_ visit: Visit) async throws -> Answer {
        let event: Event.ID = try visit.id("event")
        do {
            let guest = try guest(visit.typed)
            return try await visit.act { act in
                let batch = try BatchStore.open(for: guest, of: event, in: act)
                return Redirect(visit.link("/staff/batches/\(batch)"), T.certificates.saidAdded)
            }
        } catch let problem as Problem where problem.kind != .missing {
            return try await plan(visit, problem)
        }
    }

    private static func guest(_ typed: Typed) throws -> CertificateGuest {
        guard let part = CertificatePart(rawValue: typed["part"]) else { throw Problem.invalid("part", T.common.errorChoose) }
        guard let kind = CertificateKind(rawValue: typed["kind"]) else { throw Problem.invalid("kind", T.common.errorChoose) }
        guard typed["hours"].isEmpty || typed.number("hours") != nil else { throw Problem.invalid("hours", T.common.errorNumber) }
        return CertificateGuest(name: typed["name"], email: typed["email"], part: part, kind: kind, hours: typed.number("hours") ?? 0)
    }

    @Sendable package static func sign(_ visit: Visit) async throws -> Answer {
        let id: CertificateBatch.ID = try visit.id("batch")
        let (isMailed, seal) = (visit.typed.has("mailed"), visit.seal)
        do {
            return try await visit.sign { signer, act in
                let count = try SigningStore.sign(id, by: signer, isMailed: isMailed, seal: seal, in: act)
                return Redirect(visit.link("/staff/batches/\(id)"), T.certificates.saidSigned(count: count))
            }
        } catch let problem as Problem where problem.kind != .missing {
            return try await show(visit, visit.typed, problem)
        }
    }
}

/// All that the page of a batch shows.
struct BatchDesk: Sendable {
    let batch: CertificateBatch
    let certificates: [Certificate]
    let event: Event?
    let right: Signer.Right?
    let signer: String
    /// How many of its people have a proved address, and how many of those want papers by mail.
    let reachable, wanting: Int
    /// Whether the signing code is left out: in a demonstration, whose people are invented and have no telephone that could show one.
    let isDemonstration: Bool

    init(_ id: CertificateBatch.ID, in act: Act) throws {
        batch = try BatchStore.batch(id, in: act)
        certificates = try CertificateStore.certificates(of: id, in: act)
        event = try batch.event.map { try EventStore.event($0, in: act) }
        right = try Signer.right(of: act.by, at: batch.centre, in: act)
        let names = try PersonStore.names(of: Set([batch.signedBy].compactMap(\.self)), in: act)
        signer = batch.signedBy.flatMap { names[$0] } ?? ""
        let people = try PersonStore.reachable(Set(certificates.compactMap(\.person)), in: act)
        reachable = people.count
        wanting = people.values.count(where: \.self)
        isDemonstration = try CertificateSettings.isDemonstration(in: act)
    }
}
