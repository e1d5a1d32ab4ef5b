import Kernel
import Languages
import Site
import Storage
import Testing
import Town
@testable import Accounts
@testable import Newsletter

/// Letters that come back, what is held about people, and when it goes.
@Suite struct BounceStories {
    static func report(_ address: String, status: String = "5.1.1", action: String = "failed", id: Int) -> String {
        """
        Return-Path: <>
        From: MAILER-DAEMON@mx.example.org
        Subject: Undelivered Mail Returned to Sender
        Content-Type: multipart/report; report-type=delivery-status; boundary="B\(id)/mx"

        --B\(id)/mx
        Content-Type: text/plain; charset=us-ascii

        Sorry.

        --B\(id)/mx
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.org
        Arrival-Date: Wed, 4 Feb 2026 09:0\(id % 10):00 +0100

        Final-Recipient: rfc822; \(address)
        Action: \(action)
        Status: \(status)
        Diagnostic-Code: smtp; 550 5.1.1
            <\(address)>: user unknown

        --B\(id)/mx
        Content-Type: message/rfc822

        Subject: Letter \(id)

        --B\(id)/mx--
        """
    }

    private func brings(_ town: Town, _ text: String) async throws -> Page {
        try await town.vesna.opens("/staff/newsletters/bounces")
        return try await town.vesna.browser.uploads("/staff/newsletters/bounces", field: "file", name: "vraceno.eml", bytes: Array(text.utf8))
    }

    private func takes(_ town: Town, _ text: String) async throws -> BounceStore.Taken {
        let (bytes, seal, centre) = (Array(text.utf8), town.seal, town.centre)
        return try await town.vesna.does { try BounceStore.bring(bytes, seal, to: centre, in: $0) }
    }

    @Test func `an address is given up after so many letters that came back, and staff or its owner may lift it`() async throws {
        let town = try await Town(), id = try await town.newsletter()
        try await town.agrees(town.ana, to: id)
        try await town.agrees(town.branko, to: id)
        let none = try await brings(town, "Subject: Hello\n\nNo report.")
        #expect(none.status == 422 && none.shows(town.say(T.newsletter.errorNoReport)))
        func said(_ counted: Int, _ known: Int, _ other: Int, _ ended: Int) -> String {
            town.say(T.newsletter.saidBrought(counted: .number(counted), known: .number(known), other: .number(other), ended: .number(ended)))
        }
        #expect(try await brings(town, Self.report(town.ana.email, id: 1)).shows(said(1, 0, 0, 0)))
        #expect(try await brings(town, Self.report(town.ana.email, id: 1)).shows(said(0, 1, 0, 0)), "the same report counts once")
        #expect(try await brings(town, Self.report(town.ana.email, status: "4.2.2", action: "delayed", id: 2)).shows(said(0, 0, 1, 0)))
        #expect(try await brings(town, Self.report(town.ana.email, status: "5.7.1", id: 3)).shows(said(0, 0, 1, 0)), "what the letter said is no fault of the address")
        #expect(try await brings(town, Self.report("niko@example.org", id: 4)).shows(said(0, 0, 1, 0)))
        let mailbox = "From MAILER-DAEMON Wed Feb  4 09:00:00 2026\n" + Self.report(town.ana.email, id: 5) + "\n\nFrom MAILER-DAEMON Wed Feb  4 09:00:01 2026\n"
            + Self.report(town.ana.email.uppercased(), id: 6)
        let third = try await brings(town, mailbox)
        #expect(third.shows(said(2, 0, 0, 1)) && third.shows(town.ana.email) && third.shows("user unknown"))
        let issue = try await town.issue(of: id)
        #expect(try await town.vesna.opens("/staff/newsletters/issues/\(issue)").shows(town.say(T.newsletter.stoppedCount(count: 1))))
        try await town.begins(issue)
        try await town.minutes()
        #expect(try await town.written(issue) == [town.branko.email: 1])
        #expect(try await town.ana.opens("/me/newsletters").shows(town.say(T.newsletter.givenUpTitle)))
        #expect(try await town.ana.sends("/me/newsletters/lift").shows(town.say(T.newsletter.saidLifted)))
        #expect(try await town.count("newsletter_stop") == 0)
        // It goes on coming back, and staff lift it.
        for number in 7...9 { _ = try await brings(town, Self.report(town.ana.email, id: number)) }
        let subscriber = try #require(try await town.value("SELECT subscriber FROM newsletter_bounce", as: Int64.self))
        try await town.vesna.opens("/staff/newsletters/bounces")
        #expect(try await town.vesna.sends("/\(subscriber)/lift").shows(town.say(T.newsletter.saidLifted)))
        let other = try await town.issue(of: id, "Друго")
        try await town.begins(other)
        try await town.minutes()
        #expect(try await town.written(other).count == 2)
    }

