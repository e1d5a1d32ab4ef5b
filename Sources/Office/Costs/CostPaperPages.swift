import Centres
import Documents
import Kernel
import Languages
import Web

/// Contracts and travel orders as papers, for the centre and for whom they are about.
enum CostPaperPages {
    static func contract(_ folder: FeeContractFolder, _ visit: Visit) async throws -> Answer {
        let paper = try await paper(visit, of: folder.contract.centre)
        return try await visit.printed(
            paper.contract(folder), with: "report", pictures: paper.pictures,
            name: "\(visit.t(T.costs.contract)) \(folder.contract.number.replacing("/", with: "-")).pdf")
    }

    static func travel(_ folder: TravelFolder, _ visit: Visit) async throws -> Answer {
        let paper = try await paper(visit, of: folder.order.centre)
        return try await visit.printed(
            paper.travel(folder), with: "report", pictures: paper.pictures,
            name: "\(visit.t(T.costs.order)) \(folder.order.number.replacing("/", with: "-")).pdf")
    }

    private static func paper(_ visit: Visit, of centre: Centre.ID) async throws -> CostPaper {
        let (office, logo) = try await visit.read { (try CentreStore.centre(centre, in: $0), try LogoStore.logo(of: centre, in: $0)) }
        return CostPaper(t: visit.t, office: office, logo: logo)
    }
}
