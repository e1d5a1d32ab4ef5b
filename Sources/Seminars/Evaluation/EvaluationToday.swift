import Events
import Forms
import Kernel
import Languages
import Look
import Questionnaires
import Web

/// What of evaluations needs a hand today: words that nobody has read.
enum EvaluationToday {
    @Sendable static func tell(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let waiting = try EvaluationStore.unread(at: asked.centre.id, in: act)
        let events = Dictionary(uniqueKeysWithValues: try EventStore.events(waiting.map(\.event), in: act).map { ($0.id, $0) })
        return TodayPart(lines: waiting.compactMap { line in
            guard let event = events[line.event] else { return nil }
            return TodayPart.Line(
                .waiting, line.day, asked.t.run(event.title(in: asked.t.language)), T.questionnaires.unread(count: line.unread), T.evaluation.todayAct,
                path: "/staff/events/\(event.id)/evaluation")
        })
    }
}
