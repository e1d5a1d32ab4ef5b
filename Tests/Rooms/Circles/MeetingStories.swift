import Accounts
import Circles
import Foundation
import Kernel
import Languages
import Site
import Storage
import Testing
import Town
import Web

/// Meetings: asked for, held, voted, written down and signed.
@Suite struct MeetingStories {
    @Test func `a meeting is set, everybody is asked by letter with an entry for the calendar, and answers`() async throws {
        let town = try await Town(), gathered = try await Gathered(town), day = gathered.today.adding(days: 10)
        try await town.ana.opens(gathered.path + "/meetings/new")
        let refused = try await town.ana.sends("/meetings/new", ["day": "32.5.2026.", "begins": "19:00", "ends": "17:00", "agenda": ""])
        #expect(refused.status == 422 && refused.shows(town.say(T.circles.errorEnds)) && refused.shows(town.say(T.circles.errorNoAgenda)))
        #expect(refused.shows(town.say(T.circles.errorWhere)))
        let set = try await town.ana.sends("/meetings/new", [
            "day": day.iso, "begins": "17:00", "ends": "19:00", "place": "Велика сала", "link": "https://soba.example/1", "agenda": "1. План рада\n2. Разно",
        ])
        #expect(set.shows(town.say(T.circles.saidPlanned)) && set.shows("План рада") && !set.shows("1. План рада"))
        #expect(town.mail.to(town.branko.email).isEmpty, "nobody is asked by setting it")
        try await town.ana.sends("/invite")
        try await town.settles()
        #expect(town.mail.to(town.goran.email).isEmpty, "only members")
        for someone in [town.ana, town.branko, town.milena, town.ruta] {
            let letter = try #require(town.mail.to(someone.email).last)
            #expect(letter.text.contains("text/calendar") && letter.text.contains("method=REQUEST"), "\(someone.email)")
        }
        #expect(try #require(town.mail.to(town.ruta.email).last).plain.contains("Kviečiame"))
        let meeting = try #require(try await town.value("SELECT id FROM circle_meeting", as: Int64.self))
        try await town.branko.opens(gathered.path + "/meetings/\(meeting)")
        #expect(try town.branko.browser.page.shows("https://soba.example/1"))
        #expect(try await town.branko.sends("/answer", ["comes": "yes"]).shows(town.say(T.circles.youCome, .srLatn)))
        #expect(try await town.finds { try $0.db.count("SELECT count(*) FROM circle_attendance WHERE comes") } == 1)
        // It moves: whoever was asked hears of it, with a higher number of the same entry.
        let before = town.mail.to(town.branko.email).count
        try await town.ana.opens(gathered.path + "/meetings/\(meeting)/edit")
        try await town.ana.sends("/edit", ["begins": "18:00"])
        try await town.settles()
        #expect(town.mail.to(town.branko.email).count == before + 1)
        #expect(try await town.value("SELECT sequence FROM circle_meeting", as: Int.self) == 2)
        try await town.ana.opens(gathered.path + "/meetings/\(meeting)")
        try await town.ana.sends("/cancel")
        try await town.settles()
        #expect(try #require(town.mail.to(town.branko.email).last).text.contains("method=CANCEL"))
    }

