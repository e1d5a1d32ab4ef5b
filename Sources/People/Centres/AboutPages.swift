import Forms
package import Kernel
package import Languages
package import Web

/// What anybody may know of a centre.
package enum AboutPages {
    @Sendable package static func about(_ visit: Visit) async throws -> Answer {
        let (id, alphabet, asked) = (visit.centre.id, visit.language.alphabet, AboutAsked(centre: visit.centre.id, today: visit.today))
        let (centre, towns, halls, schools, parts) = try await visit.read { act in
            (try CentreStore.centre(id, in: act), try TerritoryStore.territory(of: id, alphabet, in: act), try HallStore.halls(of: id, in: act),
             try SchoolStore.count(.init(territory: id), in: act), try act.ask(asked).flatMap(\.self))
        }
        let reader = visit.reader
        return visit.page(AboutViews(reader: reader).about(centre, towns, halls, schools: schools, parts.map { ($0.title, $0.show(reader)) }))
    }

    @Sendable package static func schools(_ visit: Visit) async throws -> Answer { visit.page(AboutViews(reader: visit.reader).schools()) }
}

/// What else a centre tells of itself on the page about it: each room above adds its parts.
package struct AboutAsked: Question {
    package typealias Answer = [PagePart]
    package let centre: ID<CentreTag>
    package let today: Day
}
