package import Centres
package import Kernel
import Storage

/// In which town an event is held: as its plan says; in a hall of the centre's own house, at the seat of the centre.
package enum EventTownStore {
    package static func town(of event: Event, in act: Act) throws -> Municipality? {
        let town = try town(of: event, address: { try address(of: event, in: act) }, seat: { try CentreStore.centre(event.centre, in: act).municipality })
        return try town.map { try MunicipalityStore.municipality($0, in: act) }
    }

    private static func town(of event: Event, address: () throws -> String, seat: () throws -> Municipality.ID?) rethrows -> Municipality.ID? {
        if let said = event.plan.municipality { return said }
        return try event.plan.sessions.first?.hall != nil && address().isEmpty ? seat() : nil
    }

    /// Of the hall in which it begins, where that is elsewhere than the centre.
    package static func address(of event: Event, in act: Act) throws -> String {
        guard let hall = event.plan.sessions.first?.hall else { return "" }
        return try HallStore.halls(of: event.centre, all: true, in: act).first { $0.id == hall }?.details.address ?? ""
    }

    /// Town and address of each of many events, as people would look for them: three queries.
    static func places(of events: [Event], in act: Act) throws -> [Event.ID: [String]] {
        let halls = Array(Set(events.compactMap { $0.plan.sessions.first?.hall }))
        let addresses: [Hall.ID: String] = try act.db.rows("SELECT id, address FROM hall WHERE id IN \(list: halls)").reduce(into: [:]) { addresses, row in
            addresses[try row["id"]] = try row["address"] as String
        }
        let centres = Array(Set(events.map(\.centre)))
        let seats: [Centre.ID: Municipality.ID] = try act.db.rows("SELECT id, municipality FROM centre WHERE id IN \(list: centres)").reduce(into: [:]) { seats, row in
            seats[try row["id"]] = try row["municipality"] as Municipality.ID?
        }
        let found = events.map { event in
            let address = event.plan.sessions.first?.hall.flatMap { addresses[$0] } ?? ""
            return (event: event.id, address: address, town: town(of: event, address: { address }, seat: { seats[event.centre] }))
        }
        let towns = Array(Set(found.compactMap(\.town)))
        let names: [Municipality.ID: String] = try act.db.rows("SELECT id, name FROM municipality WHERE id IN \(list: towns)").reduce(into: [:]) { names, row in
            names[try row["id"]] = try row["name"] as String
        }
        return found.reduce(into: [:]) { places, found in
            places[found.event] = [found.town.flatMap { names[$0] } ?? "", found.address].filter { !$0.isEmpty }
        }
    }
}