    @Test func `who does not belong to it finds nothing: no page, no link, no file`() async throws {
        let town = try await Town(), gathered = try await Gathered(town), meeting = try await gathered.meets(inDays: 3, link: "https://soba.example/tajna")
        for path in ["", "/conclusions", "/plan", "/members", "/files", "/visits", "/report", "/meetings/\(meeting)", "/meetings/\(meeting)/minutes"] {
            #expect(try await town.goran.opens(gathered.path + path).status == 404, "\(path)")
            #expect(try await town.branko.opens(gathered.path + path).status == 200, "\(path)")
        }
        let card = try await town.stranger.opens("/circles/\(gathered.circle)")
        #expect(card.status == 200 && card.shows("Ана Ђорђевић"), "the chair is named")
        #expect(!card.shows("Милена") && !card.html.contains("soba.example"), "no member, no link")
        #expect(try await town.stranger.opens("/circles").shows("Актив математичара"))
        try await town.ana.opens(gathered.path + "/files")
        let pdf = Array("%PDF-1.4\n%%EOF\n".utf8)
        #expect(try await town.ana.browser.uploads("/files", field: "file", name: "plan.pdf", bytes: pdf, ["title": "План часа"]).shows(town.say(T.circles.saidShared)))
        let file = try #require(try await town.value("SELECT file FROM circle_file", as: Int64.self))
        #expect(try await town.branko.opens("/files/\(file)").status == 200)
        #expect(try await town.goran.opens("/files/\(file)").status == 404)
        #expect(try await town.stranger.opens("/files/\(file)").status == 404)
        // Whoever leaves finds nothing from that moment on.
        let member = try #require(try await town.value("SELECT id FROM circle_member WHERE person = \(town.branko.id)", as: Int64.self))
        town.clock.passes(days: 1)
        try await town.branko.opens(gathered.path + "/members")
        try await town.branko.sends("/members/\(member)/leave")
        #expect(try await town.branko.opens("/files/\(file)").status == 404)
        #expect(try await town.branko.opens(gathered.path).status == 404)
    }

    @Test func `a chair whose term ended neither invites nor signs, and is told who can`() async throws {
        let town = try await Town(), gathered = try await Gathered(town, term: 20), meeting = try await gathered.meets(inDays: 30)
        let (centre, circle, branko) = (town.centre, gathered.circle, town.branko.id)
        town.clock.passes(days: 30)
        let ended = town.zone.day(of: town.clock.now).adding(days: -10)
        try await town.ana.enters()
        let page = try await town.ana.opens(gathered.path + "/meetings/\(meeting)")
        #expect(page.form("/invite") == nil && page.shows(town.say(T.circles.errorTermOver(day: .day(ended)))))
        let alone = await #expect(throws: Problem.self) { try await town.ana.does { try CircleMeetingStore.invite(meeting, of: circle, at: centre, in: $0) } }
        #expect(alone == .conflict(T.circles.errorTermOver(day: .day(ended))))
        try await town.does { act in
            let today = Town.morning.adding(days: 30), day = Zone.utc.day(of: today)
            try CircleMemberStore.setChair(branko, isDeputy: false, day...day.adding(days: 100), by: nil, of: circle, at: centre, in: act)
            try CircleMeetingStore.mark([branko], meeting, of: circle, at: centre, in: act)
            try CircleMinutesStore.write("Било је.", over: 0, meeting, of: circle, at: centre, in: act)
        }
        let told = Problem.conflict(T.circles.errorTermOverWho(day: .day(ended), names: .text("Бранко Његован")))
        let invites = await #expect(throws: Problem.self) { try await town.ana.does { try CircleMeetingStore.invite(meeting, of: circle, at: centre, in: $0) } }
        let signs = await #expect(throws: Problem.self) { try await town.ana.does { try CircleMinutesStore.sign(1, meeting, of: circle, at: centre, in: $0) } }
        #expect(invites == told && signs == told)
        // The centre's people prepare, and sign nothing either; whoever leads signs.
        let staff = await #expect(throws: Problem.self) { try await town.vesna.does { try CircleMinutesStore.sign(1, meeting, of: circle, at: centre, in: $0) } }
        #expect(staff == .conflict(T.circles.errorOnlyChair(names: .text("Бранко Његован"))))
        try await town.branko.does { try CircleMinutesStore.sign(1, meeting, of: circle, at: centre, in: $0) }
        #expect(try await town.count("circle_minutes WHERE signed IS NOT NULL") == 1)
    }

