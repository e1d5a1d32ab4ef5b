import Centres
import Events
import Forms
import Kernel
import Languages
import Look
import Registration
import Web

/// The front of the network: all centres of this installation, and what they hold.
enum NetworkFrontPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let filter = NetworkFilter(visit.query), alphabet = visit.language.alphabet
        let (sight, seats) = try await visit.read { act in
            let sight = try NetworkFrontStore.sight(filter, alphabet, in: act)
            return (sight, try RegistrationStore.seats(of: sight.events, in: act))
        }
        return visit.page(NetworkFrontViews(reader: visit.reader, address: visit.records.address).show(sight, seats))
    }
}

/// Events that a centre offers with others, for its own people.
enum JointEventPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer { visit.page(try await list(visit, visit.form())) }

    private static func list(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id
        return JointEventViews(reader: visit.reader).list(try await visit.read { try JointEventStore.lines(at: centre, in: $0) }, form)
    }

    /// Which centres offer an event too, at its desk.
    @Sendable static func ofEvent(_ visit: Visit) async throws -> Answer { visit.page(try await ofEvent(visit, visit.form())) }

    private static func ofEvent(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id, id: Event.ID = try visit.id("event")
        let (event, joints, centres) = try await visit.read { act in
            let event = try EventStore.event(id, in: act)
            guard event.centre == centre, act.by.coordinates(centre) else { throw Problem.missing }
            return (event, try JointEventStore.all(of: id, in: act), try CentreStore.all(in: act))
        }
        return JointEventViews(reader: visit.reader).ofEvent(event, joints, centres, form)
    }

    @Sendable static func ask(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, id: Event.ID = try visit.id("event"), typed = visit.typed
        return try await visit.submit {
            var faults = Faults()
            let other = Centre.ID(typed["centre"]), words = typed["words"]
            faults.require(other != nil, "centre", T.networkfront.errorCentre)
            faults.limit(words, "words", most: 300)
            try faults.check()
            guard let other else { throw Problem.missing }
            return try await visit.act { act in
                try JointEventStore.ask(other, for: id, words: words, at: centre, in: act)
                return Redirect(visit.link("/staff/events/\(id)/joint"), T.networkfront.saidAsked)
            }
        } again: { try await ofEvent(visit, $0) }
    }

    @Sendable static func agree(_ visit: Visit) async throws -> Answer { try await answer(visit, agrees: true, T.networkfront.saidAgreed) }
    @Sendable static func decline(_ visit: Visit) async throws -> Answer { try await answer(visit, agrees: false, T.networkfront.saidDeclined) }

    private static func answer(_ visit: Visit, agrees: Bool, _ said: Phrase) async throws -> Answer {
        let centre = visit.centre.id, id: JointEvent.ID = try visit.id("joint")
        return try await visit.submit {
            try await visit.act { act in
                try JointEventStore.answer(id, agrees: agrees, at: centre, in: act)
                return Redirect(visit.link("/staff/joint"), said)
            }
        } again: { try await list(visit, $0) }
    }

    @Sendable static func end(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, id: JointEvent.ID = try visit.id("joint")
        return try await visit.submit {
            try await visit.act { act in
                try JointEventStore.end(id, at: centre, in: act)
                return Redirect(visit.link("/staff/joint"), T.networkfront.saidEnded)
            }
        } again: { try await list(visit, $0) }
    }

    /// The one list, for the centre that offers the event too. The look is an act: it leaves a row in the journal.
    @Sendable static func seats(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, id: JointEvent.ID = try visit.id("joint")
        let (line, seats) = try await visit.witnessed { act in
            let line = try JointEventStore.line(id, at: centre, in: act)
            return (line, try JointEventStore.seats(of: line, at: centre, in: act))
        }
        return visit.page(JointEventViews(reader: visit.reader).seats(line, seats))
    }

    // MARK: Pages that rooms share

    /// What the centre was asked and has not answered.
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let centre = asked.centre.id, t = asked.t
        guard act.by.coordinates(centre) else { return TodayPart() }
        return TodayPart(lines: try JointEventStore.lines(at: centre, in: act).filter { $0.joint.state == .asked && $0.other.id == centre }.map { line in
            TodayPart.Line(
                .waiting, line.event.starts.map { asked.centre.zone.day(of: $0) } ?? asked.today, t.run(line.event.title(in: t.language)),
                T.networkfront.todayAsked(centre: .text(line.home.name(in: t.language))), T.networkfront.answer, path: "/staff/joint")
        })
    }

    @Sendable static func onDesk(_ asked: EventDeskAsked, in act: Act) throws -> EventDeskPart? {
        guard !asked.event.form.isInternal, try CentreStore.all(in: act).count > 1 else { return nil }
        return EventDeskPart(at: 90, doors: [EventDoor(T.networkfront.joint, "joint")])
    }
}
