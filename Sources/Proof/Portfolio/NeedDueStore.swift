import Accounts
import Centres
import Events
import Kernel
import Languages
import Registration
import Storage

/// What rooms below ask of where people stand: to whom something is still due in a year, and how many days of paid leave are left.
enum NeedDueStore {
    /// Those who have not met something that the event would count for; where it is asked of no event, something for which programmes count.
    static func tell(_ asked: NeedAsked, in act: Act) throws -> [NeedPart: Set<Person.ID>]? {
        let centre = try CentreStore.centre(asked.centre, in: act.looking), packs = try RulePackStore.packs(of: centre.country, in: act)
        guard let pack = packs.judging(asked.year) else { return nil }
        var store = EvidenceStore()
        let coming = try asked.event.map { try store.coming([$0], in: act) }
        let people = asked.people.sorted()
        let evidence = try store.evidence(of: people, in: packs.earliest(for: asked.year)...asked.year.last, in: act)
        let due = people.filter { person in
            Standing(evidence[person] ?? [], in: asked.year, by: pack, of: packs).lines.contains { line in
                guard !line.isFulfilled else { return false }
                return coming.map { $0.contains(where: line.requirement.counts) } ?? line.requirement.of.contains(.programme)
            }
        }
        return [.due: Set(due)]
    }

    /// Nil where no rule gives any.
    static func leave(_ asked: LeaveAsked, in act: Act) throws -> [Person.ID: Int]? {
        let centre = try CentreStore.centre(asked.centre, in: act.looking)
        guard let rule = try RulePackStore.packs(of: centre.country, in: act).judging(asked.year)?.leave else { return nil }
        return try act.db.rows("""
            SELECT person, count(*) AS used FROM paid_leave
            WHERE person IN \(list: asked.people.sorted()) AND day >= \(asked.year.first) AND day <= \(asked.year.last) GROUP BY person
            """).reduce(into: Dictionary(uniqueKeysWithValues: asked.people.map { ($0, rule.days) })) { left, row in
            let used: Int = try row["used"]
            left[try row["person"]] = max(0, rule.days - used)
        }
    }
}
