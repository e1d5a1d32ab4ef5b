import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// What of calls needs a hand today: a call nobody sees yet, what nobody reads, what is ripe, what has no place.
enum PapersToday {
    private static let eventsMax = 100

    @Sendable static func tell(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let events = try EventStore.unfinished(at: asked.centre.id, limit: eventsMax, in: act).filter { $0.form.has(.papers) && !$0.state.isOff }
        let lines = try events.flatMap { event -> [TodayPart.Line] in
            let desk = try PaperDeskStore.desk(of: event.id, in: act)
            guard let call = desk.call else { return [] }
            let title = asked.t.run(event.title(in: asked.t.language)), path = "/staff/events/\(event.id)/papers", days = call.details.days
            func line(_ tone: Tone, _ day: Day, _ what: Phrase, _ deed: Phrase) -> TodayPart.Line { TodayPart.Line(tone, day, title, what, deed, path: path) }
            var lines: [TodayPart.Line] = []
            if call.published == nil { lines.append(line(asked.today < days.opens ? .neutral : .waiting, days.opens, T.papers.todayDraft, T.papers.todayDraftAct)) }
            if !desk.undealt.isEmpty { lines.append(line(.waiting, days.deadline, T.papers.todayUndealt(count: desk.undealt.count), T.papers.todayUndealtAct)) }
            if let late = desk.late.first {
                lines.append(line(.bad, call.reviewed(in: late.round), T.papers.todayLate(count: desk.late.count), T.papers.todayLateAct))
            }
            if let ripe = desk.ripe.first {
                lines.append(line(.waiting, call.reviewed(in: ripe.round), T.papers.todayRipe(count: desk.ripe.count), T.papers.todayRipeAct))
            }
            if !desk.unplaced.isEmpty, call.stage(on: asked.today) == .over {
                lines.append(line(.waiting, days.againReviewed, T.papers.todayUnplaced(count: desk.unplaced.count), T.papers.todayUnplacedAct))
            }
            return lines
        }
        return TodayPart(lines: lines)
    }
}
