import Accounts
import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Registration
import Web

/// What has to be done about events that are held today or were held.
enum DeliveryToday {
    /// For the centre's people: doors of today, marks and reports that are missing.
    @Sendable static func tell(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let doors = try ReportStore.sessions(on: asked.today, at: asked.centre.id, in: act).filter { !$0.event.form.countsVisitors }.map { event, session in
            line(.waiting, asked.today, event, T.delivery.todayDoor, T.delivery.todayDoorAct, "/sessions/\(session.id)/door", asked)
        }
        let waiting = try ReportStore.waiting(at: asked.centre.id, in: act)
        let zone = asked.centre.zone
        let unmarked = try EventStore.events(waiting.unmarked, in: act).map { event in
            line(.bad, event.starts.map { zone.day(of: $0) } ?? asked.today, event, T.delivery.todayUnmarked, T.delivery.todayUnmarkedAct, "/attendance", asked)
        }
        let unreported = try EventStore.events(waiting.unreported.filter { !waiting.unmarked.contains($0) }, in: act).map { event in
            line(.waiting, event.ends.map { zone.day(of: $0) } ?? asked.today, event, T.delivery.todayReport, T.delivery.todayReportAct, "/report", asked)
        }
        return TodayPart(lines: doors + unmarked + unreported)
    }

    /// What is not done yet of an event that is to be marked as held or closed: marks in each session, then the report.
    @Sendable static func gaps(_ asked: EventGapsAsked, in act: Act) throws -> [EventGap] {
        let roll = try Roll(asked.event, in: act)
        let unmarked = roll.sessions.compactMap { session -> EventGap? in
            let count = roll.unmarked(session.id)
            guard count > 0 else { return nil }
            let what = T.delivery.gapUnmarked(count: count, day: .day(session.day, .short), times: .times(session.begins, session.ends))
            return EventGap(what, at: "/attendance")
        }
        guard asked.target == .closed else { return unmarked }
        guard let text = try ReportStore.text(of: asked.event.id, in: act) else { return unmarked + [EventGap(T.delivery.gapReport, at: "/report")] }
        let groups = try GroupCountStore.roll(of: asked.event, roll.rows, in: act)
        let isCounted = text.visitors != nil || !groups.isEmpty && groups.uncounted == 0
        let open = try ConclusionStore.all(of: asked.event.id, in: act).count { $0.done == nil }
        return unmarked + (asked.event.form.countsVisitors && !isCounted ? [EventGap(T.delivery.gapVisitors, at: groups.isEmpty ? "/report" : "/groups")] : [])
            + (open > 0 ? [EventGap(T.delivery.gapConclusions(count: open), at: "/conclusions")] : [])
    }

    /// For a trainer: the doors of today's sessions that they hold. The centre's people have them on their own page.
    @Sendable static func doors(_ asked: MeAsked, in act: Act) throws -> MePart {
        guard !act.by.coordinates(asked.centre.id) else { return MePart() }
        let sessions = try ReportStore.sessions(on: asked.today, at: asked.centre.id, in: act).filter { !$0.event.form.countsVisitors }
        let part = PagePart(T.delivery.mineDoors) { reader in
            ActList(sessions.map { event, session in
                ActList.Line(
                    .waiting, when: reader.t.times(session.begins, to: session.ends), reader.t.run(event.title(in: reader.language)),
                    act: Look.Link(reader.t(T.delivery.door), href: reader.link("/staff/events/\(event.id)/sessions/\(session.id)/door")))
            })
        }
        return MePart((10, sessions.isEmpty ? nil : part))
    }

    /// For whoever leads something: the groups to come, each with its day, its place and how many have a seat.
    @Sendable static func groups(_ asked: MeAsked, in act: Act) throws -> MePart {
        let events = try EventStore.led(by: asked.person, at: asked.centre.id, in: act)
        let seats = try RegistrationStore.seats(of: events, in: act)
        let part = PagePart(T.delivery.mineGroups) { reader in
            ForEach(events) { event in
                let days = event.days.map { Run(reader.t.days($0)) }
                let people = Run(reader.t(T.delivery.groupPeople(count: seats[event.id]?.taken ?? 0)))
                PersonLine(
                    reader.t.run(event.title(in: reader.language)), href: reader.link("/me/groups/\(event.id)"),
                    detail: [days, place(event, reader.t), people].compactMap(\.self))
            }
            HTML::p { a(.href(reader.link("/me/groups"))) { reader.t(T.delivery.groupsAll) } }
        }
        return MePart((15, events.isEmpty ? nil : part))
    }

    /// Where it is held; a group that moves is told by its first place.
    private static func place(_ event: Event, _ t: Texts) -> Run? {
        event.plan.sessions.first.map { EventSummary.place($0, of: event) }.flatMap { $0.isEmpty ? nil : t.run($0) }
    }

    private static func line(
        _ tone: Tone, _ day: Day, _ event: Event, _ what: Phrase, _ deed: Phrase, _ path: String, _ asked: TodayAsked
    ) -> TodayPart.Line {
        TodayPart.Line(tone, day, asked.t.run(event.title(in: asked.t.language)), what, deed, path: "/staff/events/\(event.id)\(path)")
    }
}
