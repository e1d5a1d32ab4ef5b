import Accounts
import Centres
import Events
import Kernel
import Languages
import Look
import Schools
package import Web

extension Room {
    /// The science club: sessions to which teachers bring groups, ideas and what becomes of them, big days, and what a network asks for each year.
    package static let club = Room("club") { room in
        room.get("/club", .public, example: "/club", ClubPages.list)
        room.get("/club/programme", .public, example: "/club/programme", ClubPages.programme)
        room.get("/club/:club", .public, example: "/club/1", ClubPages.show)
        room.get("/club/sessions/:session", .public, example: "/club/sessions/4", ClubPages.session)
        room.get("/club/sessions/:session/book", .person, example: "/club/sessions/4/book", ClubBookingPages.new)
        room.post("/club/sessions/:session/book", .person, ClubBookingPages.book)
        room.get("/club/ideas", .public, example: "/club/ideas", ClubIdeaPages.board)
        room.get("/club/ideas/:idea", .public, example: "/club/ideas/1", ClubIdeaPages.show)
        room.post("/club/ideas/:idea/join", .person, ClubIdeaPages.join)
        room.post("/club/ideas/:idea/leave", .person, ClubIdeaPages.leave)
        room.post("/club/ideas/:idea/screen", .person, ClubIdeaPages.screen)
        room.post("/club/ideas/:idea/take", .person, ClubIdeaPages.take)
        room.post("/club/ideas/:idea/finish", .person, ClubIdeaPages.finish)
        room.get("/club/days/:day", .public, example: "/club/days/1", ClubDayPages.show)
        room.post("/club/days/:day/shifts/:shift", .person, ClubDayPages.help)
        room.post("/club/days/:day/shifts/:shift/leave", .person, ClubDayPages.leave)

        room.get("/me/club", .person, example: "/me/club", ClubBookingPages.mine)
        room.get("/me/club/bookings/:booking", .person, example: "/me/club/bookings/1", ClubBookingPages.show)
        room.post("/me/club/bookings/:booking", .person, ClubBookingPages.change)
        room.post("/me/club/bookings/:booking/cancel", .person, ClubBookingPages.cancel)
        room.get("/me/club/ideas/new", .person, example: "/me/club/ideas/new", ClubIdeaPages.new)
        room.post("/me/club/ideas/new", .person, ClubIdeaPages.send)
        room.get("/me/club/sessions/:session", .person, example: "/me/club/sessions/4", ClubSessionPages.show)
        room.post("/me/club/sessions/:session/count", .person, ClubSessionPages.count)
        room.get("/me/club/tally/:stand", .person, example: "/me/club/tally/1", ClubDayPages.tally)
        room.post("/me/club/tally/:stand", .person, ClubDayPages.count)
        room.school(ClubSharedPages.ofSchool)

        room.get("/staff/club", .coordinator, example: "/staff/club", ClubDeskPages.board)
        room.get("/staff/club/new", .coordinator, example: "/staff/club/new", ClubDeskPages.new)
        room.post("/staff/club/new", .coordinator, ClubDeskPages.add)
        room.get("/staff/club/figures", .coordinator, example: "/staff/club/figures", ClubFigurePages.show)
        room.get("/staff/club/figures.xlsx", .coordinator, ClubFigurePages.workbook)
        room.get("/staff/club/figures.pdf", .coordinator, ClubFigurePages.paper)
        room.post("/staff/club/days", .coordinator, ClubDayPages.make)
        room.get("/staff/club/days/:day", .coordinator, example: "/staff/club/days/1", ClubDayPages.desk)
        room.post("/staff/club/days/:day/stands", .coordinator, ClubDayPages.addStand)
        room.post("/staff/club/days/:day/stands/:stand/drop", .coordinator, ClubDayPages.dropStand)
        room.post("/staff/club/days/:day/shifts", .coordinator, ClubDayPages.addShift)
        room.post("/staff/club/days/:day/shifts/:shift/drop", .coordinator, ClubDayPages.dropShift)
        room.get("/staff/club/sessions/:session", .coordinator, example: "/staff/club/sessions/4", ClubSessionPages.show)
        room.get("/staff/club/sessions/:session/edit", .coordinator, example: "/staff/club/sessions/4/edit", ClubSessionPages.edit)
        room.post("/staff/club/sessions/:session/edit", .coordinator, ClubSessionPages.change)
        room.post("/staff/club/sessions/:session/count", .coordinator, ClubSessionPages.count)
        room.post("/staff/club/sessions/:session/cancel", .coordinator, ClubSessionPages.cancel)
        room.post("/staff/club/sessions/:session/refuse", .coordinator, ClubSessionPages.refuse)
        room.post("/staff/club/sessions/:session/things", .coordinator, ClubSessionPages.need)
        room.post("/staff/club/sessions/:session/kits", .coordinator, ClubSessionPages.needKit)
        room.post("/staff/club/sessions/:session/things/:thing/release", .coordinator, ClubSessionPages.release)
        room.get("/staff/club/:club", .coordinator, example: "/staff/club/1", ClubDeskPages.show)
        room.get("/staff/club/:club/edit", .coordinator, example: "/staff/club/1/edit", ClubDeskPages.edit)
        room.post("/staff/club/:club/edit", .coordinator, ClubDeskPages.change)
        room.post("/staff/club/:club/close", .coordinator, ClubDeskPages.close)
        room.post("/staff/club/:club/reopen", .coordinator, ClubDeskPages.reopen)
        room.post("/staff/club/:club/mentors", .coordinator, ClubDeskPages.name)
        room.post("/staff/club/:club/mentors/:person/drop", .coordinator, ClubDeskPages.drop)
        room.get("/staff/club/:club/topics/new", .coordinator, example: "/staff/club/1/topics/new", ClubDeskPages.newTopic)
        room.post("/staff/club/:club/topics/new", .coordinator, ClubDeskPages.addTopic)
        room.get("/staff/club/:club/topics/:topic", .coordinator, example: "/staff/club/1/topics/1", ClubDeskPages.showTopic)
        room.post("/staff/club/:club/topics/:topic", .coordinator, ClubDeskPages.changeTopic)
        room.get("/staff/club/:club/sessions/new", .coordinator, example: "/staff/club/1/sessions/new", ClubSessionPages.new)
        room.post("/staff/club/:club/sessions/new", .coordinator, ClubSessionPages.plan)

        room.menu(.staff, T.club.title, "/staff/club", .people, in: .pupils, at: 68)
        room.menu(.foot, T.club.title, "/club", at: 8)

        room.bring(PersonColumn("club_mentor", mayStay: true))
        room.bring(PersonColumn("club_session"))
        room.bring(PersonColumn("club_booking"))
        room.bring(PersonColumn("club_idea"))
        room.bring(PersonColumn("club_idea", "mentor"))
        room.bring(PersonColumn("club_join", mayStay: true))
        room.bring(PersonColumn("club_volunteer", mayStay: true))
        room.bring(PersonColumn("club_tally"))
        for kind in ClubLetters.kinds { room.bring(kind) }
        room.answer(HeldAsked.self) { try ClubKeepingStore.held(about: $0.person, in: $1) }
        room.on(PersonErased.self) { try ClubKeepingStore.forget($0.person, in: $1) }
        room.on(PersonPurged.self) { try ClubKeepingStore.forget($0.person, in: $1) }
        room.on(EventDiscarded.self) { try ClubDayStore.discard($0.event, in: $1) }
        room.each(minutes: 30, "club", { try await ClubKeepingStore.tend($0) })
        room.nightly("club.forget") { try ClubKeepingStore.forgetOld(in: $0) }
        room.index(ClubStore.reindex)
        room.today(ClubSharedPages.today)
        room.me(ClubSharedPages.mine)
    }
}
