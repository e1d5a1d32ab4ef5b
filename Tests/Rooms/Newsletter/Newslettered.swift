import Accounts
import Foundation
import Kernel
import Languages
import Site
import Storage
import Testing
import Town
import Web
@testable import Newsletter

// What stories of newsletters begin with.

extension Town {
    var today: Day { zone.day(of: clock.now) }
    var seal: Seal { app.installation.seal }

    /// A newsletter that Весна begins.
    func newsletter(_ name: String = "Недељни билтен", isOpen: Bool = true) async throws -> Newsletter.ID {
        let draft = NewsletterDraft(isOpen: isOpen, texts: [.sr: NewsletterText(name, about: "Шта долази следеће недеље."), .en: NewsletterText("The week")])
        return try await vesna.does { [centre, draft] in try NewsletterStore.add(draft, to: centre, in: $0) }
    }

    /// Somebody agrees on the own page to these, and to nothing else.
    func agrees(_ someone: Someone, to newsletters: Newsletter.ID..., interests: Set<Int64> = []) async throws {
        let wanted = Dictionary(uniqueKeysWithValues: newsletters.map { ($0, "Желим билтен.") }), (centre, seal, id) = (centre, seal, someone.id)
        try await someone.does { try SubscriberStore.set(wanted, interests: Set(interests.map { .init($0) }), of: id, seal, at: centre, in: $0) }
    }

    /// Addresses of people without an account who have it.
    func outsiders(_ count: Int, of newsletter: Newsletter.ID) async throws {
        let (centre, seal) = (centre, seal)
        try await does { act in
            for number in 0..<count {
                let address = "citalac\(number)@example.org"
                let id = try act.db.insert("""
                    INSERT INTO newsletter_subscriber (centre, address, digest, language, asked)
                    VALUES (\(centre), \(address), \(AddressMark.of(address, seal)), 'sr', \(act.now)) RETURNING id
                    """)
                try act.db.run("""
                    INSERT INTO newsletter_consent (newsletter, subscriber, words, version, way, asked, given)
                    VALUES (\(newsletter), \(id), 'Желим.', 1, 'form', \(act.now), \(act.now))
                    """)
            }
        }
    }

    func issue(
        of newsletter: Newsletter.ID, _ title: String = "Шта нас чека", _ text: String = "Добро дошли у **ново** издање.", segment: Segment.ID? = nil,
        picks: [IssuePick] = []
    ) async throws -> NewsletterIssue.ID {
        let draft = IssueDraft(segment: segment, texts: [.sr: IssueText(title, text), .en: IssueText("What comes", "Welcome.")], picks: picks)
        return try await vesna.does { [centre, draft] in try IssueStore.add(draft, to: newsletter, at: centre, in: $0) }
    }

    func begins(_ issue: NewsletterIssue.ID) async throws {
        try await vesna.does { [centre, seal] in try IssueSendStore.begin(issue, seal, at: centre, in: $0) }
    }

    func paces(_ pace: Int, bounces: Int = 3) async throws {
        try await vesna.does { [centre] in try NewsletterStore.set(NewsletterRule(pace: pace, bounces: bounces, days: 30), of: centre, in: $0) }
    }

    /// The clock goes on, and does what it does each minute.
    func minutes(_ count: Int = 1) async throws {
        for _ in 0..<count {
            clock.passes(seconds: 60)
            try await IssueSendStore.work(records, seal)
        }
    }

    func seen(_ issue: NewsletterIssue.ID) async throws -> NewsletterIssue {
        try await vesna.does { [centre] in try IssueStore.written(issue, at: centre, in: $0) }
    }

    /// How many letters of an issue were written to each address.
    func written(_ issue: NewsletterIssue.ID) async throws -> [String: Int] {
        try await finds { act in
            try act.db.rows("SELECT address, count(*) AS letters FROM letter WHERE noun = 'newsletter_issue' AND about = \(issue) GROUP BY address")
                .reduce(into: [:]) { $0[try $1["address"] as String] = try $1["letters"] as Int }
        }
    }

    /// The path by which somebody leaves, out of the newest letter to an address.
    func leavePath(to address: String) async throws -> String {
        let text = try #require(try await letter(to: address)?.text)
        let found = try #require(text.firstMatch(of: /http:\/\/localhost(\/\S*\/newsletter\/leave\/\S+)/))
        return String(found.1)
    }

    func stands(_ newsletter: Newsletter.ID) async throws -> Int {
        try await count("newsletter_consent WHERE newsletter = \(newsletter) AND given IS NOT NULL AND ended IS NULL")
    }
}
