package import Accounts
package import Events
package import Kernel

/// What must be done before a proof of an event opens to its bearer, such as saying how it was: a room above that asks for something answers with its address.
package struct ProofAsked: Question {
    package typealias Answer = String
    package let person: Person.ID
    package let event: Event.ID
    /// By which links of one's own are made.
    package let seal: Seal

    package init(by person: Person.ID, of event: Event.ID, seal: Seal) { (self.person, self.event, self.seal) = (person, event, seal) }
}
