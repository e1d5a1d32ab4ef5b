import Accounts
package import Kernel
import Languages
import Centres
import Web

/// Fills an installation with an invented centre, invented people and their work, the same each time but for the days, which count from today.
package enum Demo {
    package enum Size: String, Sendable, CaseIterable { case small, national }

    /// - Throws: when the installation holds a centre already.
    package static func fill(_ records: Records, seal: Seal, size: Size) async throws {
        let town = try await records.write(by: .system) { act in
            guard try CentreStore.all(in: act).isEmpty else { throw Problem.conflict(T.demo.notEmpty) }
            try Setting.demonstration.set(size.rawValue, in: act.db)
            return try DemoTown(in: act)
        }
        let coordinator = try await records.read(as: .system) { try PersonStore.actor(town.vesna, in: $0) } ?? .system
        let programmes = try await records.write(by: coordinator) { try DemoCatalogue.fill(in: $0) }
        try await DemoEvents.fill(town, programmes, by: coordinator, records)
        try await DemoEvents.fillToday(town, programmes, by: coordinator, records)
        try await DemoCertificates.fill(town, by: coordinator, seal: seal, records)
        if size == .national { try await DemoEvents.fillYear(town, programmes, by: coordinator, records) }
    }
}
