import Kernel
import Languages
import Storage

/// A mailed link. Opening it shows a button, pressing the button uses it, once.
package struct SignInLink: Sendable {
    package enum Purpose: String, Sendable, Storable {
        /// Lets the person in.
        case enter
        /// Proves an address that was only typed, and lets a newcomer in.
        case verify
        /// Proves the address that a person wants to have from now on.
        case change
        /// Shows anew that it is the person, who wants to change what lets into the account.
        case prove

        /// How long the link is good. Only what lets into an account in use is short: a proof may wait until the person reads mail.
        package var minutes: Int {
            switch self {
            case .enter, .prove: 10
            case .verify: PersonStore.newcomerDays * 24 * 60
            case .change: 24 * 60
            }
        }
    }

    /// What it is kept by.
    let hash: [UInt8]
    let person: Person
    /// The name that was typed when it was asked for, by nobody knows whom.
    let typed: PersonName?
    let purpose: Purpose
    let onward: Onward
    /// The new address, when that is what is proved.
    let email: String?

    /// Whether the browser is signed in by it. Whoever is known already enters by the short links only.
    var letsIn: Bool {
        switch purpose {
        case .enter, .prove: true
        case .verify: person.isNewcomer
        case .change: false
        }
    }

    /// Whether it gives what was asked for with it its proof. A link to enter proves an address too, but says yes to nothing.
    var confirms: Bool { purpose == .verify }

    /// The name that stands after its use. A newcomer has none yet but what was typed with this very link; whoever is known keeps the name.
    var name: PersonName { person.isNewcomer ? typed ?? person.name : person.name }
}
