import Accounts
import Centres
package import Kernel
import Languages
import Storage

/// Letters by the clock, each once: to centres that have not spoken, when the time is over, when an answer did not come.
package enum InitiativeReminderStore {
    /// In local time: letters do not come in the night.
    private static let hour = 7
    /// So many days before the deadline.
    package static let noticeDays = 3

    package static func remind(_ records: Records) async throws {
        let centres = try await records.read(as: .system) { act in try CentreStore.all(in: act).filter { $0.zone.time(of: act.now).hour >= hour } }
        for centre in centres {
            try await records.write(by: .system) { act in
                try near(centre, in: act)
                try over(centre, in: act)
                try late(centre, in: act)
            }
        }
    }

    private static func sight(_ one: Initiative, in act: Act) throws -> InitiativeSight { try InitiativeStore.look(one, at: one.centre, in: act) }

    private static func near(_ centre: Centre, in act: Act) throws {
        let near = try InitiativeStore.initiatives("""
            i.centre = \(centre.id) AND i.state = 'open' AND i.deadline > \(act.now) AND i.deadline <= \(act.now.adding(days: noticeDays))
            """, in: act)
        for one in near {
            let silent: Set<Centre.ID> = Set(try act.db.rows("""
                SELECT centre FROM initiative_party WHERE initiative = \(one.id) AND centre IS NOT NULL AND standing IS NULL AND reminded IS NULL
                """).map { try $0["centre"] })
            guard !silent.isEmpty else { continue }
            try act.db.run("UPDATE initiative_party SET reminded = \(act.now) WHERE initiative = \(one.id) AND standing IS NULL AND reminded IS NULL")
            try InitiativeLetters.tellCentres(.near, sight(one, in: act), only: silent, in: act)
        }
    }

    private static func over(_ centre: Centre, in act: Act) throws {
        let over = try InitiativeStore.initiatives("""
            i.centre = \(centre.id) AND i.state = 'open' AND i.deadline < \(act.now) AND i.reminded_end IS NULL
            """, in: act)
        for one in over where try act.db.run("UPDATE initiative SET reminded_end = \(act.now) WHERE id = \(one.id) AND reminded_end IS NULL") > 0 {
            try InitiativeLetters.tellKeeper(.over, sight(one, in: act), in: act)
        }
    }

    private static func late(_ centre: Centre, in act: Act) throws {
        let today = centre.zone.day(of: act.now)
        let rows = try act.db.rows("""
            SELECT s.id, s.initiative FROM initiative_sending s JOIN initiative i ON i.id = s.initiative
            WHERE i.centre = \(centre.id) AND i.state = 'sent' AND s.answered IS NULL AND s.due < \(today) AND s.reminded IS NULL ORDER BY s.id
            """).map { (id: try $0["id"] as InitiativeSending.ID, initiative: try $0["initiative"] as Initiative.ID) }
        for row in rows where try act.db.run("UPDATE initiative_sending SET reminded = \(act.now) WHERE id = \(row.id) AND reminded IS NULL") > 0 {
            guard let one = try InitiativeStore.initiatives("i.id = \(row.initiative)", in: act).first else { continue }
            let sight = try sight(one, in: act)
            guard let sending = sight.sendings.first(where: { $0.id == row.id }) else { continue }
            try InitiativeLetters.tellKeeper(.late(sending.draft.recipient, sending.draft.due), sight, in: act)
        }
    }
}
