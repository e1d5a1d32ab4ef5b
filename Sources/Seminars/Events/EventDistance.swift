import Kernel
package import Centres

extension EventListing {
    /// Distances in kilometres from one of these municipalities to those of them that are on the map.
    package static func distances(from id: Municipality.ID?, among towns: [Municipality]) -> [Municipality.ID: Double] {
        guard let start = towns.first(where: { $0.id == id })?.seat else { return [:] }
        return towns.reduce(into: [:]) { distances, town in distances[town.id] = town.seat.map { start.kilometres(to: $0) } }
    }
}
