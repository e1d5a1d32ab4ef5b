import Centres
import Foundation
package import Kernel
package import Languages
import Storage

/// Figures of the whole network: the own ones as they are counted now, those of neighbours as they signed them.
package enum NetworkFigureStore {
    package static func figures(of year: SchoolYear, at centre: ID<CentreTag>, in act: Act) throws -> NetworkFigures {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let own = try FeedContentStore.figures(of: year, in: act)
        let feeds = try act.db.rows("SELECT neighbour, made, body FROM neighbour_feed WHERE kind = 'figures'").reduce(into: [Neighbour.ID: (Instant, [YearFigures])]()) {
            let body: String = try $1["body"], content: FiguresContent? = FeedJSON.read(Array(body.utf8))
            $0[try $1["neighbour"]] = (try $1["made"], content?.years ?? [])
        }
        let lines = try NeighbourStore.all(in: act).map { neighbour in
            let told = feeds[neighbour.id]
            return NetworkFigures.Line(neighbour: neighbour, figures: told?.1.first { $0.year == year.start && $0.isSound }, made: told?.0)
        }
        return NetworkFigures(year: year, lines: [NetworkFigures.Line(neighbour: nil, figures: own, made: act.now)] + lines)
    }
}
