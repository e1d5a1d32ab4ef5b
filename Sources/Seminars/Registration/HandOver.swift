import Accounts
import Kernel

/// A seat that its bearer offers to a colleague, as both see it. Until the colleague takes it, it stays the bearer's.
struct HandOver: Sendable {
    let dossier: Dossier
    let giver: Person
    let colleague: Person
}
