import Centres
import Kernel
package import Languages
package import Logging
package import Operation
import Portfolio
import Storage

extension App {
    /// What `zbornica standings` does: the same count as each night's.
    /// - Returns: what to print.
    package static func countStandings(_ place: Place, settings: Settings, carried: Carried) async throws -> Phrase {
        let database = try place.open(connections: 2)
        let records = records(database, carried, address: settings.address ?? "")
        let outcome: Result<Int, any Error>
        do {
            try await StandingFigureStore.count(records)
            outcome = .success(try await records.read(as: .system) { try StandingFigureStore.people(in: $0) })
        } catch { outcome = .failure(error) }
        await database.close()
        return T.site.standingsCounted(people: .number(try outcome.get()))
    }
}
