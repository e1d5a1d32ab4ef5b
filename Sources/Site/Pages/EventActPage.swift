import Catalogue
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Centres
import Registration
import Web

/// The acts on an event: those that write to people or cannot be taken back are asked about first.
enum EventActPage {
    /// The page that asks.
    static func ask(_ verb: EventVerb) -> Route.Page {
        { visit in try await question(visit, verb, problem: nil) }
    }

    static func perform(_ verb: EventVerb) -> Route.Page {
        { visit in
            let id: Event.ID = try visit.id("event")
            let reason = visit.typed["reason"].replacing("\r\n", with: "\n")
            do {
                return try await visit.act { act in
                    try verb.perform(id, because: reason, in: act)
                    return Redirect(visit.link(verb == .discard ? "/staff/events" : "/staff/events/\(id)"), verb.said)
                }
            } catch let problem as Problem where problem.kind == .invalid {
                return try await question(visit, verb, problem: problem)
            }
        }
    }

    private static func question(_ visit: Visit, _ verb: EventVerb, problem: Problem?) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        let (event, seats, clashes) = try await visit.read { act in
            let event = try EventStore.event(runBy: act.by, id, in: act)
            return (event, try RegistrationStore.seats(of: event, in: act), verb == .announce ? try EventStore.clashes(of: event, in: act) : [])
        }
        guard EventVerb.possible(event, at: visit.now).contains(verb) else {
            throw Problem.conflict(T.events.wrongMove(state: .phrase(event.state.name), wanted: .phrase((verb.target ?? .draft).name)))
        }
        let t = visit.t
        let title = event.title(in: t.language)
        let path = visit.link("/staff/events/\(id)")
        let weight: Weight = verb.isDangerous ? .danger : .primary
        let trail = [Look.Link(t(T.events.all), href: visit.link("/staff/events")), Look.Link(title.text, href: path)]
        return visit.page(t(verb.name), trail: trail, status: problem == nil ? 200 : 422) {
            // What is wrong with the plan is mended in its form; only the reason is typed here.
            if verb.needsReason {
                ErrorSummary(t(T.common.errorsTitle), visit.mistakes(problem))
                Heading(t(verb.question), kind: title.text)
                told(verb, event, seats, t)
                Form(action: "\(path)/\(verb.rawValue)", hidden: visit.hidden) {
                    Field(t(T.events.reason), name: "reason", value: visit.typed["reason"], hint: t(T.events.reasonHint), error: visit.mistake("reason", problem), width: .full).area(rows: 3)
                    Buttons {
                        Submit(t(verb.name), weight)
                        LinkButton(t(T.common.back), href: path, .quiet)
                    }
                }
            } else {
                EventClashNotice(clashes, t) { visit.link("/staff/events/\($0)") }
                if let problem {
                    Notice(.bad, t(T.events.planWrong)) {
                        ul { ForEach(problem.faults) { fault in li { t(fault.phrase) } } }
                        HTML::p { a(.href("\(path)/edit")) { t(T.events.mendPlan) } }
                    }
                }
                Confirmation(
                    t(verb.question), act: ButtonForm(t(verb.name), weight, action: "\(path)/\(verb.rawValue)", hidden: visit.hidden),
                    back: Look.Link(t(T.common.back), href: path)
                ) {
                    HTML::p { strong(.lang(t.lang(of: title.language))) { title.text } }
                    told(verb, event, seats, t)
                }
            }
        }
    }

    /// What it means and who is written to.
    @HTMLBuilder
    private static func told(_ verb: EventVerb, _ event: Event, _ seats: Seats, _ t: Texts) -> some HTML {
        let concerned = verb == .confirm ? seats.taken : seats.taken + seats.waiting
        HTML::p { t(event.state == .postponed && verb == .announce ? T.events.reannounceMeans : verb.meaning) }
        if verb != .discard, verb != .announce || event.state == .postponed {
            HTML::p { concerned == 0 ? t(T.events.tellsNobody) : t(T.events.tells(count: concerned)) }
        }
    }
}

extension EventVerb {
    fileprivate var question: Phrase {
        switch self {
        case .announce: T.events.announceQuestion
        case .confirm: T.events.confirmQuestion
        case .held: T.events.heldQuestion
        case .close: T.events.closeQuestion
        case .postpone: T.events.postponeQuestion
        case .cancel: T.events.cancelQuestion
        case .discard: T.events.discardQuestion
        }
    }

    fileprivate var meaning: Phrase {
        switch self {
        case .announce: T.events.announceMeans
        case .confirm: T.events.confirmMeans
        case .held: T.events.heldMeans
        case .close: T.events.closeMeans
        case .postpone: T.events.postponeMeans
        case .cancel: T.events.cancelMeans
        case .discard: T.events.discardMeans
        }
    }
}
