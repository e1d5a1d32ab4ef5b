import Kernel
import Languages
package import Web

extension SchoolChoice {
    /// The institution that was meant.
    /// - Parameter found: where several that fit come back, to choose from.
    package func school(_ visit: Visit, found: inout [School]) async throws -> School.ID? {
        switch self {
        case .none: return nil
        case .known(let id): return try await visit.read { try SchoolStore.school(id, in: $0).id }
        case .words(let words):
            let alphabet = visit.language.alphabet
            found = try await visit.read { try SchoolStore.search(words: words, limit: 12, alphabet, in: $0) }
            guard found.count == 1, let only = found.first else {
                throw Problem.invalid(Self.words, found.isEmpty ? T.centres.schoolNotFound : T.centres.schoolChoose)
            }
            return only.id
        }
    }
}
