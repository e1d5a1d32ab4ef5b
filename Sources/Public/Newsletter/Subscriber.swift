package import Accounts
package import Centres
package import Kernel
package import Languages
package import Storage

/// Somebody who has or had a newsletter of a centre: by an account, or by an address alone.
package struct Subscriber: Sendable {
    package typealias ID = Kernel.ID<Subscriber>

    package let id: ID
    package let centre: Centre.ID
    package let person: Person.ID?
    /// Empty for an account, which has its own, and for whoever left.
    package let address: String
    package let language: Language
    /// When the last letter with a link was written.
    package let asked: Instant

    init(row: Row) throws {
        (id, centre, person, address, language, asked) = (
            try row["id"], try row["centre"], try row["person"], try row["address"], try row["language"], try row["asked"])
    }
}

/// One consent: asked, given, ended, with the words that were read.
package struct NewsletterConsent: Sendable {
    /// How it was asked: on the own page of an account, by the form for everybody, in a letter that staff had sent.
    package enum Way: String, CaseIterable, Sendable, Storable { case account, form, invited }

    /// On whose word it ended: the own page, the page behind a letter's link, a mail program's one click.
    package enum Ending: String, CaseIterable, Sendable, Storable { case account, page, program }

    package let newsletter: Newsletter.ID
    package let words: String
    package let version: Int
    package let way: Way
    package let asked: Instant
    package let given: Instant?
    package let ended: Instant?
    package let endedBy: Ending?

    package var stands: Bool { given != nil && ended == nil }

    init(row: Row) throws {
        (newsletter, words, version, way) = (try row["newsletter"], try row["words"], try row["version"], try row["way"])
        (asked, given, ended, endedBy) = (try row["asked"], try row["given"], try row["ended"], try row["ended_by"])
    }
}

/// An address, as a list that holds no addresses knows it: a mark that only this installation can make. It stays where the address itself is gone.
enum AddressMark {
    static func of(_ address: String, _ seal: Seal) -> String { seal.mark(address.lowercased(), for: "address of a newsletter") }
}

/// The link by which somebody says that an address is theirs. It holds for a week, and until another one is written.
package struct ConfirmLink: Sendable {
    package static let days = 7

    let subscriber: Subscriber.ID
    let asked: Instant

    package init(_ subscriber: Subscriber.ID, asked: Instant) { (self.subscriber, self.asked) = (subscriber, asked) }

    func key(_ seal: Seal) -> String { seal.mark("\(subscriber) \(asked.seconds)", for: "confirming a newsletter") }
    func holds(at now: Instant) -> Bool { now < asked.adding(days: Self.days) }
    /// Behind the language.
    package func path(_ seal: Seal) -> String { "/newsletter/confirm/\(subscriber)/\(key(seal))" }
}

/// The link by which somebody leaves, in every letter. It is bound to the consent by which the letter came, and holds as long as that stands in the log,
/// however late the letter is opened. To open it changes nothing.
package struct LeaveLink: Sendable {
    let subscriber: Subscriber.ID
    let newsletter: Newsletter.ID
    /// When that consent was given.
    let given: Instant

    package init(_ subscriber: Subscriber.ID, _ newsletter: Newsletter.ID, given: Instant) {
        (self.subscriber, self.newsletter, self.given) = (subscriber, newsletter, given)
    }

    func key(_ seal: Seal) -> String { seal.mark("\(subscriber) \(newsletter) \(given.seconds)", for: "leaving a newsletter") }
    /// Behind the language.
    package func path(_ seal: Seal) -> String { "/newsletter/leave/\(subscriber)/\(newsletter)/\(key(seal))" }
}

/// Addresses to which nothing goes. A consent that was given later outweighs that somebody left; an address that was given up is given up until it is lifted.
struct NewsletterStops: Sendable {
    private var left: [String: Instant] = [:]
    private var bounced: Set<String> = []

    init(_ rows: [(digest: String, isBounced: Bool, made: Instant)]) {
        for row in rows {
            if row.isBounced { bounced.insert(row.digest) } else { left[row.digest] = max(left[row.digest] ?? row.made, row.made) }
        }
    }

    func isGivenUp(_ digest: String) -> Bool { bounced.contains(digest) }
    func mayNotBeAsked(_ digest: String) -> Bool { bounced.contains(digest) || left[digest] != nil }
    func isStopped(_ digest: String, given: Instant) -> Bool { bounced.contains(digest) || left[digest].map { given < $0 } ?? false }
}