    @Test func `what the queue could not deliver for good counts too, once`() async throws {
        let town = try await Town(), id = try await town.newsletter()
        try await town.agrees(town.ana, to: id)
        try await town.agrees(town.branko, to: id)
        try await town.paces(100, bounces: 1)
        let issue = try await town.issue(of: id)
        try await town.begins(issue)
        try await town.minutes()
        try await town.does { act in
            try act.db.run("UPDATE letter SET state = 'dead', fault = 'permanent: 550 no such user' WHERE address = \(town.ana.email)")
            try act.db.run("UPDATE letter SET state = 'dead', fault = 'temporary: the server is down' WHERE address = \(town.branko.email)")
        }
        for _ in 0..<2 { try await BounceStore.collect(town.records, town.seal) }
        #expect(try await town.count("newsletter_bounce") == 1)
        #expect(try await town.count("newsletter_stop WHERE why = 'bounced' AND note = '550 no such user'") == 1)
        let subscriber = try #require(try await town.value("SELECT subscriber FROM newsletter_bounce", as: Subscriber.ID.self))
        try await town.vesna.does { [centre = town.centre] in try SubscriberStore.lift(subscriber, at: centre, in: $0) }
        try await BounceStore.collect(town.records, town.seal)
        #expect(try await town.count("newsletter_stop") == 0, "a letter that counted once counts no more")
    }

    @Test func `what a server says of the letter or of its sender gives up no address`() async throws {
        let town = try await Town(), id = try await town.newsletter()
        try await town.agrees(town.ana, to: id)
        for fault in ["permanent: 554 5.7.1 blocked", "permanent: 554 5.7.1 blocked", "permanent: 501 5.1.7 bad sender", "permanent: 554 transaction failed"] {
            let issue = try await town.issue(of: id)
            try await town.begins(issue)
            try await town.minutes()
            try await town.does { try $0.db.run("UPDATE letter SET state = 'dead', fault = \(fault) WHERE noun = 'newsletter_issue' AND about = \(issue)") }
            try await BounceStore.collect(town.records, town.seal)
        }
        #expect(try await town.count("letter WHERE state = 'dead'") == 4)
        #expect(try await town.count("newsletter_bounce") == 0)
        #expect(try await town.count("newsletter_stop") == 0)
    }

    @Test func `what came back from an earlier address says nothing of the new one`() async throws {
        let town = try await Town(), id = try await town.newsletter(), (ana, new) = (town.ana.id, "ana.nova@bistrik.example")
        try await town.agrees(town.ana, to: id)
        try await town.paces(100, bounces: 2)
        #expect(try await takes(town, Self.report(town.ana.email, id: 1)).counted == 1)
        try await town.does { try AccountStore.change(ana, email: new, in: $0) }
        #expect(try await takes(town, Self.report(town.ana.email, id: 2)).other == 1, "it is nobody's any more")
        let first = try await takes(town, Self.report(new, id: 3)), second = try await takes(town, Self.report(new, id: 4))
        #expect(first.counted == 1 && first.givenUp == 0 && second.givenUp == 1)
        #expect(try await town.vesna.opens("/staff/newsletters/bounces").shows(new))
        try await town.does { try AccountStore.change(ana, email: "ana.treca@bistrik.example", in: $0) }
        #expect(try await !town.vesna.opens("/staff/newsletters/bounces").shows("ana.treca@bistrik.example"))
    }

    @Test func `a mailbox that is brought with one more letter counts that one alone`() async throws {
        let town = try await Town(), id = try await town.newsletter()
        try await town.agrees(town.ana, to: id)
        let one = "From x\n\(Self.report(town.ana.email, id: 1))\n\n", two = "\(one)From x\n\(Self.report(town.ana.email, id: 2))\n"
        #expect(try await takes(town, one).counted == 1)
        let again = try await takes(town, two)
        #expect(again.known == 1 && again.counted == 1)
    }

    @Test func `what is held is told, goes with the account, and rows of long ago go by themselves`() async throws {
        let town = try await Town(), id = try await town.newsletter(), issue = try await town.issue(of: id), ana = town.ana.id
        try await town.agrees(town.ana, to: id)
        try await town.agrees(town.branko, to: id)
        try await town.begins(issue)
        try await town.does { try $0.state(PersonErased(person: ana)) }
        try await town.minutes()
        let seen = try await town.seen(issue)
        #expect(seen.state == .finished && seen.sent == 1 && seen.skipped == 1)
        #expect(try await town.count("newsletter_recipient WHERE why = 'gone' AND subscriber IS NULL") == 1)
        let branko = town.branko.id
        let held = try await town.finds { act in
            try act.ask(HeldAsked(person: branko)).reduce(into: [String: [HeldData.Entry]]()) { all, part in all.merge(part.all) { $0 + $1 } }
        }
        #expect(held["newsletter_recipient"]?.first?["state"] == "sent" && held["newsletter_consent"]?.count == 1)
        #expect(try await town.finds { try $0.ask(HeldAsked(person: ana)).allSatisfy { ($0.all["newsletter_consent"] ?? []).isEmpty } })
        town.clock.passes(days: 367)
        try await town.does { try NewsletterKeepingStore.forgetOld(in: $0) }
        #expect(try await town.count("newsletter_recipient") == 0)
        #expect(try await town.seen(issue).sent == 1, "the number stays")
        #expect(try await town.stands(id) == 1)
    }
}
