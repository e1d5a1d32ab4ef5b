import Accounts
import Centres
package import Events
package import Kernel
import Languages
import Storage

/// The link of what is held over the net: shown to those who have a seat, from so many hours before the session on, and mailed to them once.
package enum OnlineLinkStore {
    fileprivate static let hoursBefore = 24

    /// Sessions whose link somebody who has a seat may know now.
    static func open(_ event: Event, in zone: Zone, at now: Instant) -> [EventSession] {
        event.form.has(.online) ? event.plan.sessions.filter { $0.isLinkOpen(in: zone, at: now) } : []
    }

    /// Mails each link to everybody who has a seat and did not get it yet, each letter in an act of its own.
    @Sendable package static func mailAll(_ records: Records) async throws {
        for (registration, session) in try await records.read(as: .system, { try due(in: $0) }) {
            try await records.write(by: .system) { try mail(session, to: registration, in: $0) }
        }
    }

    private static func due(in act: Act) throws -> [(Registration.ID, EventSession.ID)] {
        let online = try EventFormStore.all(in: act).values.filter { $0.has(.online) }.map(\.id)
        return try act.db.rows("""
            SELECT r.id, s.id AS session FROM registration r JOIN event e ON e.id = r.event JOIN event_session s ON s.event = e.id AND s.link <> ''
            LEFT JOIN online_letter o ON o.registration = r.id AND o.session = s.id
            WHERE r.state = 'admitted' AND e.state IN ('announced', 'confirmed') AND e.form IN \(list: online) AND o.registration IS NULL
                AND e.ends > \(act.now) AND e.starts <= \(act.now.adding(days: 400)) ORDER BY r.id, s.id LIMIT 2000
            """).map { (try $0["id"], try $0["session"]) }
    }

    private static func mail(_ id: EventSession.ID, to registration: Registration.ID, in act: Act) throws {
        let dossier = try RegistrationStore.dossier(registration, in: act)
        let (event, centre) = (dossier.event, dossier.centre)
        guard dossier.registration.state == .admitted, event.state == .announced || event.state == .confirmed, let place = event.sessionRows.firstIndex(of: id),
              event.plan.sessions[place].isLinkOpen(in: centre.zone, at: act.now), OfferRule(centre.rules, in: centre.zone).writes(at: act.now)
        else { return }
        guard try act.db.run("""
            INSERT INTO online_letter (registration, session, at) VALUES (\(registration), \(id), \(act.now)) ON CONFLICT (registration, session) DO NOTHING
            """) == 1 else { return }
        try RegistrationLetters.link(dossier, event.plan.sessions[place], in: act)
    }

    /// Sessions are about to be removed.
    static func drop(_ sessions: [EventSession.ID], in act: Act) throws {
        try act.db.run("DELETE FROM online_letter WHERE session IN \(list: sessions)")
    }
}

extension EventSession {
    fileprivate func isLinkOpen(in zone: Zone, at now: Instant) -> Bool {
        guard !link.isEmpty, let begins = try? zone.instant(day, begins), let ends = try? zone.instant(day, ends) else { return false }
        return begins.adding(hours: -OnlineLinkStore.hoursBefore) <= now && now < ends
    }
}
