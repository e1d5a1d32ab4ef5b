import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// What was agreed and is not done yet: each comes back every day, the late ones in red.
enum ConclusionsToday {
    private static let most = 30, quietDays = 14

    @Sendable static func tell(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let open = try ConclusionStore.open(at: asked.centre.id, limit: most, in: act)
        let events = Dictionary(uniqueKeysWithValues: try EventStore.events(Array(Set(open.map(\.event))), in: act).map { ($0.id, $0) })
        return TodayPart(lines: open.compactMap { conclusion in
            guard let event = events[conclusion.event] else { return nil }
            let due = conclusion.details.due
            let tone: Tone = due.map { $0 < asked.today ? .bad : asked.today.days(until: $0) <= quietDays ? .waiting : .neutral } ?? .neutral
            let what = T.delivery.todayConclusion(
                text: .title(conclusion.details.text), owner: .text(conclusion.details.owner.isEmpty ? "–" : conclusion.details.owner))
            return TodayPart.Line(
                tone, due ?? asked.today, asked.t.run(event.title(in: asked.t.language)), what, T.delivery.todayConclusionAct,
                path: "/staff/events/\(event.id)/conclusions")
        })
    }
}
