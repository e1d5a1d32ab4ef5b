@testable import Accounts
import Circles
import Forms
import Foundation
import Kernel
import Languages
import Site
import Storage
import Testing
import Town
import Web
@testable import Circles

/// Who belongs to circles, who leads them, and what happens when somebody goes.
@Suite struct MemberStories {
    @Test func `a circle is open to everybody, or its chair says yes`() async throws {
        let town = try await Town(), gathered = try await Gathered(town), open = try await Gathered(CircleDetails(name: "Отворени актив", joining: .open), town)
        try await town.goran.opens("/circles/\(open.circle)")
        #expect(try await town.goran.sends("/join").shows(town.say(T.circles.saidJoined)))
        try await town.goran.opens("/circles/\(gathered.circle)")
        #expect(try await town.goran.sends("/join").shows(town.say(T.circles.asking)))
        #expect(try await town.goran.opens(gathered.path).status == 404, "asking is not belonging")
        let member = try #require(try await town.value("SELECT id FROM circle_member WHERE since IS NULL", as: Int64.self))
        try await town.branko.opens(gathered.path + "/members")
        #expect(try town.branko.browser.page.form("/members/\(member)/accept") == nil)
        try await town.ana.opens(gathered.path + "/members")
        try await town.ana.sends("/members/\(member)/accept")
        #expect(try await town.goran.opens(gathered.path).status == 200)
        #expect(try await town.journal("circle", gathered.circle.value).suffix(2) == ["circles.askedDeed", "circles.joinedDeed"])
    }

