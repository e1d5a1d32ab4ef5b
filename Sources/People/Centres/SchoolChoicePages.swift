import Forms
import Languages
package import Web

extension SchoolChoice {
    /// The institution that was meant.
    /// - Parameter found: where several that fit come back, to choose from.
    package func school(_ visit: Visit, found: inout [School]) async throws -> School.ID? {
        guard self != .none else { return nil }
        let (choice, alphabet, centre) = (self, visit.language.alphabet, visit.centre.id)
        let schools = try await visit.read { try SchoolStore.schools(for: choice, near: centre, alphabet, in: $0) }
        found = offered(schools)
        return try school(among: schools)
    }
}
