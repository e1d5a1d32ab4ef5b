import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Registration

/// The card beside an event: seats, the one act or why there is none, the deadline.
struct EventSeats: View {
    let opened: OpenedEvent
    let reader: Reader

    private var t: Texts { reader.t }
    private var event: Event { opened.event }
    private var seats: Seats { opened.seats }
    private var isOpen: Bool { event.isOpen(at: reader.now, in: opened.centre.zone) }

    var body: some HTML {
        SeatsCard(title, meter: isCounted && seats.taken > 0 ? meter : nil, lines: lines) {
            if let own = opened.own {
                HTML::p { strong { t(T.events.yourApplication(state: .phrase(own.state.name))) } }
                LinkButton(t(T.events.openApplication), href: reader.link("/registrations/\(own.id)"))
            } else if isOpen {
                LinkButton(t(seats.left > 0 ? T.events.apply : T.events.applyWaiting), href: reader.link("/events/\(event.id)/registration"))
            } else if let refusal {
                HTML::p { t(refusal) }
            }
            if seats.collects != nil { HTML::p { a(.href(reader.link("/events/\(event.id)/need"))) { t(T.registration.needRule) } } }
        }
    }

    private var title: String {
        switch event.state {
        case .cancelled: return t(T.events.cancelledTitle)
        case .postponed: return t(T.events.postponedTitle)
        case .held, .closed: return t(T.events.heldTitle)
        case .draft: return t(T.events.draftTitle)
        case .announced, .confirmed: break
        }
        switch event.form.applying {
        case .none: return t(T.events.nobodyApplies)
        case .invited: return t(T.events.byInvitation)
        case .open, .group: break
        }
        guard isOpen else { return t(T.events.applicationsClosed) }
        return seats.left > 0 ? t(T.events.seatsFree(count: seats.left)) : t(T.events.full)
    }

    private var isCounted: Bool { event.form.takesApplications && (event.state == .announced || event.state == .confirmed) }

    private var meter: Meter {
        Meter(
            t(T.events.taken(taken: .number(seats.taken), seats: .number(event.plan.seats))), value: seats.taken, of: event.plan.seats,
            seats.left > 0 ? .good : .waiting)
    }

    private var lines: [String] {
        guard isCounted else { return [] }
        var lines: [String] = []
        if seats.taken > 0 { lines.append(t(T.events.taken(taken: .number(seats.taken), seats: .number(event.plan.seats)))) }
        if isOpen { lines.append(t(T.events.deadlineLine(day: .day(event.plan.deadline, .long)))) }
        if seats.waiting > 0 { lines.append(t(seats.collects == nil ? T.events.waitingLine(count: seats.waiting) : T.registration.needApplied(count: seats.waiting))) }
        if isOpen, let day = seats.collects { lines.append(t(T.registration.needShort(day: .day(day)))) }
        if isOpen, let opens = opened.opens { lines.append(t(T.registration.refusedEarly(day: .day(opens)))) }
        if let free = OfferRule(opened.centre.rules, in: opened.centre.zone).explanation(seats, of: event, at: reader.now) { lines.append(t(free)) }
        return lines
    }

    /// Why one cannot apply, in the words of the rule.
    private var refusal: Phrase? {
        do {
            try event.requireOpen(at: reader.now, in: opened.centre.zone)
            return nil
        } catch let problem as Problem { return problem.faults.first?.phrase } catch { return nil }
    }
}

/// Whether the group will form: how many are missing, and when it is decided.
struct EventGroup: View {
    let opened: OpenedEvent
    let t: Texts

    private var event: Event { opened.event }
    private var missing: Int { event.plan.seatsMin - opened.seats.formed }

    var body: some HTML {
        if event.state == .confirmed {
            Notice(.good, t(T.events.willBeHeld)) { Empty() }
        } else if event.state == .announced, missing > 0 {
            Notice(.info, t(T.events.missing(count: missing))) {
                HTML::p {
                    t(T.events.minimumIs(minimum: .number(event.plan.seatsMin)))
                    if let decision = opened.decision { " "; t(T.events.decidedOn(day: .day(decision))) }
                }
            }
        }
    }
}
