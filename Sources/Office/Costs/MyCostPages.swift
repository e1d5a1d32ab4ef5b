import Centres
import Forms
import Kernel
import Web

/// Somebody's own contracts and journeys, once they have their number.
enum MyCostPages {
    @Sendable static func contract(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, FeeContract.ID) = (visit.centre.id, try visit.id("contract"))
        return visit.page(MyCostViews(reader: visit.reader).contract(try await contract(visit, id, centre)))
    }

    @Sendable static func contractPaper(_ visit: Visit) async throws -> Answer {
        try await CostPaperPages.contract(try await contract(visit, try visit.id("contract"), visit.centre.id), visit)
    }

    private static func contract(_ visit: Visit, _ id: FeeContract.ID, _ centre: Centre.ID) async throws -> FeeContractFolder {
        try await visit.read { act in
            guard let person = act.by.person else { throw Problem.missing }
            return try FeeContractStore.own(id, of: person, at: centre, in: act)
        }
    }

    @Sendable static func travel(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, TravelOrder.ID) = (visit.centre.id, try visit.id("order"))
        return visit.page(MyCostViews(reader: visit.reader).travel(try await travel(visit, id, centre)))
    }

    @Sendable static func travelPaper(_ visit: Visit) async throws -> Answer {
        try await CostPaperPages.travel(try await travel(visit, try visit.id("order"), visit.centre.id), visit)
    }

    private static func travel(_ visit: Visit, _ id: TravelOrder.ID, _ centre: Centre.ID) async throws -> TravelFolder {
        try await visit.read { act in
            guard let person = act.by.person else { throw Problem.missing }
            return try TravelOrderStore.own(id, of: person, at: centre, in: act)
        }
    }
}