    @Test func `a council has the chairs of its circles as members, and sees their reports`() async throws {
        let town = try await Town(), (centre, goran, today) = (town.centre, town.goran.id, town.zone.day(of: town.clock.now))
        let council = try await town.does { act in
            let id = try CircleStore.found(CircleDetails(name: "Стручно веће", kind: .council, quorum: .third), at: centre, in: act)
            try CircleMemberStore.add(goran, from: nil, since: today, to: id, at: centre, in: act)
            try CircleMemberStore.setChair(goran, isDeputy: false, today...today.adding(days: 90), by: nil, of: id, at: centre, in: act)
            return id
        }
        let gathered = try await Gathered(CircleDetails(name: "Актив математичара", council: council), town, term: 10)
        #expect(try await town.ana.opens("/me/circles/\(council)").status == 200, "by her term alone")
        #expect(try await town.branko.opens("/me/circles/\(council)").status == 404)
        let report = try await town.goran.opens("/me/circles/\(council)/report")
        #expect(report.shows("Актив математичара") && report.shows("Ана Ђорђевић"))
        #expect(try await town.goran.opens("/me/circles/\(gathered.circle)/report").status == 200)
        #expect(try await town.goran.opens("/me/circles/\(gathered.circle)").status == 404, "the report, and nothing else")
        // A council under a council, or under itself, is refused.
        let circular = await #expect(throws: Problem.self) {
            try await town.does { try CircleStore.edit(council, to: CircleDetails(name: "Стручно веће", kind: .council, council: council), at: centre, in: $0) }
        }
        #expect(circular?.fault(at: "council") != nil)
        town.clock.passes(days: 11)
        try await town.ana.enters()
        #expect(try await town.ana.opens("/me/circles/\(council)").status == 404, "the term is over")
    }

    @Test func `a chair who leaves in the middle of a term leaves the circle without one, and it is told`() async throws {
        let town = try await Town(), gathered = try await Gathered(town), id = try await gathered.concludes("Позвати школе", town.ana.id, inDays: 20)
        town.clock.passes(days: 5)
        try await town.ana.enters()
        try await town.vesna.enters(withFactor: true)
        let member = try #require(try await town.value("SELECT id FROM circle_member WHERE person = \(town.ana.id)", as: Int64.self))
        try await town.ana.opens(gathered.path + "/members")
        try await town.ana.sends("/members/\(member)/leave")
        #expect(try await town.ana.opens(gathered.path).status == 404)
        #expect(try await town.value("SELECT last_day FROM circle_chair", as: Day.self) == gathered.today.adding(days: -1))
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.circles.todayNoChair)))
        // The conclusion stands with its owner, is marked, and waits for another.
        try await town.branko.enters()
        #expect(try await town.branko.opens(gathered.path + "/conclusions/\(id)").shows(town.say(T.circles.ownerLeft, .srLatn)))
        #expect(try await town.ana.opens("/me").shows("Позвати школе"), "whoever took it on still sees it")
    }

    @Test func `when two prove to be one, membership, seats and words follow, and nobody is counted twice`() async throws {
        let town = try await Town(), gathered = try await Gathered(town), meeting = try await gathered.meets(), (centre, circle) = (town.centre, gathered.circle)
        let id = try await gathered.concludes("Писати школама", town.branko.id, inDays: 20), (ana, branko) = (town.ana.id, town.branko.id)
        try await gathered.marks([ana, branko, town.milena.id], at: meeting)
        try await town.does { act in
            try act.db.run("UPDATE person SET verified = NULL WHERE id = \(branko)")
            _ = try MergeStore.merge(ana, branko, MergeChoice(Typed(["address": "\(ana)"])), at: centre, in: act)
        }
        #expect(try await town.value("SELECT owner FROM circle_conclusion WHERE id = \(id)", as: Int64.self) == ana.value)
        let sight = try await town.finds { try CircleStore.sight(circle, at: centre, in: $0) }
        #expect(sight.members.count == 3 && sight.members.count { $0.person == ana } == 1 && sight.chair?.person == ana)
        let folder = try await town.finds { try CircleMeetingStore.folder(meeting, of: circle, at: centre, in: $0) }
        #expect(folder.roll.present == 2 && folder.roll.members == 3)
    }

    @Test func `what is held is told, and what is erased is gone while signed numbers stay`() async throws {
        let town = try await Town(), gathered = try await Gathered(CircleDetails(name: "Актив", talks: true), town), meeting = try await gathered.meets()
        let (centre, circle, branko) = (town.centre, gathered.circle, town.branko.id), id = try await gathered.concludes("Писати школама", branko, inDays: 20)
        try await gathered.marks([town.ana.id, branko, town.milena.id], at: meeting)
        try await town.branko.does { try CircleTalkStore.write("Здраво свима", in: circle, at: centre, in: $0) }
        try await town.ana.does { try CircleMinutesStore.write("Било је троје.", over: 0, meeting, of: circle, at: centre, in: $0) }
        try await town.ana.does { try CircleMinutesStore.sign(1, meeting, of: circle, at: centre, in: $0) }
        let held = try await town.finds { act in
            try ["circle_member", "circle_attendance", "circle_conclusion", "circle_post"].map { try AccountStore.held(about: branko, in: act)[$0]?.count ?? 0 }
        }
        #expect(held == [1, 1, 1, 1])
        try await town.does { try AccountStore.erase(branko, in: $0) }
        for table in ["circle_member", "circle_attendance", "circle_post"] as [SQL] { #expect(try await town.count("\(table) WHERE person = \(branko)") == 0) }
        #expect(try await town.value("SELECT present FROM circle_minutes", as: Int.self) == 3)
        let page = try await town.ana.opens(gathered.path + "/conclusions/\(id)")
        #expect(page.shows(town.say(T.circles.ownerGone)), "it waits for somebody else")
    }

    @Test func `after years names go, then the meetings themselves`() async throws {
        let town = try await Town(), gathered = try await Gathered(CircleDetails(name: "Актив", talks: true), town), meeting = try await gathered.meets()
        let (centre, circle) = (town.centre, gathered.circle)
        try await gathered.marks([town.ana.id, town.branko.id, town.milena.id], at: meeting)
        let id = try await gathered.concludes("Писати школама", town.branko.id, inDays: 20, by: meeting)
        try await town.branko.does { try CircleTalkStore.write("Здраво свима", in: circle, at: centre, in: $0) }
        try await town.ana.does { try CircleMinutesStore.write("Било је.", over: 0, meeting, of: circle, at: centre, in: $0) }
        try await town.ana.does { try CircleConclusionStore.settle(id, .done, "Писано.", of: circle, at: centre, in: $0) }
        for (days, kept) in [(700, [3, 1, 1]), (900, [3, 1, 0]), (1_200, [0, 1, 0]), (4_000, [0, 0, 0])] {
            town.clock.becomes(Town.morning.adding(days: days))
            try await town.does { try CircleKeepingStore.forgetOld(in: $0) }
            let counts = [try await town.count("circle_attendance WHERE present"), try await town.count("circle_minutes"), try await town.count("circle_post")]
            #expect(counts == kept, "after \(days) days")
        }
        #expect(try await town.count("circle_conclusion") == 0)
        #expect(try await town.count("circle_member WHERE until IS NULL") == 4)
    }

    @Test func `the centre keeps its circles, others do not`() async throws {
        let town = try await Town()
        try await town.vesna.opens("/staff/circles/new")
        let refused = try await town.vesna.sends("/staff/circles/new", ["name": "", "quorum": "number", "quorumNumber": "0"])
        #expect(refused.status == 422)
        try await town.vesna.sends("/staff/circles/new", ["name": "Актив историчара", "quorum": "number", "quorumNumber": "3", "aim": "Размена задатака"])
        let circle = try #require(try await town.value("SELECT id FROM circle", as: Int64.self))
        #expect(try await town.vesna.sends("/members", ["email": "nema@bistrik.example"]).shows(town.say(T.circles.errorNobody)))
        #expect(try await town.vesna.sends("/members", ["email": town.ana.email]).shows(town.say(T.circles.errorNobody)), "whoever has no tie is not told of")
        try await town.ana.becomes(.trainer, at: town.centre)
        try await town.vesna.sends("/members", ["email": town.ana.email])
        let today = town.zone.day(of: town.clock.now)
        try await town.vesna.opens("/me/circles/\(circle)/members")
        #expect(try await town.vesna.sends("/chair", ["person": "\(town.ana.id)", "office": "chair", "since": today.iso,
            "until": today.adding(days: -1).iso]).status == 422)
        try await town.vesna.sends("/chair", ["since": today.iso, "until": today.adding(days: 300).iso])
        #expect(try await town.ana.opens("/me").shows("Актив историчара"))
        #expect(try await town.stranger.opens("/search?q=istoricara").shows("Актив историчара"))
        #expect(try await town.ana.opens("/staff/circles").status != 200)
        try await town.vesna.opens("/staff/circles/\(circle)")
        try await town.vesna.sends("/close")
        #expect(try await town.stranger.opens("/circles/\(circle)").status == 404)
        #expect(try await town.ana.opens("/me/circles/\(circle)").status == 200, "what it did can be read")
        #expect(try await town.ana.opens("/me/circles/\(circle)/meetings/new").form("/meetings/new") == nil)
    }
}
