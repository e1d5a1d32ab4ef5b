package import Centres
package import Kernel
package import Languages
package import Storage

/// Where a programme stands in the state's register (Lithuania: the register of non-formal education programmes): a temporary code until it is registered;
/// accredited only once it is registered; it leaves when the register has entered that, not when it was asked for.
package struct ProgrammeRegistration: Sendable {
    package typealias ID = Kernel.ID<ProgrammeRegistration>

    package let id: ID
    package let programme: Programme.ID
    /// Nil for the whole country.
    package let municipality: Municipality.ID?
    package let state: State
    package let code: String
    package let registered: Day?
    package let accredited: Day?
    package let leaves: Day?
    package let reason: String
    package let ended: Day?

    /// What stands for the code while the register has given none.
    package static let temporaryCode = "999999999"

    package enum State: String, CaseIterable, Sendable, Storable {
        case temporary, registered, accredited, leaving, left

        /// The one table of allowed moves. After a change of rules what left is registered anew.
        package var next: Set<State> {
            switch self {
            case .temporary: [.registered]
            case .registered: [.accredited, .leaving]
            case .accredited: [.leaving]
            case .leaving: [.left, .registered]
            case .left: [.registered]
            }
        }

        var name: Phrase {
            switch self {
            case .temporary: T.catalogue.entryTemporary
            case .registered: T.catalogue.entryRegistered
            case .accredited: T.catalogue.entryAccredited
            case .leaving: T.catalogue.entryLeaving
            case .left: T.catalogue.entryLeft
            }
        }
    }

    init(row: Row) throws {
        (id, programme, municipality, state) = (try row["id"], try row["programme"], try row["municipality"], try row["state"])
        (code, reason) = (try row["code"], try row["reason"])
        (registered, accredited, leaves, ended) = (try row["registered"], try row["accredited"], try row["leaves"], try row["ended"])
    }
}

/// What the register has done, or was asked for, as staff write it down.
package struct ProgrammeRegistrationStep: Sendable {
    package let state: ProgrammeRegistration.State
    package let code: String
    package let day: Day
    package let reason: String

    package init(to state: ProgrammeRegistration.State, code: String = "", on day: Day, because reason: String = "") {
        (self.state, self.code, self.day, self.reason) = (state, code, day, reason)
    }
}
