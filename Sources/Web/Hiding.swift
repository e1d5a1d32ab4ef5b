import Kernel
package import Languages
import Logging
package import Planner

extension Visit {
    /// Which numbers of a cube can be told so that no small one can be computed.
    /// - Parameter refusal: what the reader is told when nothing hides them; the log says more.
    package func hiding(_ cube: CountCube, or refusal: Phrase) async throws -> HiddenCube {
        guard let planner = installation.planner else { throw Problem.conflict(refusal) }
        do { return try await planner.hiding(cube) } catch {
            installation.logger.error("small numbers were not hidden: \(error)")
            throw Problem.conflict(refusal)
        }
    }
}
