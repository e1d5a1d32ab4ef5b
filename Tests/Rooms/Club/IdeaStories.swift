import Accounts
import Centres
@testable import Club
import Events
import HTTPTypes
import Kernel
import Languages
import Site
import Storage
import Testing
import Town
import Web

/// Ideas find a mentor; big days are looked after and counted; who goes is forgotten.
@Suite struct IdeaStories {
    @Test func `an idea is read first, joined, taken up as a topic, and everybody learns what became of it`() async throws {
        let town = try await Town(), school = try await town.workplace(of: town.ana), club = try await town.club()
        try await town.ana.opens("/me/club/ideas/new")
        #expect(try await town.ana.sends("/me/club/ideas/new", ["title": "", "words": ""]).status == 422)
        try await town.ana.opens("/me/club/ideas/new")
        let sent = try await town.ana.sends("/me/club/ideas/new", [
            "title": "Ветрењача у дворишту", "words": "Колико струје даје ветар?", "grade": "7", "school": "\(school)", "language": "sr",
        ])
        #expect(sent.shows(town.say(T.club.saidIdea)) && sent.shows(town.say(T.club.waitsToBeRead)))
        #expect(try await !town.stranger.opens("/club/ideas").shows("Ветрењача"), "nobody has read it yet")
        #expect(try await town.stranger.opens("/club/ideas/1").status == 404)
        #expect(try await town.goran.opens("/club/ideas/1").status == 404)
        #expect(try await town.vesna.opens("/staff").shows("Ветрењача"))
        for action in ["screen", "take", "finish"] {
            #expect(try await town.goran.browser.post(Page.Form(action: "/sr/club/ideas/1/\(action)", fields: []), ["publish": "yes"]).status != 200)
        }
        #expect(try await town.value("SELECT state FROM club_idea", as: String.self) == "sent")
        // A mentor puts it on the board.
        try await town.milena.opens("/club/ideas/1")
        #expect(try await town.milena.sends("/screen", ["publish": "yes"]).shows(town.say(T.club.saidOpen)))
        let board = try await town.stranger.opens("/club/ideas")
        #expect(board.shows("Ветрењача у дворишту") && board.shows("ОШ „Бистрик“") && !board.shows("Ана"))
        #expect(try await !town.stranger.opens("/club/ideas/1").shows("Ана"), "of its author the school alone")
        // Others join; its author does not.
        #expect(try await town.ana.opens("/club/ideas/1").form("/join") == nil)
        try await town.branko.opens("/club/ideas/1")
        #expect(try await town.branko.sends("/join", ["pupils": "300"]).status == 422)
        try await town.branko.opens("/club/ideas/1")
        #expect(try await town.branko.sends("/join", ["pupils": "12"]).shows(town.say(T.club.saidJoined, .srLatn)))
        try await town.ruta.opens("/club/ideas/1")
        try await town.ruta.sends("/join", ["pupils": ""])
        try await town.ruta.opens("/club/ideas/1")
        try await town.ruta.sends("/leave")
        #expect(try await town.count("club_join") == 1)
        // Taken up as a topic; a contest needs its link.
        try await town.milena.opens("/club/ideas/1")
        #expect(try await town.milena.sends("/take", ["way": "contest", "link": ""]).status == 422)
        try await town.milena.opens("/club/ideas/1")
        #expect(try await town.milena.sends("/take", ["way": "contest", "link": "javascript:alert(1)"]).status == 422)
        try await town.milena.opens("/club/ideas/1")
        #expect(try await town.milena.sends("/take", ["way": "topic", "club": "\(club.club)", "outcome": "Од маја"]).shows(town.say(T.club.saidTaken)))
        #expect(try await town.stranger.opens("/club/\(club.club)").shows("Ветрењача у дворишту"))
        try await town.settles()
        for person in [town.ana, town.branko] { #expect(town.mail.to(person.email).last?.plain.contains("/club/ideas/1") == true) }
        #expect(town.mail.to(town.ruta.email).isEmpty, "who has left hears nothing")
        try await town.milena.opens("/club/ideas/1")
        #expect(try await town.milena.sends("/finish", ["outcome": "Две ветрењаче стоје у дворишту."]).shows(town.say(T.club.saidDone)))
        #expect(try await town.stranger.opens("/club/ideas/1").shows("Две ветрењаче"))
        await #expect(throws: Problem.self) {
            let centre = town.centre
            try await town.milena.does { try ClubIdeaStore.finish(ClubIdea.ID(1), saying: "опет", link: "", at: centre, in: $0) }
        }
        #expect(try await town.journal("club_idea", 1) == [
            "club.ideaDeed", "club.ideaOpenDeed", "club.joinedDeed", "club.joinedDeed", "club.leftDeed", "club.ideaTakenDeed", "club.ideaDoneDeed",
        ])
    }

    @Test func `an idea that does not fit goes back with the reason, and nobody floods the centre`() async throws {
        let town = try await Town(), centre = town.centre
        for number in 1...5 {
            try await town.ana.does { _ = try ClubIdeaStore.send(ClubIdeaDraft("Идеја \(number)", in: .sr, words: "Речи"), at: centre, in: $0) }
        }
        await #expect(throws: Problem.self) {
            try await town.ana.does { _ = try ClubIdeaStore.send(ClubIdeaDraft("Шеста", in: .sr, words: "Речи"), at: centre, in: $0) }
        }
        try await town.vesna.opens("/club/ideas/1")
        #expect(try await town.vesna.sends("/screen", ["reason": ""]).status == 422)
        try await town.vesna.opens("/club/ideas/1")
        #expect(try await town.vesna.sends("/screen", ["reason": "Опасно је"]).shows(town.say(T.club.saidDeclined)))
        try await town.settles()
        #expect(town.mail.to(town.ana.email).last?.plain.contains("Опасно је") == true)
        #expect(try await town.ana.opens("/club/ideas/1").shows("Опасно је"))
        #expect(try await town.stranger.opens("/club/ideas/1").status == 404)
    }

    @Test func `a big day has stands, shifts that are never overfull, and a tally that is taken back`() async throws {
        let town = try await Town(), event = try await town.seminar("Ноћ науке", seats: 20, inDays: 5, deadline: town.today.adding(days: 3)),
            centre = town.centre
        try await town.vesna.opens("/staff/club")
        #expect(try await town.vesna.sends("/staff/club/days", ["event": "999"]).status == 422)
        try await town.vesna.opens("/staff/club")
        try await town.vesna.sends("/staff/club/days", ["event": "/sr/events/\(event)"])
        for name in ["Мостови", "Ватра и лед"] {
            try await town.vesna.opens("/staff/club/days/1")
            try await town.vesna.sends("days/1/stands", ["name": name])
        }
        try await town.vesna.opens("/staff/club/days/1")
        #expect(try await town.vesna.sends("days/1/shifts", ["stand": "1", "begins": "12.00", "ends": "10.00", "needed": "1"]).status == 422)
        for stand in ["1", "2"] {
            try await town.vesna.opens("/staff/club/days/1")
            try await town.vesna.sends("days/1/shifts", ["stand": stand, "begins": "9.00", "ends": "12.00", "needed": "1"])
        }
        #expect(try await town.stranger.opens("/club").shows("Ноћ науке"))
        #expect(try await town.stranger.opens("/club/days/1").shows("Ватра и лед"))
        try await town.ana.opens("/club/days/1")
        #expect(try await town.ana.sends("shifts/1").shows(town.say(T.club.saidHelp)))
        #expect(try await !town.stranger.opens("/club/days/1").shows("Ана"), "who helps is not public")
        await #expect(throws: Problem.self) { try await town.branko.does { try ClubDayStore.help(ClubShift.ID(1), of: ClubDay.ID(1), at: centre, in: $0) } }
        await #expect(throws: Problem.self) { try await town.ana.does { try ClubDayStore.help(ClubShift.ID(2), of: ClubDay.ID(1), at: centre, in: $0) } }
        #expect(try await town.ana.opens("/me").shows("Мостови"))
        // Counting begins on the day.
        try await town.ana.opens("/me/club/tally/1")
        #expect(try await town.ana.sends("/tally/1", ["add": "pupil-5"]).status == 409)
        #expect(try await town.branko.opens("/me/club/tally/1").status == 404)
        town.clock.passes(days: 5)
        for person in [town.ana, town.branko] { try await person.enters() }
        try await town.vesna.enters(withFactor: true)
        for press in ["pupil-5", "pupil-1", "teacher-1", "other-10"] {
            try await town.ana.opens("/me/club/tally/1")
            try await town.ana.sends("/tally/1", ["add": press])
        }
        try await town.ana.opens("/me/club/tally/1")
        #expect(try await town.ana.sends("/tally/1", ["add": "pupil-500"]).status == 409)
        try await town.vesna.opens("/me/club/tally/1")
        try await town.vesna.sends("/tally/1", ["add": "pupil-10"])
        try await town.ana.opens("/me/club/tally/1")
        #expect(try await town.ana.sends("/tally/1", ["undo": "yes"]).shows(town.say(T.club.saidUndone)))
        let counted = try await town.finds { try ClubDayStore.day(ClubDay.ID(1), at: centre, in: $0).counted }
        #expect(counted == ClubVisitors(pupils: 16, teachers: 1, others: 0), "the last tap was one's own")
        try await town.vesna.opens("/staff/club/days/1")
        #expect(try await town.vesna.browser.post(Page.Form(action: "/sr/staff/club/days/1/stands/1/drop", fields: [])).status != 200)
        #expect(try await town.count("club_stand") == 2)
        let figures = try await town.finds { try ClubFigureStore.figures(of: 2026, at: centre, in: $0) }
        #expect(figures.kinds[.day]?.activities == 1 && figures.kinds[.day]?.visitors.pupils == 16)
    }

    @Test func `many who want one shift at once are never more than are needed`() async throws {
        let town = try await Town(), event = try await town.seminar("Ноћ науке", seats: 20, inDays: 5, deadline: town.today.adding(days: 3)), centre = town.centre
        let (begins, now) = (town.clock.now.adding(days: 5), town.clock.now)
        let (day, shift) = try await town.vesna.does { act in
            let id = try ClubDayStore.make(of: event, at: centre, in: act)
            try ClubDayStore.add(ClubStandDraft("Мостови"), to: id, at: centre, in: act)
            guard let stand = try ClubDayStore.day(id, at: centre, in: act).stands.first else { throw Problem.missing }
            try ClubDayStore.add(shift: begins..<begins.adding(minutes: 60), needed: 2, to: stand.id, of: id, at: centre, in: act)
            guard let shift = try ClubDayStore.day(id, at: centre, in: act).shifts.first else { throw Problem.missing }
            return (id, shift.id)
        }
        let people = [town.ana, town.branko, town.ruta, town.goran, town.milena]
        let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
            for person in people {
                group.addTask {
                    do {
                        try await person.does { try ClubDayStore.help(shift, of: day, at: centre, in: $0) }
                        return true
                    } catch is Problem { return false }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 } == 2)
        #expect(try await town.count("club_volunteer") == 2)
        #expect(town.clock.now == now)
    }

    @Test func `who goes is forgotten, a group nobody brings frees its places, and what is old goes`() async throws {
        let town = try await Town(), school = try await town.workplace(of: town.ana, town.branko), club = try await town.club(), centre = town.centre
        let session = try await town.session(of: club, places: 10)
        let one = try await town.ana.does { act in
            try ClubBookingStore.book(ClubBookingDraft(school: school, name: "6. а", grades: [6: 8], note: "Долазимо аутобусом"), for: session, at: centre,
                in: act)
        }
        let two = try await town.branko.brings(8, to: session, from: school, of: centre)
        let idea = try await town.ana.does { try ClubIdeaStore.send(ClubIdeaDraft("Ветрењача", in: .sr, words: "Струја", school: school), at: centre, in: $0) }
        try await town.vesna.does { try ClubIdeaStore.screen(idea, publish: true, because: "", at: centre, in: $0) }
        try await town.ana.does { _ = try ClubIdeaStore.send(ClubIdeaDraft("Друга", in: .sr, words: "Још"), at: centre, in: $0) }
        let held = try await town.finds { "\(try ClubKeepingStore.held(about: town.ana.id, in: $0))" }
        for words in ["Долазимо аутобусом", "Ветрењача", "Друга"] { #expect(held.contains(words)) }
        let ana = town.ana.id
        try await town.does { try ClubKeepingStore.forget(ana, in: $0) }
        #expect(try await town.state(one.value) == "cancelled")
        #expect(try await town.state(two.value) == "booked")
        #expect(try await town.count("club_booking WHERE person = \(ana) OR note <> ''") == 0)
        #expect(try await town.count("club_idea") == 1)
        #expect(try await town.count("club_idea WHERE person IS NOT NULL OR school IS NOT NULL") == 0)
        try await town.settles()
        #expect(town.mail.to(town.branko.email).count == 2)
        town.clock.passes(days: 8)
        try await town.vesna.does { try ClubBookingStore.count([two: (7, 1)], visitors: ClubVisitors(), of: session, at: centre, in: $0) }
        try await town.does { try ClubKeepingStore.forgetOld(in: $0) }
        #expect(try await town.count("club_booking WHERE person IS NOT NULL") == 1)
        town.clock.passes(days: 366 * 3 + 3)
        try await town.does { try ClubKeepingStore.forgetOld(in: $0) }
        #expect(try await town.count("club_booking WHERE person IS NOT NULL") == 0)
        #expect(try await town.count("club_idea") == 0)
        let figures = try await town.finds { try ClubFigureStore.figures(of: 2026, at: centre, in: $0) }
        #expect(figures.together.visitors.pupils == 7, "numbers stay")
    }

    @Test func `a club is opened, changed, found and closed, and only where nothing is to come`() async throws {
        let town = try await Town()
        try await town.vesna.opens("/staff/club/new")
        #expect(try await town.vesna.sends("/staff/club/new", ["name": ""]).status == 422)
        try await town.vesna.opens("/staff/club/new")
        try await town.vesna.sends("/staff/club/new", ["name": "Клуб „Искра“", "language": "sr", "summary": "Огледи", "text": "Сваке среде."])
        #expect(try await town.stranger.opens("/search?q=искра").shows("Искра"))
        try await town.vesna.opens("/staff/club/1")
        #expect(try await town.vesna.sends("/mentors", ["email": "niko@bistrik.example"]).status == 422)
        try await town.vesna.opens("/staff/club/1")
        try await town.vesna.sends("/mentors", ["email": town.branko.email, "lead": "yes"])
        try await town.settles()
        #expect(town.mail.to(town.branko.email).count == 1)
        try await town.vesna.opens("/staff/club/1/topics/new")
        #expect(try await town.vesna.sends("/topics/new", ["name": "Искре", "from": "7", "to": "5"]).status == 422)
        try await town.vesna.opens("/staff/club/1/topics/new")
        try await town.vesna.sends("/topics/new", ["name": "Искре", "from": "5", "to": "7", "minutes": "60", "places": "12"])
        let topic = try #require(try await town.value("SELECT id FROM club_topic", as: ClubTopic.ID.self))
        let session = try await town.session(of: (Club.ID(1), topic), places: 12)
        try await town.vesna.opens("/staff/club/1")
        #expect(try await town.vesna.sends("/close").status == 409)
        let centre = town.centre
        try await town.vesna.does { try ClubSessionStore.cancel(session, because: "Лето", at: centre, in: $0) }
        try await town.vesna.opens("/staff/club/1")
        try await town.vesna.sends("/close")
        #expect(try await town.stranger.opens("/club/1").status == 404)
        #expect(try await !town.stranger.opens("/search?q=искра").shows("Искра“"))
        try await town.vesna.opens("/staff/club/1")
        try await town.vesna.sends("/mentors/\(town.branko.id)/drop")
        #expect(try await town.count("club_mentor") == 0)
        #expect(try await town.branko.opens("/me/club/sessions/\(session)").status == 404)
    }
}
