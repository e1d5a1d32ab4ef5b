import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// What events that are planned need today, and which come next.
enum RegistrationToday {
    private static let eventsMax = 200
    private static let comingMax = 6

    @Sendable static func tell(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let rules = try CentreStore.centre(asked.centre.id, in: act).rules
        let events = try EventStore.unfinished(at: asked.centre.id, limit: eventsMax, in: act)
        let seats = try RegistrationStore.seats(of: events, in: act)
        let lines = events.flatMap { event in
            EventNeed.needs(of: event, seats[event.id], rules, in: asked.centre.zone, at: act.now).map { line($0, event, asked) }
        }
        let untold = try RegistrationStore.untoldOffers(at: asked.centre.id, in: act).compactMap { offer -> TodayPart.Line? in
            guard let event = events.first(where: { $0.id == offer.event }) else { return nil }
            let what = T.registration.todayOfferUntold(
                name: .text(offer.person.name), until: .instant(offer.until), phone: .text(offer.person.phone.isEmpty ? "–" : offer.person.phone))
            let title = asked.t.run(event.title(in: asked.t.language))
            return TodayPart.Line(.bad, asked.today, title, what, T.registration.todayTellAct, path: "/staff/events/\(event.id)")
        }
        let coming = Array(events.filter { $0.state.isAlive }.prefix(comingMax))
        let below = PagePart(T.registration.todayComing) { reader in
            EventList(coming.map { $0.line(reader, href: reader.link("/staff/events/\($0.id)"), state: Chip(.neutral, reader.t($0.state.name))) }, level: 3)
        }
        let workshops = try events.flatMap { try WorkshopToday.lines($0, asked, in: act) } + WorkshopToday.ended(asked, in: act)
        return TodayPart(lines: untold + lines + workshops, below: coming.isEmpty ? nil : below)
    }

    private static func line(_ need: EventNeed, _ event: Event, _ asked: TodayAsked) -> TodayPart.Line {
        let (tone, day, what, deed, door): (Tone, Day, Phrase, Phrase, String) = switch need {
        case .decision(0, let day): (.waiting, day, T.registration.todayConfirm, T.registration.todayConfirmAct, "/confirm")
        case .decision(let missing, let day):
            (day <= asked.today ? .bad : .waiting, day, T.registration.todayMissing(count: missing), T.registration.todayMissingAct, "")
        case .held(let day): (.waiting, day, T.registration.todayHeld, T.registration.todayHeldAct, "/held")
        case .date(let day): (.waiting, day ?? asked.today, T.registration.todayPostponed, T.registration.todayPostponedAct, "/edit")
        case .asking(let day): (day < asked.today ? .bad : .waiting, day, T.registration.todayAsking, T.registration.todayAskingAct, "/edit")
        case .announcement(let day): (.neutral, day ?? asked.today, T.registration.todayDraft, T.registration.todayDraftAct, "/announce")
        case .filling(let waiting): (.bad, asked.today, T.registration.todayFill(count: waiting), T.registration.todayFillAct, "?state=waiting")
        }
        return TodayPart.Line(tone, day, asked.t.run(event.title(in: asked.t.language)), what, deed, path: "/staff/events/\(event.id)\(door)")
    }
}