    @Test func `no more vote than are there, whichever is written first`() async throws {
        let town = try await Town(), gathered = try await Gathered(town), meeting = try await gathered.meets(), points = try await gathered.points(of: meeting)
        try await gathered.marks([town.ana.id, town.branko.id, town.milena.id], at: meeting)
        try await town.ana.opens(gathered.path + "/meetings/\(meeting)")
        let refused = try await town.ana.sends("/votes", ["votes-\(points[0])": "3", "against-\(points[0])": "1"])
        #expect(refused.status == 422 && refused.shows(town.say(T.circles.errorVotes(votes: .number(4), present: .number(3)))))
        let typed = try #require(refused.form("/votes")).fields.first { $0.name == "against-\(points[0])" }
        #expect(typed?.value == "1", "what was typed stays")
        let told = try await town.ana.sends("/votes", ["votes-\(points[0])": "2", "against-\(points[0])": "1"])
        #expect(told.shows(town.say(T.circles.adopted)))
        // Fewer cannot have been there than have voted; and nobody who does not belong to it.
        let form = try #require(told.form("/present"))
        let others: [(name: String, value: String)] = form.fields.filter { $0.name != "present" }
        let alone: (name: String, value: String) = ("present", town.ana.id.description), stranger: (name: String, value: String) = ("present", town.goran.id.description)
        let fewer = Page.Form(action: form.action, fields: others + [alone])
        let less = try await town.ana.browser.post(fewer)
        #expect(less.status == 422 && less.shows(town.say(T.circles.errorVotesThere(count: 3))))
        let foreign = Page.Form(action: form.action, fields: form.fields + [stranger])
        #expect(try await town.ana.browser.post(foreign).status == 422)
        #expect(try await town.finds { try $0.db.count("SELECT count(*) FROM circle_attendance WHERE present") } == 3)
    }

