import Accounts
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// Papers on the shared pages: what waits for a signature, and what somebody was given.
enum CertificatesToday {
    @Sendable static func tell(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let unsigned = try BatchStore.waiting(at: asked.centre.id, in: act).count
        return TodayPart(warnings: unsigned > 0 ? [.init(.waiting, T.certificates.todayWaiting(count: unsigned), path: "/staff/certificates")] : [])
    }

    @Sendable static func mine(_ asked: MeAsked, in act: Act) throws -> MePart {
        let certificates = try CertificateStore.certificates(of: asked.person, in: act)
        return MePart((50, certificates.isEmpty ? nil : PagePart(T.certificates.mineTitle) { OwnCertificateViews(reader: $0).list(certificates) }))
    }

    /// Whether an event that is to be closed has no papers yet though somebody should get one.
    @Sendable static func gaps(_ asked: EventGapsAsked, in act: Act) throws -> [EventGap] {
        guard asked.target == .closed else { return [] }
        let plan = try BatchStore.plan(asked.event.id, in: act)
        return plan.lines.isEmpty ? [] : [EventGap(T.certificates.gapPrepared, at: "/certificates")]
    }

    /// What a centre gave somebody, on the card that the centre's people see.
    @Sendable static func card(_ asked: CardAsked, in act: Act) throws -> MePart? {
        let certificates = try CertificateStore.certificates(of: asked.person, in: act).filter { $0.centre == asked.centre }
        guard !certificates.isEmpty else { return nil }
        return MePart((20, PagePart(T.certificates.title) { OwnCertificateViews(reader: $0).list(certificates, below: "/staff/certificates") }))
    }
}
