import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// Who was asked and has not answered when it is time, and whom nobody has written to yet.
enum GuestsToday {
    private static let eventsMax = 100, nearDays = 7

    @Sendable static func tell(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let events = try EventStore.unfinished(at: asked.centre.id, limit: eventsMax, in: act).filter { $0.state == .announced || $0.state == .confirmed }
        let counts = try GuestStore.unanswered(of: events.map(\.id), in: act)
        let lines = events.compactMap { event -> TodayPart.Line? in
            guard let count = counts[event.id], let first = event.days?.lowerBound else { return nil }
            let title = asked.t.run(event.title(in: asked.t.language)), path = "/staff/events/\(event.id)/guests"
            if count.speakers > 0, asked.today.days(until: first) <= nearDays {
                return TodayPart.Line(.bad, first, title, T.guests.todaySpeakers(count: count.speakers), T.guests.todayAct, path: path)
            }
            if count.silent > 0, event.form.countsSeats, asked.today > event.plan.deadline {
                return TodayPart.Line(.waiting, event.plan.deadline, title, T.guests.todaySilent(count: count.silent), T.guests.todayAct, path: path)
            }
            if count.unasked > 0 { return TodayPart.Line(.waiting, first, title, T.guests.todayUnasked(count: count.unasked), T.guests.todayAskAct, path: path) }
            return nil
        }
        return TodayPart(lines: lines)
    }
}
