import Accounts
import Bookings
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Registration

struct GroupViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ groups: OwnGroups) -> Screen {
        Screen(t(T.delivery.groupsAll), trail: [Look.Link(t(T.accounts.mine), href: reader.link("/me"))], isIndexed: false) {
            Heading(t(T.delivery.groupsAll), lead: t(T.delivery.groupsLead))
            h2 { t(T.delivery.groupsComing) }
            if groups.coming.isEmpty { HTML::p { t(T.delivery.groupsNone) } } else { table(groups.coming, groups, t(T.delivery.groupsComing)) }
            if !groups.past.isEmpty {
                h2 { t(T.delivery.groupsPast) }
                table(groups.past, groups, t(T.delivery.groupsPast))
            }
            h2 { t(T.delivery.groupsCalendar) }
            HTML::p { t(T.delivery.groupsCalendarText) }
            CalendarViews(reader: reader).address(groups.calendar, renew: "/me/groups/calendar")
        }
    }

    private func table(_ events: [Event], _ groups: OwnGroups, _ name: String) -> some HTML {
        DataTable(name, rows: events, columns: [
            Column(t(T.events.when)) { event in event.days.map { t.days($0) } ?? "" },
            Column(t(T.events.titleField), .name) { event in
                a(.href(reader.link("/me/groups/\(event.id)"))) { t.run(event.title(in: t.language)) }
            },
            Column(t(T.events.hall)) { event in place(event) },
            Column(t(T.events.seats), .number) { event in
                let seats = groups.seats[event.id]
                "\(seats?.taken ?? 0)/\(seats?.seats ?? event.plan.seats)"
            },
            Column(t(T.delivery.groupDoors), .act) { event in doors(event, groups) },
        ], isCaptionHidden: true)
    }

    /// Where it is held; each place once.
    private func place(_ event: Event) -> Run {
        let places = event.plan.sessions.map { EventSummary.place($0, of: event) }.filter { !$0.isEmpty }
        return t.run(places.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: ", "))
    }

    /// The doors of today's sessions, and the programme.
    @HTMLBuilder private func doors(_ event: Event, _ groups: OwnGroups) -> some HTML {
        if groups.isAtDoor {
            ForEach(Array(zip(event.plan.sessions, event.sessionRows)).filter { $0.0.day == reader.today }) { session, row in
                a(.href(reader.link("/staff/events/\(event.id)/sessions/\(row)/door"))) { t(T.delivery.door); " "; t.times(session.begins, to: session.ends) }
                " "
            }
        }
        if let programme = event.plan.programme { a(.href(reader.link("/programmes/\(programme)"))) { t(T.events.programme) } }
    }

    /// - Parameter parts: what other rooms have for whoever leads it.
    func show(_ roll: Roll, _ parts: [(title: Phrase?, shown: Markup)]) -> Screen {
        let title = roll.event.title(in: reader.language)
        return Screen(title.text, trail: [Look.Link(t(T.delivery.groupsAll), href: reader.link("/me/groups"))], isIndexed: false) {
            Heading(title.text, kind: t(T.delivery.group), lang: title.language.htmlLang)
            Facts { ForEach(EventSummary.facts(roll.event, roll.centre, t)) { fact in FactLine(fact.label, fact.value) } }
            h2 { t(T.delivery.groupPeople(count: roll.rows.count)) }
            if roll.rows.isEmpty { HTML::p { t(T.delivery.groupNobody) } }
            ForEach(roll.rows) { row in
                PersonLine(Run(row.name.listed), detail: [row.school, row.place].filter { !$0.isEmpty }.map { t.run($0) })
            }
            ForEach(parts) { part in
                if let title = part.title { h2 { t(title) } }
                part.shown
            }
        }
    }
}
