import Accounts
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
package import Web

/// A group that a trainer is to lead: when, where, how many, who.
package enum GroupPages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        let roll = try await visit.read { act in
            let event = try EventStore.event(id, in: act)
            // Only who leads it; for everybody else there is no such page.
            guard let person = act.by.person, event.state != .draft, event.plan.trainers.contains(where: { $0.person == person }) else { throw Problem.missing }
            return try Roll(event, in: act)
        }
        return visit.page(GroupViews(reader: visit.reader).show(roll))
    }
}

struct GroupViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show(_ roll: Roll) -> Screen {
        let title = roll.event.title(in: reader.language)
        return Screen(title.text, trail: [Look.Link(t(T.accounts.mine), href: reader.link("/me"))], isIndexed: false) {
            Heading(title.text, kind: t(T.delivery.group), lang: title.language.htmlLang)
            Facts { ForEach(EventSummary.facts(roll.event, roll.centre, t)) { fact in FactLine(fact.label, fact.value) } }
            h2 { t(T.delivery.groupPeople(count: roll.rows.count)) }
            if roll.rows.isEmpty { HTML::p { t(T.delivery.groupNobody) } }
            ForEach(roll.rows) { row in
                PersonLine(row.name.listed, detail: [t.shown(row.school), t.shown(row.place)].filter { !$0.isEmpty }.joined(separator: ", "))
            }
        }
    }
}
