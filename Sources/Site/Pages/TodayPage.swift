import Catalogue
import Certificates
import Delivery
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Centres
import Registration
import Web

/// *Данас*: what needs a hand, sorted by when it hurts, each line one act.
enum TodayPage {
    private struct Line: Sendable {
        let tone: Tone
        let day: Day
        let what: Phrase
        let event: Event
        /// Behind the address of the event.
        var path = ""
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let today = visit.today
        let (lines, dead, coming, unsigned) = try await visit.read { act -> ([Line], Int, [Event], Int) in
            let rules = try CentreStore.centre(centre, in: act).rules
            let zone = visit.centre.zone
            let events = try EventStore.unfinished(at: centre, limit: 200, in: act)
            let seats = try RegistrationStore.seats(of: events, in: act)
            var lines: [Line] = []
            for event in events {
                let start = event.starts.map { zone.day(of: $0) }
                switch event.state {
                case .announced:
                    if let decision = event.decision(rules, in: zone), let taken = seats[event.id]?.taken, today.days(until: decision) <= 7, event.plan.seatsMin > 0 {
                        let missing = max(0, event.plan.seatsMin - taken)
                        lines.append(Line(tone: missing > 0 && decision <= today ? .bad : .waiting, day: decision, what: missing > 0 ? T.site.todayMissing(count: missing) : T.site.todayConfirm, event: event))
                    }
                case .confirmed:
                    if let ends = event.ends, zone.day(of: ends) < today { lines.append(Line(tone: .waiting, day: zone.day(of: ends), what: T.site.todayHeld, event: event)) }
                case .postponed: lines.append(Line(tone: .waiting, day: start ?? today, what: T.site.todayPostponed, event: event))
                case .draft: lines.append(Line(tone: .neutral, day: start ?? today, what: T.site.todayDraft, event: event))
                default: break
                }
                if let cutoff = event.cutoff(rules), act.now >= cutoff, event.starts.map({ act.now < $0 }) ?? false, let count = seats[event.id], count.taken < count.seats, count.waiting > 0 {
                    lines.append(Line(tone: .bad, day: today, what: T.site.todayFill(count: count.waiting), event: event))
                }
            }
            for (event, session) in try ReportStore.sessions(on: today, at: centre, in: act) {
                lines.append(Line(tone: .waiting, day: today, what: T.site.todayDoor, event: event, path: "/sessions/\(session.id)/door"))
            }
            let waiting = try ReportStore.waiting(at: centre, in: act)
            for event in try EventStore.events(waiting.unmarked, in: act) {
                lines.append(Line(tone: .bad, day: event.starts.map { zone.day(of: $0) } ?? today, what: T.site.todayUnmarked, event: event, path: "/attendance"))
            }
            for event in try EventStore.events(waiting.unreported, in: act) where !waiting.unmarked.contains(event.id) {
                lines.append(Line(tone: .waiting, day: event.ends.map { zone.day(of: $0) } ?? today, what: T.site.todayReport, event: event, path: "/report"))
            }
            let dead = try LetterRow.counts(of: centre, in: act)[.dead] ?? 0
            return (lines.sorted { $0.day < $1.day }, dead, events.filter { $0.state.isAlive }.prefix(6).map { $0 }, try BatchStore.waiting(at: centre, in: act).count)
        }
        let t = visit.t
        return visit.page(t(T.site.today)) {
            Heading(t(T.site.today), lead: t.day(today, .long))
            if dead > 0 {
                Notice(.bad) { HTML::p { a(.href(visit.link("/staff/letters?state=dead"))) { t(T.site.todayLetters(count: dead)) } } }
            }
            if unsigned > 0 {
                Notice(.waiting) { HTML::p { a(.href(visit.link("/staff/certificates"))) { t(T.certificates.todayWaiting(count: unsigned)) } } }
            }
            if lines.isEmpty {
                EmptyState(t(T.site.todayNothing), t(T.site.todayNothingText)) { LinkButton(t(T.site.newEvent), href: visit.link("/staff/events/new")) }
            } else {
                ActList(lines.map { line in
                    ActList.Line(line.tone, when: t.day(line.day, .short), line.event.title(in: visit.language).text, detail: t(line.what),
                                 act: Look.Link(t(T.site.open), href: visit.link("/staff/events/\(line.event.id)\(line.path)")))
                })
            }
            if !coming.isEmpty {
                h2 { t(T.site.todayComing) }
                EventList(coming.map { event in
                    let first = event.plan.sessions.first
                    let title = event.title(in: visit.language)
                    return EventLine(title: title.text, href: visit.link("/staff/events/\(event.id)"), day: first.map { t.day($0.day, .short) } ?? "",
                                     hours: first.map { t.times($0.begins, to: $0.ends) } ?? "", begins: event.starts?.iso ?? "",
                                     place: first.map { t.shown(EventSummary.place($0, of: event)) } ?? "", state: Chip(.neutral, t(event.state.name)), lang: title.language.htmlLang)
                }, level: 3)
            }
        }
    }
}
