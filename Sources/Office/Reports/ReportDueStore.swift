package import Centres
package import Kernel
package import Languages
import Planning
import Storage

/// Which reports wait, from the terms that a centre has set.
package enum ReportDueStore {
    package static func due(at centre: Centre.ID, on today: Day, in act: Act) throws -> [ReportDue] {
        let terms = try CountingRuleStore.terms(of: centre, in: act)
        guard !terms.isEmpty else { return [] }
        let reports = try ReportStore.reports("centre = \(centre)", in: act)
        return terms.compactMap { term in
            guard let day = ReportDue.term(term, near: today) else { return nil }
            // A centre reports by the calendar or by school years: whichever it has begun or signed; the calendar where it has neither.
            let years = [PlanYear.Kind.calendar, .school].map { ReportDue.year(toldOn: day, $0) }
            let own = reports.filter { $0.kind == term.kind && years.contains($0.year) && $0.state != .withdrawn }
            guard !own.contains(where: { $0.state == .signed }) else { return nil }
            return ReportDue(kind: term.kind, year: own.first?.year ?? years[0], day: day, draft: own.first?.id)
        }
    }
}
