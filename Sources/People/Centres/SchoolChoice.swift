import Kernel
import Languages
package import Web

/// An institution named in a form: one of those offered, or looked for by a few words.
package enum SchoolChoice: Sendable, Hashable {
    case none
    case known(School.ID)
    case words(String)

    /// The fields that `SchoolField` shows.
    static let chosen = "schoolId", words = "school"

    package init(_ typed: Typed) {
        let words = typed[Self.words]
        if let id = School.ID(typed[Self.chosen]) { self = .known(id) } else { self = words.isEmpty ? .none : .words(words) }
    }

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

    /// A form that comes with an institution already chosen.
    package static func typed(_ school: School?) -> Typed { school.map { Typed([chosen: "\($0.id)"]) } ?? .nothing }
}
