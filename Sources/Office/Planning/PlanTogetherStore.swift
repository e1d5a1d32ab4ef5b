import Accounts
import Catalogue
package import Centres
import Events
package import Kernel
package import Languages
import Storage

/// What the centres of one installation plan, for those who run any of them.
package enum PlanTogetherStore {
    /// Of one's own centre all lines are there; of another those that were handed in and not given back. What is announced is everybody's.
    package static func together(_ month: OfferMonth, seenFrom own: Centre.ID, in act: Act) throws -> Together {
        try together(in: month.days, seenFrom: own, in: act)
    }

    /// What other centres do of the same programmes in the same weeks.
    package static func clashes(with own: [TogetherLine], in days: ClosedRange<Day>, seenFrom centre: Centre.ID, in act: Act) throws -> [TogetherLine] {
        try together(in: days.weeks, seenFrom: centre, in: act).lines.filter { other in own.contains { $0.clashes(with: other) } }
    }

    private static func together(in days: ClosedRange<Day>, seenFrom own: Centre.ID, in act: Act) throws -> Together {
        guard act.by.coordinates(own) else { throw Problem.missing }
        let centres = try CentreStore.all(in: act), (first, last) = (days.lowerBound, days.upperBound)
        let inside = try EventFormStore.all(in: act).values.filter(\.isInternal).map(\.id)
        let ids = try act.db.rows("""
            SELECT e.id FROM event e WHERE (e.state IN ('announced', 'confirmed') OR (e.state = 'draft' AND e.centre = \(own))) AND e.form NOT IN \(list: inside)
                AND EXISTS (SELECT 1 FROM event_session s WHERE s.event = e.id AND s.day BETWEEN \(first) AND \(last))
            """).map { try $0["id"] as Event.ID }
        var lines = try EventStore.events(ids, in: act).compactMap { event -> TogetherLine? in
            guard let begins = event.firstDay, let ends = event.plan.sessions.map(\.day).max() else { return nil }
            let title = event.title(in: event.plan.language).text
            return TogetherLine(
                centre: event.centre, form: event.form.id, programme: event.plan.programme, title: title, days: begins...max(begins, ends), event: event.id)
        }
        lines += try act.db.rows("""
            SELECT p.centre, i.form, i.programme, i.title, i.first_day, i.last_day FROM plan_item i JOIN year_plan p ON p.id = i.plan
            WHERE p.centre = \(own) AND i.first_day <= \(last) AND i.last_day >= \(first) AND NOT EXISTS (SELECT 1 FROM plan_item_event l WHERE l.item = i.id)
            UNION ALL
            SELECT p.centre, i.form, i.programme, i.title, i.first_day, i.last_day FROM plan_version_item i JOIN plan_version v ON v.id = i.version
            JOIN year_plan p ON p.id = v.plan
            WHERE p.centre <> \(own) AND v.state <> 'returned' AND i.first_day <= \(last) AND i.last_day >= \(first)
                AND v.number = (SELECT max(w.number) FROM plan_version w WHERE w.plan = v.plan AND w.state <> 'returned')
                AND NOT EXISTS (SELECT 1 FROM plan_item_event l WHERE l.item = i.item)
            """).map { row in
                let (begins, ends): (Day, Day) = (try row["first_day"], try row["last_day"])
                return TogetherLine(centre: try row["centre"], form: try row["form"], programme: try row["programme"], title: try row["title"],
                    days: begins...max(begins, ends))
            }
        let order = Dictionary(uniqueKeysWithValues: centres.enumerated().map { ($1.id, $0) })
        return Together(month: days, centres: centres, lines: lines.sorted {
            ($0.isDated ? 0 : 1, $0.days.lowerBound.number, order[$0.centre] ?? 0, $0.title) < ($1.isDated ? 0 : 1, $1.days.lowerBound.number,
                order[$1.centre] ?? 0, $1.title)
        })
    }
}
