import Foundation
package import Kernel
package import Languages
package import Storage

/// A municipality (општина, savivaldybė): where schools and centres stand, and what a centre's territory is made of.
package struct Municipality: Sendable {
    package typealias ID = Kernel.ID<Municipality>

    package let id: ID
    package let country: Country
    package let name: String
    package let district: String
    /// Its seat on the map; nil when the list it came from did not tell.
    package let seat: Coordinates?

    package init(row: Row) throws {
        id = try row["id"]
        country = try row["country"]
        name = try row["name"]
        district = try row["district"]
        seat = try Coordinates(latitude: row["latitude"], longitude: row["longitude"])
    }

    package func name(in language: Language) -> String { language.writes(name) }
    package func district(in language: Language) -> String { language.writes(district) }
}

extension Language {
    /// A name of a place or an institution: Cyrillic on Cyrillic pages, Latin on all others.
    package func writes(_ name: String) -> String { self == .sr ? name : Script.latin(fromCyrillic: name) }
}

/// A municipality in a list.
struct ListedMunicipality: Sendable {
    let municipality: Municipality
    let holder: Centre.ID?
    let schools: Int
}

/// A point on the map, in degrees.
package struct Coordinates: Sendable, Hashable, Codable {
    package let latitude: Double
    package let longitude: Double

    package init?(latitude: Double?, longitude: Double?) {
        guard let latitude, let longitude, (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
        self.latitude = latitude
        self.longitude = longitude
    }

    /// The way over the ground as a bird flies, by the haversine formula on a ball of 6,371 km.
    package func kilometres(to other: Coordinates) -> Double {
        func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
        func haversine(_ angle: Double) -> Double { sin(angle / 2) * sin(angle / 2) }
        let a = haversine(radians(other.latitude - latitude))
            + cos(radians(latitude)) * cos(radians(other.latitude)) * haversine(radians(other.longitude - longitude))
        return 2 * 6_371 * asin(min(1, a.squareRoot()))
    }

    /// The country whose frame holds the point, for lists that do not name one.
    var country: Country? {
        if (41.5...46.5).contains(latitude), (18.5...23.5).contains(longitude) { return .serbia }
        if (53.5...56.7).contains(latitude), (20.5...27).contains(longitude) { return .lithuania }
        return nil
    }
}
