import Forms
import Kernel
import Languages
import Look
import Web

/// What the room brings to pages that rooms share.
enum InterfaceSharedPages {
    /// Whoever does not answer any more, and keys that are about to end.
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let centre = asked.centre.id, t = asked.t, today = asked.today
        guard act.by.holds(.director, at: centre) else { return TodayPart() }
        let stopped = try WebhookStore.all(of: centre, in: act).compactMap { hook -> TodayPart.Line? in
            guard hook.state == .paused, let failing = hook.failing else { return nil }
            return TodayPart.Line(
                .bad, asked.centre.zone.day(of: failing), t.run(hook.draft.name), T.interfaces.todayStopped, T.interfaces.openHook,
                path: InterfacePaths.webhook(hook.id))
        }
        let ending = try AccessKeyStore.all(of: centre, in: act).filter { $0.state(on: today) == .soon }.map { key in
            TodayPart.Line(
                .waiting, key.draft.until, t.run(key.draft.name), T.interfaces.todayEnds(day: .day(key.draft.until)), T.interfaces.openKey,
                path: InterfacePaths.key(key.id))
        }
        return TodayPart(lines: stopped + ending)
    }
}
