package import Forms
import Kernel

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

    /// A form that comes with an institution already chosen.
    package static func typed(_ school: School?) -> Typed { school.map { Typed([chosen: "\($0.id)"]) } ?? .nothing }
}
