package import Centres
package import Events
package import Kernel
import Languages
import Planning
import Storage

/// From a figure to its events, from an event to its people. Who looks at people is written down.
package enum ReportOpeningStore {
    package static func open(_ figure: ReportFigure, of id: Report.ID, at centre: Centre.ID, in act: Act) throws -> ReportOpening {
        guard figure.opensEvents else { throw Problem.missing }
        let folder = try ReportStore.folder(id, at: centre, in: act)
        return ReportOpening(
            figure, of: folder.report, try facts(of: folder.report, in: act), basis: try ReportLineStore.basis(of: id, in: act),
            told: folder.figure(figure)?.values[.now])
    }

    private static func facts(of report: Report, at event: Event.ID? = nil, withJobs: Bool = false, in act: Act) throws -> ReportFacts {
        let centre = try CentreStore.centre(report.centre, in: act)
        return try ReportFactsStore.facts(in: report.year.days, at: centre, of: event, withJobs: withJobs, in: act)
            .counted(report.way, in: report.municipality)
    }

    package static func rows(of event: Event.ID, in id: Report.ID, at centre: Centre.ID, in act: Act) throws -> ReportRows {
        let report = try ReportStore.report(id, at: centre, in: act), facts = try facts(of: report, at: event, in: act), visits = facts.visits
        guard let found = facts.events.first else { throw Problem.missing }
        var names: [ID<PersonTag>: String] = [:], order: [ID<PersonTag>] = []
        for row in try act.db.rows("""
            SELECT id, given_name, family_name, erased FROM person WHERE id IN \(list: visits.map(\.person)) ORDER BY key_azbuka, id
            """) {
            let person: ID<PersonTag> = try row["id"], given: String = try row["given_name"], family: String = try row["family_name"]
            order.append(person)
            if try row["erased"] as Instant? == nil { names[person] = "\(given) \(family)" }
        }
        let byPerson = Dictionary(grouping: visits, by: \.person)
        return ReportRows(report: report, event: found, rows: order.flatMap { person in
            (byPerson[person] ?? []).map { visit in
                ReportRows.Row(person: person, name: names[person], school: visit.school.flatMap { facts.schools[$0]?.name } ?? "", visit: visit)
            }
        })
    }

    package static func source(of id: Report.ID, at centre: Centre.ID, in act: Act) throws -> ReportSource {
        let folder = try ReportStore.folder(id, at: centre, in: act)
        return ReportSource(folder: folder, facts: try facts(of: folder.report, withJobs: true, in: act))
    }

    /// A look at people is a line of the journal, once a day, before they are read.
    /// - Parameter event: those of which are looked at; nil of all.
    package static func look(at event: Event.ID?, in id: Report.ID, at centre: Centre.ID, in act: Act) throws {
        let report = try ReportStore.report(id, at: centre, in: act), office = try CentreStore.centre(centre, in: act)
        let zone = office.zone, under = event?.value ?? 0
        if let event {
            let held = try ReportFactsStore.held(in: report.year.days, at: office, of: event, in: act)
            guard try act.db.exists("SELECT 1 AS held FROM event e WHERE \(held)") else { throw Problem.missing }
        }
        let last: Instant? = try act.db.value("""
            SELECT max(at) AS at FROM journal WHERE noun = 'report' AND subject = \(report.id) AND coalesce(under, 0) = \(under)
                AND deed = \(T.reports.deedLooked.key.name.description) AND person = \(act.by.person)
            """)
        if let last, zone.day(of: last) == zone.day(of: act.now) { return }
        try act.record(T.reports.deedLooked, .report(report.id), under: event.map { .event($0) }, centre: report.centre)
    }
}