    @Test func `without a quorum all is advice, told before and in the minutes`() async throws {
        let town = try await Town(), gathered = try await Gathered(town), meeting = try await gathered.meets()
        let before = try await town.branko.opens(gathered.path + "/meetings/\(meeting)")
        #expect(before.shows(town.say(T.circles.neededOf(needed: .number(3), members: .number(4)), .srLatn)))
        try await gathered.marks([town.ana.id, town.branko.id], at: meeting)
        let conclusion = try await gathered.concludes("Купити рачунаре", town.branko.id, inDays: 30, by: meeting), points = try await gathered.points(of: meeting)
        try await town.ana.opens(gathered.path + "/meetings/\(meeting)")
        let page = try await town.ana.sends("/votes", ["votes-\(points[0])": "2"])
        #expect(page.shows(town.say(T.circles.adviceOnly)) && page.shows(town.say(T.circles.noQuorumTitle)) && !page.shows(town.say(T.circles.adopted)))
        #expect(try await town.value("SELECT advice FROM circle_conclusion WHERE id = \(conclusion)", as: Bool.self) == true)
        let minutes = try await town.ana.opens(gathered.path + "/meetings/\(meeting)/minutes")
        let draft = try #require(minutes.form("/minutes")).fields.first { $0.name == "minutes" }?.value ?? ""
        #expect(draft.contains(town.say(T.circles.draftNoQuorum(needed: .number(3)))))
        // No term comes of such a vote.
        let (centre, circle, branko, day) = (town.centre, gathered.circle, town.branko.id, gathered.today)
        let elected = await #expect(throws: Problem.self) {
            try await town.ana.does {
                try CircleMemberStore.setChair(branko, isDeputy: false, day...day.adding(days: 9), by: AgendaPoint.ID(points[0]), of: circle, at: centre, in: $0)
            }
        }
        #expect(elected == .invalid("point", T.circles.errorNotElected))
        // One more was there after all: the same vote decides, and the conclusion is one.
        try await gathered.marks([town.ana.id, town.branko.id, town.milena.id], at: meeting)
        #expect(try await town.value("SELECT advice FROM circle_conclusion WHERE id = \(conclusion)", as: Bool.self) == false)
        try await town.ana.does {
            try CircleMemberStore.setChair(branko, isDeputy: false, day.adding(days: 1)...day.adding(days: 90), by: AgendaPoint.ID(points[0]),
                of: circle, at: centre, in: $0)
        }
        #expect(try await town.value("SELECT last_day FROM circle_chair WHERE person = \(town.ana.id)", as: Day.self) == day, "the earlier term ends the day before")
    }

    @Test func `of two who write minutes at once the second sees both, and nothing is lost`() async throws {
        let town = try await Town(), gathered = try await Gathered(town), meeting = try await gathered.meets(), path = gathered.path + "/meetings/\(meeting)/minutes"
        try await gathered.marks([town.ana.id, town.branko.id, town.milena.id], at: meeting)
        try await town.ana.opens(path)
        try await town.branko.opens(path)
        #expect(try await town.ana.sends(path, ["minutes": "Ана је писала о плану."]).shows(town.say(T.common.saved)))
        let second = try await town.branko.sends(path, ["minutes": "Бранко је писао о посетама."])
        #expect(second.status == 409 && second.shows("Ана је писала о плану"))
        let typed = try #require(second.form("/minutes")).fields.first { $0.name == "minutes" }
        #expect(typed?.value == "Бранко је писао о посетама.")
        #expect(second.shows(town.say(T.circles.bothTitle, .srLatn)))
        #expect(try await town.value("SELECT text FROM circle_minutes", as: String.self) == "Ана је писала о плану.", "nothing was written over")
        let joined = try await town.branko.sends(path, ["minutes": "Ана је писала о плану.\n\nБранко је писао о посетама."])
        #expect(joined.shows(town.say(T.common.saved, .srLatn)))
        #expect(try await town.value("SELECT edition FROM circle_minutes", as: Int.self) == 2)
        // What Ана would sign is not what she saw.
        let signed = try await town.ana.sends(path + "/sign")
        #expect(signed.status == 409 && signed.shows("Бранко је писао о посетама."))
        try await town.ana.opens(path)
        #expect(try await town.ana.sends(path + "/sign").shows(town.say(T.circles.saidSigned)))
        #expect(try await town.count("circle_minutes WHERE signed IS NOT NULL AND present = 3 AND members = 4 AND needed = 3") == 1)
    }

    @Test func `what was signed stays, and a correction is another version`() async throws {
        let town = try await Town(), gathered = try await Gathered(town), meeting = try await gathered.meets(), path = gathered.path + "/meetings/\(meeting)"
        let (centre, circle) = (town.centre, gathered.circle)
        try await gathered.marks([town.ana.id, town.branko.id, town.milena.id], at: meeting)
        try await town.ana.does { try CircleMinutesStore.write("Прва верзија", over: 0, meeting, of: circle, at: centre, in: $0) }
        try await town.ana.does { try CircleMinutesStore.sign(1, meeting, of: circle, at: centre, in: $0) }
        let deeds: [@Sendable (Act) throws -> Void] = [
            { try CircleMinutesStore.write("Друго", over: 1, meeting, of: circle, at: centre, in: $0) },
            { try CircleMeetingStore.mark([], meeting, of: circle, at: centre, in: $0) },
            { try CircleMeetingStore.vote([:], meeting, of: circle, at: centre, in: $0) },
        ]
        for deed in deeds {
            let refused = await #expect(throws: Problem.self) { try await town.ana.does(deed) }
            #expect(refused == .conflict(T.circles.errorSigned))
        }
        #expect(try await town.branko.opens(path + "/minutes").form("/correct") == nil, "a member opens no correction")
        try await town.ana.opens(path + "/minutes")
        try await town.ana.sends("/correct")
        try await town.ana.sends(path + "/minutes", ["minutes": "Исправљено"])
        let page = try await town.branko.opens(path + "/minutes")
        #expect(page.shows("Prva verzija") || page.shows("Прва верзија"), "the earlier one can be read")
        try await town.ana.opens(path + "/minutes")
        try await town.ana.sends("/sign")
        #expect(try await town.count("circle_minutes WHERE signed IS NOT NULL") == 2)
        #expect(try await town.value("SELECT text FROM circle_minutes WHERE version = 1", as: String.self) == "Прва верзија")
        let pdf = try await town.ana.opens(path + "/minutes.pdf")
        let words = try Printed.words(of: pdf.bytes)
        #expect(pdf.status == 200 && words.contains("Исправљено") && words.contains("Ана Ђорђевић"))
    }
}
