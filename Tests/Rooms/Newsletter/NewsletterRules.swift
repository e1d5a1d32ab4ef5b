import Centres
import Foundation
import Kernel
import Languages
import Markdown
import Mutations
import Testing
@testable import Newsletter

/// Rules of newsletters, as tables.
@Suite struct NewsletterRules {
    @Test func `only what tells of the address counts`() {
        let cases: [(action: BounceReport.Action, status: String, counts: Bool)] = [
            (.failed, "5.1.1", true), (.failed, "5.2.2", true), (.failed, "5.0.0", true), (.failed, "5.7.1", false),
            (.failed, "5.6.0", false), (.failed, "5.1.7", false), (.failed, "5.1.8", false), (.failed, "4.4.7", false),
            (.delayed, "4.2.2", false), (.delayed, "5.1.1", false), (.delivered, "2.0.0", false), (.relayed, "2.0.0", false),
        ]
        for one in cases { #expect(BounceReport(recipient: "a@example.org", action: one.action, status: one.status).tellsOfAddress == one.counts, "\(one)") }
    }

    @Test func `a refusal counts where it speaks of the address, and not of the letter or its sender`() {
        let cases: [(fault: String, code: String?)] = [
            ("permanent: 550 no such user", "550"), ("permanent: 551 not here", "551"), ("permanent: 553 no such name", "553"),
            ("permanent: 550 5.1.1 no such user", "550"), ("permanent: 552 5.2.2 mailbox full", "552"), ("permanent: 554 5.1.1 no such user", "554"),
            ("permanent: 550 #5.1.0 rejected", "550"), ("permanent: 554 5.7.1 blocked, SPF fail", nil), ("permanent: 550 5.7.1 blocked", nil),
            ("permanent: 501 5.1.7 bad sender", nil), ("permanent: 550 5.1.8 bad sender", nil), ("permanent: 550 5.6.0 bad letter", nil),
            ("permanent: 554 transaction failed", nil), ("permanent: 552 too much", nil), ("permanent: 530 login first", nil), ("permanent: nobody to send to", nil),
            ("temporary: 450 later", nil), ("", nil),
        ]
        for one in cases { #expect(BounceReport.refusal(of: "a@example.org", one.fault)?.code == one.code, "\(one)") }
    }

    @Test func `a report is read however it travels`() throws {
        let plain = BounceStories.report("ana@example.org", id: 1)
        let fields = "Reporting-MTA: dns; mx\r\n\r\nOriginal-Recipient: rfc822; Ana@Example.org\r\nAction: failed (final)\r\nStatus: 5.1.1 (bad)\r\n"
        func packed(_ encoding: String, _ body: String) -> String {
            """
            Content-Type: multipart/mixed; boundary=outer

            --outer
            Content-Type: multipart/report; boundary="in ner"

            --in ner
            Content-Type: message/delivery-status
            Content-Transfer-Encoding: \(encoding)

            \(body)
            --in ner--
            --outer--
            """
        }
        let cases: [(text: String, recipients: [String])] = [
            (plain, ["ana@example.org"]), (plain.replacing("\n", with: "\r\n"), ["ana@example.org"]),
            (packed("base64", Data(fields.utf8).base64EncodedString()), ["ana@example.org"]),
            (packed("quoted-printable", fields.replacing("\r\n", with: "\n").replacing("Status", with: "Sta=\ntus").replacing("@", with: "=40")), ["ana@example.org"]),
            ("From x\n\(plain)\nFrom y\n\(BounceStories.report("b@example.org", id: 2))", ["ana@example.org", "b@example.org"]),
            (plain.replacing("Action: failed", with: "Action: lost"), []), (plain.replacing("5.1.1\n", with: "five\n"), []),
            (plain.replacing("rfc822; ana@example.org", with: "nobody"), []), ("", []), ("From ", []),
            ("Final-Recipient: rfc822; a@example.org\nAction: failed\nStatus: 5.1.1", []),
        ]
        for one in cases { #expect(BounceReport.read(Array(one.text.utf8)).flatMap { $0.reports.map(\.recipient) } == one.recipients, "\(one.text)") }
        let read = try #require(BounceReport.read(Array(plain.utf8)).first?.reports.first)
        #expect(read.note == "550 5.1.1 <ana@example.org>: user unknown" && read.status == "5.1.1" && read.action == .failed)
    }

    @Test func `a spoiled report is taken or left, and ends nothing`() {
        let nested = String(repeating: "Content-Type: multipart/mixed; boundary=b\n\n--b\n", count: 40)
        var mutations = Mutations(
            [BounceStories.report("ana@example.org", id: 1), "From x\n" + BounceStories.report("ana@example.org", id: 2), nested],
            words: ["--B1/mx", "\n\n", "boundary=", "Final-Recipient:", "Action: failed", "Status: 5.1.1", "Content-Transfer-Encoding: base64", "=", "From "])
        mutations.each(3_000) { input in
            for (_, reports) in BounceReport.read(input) {
                #expect(reports.allSatisfy { $0.recipient.contains("@") && $0.note.count <= 1_000 } && reports.count <= BounceReport.mostRecipients)
            }
        }
    }

    @Test func `a group asks each question, and all of them`() {
        let (school, other) = (SegmentFacts.Work(at: .init(1), in: .init(7), .primary, job: "наставник", subject: "Математика"),
                               SegmentFacts.Work(at: .init(2), in: .init(8), .secondary, job: "директор"))
        let ana = SegmentFacts(works: [school, other], topics: [.init(3)]), outside = SegmentFacts(isOutside: true)
        func draft(_ change: (inout SegmentDraft) -> Void) -> SegmentDraft {
            var draft = SegmentDraft(name: "Група")
            change(&draft)
            return draft
        }
        let cases: [(draft: SegmentDraft, holds: Bool, says: String)] = [
            (draft { _ in }, true, "nothing is asked"), (draft { $0.municipalities = [.init(7)] }, true, "the place"),
            (draft { $0.municipalities = [.init(9)] }, false, "another"),
            (draft { $0.subjects = ["matematika"] }, true, "in the other script"),
            (draft { $0.subjects = ["физика", "мат"] }, true, "one of the words, by its beginning"),
            (draft { $0.jobs = ["директор"] }, true, "the second work"),
            (draft { ($0.jobs, $0.subjects) = (["директор"], ["математика"]) }, false, "not at one institution"),
            (draft { ($0.kinds, $0.jobs) = ([.secondary], ["direktor"]) }, true, "both at one"),
            (draft { $0.topics = [.init(3), .init(4)] }, true, "one topic of two"),
            (draft { ($0.topics, $0.schools) = ([.init(4)], [.init(1)]) }, false, "the school alone is not enough"),
            (draft { $0.schools = [.init(1)] }, true, "the school"),
        ]
        for one in cases { #expect(one.draft.holds(for: ana) == one.holds, "\(one.says)") }
        for one in cases {
            var open = one.draft
            open.hasOutside = true
            #expect(!one.draft.holds(for: outside) && open.holds(for: outside), "whoever has no account belongs where it is said")
        }
    }

    private struct Dice {
        var state: UInt64 = 7
        mutating func roll(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
    }

    @Test func `each address gets an issue once, and nobody who has left or was given up`() {
        var dice = Dice()
        for _ in 0..<200 {
            let stops = (0..<dice.roll(5)).map { _ in (digest: "d\(dice.roll(8))", isBounced: dice.roll(2) == 0, made: Instant(seconds: Int64(dice.roll(100)))) }
            let agreed = (0..<dice.roll(20)).map { number in
                NewsletterReader(
                    subscriber: .init(Int64(number + 1)), person: nil, name: "", address: "", language: .sr, digest: "d\(dice.roll(8))",
                    given: Instant(seconds: Int64(dice.roll(100))), facts: SegmentFacts(isOutside: true))
            }
            let audience = NewsletterAudience(agreed, NewsletterStops(stops), in: nil), digests = audience.readers.map(\.digest)
            #expect(Set(digests).count == digests.count)
            #expect(digests.count + audience.stopped == Set(agreed.map(\.digest)).count, "everybody is counted once")
            for reader in audience.readers {
                #expect(!stops.contains { $0.digest == reader.digest && ($0.isBounced || $0.made > reader.given) })
            }
        }
    }

    @Test func `no minute sees more letters than the centre says, of whatever issues they are`() {
        var dice = Dice()
        for _ in 0..<100 {
            let rule = NewsletterRule(pace: 1 + dice.roll(9), bounces: 3, days: 30)
            var now = 1, sums: [Int: Int] = [:]
            for _ in 0..<60 {
                now += dice.roll(2)
                let written = sums[now] ?? 0
                sums[now] = written + min(rule.left(after: written), 1 + dice.roll(6))
            }
            #expect(sums.values.allSatisfy { $0 <= rule.pace })
        }
        #expect(NewsletterRule(pace: 60, bounces: 3, days: 30).minutes(for: 61) == 2)
    }

    @Test func `a text is the same in words alone`() {
        let text = Markdown("## Наслов\n\nРеч **јака** и [веза](/sr/news).\n\n- прво\n- друго\n\n1. један\n2. два\n\n> цитат").blocks
        #expect(IssueProse.plain(text, "https://centar.example") == """
            Наслов
            ======

            Реч јака и веза (https://centar.example/sr/news).

            - прво
            - друго

            1. један
            2. два

            > цитат
            """)
    }

    @Test func `what an issue tells of is named so that it is found again`() {
        for pick in [IssuePick.offer(.init(3)), .event(.init(12)), .news(.init(1)), .practice(.init(9))] { #expect(IssuePick(pick.text) == pick) }
        for text in ["", "event", "event-", "event-x", "event--1", "film-3", "event-0"] { #expect(IssuePick(text) == nil, "\(text)") }
    }

    @Test func `who comes to know a newsletter twice leaves it once`() {
        let given = Instant(seconds: 50)
        let stops = NewsletterStops([("a", false, Instant(seconds: 40)), ("b", false, Instant(seconds: 60)), ("c", true, Instant(seconds: 1))])
        #expect(!stops.isStopped("a", given: given), "what was agreed to later outweighs")
        #expect(stops.isStopped("b", given: given) && stops.isStopped("c", given: given) && !stops.isStopped("d", given: given))
        #expect(stops.mayNotBeAsked("a") && stops.mayNotBeAsked("b") && stops.mayNotBeAsked("c") && !stops.mayNotBeAsked("d"))
    }
}
