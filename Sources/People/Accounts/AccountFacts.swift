import Kernel
import Languages
import Synchronization

/// An address was proved by its own link: what this person asked for without a proof counts from now on.
package struct PersonVerified: Fact {
    package let person: Person.ID
}

/// A newcomer never proved the address and is about to be forgotten: rooms above remove what hangs on the person.
package struct PersonPurged: Fact {
    package let person: Person.ID
}

/// Somebody deleted the account: name and contacts are gone. Rooms above end what is open and keep what a rule makes them keep.
package struct PersonErased: Fact {
    package let person: Person.ID
}

/// Somebody wants all that is held about them: each room above adds its part to the answer.
package struct PersonAsked: Fact {
    package let person: Person.ID
    package let held: HeldData
}

/// What is held about one person, by subject, as it goes into the file that the person takes away.
package final class HeldData: Sendable {
    /// One thing with its named values; days and moments are written as in ISO 8601.
    package typealias Entry = [String: String]

    private let entries = Mutex<[String: [Entry]]>([:])

    package init() {}

    package var all: [String: [Entry]] { entries.withLock { $0 } }

    /// Adds a subject; values that are empty are left out.
    package func add(_ subject: String, _ list: [Entry]) {
        let told = list.map { $0.filter { !$0.value.isEmpty } }
        entries.withLock { $0[subject, default: []] += told }
    }
}
