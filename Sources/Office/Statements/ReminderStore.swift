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
    package static let most = 200

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

    /// Payers who owe something that is late enough, and were not reminded lately. What is cancelled is asked of nobody: it waits for its credit note.
    package static func due(at centre: Centre.ID, on today: Day, in act: Act) throws -> [ClaimPayer.ID] { try due("1 = 1", at: centre, on: today, in: act) }

    /// Whether one payer is among them.
    package static func isDue(_ payer: ClaimPayer.ID, at centre: Centre.ID, on today: Day, in act: Act) throws -> Bool {
        try !due("h.payer = \(payer)", at: centre, on: today, in: act).isEmpty
    }

    private static func due(_ condition: SQL, at centre: Centre.ID, on today: Day, in act: Act) throws -> [ClaimPayer.ID] {
        let rule = try PaymentRuleStore.rule(of: centre, in: act), since = act.now.adding(days: -rule.againDays)
        return try act.db.rows("""
            SELECT h.payer FROM claim_share h
            WHERE h.centre = \(centre) AND h.rest > 0 AND h.payer IS NOT NULL AND h.due <= \(today.adding(days: -rule.lateDays)) AND \(condition)
                AND h.claim NOT IN (SELECT c.id FROM claim c WHERE c.centre = \(centre) AND c.cancelled IS NOT NULL)
            GROUP BY h.payer HAVING NOT EXISTS (SELECT 1 FROM reminder r WHERE r.payer = h.payer AND r.made > \(since))
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
    /// - Parameter letters: so many at most.
    @discardableResult
    package static func remind(_ payer: ClaimPayer.ID?, at centre: Centre.ID, letters: Int = most, in act: Act) throws -> Sent {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let today = try CentreStore.centre(centre, in: act).zone.day(of: act.now)
        guard let payer else { return try remind(due(at: centre, on: today, in: act), at: centre, on: today, letters: letters, in: act) }
        _ = try ClaimPayerStore.payer(payer, at: centre, in: act)
        try act.db.hold("payer", payer.value)
        guard try isDue(payer, at: centre, on: today, in: act) else { throw Problem.conflict(T.statements.errorReminded) }
        return try remind([payer], at: centre, on: today, letters: letters, in: act)
    }

    /// Goes on until so many letters are written: whoever has no address keeps nobody behind waiting.
    private static func remind(_ ids: [ClaimPayer.ID], at centre: Centre.ID, on today: Day, letters: Int, in act: Act) throws -> Sent {
        var sent = Sent()
        for first in stride(from: 0, to: ids.count, by: 500) where sent.letters < letters {
            let some = Array(ids[first..<min(first + 500, ids.count)]), payers = try ClaimPayerStore.payers(some, in: act)
            for id in some where sent.letters < letters {
                guard let payer = payers[id] else { continue }
                guard try ReminderLetters.reaches(payer, in: act) else {
                    sent.silent += 1
                    continue
                }
                try act.db.hold("payer", id.value)
                // Somebody else may have reminded, or the money may have come, before it was held.
                guard try isDue(id, at: centre, on: today, in: act) else { continue }
                let shares = try open(of: id, in: act)
                guard try ReminderLetters.remind(payer, shares, on: today, in: act) else { continue }
                try act.db.run("INSERT INTO reminder (centre, payer, shares, made, person) VALUES (\(centre), \(id), \(shares.count), \(act.now), \(act.by.person))")
                sent.letters += 1
            }
        }
        if sent.letters > 0 { try act.record(T.statements.remindedDeed, .centre(centre), centre: centre, changes: [Change("letters", from: "", to: "\(sent.letters)")]) }
        return sent
    }

    /// What a payer has to pay, what is due first before the rest.
    private static func open(of payer: ClaimPayer.ID, in act: Act) throws -> [(share: ClaimShare, claim: Claim?)] {
        let owed = try ClaimShareStore.shares(of: payer, in: act).filter { $0.rest.minor > 0 }.sorted { ($0.due, $0.id) < ($1.due, $1.id) }
        let claims = try ClaimStore.claims(Array(Set(owed.map(\.claim))), in: act).filter { !$0.isCancelled }
        let standing = Dictionary(uniqueKeysWithValues: claims.map { ($0.id, $0) })
        return owed.compactMap { share -> (share: ClaimShare, claim: Claim?)? in
            guard let claim = standing[share.claim] else { return nil }
            return (share: share, claim: claim)
        }
    }

    // MARK: By the clock

    /// Reminds where the centre wishes it, in the morning: each centre in an act of its own.
    static func tend(_ records: Records) async throws {
        for centre in try await records.read(as: .system, { try PaymentRuleStore.reminding(in: $0) }) {
            try await records.write(by: .system) { act in
                let zone = try CentreStore.centre(centre, in: act).zone, today = zone.day(of: act.now)
                guard zone.time(of: act.now).hour >= hour else { return }
                _ = try remind(due(at: centre, on: today, in: act), at: centre, on: today, letters: most, in: act)
            }
        }
    }
}
