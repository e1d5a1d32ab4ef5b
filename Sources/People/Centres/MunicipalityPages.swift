import Forms
import Kernel
import Languages
package import Web

/// Municipalities as a list: where they are, how far, who answers for them, how many schools.
package enum MunicipalityPages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        let (id, alphabet, isNear) = (visit.centre.id, visit.language.alphabet, visit.query["sort"] == "near")
        let words = Fold.query(visit.query["q"])
        let (towns, names, seat) = try await visit.read { act in
            (try MunicipalityStore.listed(alphabet, in: act), try CentreStore.all(in: act), try CentreStore.seat(of: id, in: act))
        }
        var found = towns.filter { Self.matches($0.municipality, words) }
        if isNear, let seat { found.sort { Self.way(seat, $0) < Self.way(seat, $1) } }
        let centres = Dictionary(uniqueKeysWithValues: names.map { ($0.id, $0.name(in: visit.language)) })
        return visit.page(MunicipalityViews(reader: visit.reader).list(found, centres, seat))
    }

    /// All words must begin one of the words of its name or district, as everywhere.
    private static func matches(_ town: Municipality, _ words: [String]) -> Bool {
        guard !words.isEmpty else { return true }
        let own = Fold.tokens("\(town.name) \(town.district)")
        return words.allSatisfy { word in own.contains { $0.hasPrefix(word) } }
    }

    private static func way(_ seat: Coordinates, _ town: ListedMunicipality) -> Double {
        town.municipality.seat.map { seat.kilometres(to: $0) } ?? .infinity
    }
}
