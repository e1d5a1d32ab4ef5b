import Kernel
import Languages

/// An act on an event before it is done: those that write to people or cannot be taken back are asked about first.
package struct EventQuestion: Sendable {
    package let verb: EventVerb
    package let event: Event
    package let clashes: [EventClash]
    /// Its trainers whom the programme does not list.
    package let outsiders: [String]
    /// Who is told; the rooms above know.
    package let concerned: Concerned
    /// What is not done yet.
    package let gaps: [EventGap]
    /// For how long it can be taken back, where it can.
    package let undoHours: Int

    package init(
        _ verb: EventVerb, on event: Event, clashes: [EventClash], outsiders: [String] = [], concerned: Concerned, gaps: [EventGap] = [],
        undoHours: Int = 0
    ) {
        self.verb = verb
        self.event = event
        self.clashes = clashes
        self.outsiders = outsiders
        self.concerned = concerned
        self.gaps = gaps
        self.undoHours = undoHours
    }

    /// Whether it tells people at all.
    var tells: Bool {
        switch verb {
        case .announce: event.state == .postponed
        case .confirm, .postpone, .cancel: true
        case .held, .close, .discard, .takeBack: false
        }
    }

    /// What is asked.
    var text: Phrase {
        switch verb {
        case .announce: T.events.announceQuestion
        case .confirm: T.events.confirmQuestion
        case .held: T.events.heldQuestion
        case .close: T.events.closeQuestion
        case .postpone: T.events.postponeQuestion
        case .cancel: T.events.cancelQuestion
        case .discard: T.events.discardQuestion
        case .takeBack: T.events.takeBackQuestion
        }
    }

    /// What the act means for the event and its people.
    var meaning: Phrase {
        switch verb {
        case .announce: event.state == .postponed ? T.events.reannounceMeans : T.events.announceMeans
        case .confirm: T.events.confirmMeans
        case .held: T.events.heldMeans
        case .close: T.events.closeMeans
        case .postpone: T.events.postponeMeans
        case .cancel: T.events.cancelMeans
        case .discard: T.events.discardMeans
        case .takeBack: T.events.takeBackMeans
        }
    }
}
