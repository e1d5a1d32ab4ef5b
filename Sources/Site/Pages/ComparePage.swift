import Catalogue
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// Programmes side by side, each with its next dates.
enum ComparePage {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let comparison = ProgrammeComparison(visit.query[ProgrammeComparison.field])
        let (programmes, dates) = try await visit.read { act in
            let programmes = try ProgrammeStore.all(comparison.ids, in: act)
            return (programmes, try Dictionary(uniqueKeysWithValues: programmes.map { ($0.id, try EventStore.dates(of: $0.id, in: act)) }))
        }
        let t = visit.t
        return visit.page(ComparisonViews(reader: visit.reader).show(programmes, comparison) { programme in
            Markup(ForEach(dates[programme.id] ?? []) { event in
                div { a(.href(visit.link("/events/\(event.id)"))) { event.days.map { t.days($0) } ?? t.run(event.title(in: t.language)).text } }
            })
        })
    }
}
