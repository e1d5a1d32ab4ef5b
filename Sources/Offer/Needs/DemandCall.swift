package import Centres
package import Kernel
package import Languages

/// So many would come that the rule of the centre was reached: somebody should hold it.
package struct DemandCall: Sendable {
    package typealias ID = Kernel.ID<DemandCall>

    package let id: ID
    package let centre: Centre.ID
    package let subject: DemandSubject
    package let at: Instant
    /// When it was reached.
    package let people: Int
    package let schools: Int
    /// The rule as it was then.
    package let rule: DemandRule
    package let ended: Instant?
    /// Why it was put aside.
    package let reason: String
}

/// The rule of a centre was reached for something. Of one thing it is stated once while the call stands open, however many sides it is reached from.
package struct DemandReached: Fact {
    package let call: DemandCall.ID
    package let centre: Centre.ID
    package let subject: DemandSubject
    /// Those who counted.
    package let comers: [Comer]
}

/// A call was answered or put aside.
package struct DemandCallEnded: Fact {
    package let call: DemandCall.ID
    package let centre: Centre.ID
    package let subject: DemandSubject
}

/// A call with who would come, as staff see it.
package struct ListedCall: Sendable {
    package let call: DemandCall
    /// The programme's title, or the topic's name, with its language.
    package let title: String
    package let language: Language
    /// How many would come now.
    package let comers: Int
    package let schools: [String]
    package let municipalities: [String]
}
