import Kernel
package import Languages

/// Something about an event that is not done yet when it is to be marked as held or closed, and where it is done.
package struct EventGap: Sendable, Hashable {
    package let what: Phrase
    /// Behind the address of the event; nil where nothing can be done about it any more.
    package let path: String?

    package init(_ what: Phrase, at path: String?) {
        self.what = what
        self.path = path
    }
}

/// What of an event is not done yet: each room tells its part.
package struct EventGapsAsked: Question {
    package typealias Answer = [EventGap]
    package let event: Event
    /// What it is to become.
    package let target: EventState

    package init(_ event: Event, before target: EventState) {
        self.event = event
        self.target = target
    }
}

extension EventGapsAsked {
    /// What the plan itself lacks: what it says can be mended until it is held.
    static func ofPlan(_ asked: EventGapsAsked, in act: Act) throws -> [EventGap] {
        let event = asked.event
        var gaps: [EventGap] = []
        if asked.target == .held, let ends = event.ends, ends > act.now { gaps.append(EventGap(T.events.gapNotOver(ends: .instant(ends)), at: nil)) }
        if asked.target == .held, event.plan.programme != nil, event.plan.points == 0 { gaps.append(EventGap(T.events.gapPoints, at: "/edit")) }
        return gaps
    }
}
