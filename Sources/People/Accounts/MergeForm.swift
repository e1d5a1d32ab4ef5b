import Forms
import Kernel

/// What staff decide when two people become one: whose address stays, and whose writing of the name.
struct MergeChoice: Sendable {
    let address: Person.ID?
    let name: Person.ID?

    static let addressField = "address", nameField = "name"

    init(_ typed: Typed) {
        (address, name) = (Person.ID(typed[Self.addressField]), Person.ID(typed[Self.nameField]))
    }
}
