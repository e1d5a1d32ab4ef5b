package import Accounts
package import Centres
package import Kernel
package import Languages
import Storage

/// Letters that came back: counted for each address, until it is given up, and no longer once somebody says that it works.
package enum BounceStore {
    /// What a file of reports came to.
    package struct Taken: Sendable, Hashable {
        /// Reports that count for somebody who has a newsletter.
        package var counted = 0
        /// Counted before.
        package var known = 0
        /// Of addresses that nobody here has, or of faults that pass.
        package var other = 0
        /// Addresses that were given up by it.
        package var givenUp = 0

        package init() {}

        package static func += (sum: inout Taken, more: Taken) {
            (sum.counted, sum.known, sum.other, sum.givenUp) = (sum.counted + more.counted, sum.known + more.known, sum.other + more.other, sum.givenUp + more.givenUp)
        }
    }

    // MARK: Reads

    /// Addresses that were given up, the newest first.
    package static func givenUp(_ seal: Seal, at centre: Centre.ID, in act: Act) throws -> [GivenUp] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let rows = try act.db.rows("""
            SELECT s.id, s.person, s.address, s.digest, p.email, max(x.made) AS made, max(x.note) AS note FROM newsletter_stop x
            JOIN newsletter_subscriber s ON s.centre = x.centre AND s.digest = x.digest LEFT JOIN person p ON p.id = s.person
            WHERE x.centre = \(centre) AND x.why = 'bounced' GROUP BY s.id, s.person, s.address, s.digest, p.email ORDER BY made DESC, s.id LIMIT 500
            """).filter { row in
            // An account that has another address by now has not lost it.
            guard let email: String = try row["email"] else { return true }
            return try AddressMark.of(email, seal) == row["digest"] as String
        }
        let people = try PersonStore.names(of: Set(rows.compactMap { try $0["person"] as Person.ID? }), in: act)
        return try rows.map { row in
            let person: Person.ID? = try row["person"], own: String = try row["address"]
            return GivenUp(
                subscriber: try row["id"], person: person, name: person.flatMap { people[$0] } ?? "", address: try (row["email"] as String?) ?? own,
                note: try row["note"], made: try row["made"])
        }
    }

    package struct GivenUp: Sendable {
        package let subscriber: Subscriber.ID
        package let person: Person.ID?
        package let name: String
        package let address: String
        package let note: String
        package let made: Instant
    }

    // MARK: Verbs

    /// Takes reports that staff bring.
    package static func bring(_ bytes: [UInt8], _ seal: Seal, to centre: Centre.ID, in act: Act) throws -> Taken {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try take(bytes, seal, only: centre, in: act)
    }

    /// Takes reports from wherever they lie: for each centre of which somebody has the address.
    package static func take(_ bytes: [UInt8], _ seal: Seal, only centre: Centre.ID? = nil, in act: Act) throws -> Taken {
        var taken = Taken()
        for (message, reports) in BounceReport.read(bytes) {
            for report in reports {
                guard report.tellsOfAddress else {
                    taken.other += 1
                    continue
                }
                let own = try subscribers(report.recipient, seal, only: centre, in: act)
                if own.isEmpty { taken.other += 1 }
                let print = Hex.text(Token(text: "\(report.recipient)\n\(message)").hash)
                for subscriber in own { try count(report.status, report.note, print, .report, of: subscriber, seal, &taken, in: act) }
            }
        }
        return taken
    }

    /// Letters of issues that the mail server refused for good count too.
    package static func collect(_ records: Records, _ seal: Seal) async throws {
        try await records.write(by: .system) { act in
            let rows = try act.db.rows("""
                SELECT id, address, fault, centre FROM letter
                WHERE state = 'dead' AND noun = 'newsletter_issue' AND written > \(act.now.adding(days: -30)) AND address <> '' ORDER BY id
                """)
            var taken = Taken()
            for row in rows {
                // What the network or the settings did, or what the letter said, says nothing of the address.
                let address: String = try row["address"]
                guard let fault: String = try row["fault"], let refusal = BounceReport.refusal(of: address, fault) else { continue }
                let centre: Centre.ID? = try row["centre"], id: Int64 = try row["id"]
                for subscriber in try subscribers(address, seal, only: centre, in: act) {
                    try count(refusal.code, String(refusal.words.prefix(1_000)), "letter \(id)", .queue, of: subscriber, seal, &taken, in: act)
                }
            }
        }
    }

    private enum Source: String, Sendable, Storable { case report, queue }

    /// Whose address it is today: of an account that had another one before only the present one tells anything.
    private static func subscribers(_ address: String, _ seal: Seal, only centre: Centre.ID?, in act: Act) throws -> [Subscriber] {
        let here: SQL = centre.map { "AND centre = \($0)" } ?? "", digest = AddressMark.of(address, seal)
        return try SubscriberStore.subscribers("""
            ((person IS NULL AND digest = \(digest)) OR person IN (SELECT id FROM person WHERE email = \(address.lowercased()))) \(here)
            """, in: act)
    }

    private static func count(
        _ status: String, _ note: String, _ print: String, _ source: Source, of subscriber: Subscriber, _ seal: Seal, _ taken: inout Taken, in act: Act
    ) throws {
        try act.db.hold("newsletter_subscriber", subscriber.id.value)
        let email = try subscriber.person.flatMap { try PersonStore.present($0, in: act)?.email } ?? subscriber.address
        let digest = AddressMark.of(email, seal)
        if !email.isEmpty { try SubscriberStore.follow(subscriber.id, to: digest, in: act) }
        let fresh = try act.db.run("""
            INSERT INTO newsletter_bounce (subscriber, source, status, note, print, made)
            VALUES (\(subscriber.id), \(source), \(status), \(note), \(print), \(act.now)) ON CONFLICT (subscriber, print) DO NOTHING
            """)
        guard fresh > 0 else {
            taken.known += 1
            return
        }
        taken.counted += 1
        let rule = try NewsletterStore.rule(of: subscriber.centre, in: act)
        let counted = try act.db.count("""
            SELECT count(*) FROM newsletter_bounce WHERE subscriber = \(subscriber.id) AND lifted IS NULL AND made > \(act.now.adding(days: -rule.days))
            """)
        guard counted >= rule.bounces, !email.isEmpty, try !SubscriberStore.stops(of: nil, at: subscriber.centre, in: act).isGivenUp(digest) else { return }
        let said = String("\(status) \(note)".prefix(1_000))
        try act.db.run("""
            INSERT INTO newsletter_stop (centre, digest, why, note, made) VALUES (\(subscriber.centre), \(digest), 'bounced', \(said), \(act.now))
            """)
        taken.givenUp += 1
        try act.record(
            T.newsletter.deedGivenUp, subscriber.person.map { Subject.person($0) } ?? .newsletterSubscriber(subscriber.id), centre: subscriber.centre, changes: [
                Change("status", from: "", to: status),
            ])
    }
}
