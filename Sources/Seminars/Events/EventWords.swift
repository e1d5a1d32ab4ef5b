import Catalogue
import Centres
package import Kernel
import Languages
import Storage

/// What events are found by: subject, topic, trainer, place, as the field on the front page says.
extension EventStore {
    package static func reindex(in act: Act) throws { try index("ORDER BY e.id", in: act) }

    /// Makes the events findable that name something with other words than before.
    static func index(naming subject: Subject, in act: Act) throws {
        let id = subject.id
        switch subject.noun {
        case "programme": try index("WHERE e.programme = \(id)", in: act)
        case "hall": try index("WHERE EXISTS (SELECT 1 FROM event_session s WHERE s.event = e.id AND s.hall = \(id))", in: act)
        case "centre": try index("WHERE e.centre = \(id)", in: act)
        case "municipality":
            try index("WHERE e.municipality = \(id) OR e.municipality IS NULL AND e.centre IN (SELECT c.id FROM centre c WHERE c.municipality = \(id))", in: act)
        default: break
        }
    }

    /// Makes the events findable of a condition over `event e`.
    static func index(_ condition: SQL, in act: Act) throws {
        for (event, text) in try words(of: events(condition, in: act), in: act) { try act.db.index("event", event, text) }
    }

    /// What events are found by, each under its number: a few queries, however many there are.
    static func words(of events: [Event], in act: Act) throws -> [(subject: Int64, text: SearchText)] {
        var programmes: [Programme.ID: Programme] = [:]
        for id in Set(events.compactMap(\.plan.programme)) { programmes[id] = try programme(id, in: act) }
        let places = try EventTownStore.places(of: events, in: act)
        return events.map { event in
            (event.id.value, words(of: event, event.plan, event.plan.programme.flatMap { programmes[$0] }, at: (places[event.id] ?? []) + event.halls.values))
        }
    }

    private static func words(of event: Event, _ plan: EventPlan, _ programme: Programme?, at places: [String]) -> SearchText {
        let titles = plan.texts.map { language, text in (text.title, language) }
        var bodies = ([plan.target] + plan.sessions.map(\.place) + places).map { ($0, plan.language) }
        for language in [Language.sr, .lt, .en] { bodies.append((event.form.name(in: language).text, language)) }
        for (language, text) in plan.texts { bodies += [(text.summary, language), (text.description, language)] }
        if let programme { bodies += programme.codeTexts + [(programme.goal, programme.language), (programme.topics, programme.language)] }
        return SearchText(number: programme?.number ?? "", titles: titles, bodies: bodies, names: plan.trainers.map(\.name))
    }
}
