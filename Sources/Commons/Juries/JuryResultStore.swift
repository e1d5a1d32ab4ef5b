package import Centres
package import Contests
package import Events
package import Kernel
import Languages
import Storage

/// Results and the gallery, as everybody may see them at this moment.
package enum JuryResultStore {
    // MARK: Results

    /// - Throws: `Problem.missing` as long as nothing is published.
    package static func results(of id: Contest.ID, at centre: Centre.ID, in act: Act) throws -> JuryResults {
        let contest = try shown(id, at: centre, in: act)
        let works = try ContestWorkStore.showable(of: id, in: act), prizes = try JuryDecisionStore.prizes(of: id, in: act)
        let parts = contest.categories.map { category in
            JuryResults.Part(category: category, results: works.filter { $0.category == category.id }.compactMap { work in
                prizes[work.id].map { JuryResult(prize: $0.prize, work: work) }
            }.sorted { ($0.prize.rawValue, $0.work.code) < ($1.prize.rawValue, $1.work.code) })
        }
        return JuryResults(
            contest: contest, parts: parts, works: works.count, event: try event(of: contest, in: act), hasGallery: works.contains { $0.isShown })
    }

    /// A contest whose results everybody may read: it was decided.
    package static func shown(_ id: Contest.ID, at centre: Centre.ID, in act: Act) throws -> Contest {
        let contest = try ContestStore.contest(id, at: centre, in: act)
        guard contest.state == .decided || contest.state == .closed else { throw Problem.missing }
        return contest
    }

    /// The opening, if everybody may read of it.
    private static func event(of contest: Contest, in act: Act) throws -> (path: String, day: Day?)? {
        let own: Event.ID? = try act.db.value("SELECT event FROM jury WHERE contest = \(contest.id)")
        guard let id = own ?? contest.event, let event = try EventStore.events([id], in: act).first, event.isPublic else { return nil }
        let zone = try CentreStore.centre(contest.centre, in: act).zone
        return ("/events/\(id)", event.starts.map(zone.day(of:)))
    }

    // MARK: Gallery

    /// The works that may be shown: those with a prize first, then by category and code.
    package static func gallery(of id: Contest.ID, at centre: Centre.ID, in act: Act) throws -> (contest: Contest, works: [GalleryWork]) {
        let contest = try shown(id, at: centre, in: act), prizes = try JuryDecisionStore.prizes(of: id, in: act)
        let order = Dictionary(uniqueKeysWithValues: contest.categories.enumerated().map { ($1.id, $0) })
        let works = try ContestWorkStore.showable(of: id, in: act).filter(\.isShown).map { GalleryWork(work: $0, prize: prizes[$0.id]?.prize) }
        return (contest, works.sorted { one, other in
            (one.prize?.rawValue ?? 9, order[one.work.category] ?? 0, one.work.code) < (other.prize?.rawValue ?? 9, order[other.work.category] ?? 0, other.work.code)
        })
    }

    /// One of them, with its neighbours.
    package static func work(
        _ code: String, of id: Contest.ID, at centre: Centre.ID, in act: Act
    ) throws -> (contest: Contest, works: [GalleryWork], index: Int) {
        let (contest, works) = try gallery(of: id, at: centre, in: act)
        guard let index = works.firstIndex(where: { $0.work.code == code }) else { throw Problem.missing }
        return (contest, works, index)
    }

    // MARK: An opening

    /// So many weeks from today the opening is proposed that nobody has dated yet.
    static let weeks = 3

    /// Makes the opening of the exhibition the draft of an event.
    package static func makeEvent(_ form: EventForm.ID, of id: Contest.ID, title: String, at centre: Centre.ID, in act: Act) throws -> Event.ID {
        let contest = try ContestStore.desked(id, at: centre, in: act), home = try CentreStore.centre(centre, in: act)
        guard contest.state == .judging || contest.state == .decided else { throw Problem.conflict(T.juries.errorNotDecided) }
        guard try act.db.value("SELECT event FROM jury WHERE contest = \(id)", as: Event.ID.self) == nil else { throw Problem.conflict(T.juries.errorEventTwice) }
        let kind = try EventFormStore.form(form, at: centre, in: act)
        let plan = plan(of: contest, titled: title, kind, home, today: home.zone.day(of: act.now))
        let event = try EventStore.draft(kind.id, plan, centre: centre, in: act)
        try act.db.run("UPDATE jury SET event = \(event) WHERE contest = \(id)")
        try act.record(T.juries.eventDeed, .contest(id), under: .event(event), centre: centre)
        return event
    }

    static func plan(of contest: Contest, titled title: String, _ form: EventForm, _ centre: Centre, today: Day) -> EventPlan {
        let earliest = today.adding(days: weeks * 7), day = (0..<7).lazy.map { earliest.adding(days: $0) }.first { $0.weekday == .thursday } ?? earliest
        let (six, eight) = (ClockTime(hour: 18, minute: 0) ?? .midnight, ClockTime(hour: 20, minute: 0) ?? .midnight)
        return EventPlan(
            language: contest.language, seats: form.countsSeats ? 60 : 0, deadline: day.adding(days: -3), fee: .nothing(centre.currency), payers: [.free],
            texts: [contest.language: EventText(title: String(title.prefix(TextLimit.sentence.rawValue)), description: contest.draft.lead)],
            sessions: [EventSession(day: day, begins: six, ends: eight, place: String(centre.street.prefix(TextLimit.of("place").rawValue)))])
    }

    static func drop(_ event: Event.ID, in act: Act) throws { try act.db.run("UPDATE jury SET event = NULL WHERE event = \(event)") }
}
