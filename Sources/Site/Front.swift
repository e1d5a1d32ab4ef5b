import Accounts
import Events
import Forms
import Kernel
import Languages
import Look
import Queues
import Web

extension Room {
    /// Pages that show several rooms, and the centre's own work.
    static let front = Room("front") { room in
        room.get("", .public, example: "", kept: .whileSeated, HomePage.show)
        room.get("/search", .public, example: "/search", SearchPage.show)
        room.get("/settings", .coordinator, example: "/settings", SettingsPage.show)
        room.get("/me", .person, example: "/me", MePage.show)
        room.get("/programmes/compare", .public, example: "/programmes/compare?with=1.2.3", kept: .whileWritten, ComparePage.show)
        room.get("/programmes/:programme", .public, example: "/programmes/1", kept: .whileSeated, ProgrammePage.show)
        room.get("/certificates/offline", .public, example: "/certificates/offline", CertificateOfflinePage.show)

        room.get("/events", .public, example: "/events", kept: .whileSeated, EventsPage.show)
        room.get("/archive", .public, example: "/archive", kept: .whileWritten, ArchivePage.show)
        room.get("/events.ics", .public, example: "/events.ics", EventsPage.feed)
        room.get("/events/:event", .public, example: "/events/1", kept: .whileSeated, EventPage.show)
        room.get("/events/:event/calendar.ics", .public, example: "/events/1/calendar.ics", EventPage.calendar)

        room.get("/staff/events", .coordinator, example: "/staff/events", EventsDeskPage.show)
        room.get("/staff/events/new", .coordinator, example: "/staff/events/new", EventPlanPage.new)
        room.post("/staff/events/new", .coordinator, EventPlanPage.add)
        room.get("/staff/events/:event/edit", .coordinator, example: "/staff/events/1/edit", EventPlanPage.edit)
        room.post("/staff/events/:event/edit", .coordinator, EventPlanPage.save)
        for verb in EventVerb.allCases {
            if verb.isAsked { room.get("/staff/events/:event/\(verb.rawValue)", .coordinator, EventActPage.ask(verb)) }
            room.post("/staff/events/:event/\(verb.rawValue)", .coordinator, EventActPage.perform(verb))
        }

        room.get("/accessibility", .public, example: "/accessibility", kept: .whileWritten, AccessibilityPage.show)
        room.get("/staff", .coordinator, example: "/staff", TodayPage.show)
        room.get("/staff/letters", .coordinator, example: "/staff/letters", LettersPage.show)
        room.get("/staff/letters/:letter", .coordinator, example: "/staff/letters/1", LettersPage.read)
        room.post("/staff/letters/:letter/again", .coordinator, LettersPage.again)

        room.menu(.everybody, T.events.all, "/events", at: 10)
        room.menu(.everybody, T.accounts.me, "/me", at: 30)
        room.menu(.staff, T.site.today, "/staff", .today, at: 10, isShortcut: true)
        room.menu(.staff, T.events.all, "/staff/events", .event, at: 20, isShortcut: true)
        room.menu(.staff, T.site.letters, "/staff/letters", .letter, at: 70, isShortcut: true)
        room.menu(.staff, T.forms.settings, "/settings", .settings, at: 80)
        room.menu(.foot, T.site.accessibility, "/accessibility", at: 10)
        room.nightly("letters.forget") { try $0.forgetOldLetters() }
        room.nightly("statistics") { try $0.keepStatistics() }
        room.firstStep(T.site.stepMail, "/staff/letters", T.site.stepMailText, at: 50) { visit, _ in visit.sendsMail || visit.isDemonstration }
        room.today(LettersPage.today)
        room.today(TodayPage.fallen)
    }
}
