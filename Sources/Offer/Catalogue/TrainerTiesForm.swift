import Accounts
import Forms
import Kernel
import Languages

extension TrainerTies {
    static func field(_ place: Int) -> String { "who-\(place)" }
    static func nameField(_ place: Int) -> String { "name-\(place)" }

    /// - Throws: a problem where nobody is chosen.
    init(_ typed: Typed) throws {
        let ties = (0..<Self.most).compactMap { place -> (name: String, person: Person.ID)? in
            let name = typed[Self.nameField(place)]
            return name.isEmpty ? nil : Person.ID(typed[Self.field(place)]).map { (name, $0) }
        }
        guard !ties.isEmpty else { throw Problem.invalid(Self.field(0), T.catalogue.tiesNone) }
        self.init(ties)
    }
}
