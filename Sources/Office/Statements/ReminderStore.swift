import Accounts
package import Centres
package import Claims
package import Kernel
package import Languages
import Queues
import Storage

/// Letters of reminding, one for each payer with all that is open: whom they may go to, and that they went.
package enum ReminderStore {
    /// In local time: letters do not go in the night.
    static let hour = 8
    /// So many letters one act writes.
    private static let most = 200

    /// When some payers were last reminded.
    static func last(of payers: [ClaimPayer.ID], in act: Act) throws -> [ClaimPayer.ID: Instant] {
        var last: [ClaimPayer.ID: Instant] = [:]
        for first in stride(from: 0, to: payers.count, by: 500) {
            let some = Array(payers[first..<min(first + 500, payers.count)])
            for row in try act.db.rows("SELECT payer, max(made) AS made FROM reminder WHERE payer IN \(list: some) GROUP BY payer") {
                last[try row["payer"]] = try row["made"]
            }
        }
        return last
    }

    /// Payers who owe something that is late enough, and were not reminded lately.
    package static func due(at centre: Centre.ID, on today: Day, in act: Act) throws -> [ClaimPayer.ID] {
        let rule = try PaymentRuleStore.rule(of: centre, in: act), since = act.now.adding(days: -rule.againDays)
        return try act.db.rows("""
            SELECT h.payer FROM claim_share h WHERE h.centre = \(centre) AND h.rest > 0 AND h.payer IS NOT NULL
            GROUP BY h.payer HAVING min(h.due) <= \(today.adding(days: -rule.lateDays))
                AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.payer = h.payer AND r.made > \(since))
            ORDER BY h.payer
            """).map { try $0["payer"] }
    }

    /// What came of a round of reminding.
    package struct Sent: Sendable {
        package var letters = 0
        /// Payers of whom no address is known.
        package var silent = 0
    }

    /// Reminds one payer, or all who may be reminded.
    @discardableResult
    package static func remind(_ payer: ClaimPayer.ID?, at centre: Centre.ID, in act: Act) throws -> Sent {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let today = try CentreStore.centre(centre, in: act).zone.day(of: act.now)
        if let payer {
            _ = try ClaimPayerStore.payer(payer, at: centre, in: act)
            guard try due(at: centre, on: today, in: act).contains(payer) else { throw Problem.conflict(T.statements.errorReminded) }
        }
        return try remind(payer.map { [$0] } ?? due(at: centre, on: today, in: act), at: centre, on: today, in: act)
    }

    private static func remind(_ ids: [ClaimPayer.ID], at centre: Centre.ID, on today: Day, in act: Act) throws -> Sent {
        var sent = Sent()
        let payers = try ClaimPayerStore.payers(Array(ids.prefix(most)), in: act)
        for id in ids.prefix(most) {
            guard let payer = payers[id] else { continue }
            try act.db.hold("payer", id.value)
            let shares = try ClaimShareStore.shares(of: id, in: act).filter { $0.rest.minor > 0 }.sorted { ($0.due, $0.id) < ($1.due, $1.id) }
            let claims = Dictionary(uniqueKeysWithValues: try ClaimStore.claims(Array(Set(shares.map(\.claim))), in: act).map { ($0.id, $0) })
            guard !shares.isEmpty, try ReminderLetters.remind(payer, shares.map { ($0, claims[$0.claim]) }, on: today, in: act) else {
                sent.silent += 1
                continue
            }
            try act.db.run("INSERT INTO reminder (centre, payer, shares, made, person) VALUES (\(centre), \(id), \(shares.count), \(act.now), \(act.by.person))")
            sent.letters += 1
        }
        if sent.letters > 0 { try act.record(T.statements.remindedDeed, .centre(centre), centre: centre, changes: [Change("letters", from: "", to: "\(sent.letters)")]) }
        return sent
    }

    // MARK: By the clock

    /// Reminds where the centre wishes it, in the morning: each centre in an act of its own.
    static func tend(_ records: Records) async throws {
        for centre in try await records.read(as: .system, { try PaymentRuleStore.reminding(in: $0) }) {
            try await records.write(by: .system) { act in
                let zone = try CentreStore.centre(centre, in: act).zone, today = zone.day(of: act.now)
                guard zone.time(of: act.now).hour >= hour else { return }
                _ = try remind(due(at: centre, on: today, in: act), at: centre, on: today, in: act)
            }
        }
    }
}
