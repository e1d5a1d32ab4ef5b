package import Forms
import Kernel
import Languages

/// An institution named in a form: one of those offered, or looked for by a few words.
package enum SchoolChoice: Sendable, Hashable {
    case none
    case known(School.ID)
    case words(String)
    /// One that is not known here, as it was written: it stays a text until the centre says what it is.
    case proposed(String)

    /// The fields that `SchoolField` shows.
    static let chosen = "schoolId", words = "school", propose = "schoolPropose"

    package init(_ typed: Typed) {
        let words = typed[Self.words]
        if let id = School.ID(typed[Self.chosen]) {
            self = .known(id)
        } else if words.isEmpty {
            self = .none
        } else {
            self = typed.has(Self.propose) ? .proposed(words) : .words(words)
        }
    }

    /// The one that was meant, among those to which the choice leads.
    /// - Throws: a problem at the field when the words find none, or several.
    package func school(among found: [School]) throws -> School.ID? {
        if self == .none || proposal != nil { return nil }
        guard found.count == 1, let only = found.first else {
            throw Problem.invalid(Self.words, found.isEmpty ? T.centres.schoolNotFound : T.centres.schoolChoose)
        }
        return only.id
    }

    /// What was written of an institution that is not known.
    package var proposal: String? { if case .proposed(let words) = self { words } else { nil } }

    /// What the field offers when its form comes back: those that the words found, else those that are known.
    package func offered(_ found: [School], else known: [School] = []) -> [School] {
        if case .words = self, !found.isEmpty { found } else { known }
    }

    /// A form that comes with an institution already chosen.
    package static func typed(_ school: School?) -> Typed { typed(school?.id) }
    package static func typed(_ school: School.ID?) -> Typed { school.map { Typed([chosen: "\($0)"]) } ?? .nothing }
}
