import Kernel
import Languages
import People
import Web

/// A school named in a form: chosen from offered ones, or looked for by a few words.
enum SchoolChoice: Sendable, Hashable {
    case none
    case known(ID<SchoolTag>)
    case words(String)

    init(_ typed: Typed) {
        let words = typed["school"]
        if let id = ID<SchoolTag>(typed["schoolId"]) { self = .known(id) } else { self = words.isEmpty ? .none : .words(words) }
    }

    /// The school that was meant. Several that fit come back in `found`, to choose from.
    static func school(_ choice: SchoolChoice, _ visit: Visit, _ found: inout [School]) async throws -> ID<SchoolTag>? {
        switch choice {
        case .none: return nil
        case .known(let id): return try await visit.read { try SchoolStore.school(id, in: $0).id }
        case .words(let words):
            let alphabet = visit.language.alphabet
            found = try await visit.read { try SchoolStore.search(words: words, limit: 12, alphabet, in: $0) }
            guard found.count == 1, let only = found.first else {
                throw Problem.invalid("school", found.isEmpty ? T.registration.schoolNotFound : T.registration.schoolChoose)
            }
            return only.id
        }
    }
}
