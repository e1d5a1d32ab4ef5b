import Accounts
package import Files
package import Kernel
package import Languages
package import Planner
import Centres
import Portfolio
import Web

/// Fills an installation with an invented centre, invented people and their work, the same each time but for the days, which count from today.
package enum Demo {
    package enum Size: String, Sendable, CaseIterable { case small, national }

    /// - Parameters:
    ///   - files: where the files of the centre are put.
    ///   - planner: hides small numbers of what is wished; without it none are told.
    ///   - scale: of the land of which the centre is a part; without one it stands alone.
    ///   - tell: one line about what is done, when it takes long.
    /// - Throws: when the installation holds a centre already.
    package static func fill(
        _ records: Records, seal: Seal, files: FileFolder, planner: Planner? = nil, size: Size, scale: DemoScale? = nil,
        tell: @escaping @Sendable (Phrase) -> Void = { _ in }
    ) async throws {
        let scale = scale ?? (size == .national ? .national : nil)
        let (town, catalogue) = try await records.write(by: .system) { act in
            guard try CentreStore.all(in: act).isEmpty else { throw Problem.conflict(T.demo.notEmpty) }
            try Setting.demonstration.set(size.rawValue, in: act.db)
            let town = try DemoTown(in: act)
            return (town, try DemoCatalogue(of: town, in: act))
        }
        if let scale { try await DemoLand.fill(scale, first: town, catalogue, seal: seal, records, tell: tell) }
        let coordinator = try await records.read(as: .system) { try PersonStore.actor(town.vesna, in: $0) } ?? .system
        try await DemoRegistry.begin(town, by: coordinator, records)
        try await DemoEvents.fill(town, catalogue.programmes, by: coordinator, records)
        try await DemoEvents.fillToday(town, catalogue.programmes, by: coordinator, records)
        try await DemoBookings.fill(town, by: coordinator, records)
        try await DemoOccasions.fill(town, by: coordinator, records)
        try await DemoPapers.fill(town, by: coordinator, records)
        try await DemoPublishing.fill(town, by: coordinator, files: files, records)
        // Numbers of a register follow the days on which they are given: behind the years of a land these come last.
        try await DemoCertificates.fill(town, by: coordinator, seal: seal, from: scale == nil ? nil : records.now, records)
        try await DemoRegister.fill(town, by: coordinator, records)
        try await DemoLists.fill(town, seal: seal, records)
        try await DemoEvaluations.fill(town, by: coordinator, records)
        try await DemoSchools.fill(town, by: coordinator, records)
        try await DemoPortfolios.fill(town, by: coordinator, files: files, records)
        try await DemoNeeds.fill(town, catalogue.programmes, by: coordinator, records)
        if let planner { try await DemoNeeds.release(town, by: coordinator, planner, records) }
        // Of a land the figures are made by night.
        if size == .small { try await StandingFigureStore.count(records) }
        try await DemoPlanning.fill(town, catalogue.programmes, by: coordinator, records)
        try await DemoPlanning.ask(town, by: coordinator, records)
        try await DemoEvents.fillNeeded(town, catalogue.programmes, by: coordinator, records)
        try await DemoFollowUps.fill(town, by: coordinator, seal: seal, records)
        try await DemoWorkshop.fill(town, catalogue, by: coordinator, seal: seal, records)
        try await DemoPractices.fill(town, by: coordinator, files: files, records)
        try await DemoCircles.fill(town, by: coordinator, files: files, records)
        try await DemoLibrary.fill(town, by: coordinator, records)
        try await DemoLoans.fill(town, by: coordinator, records)
        try await DemoKits.fill(town, catalogue.programmes, by: coordinator, records)
        let contests = try await DemoContests.fill(town, by: coordinator, files: files, records)
        try await DemoJuries.fill(town, art: contests.art, by: coordinator, records)
        try await DemoClub.fill(town, by: coordinator, records)
        try await DemoProjects.fill(town, by: coordinator, records)
        try await DemoPurses.fill(town, by: coordinator, records)
        try await DemoClaims.fill(town, by: coordinator, records)
        try await DemoInvoices.fill(town, by: coordinator, records)
        try await DemoStatements.fill(town, by: coordinator, seal: seal, records)
        try await DemoCosts.fill(town, by: coordinator, records)
        try await DemoNewsletters.fill(town, by: coordinator, seal: seal, records)
        try await DemoInformers.fill(town, by: coordinator, seal: seal, records)
        try await DemoReports.fill(town, by: coordinator, records)
        try await DemoTables.fill(town, by: coordinator, records)
        try await DemoSelfEvaluation.fill(town, by: coordinator, records)
        try await DemoInterfaces.fill(town, seal: seal, records)
        try await DemoNeighbours.fill(town, seal: seal, records)
        try await DemoInitiatives.fill(town, by: coordinator, records)
        // The book of the last year is closed here, so that all that was made in it comes before.
        try await DemoRegistry.fill(town, by: coordinator, records)
    }
}
