package import Centres
package import Kernel

/// In which town an event is held: as its plan says; in a hall of the centre's own house, at the seat of the centre.
package enum EventTownStore {
    package static func town(of event: Event, in act: Act) throws -> Municipality? {
        if let said = event.plan.municipality { return try MunicipalityStore.municipality(said, in: act) }
        guard event.plan.sessions.first?.hall != nil, try address(of: event, in: act).isEmpty else { return nil }
        return try CentreStore.centre(event.centre, in: act).municipality.map { try MunicipalityStore.municipality($0, in: act) }
    }

    /// Of the hall in which it begins, where that is elsewhere than the centre.
    package static func address(of event: Event, in act: Act) throws -> String {
        guard let hall = event.plan.sessions.first?.hall else { return "" }
        return try HallStore.halls(of: event.centre, all: true, in: act).first { $0.id == hall }?.details.address ?? ""
    }
}
