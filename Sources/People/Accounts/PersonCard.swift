package import Kernel
import Languages
import Queues
package import Web

/// What stands on somebody's card, for the people of a centre that has to do with them: each room tells its parts, of that centre alone.
package struct CardAsked: Question {
    package typealias Answer = MePart
    package let person: ID<PersonTag>
    package let centre: ID<CentreTag>
}

/// All that a centre's people see of somebody.
struct PersonCard: Sendable {
    let person: Person
    let roles: [HeldRole]
    let schools: [Employment]
    /// Names that they had, the newest first, and other addresses under which lists name them.
    let former: [PersonName]
    let others: [String]
    let letters: [CardLetter]
    /// A letter that did not arrive at the address of now.
    let dead: LetterRow?
    /// Who became this person and can be parted again.
    let merges: [Merge]
    let history: [(entry: JournalEntry, who: String)]
}

/// A letter of the centre to somebody.
struct CardLetter: Sendable {
    let id: Int64
    let subject: String
    let written: Instant
    let isDead: Bool
}
