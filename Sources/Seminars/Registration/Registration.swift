package import Accounts
package import Events
package import Kernel
package import Languages
import Centres
package import Storage

/// One person's way to one seat.
package struct Registration: Sendable {
    package typealias ID = Kernel.ID<Registration>

    package let id: ID
    package let event: Event.ID
    package let person: Person.ID
    package let school: Kernel.ID<SchoolTag>?
    package let state: RegistrationState
    package let applied: Instant
    /// Since when it counts in the queue; for a newcomer, the click on the mailed link.
    package let queued: Instant?
    package let offeredUntil: Instant?
    package let payer: Payer
    package let channel: Channel
    /// How many seats it takes.
    package let people: Int
    /// Nil for somebody who comes alone.
    package let group: PupilGroup?
    package let note: String
    /// Telephone and job as typed with it, as long as it does not count; then they are the person’s.
    let phone: String
    let job: String
    /// From staff, for staff.
    package let remark: String
    /// So many letters a remark or a reason may have.
    package static let longestRemark = TextLimit.note.rawValue
    /// Why it was refused, moved or passed over.
    package let reason: String
    /// Of a school that asked for several seats in one act.
    package let schoolGroup: SchoolGroup.ID?
    /// Whether it is a seat of such a group that has no name yet; the person is whoever applied.
    package let isUnnamed: Bool

    package init(row: Row) throws {
        id = try row["id"]
        event = try row["event"]
        person = try row["person"]
        school = try row["school"]
        state = try row["state"]
        applied = try row["applied"]
        queued = try row["queued"]
        offeredUntil = try row["offered_until"]
        payer = try row["payer"]
        channel = try row["channel"]
        people = try row["people"]
        let (pupils, grade): (Int, String) = (try row["pupils"], try row["grade"])
        group = pupils == 0 ? nil : PupilGroup(grade: grade, pupils: pupils, companions: people - pupils)
        note = try row["note"]
        phone = try row["phone"]
        job = try row["job"]
        remark = try row["remark"]
        reason = try row["reason"]
        (schoolGroup, isUnnamed) = (try row["school_group"], try row["unnamed"])
    }

    /// Whether it ever counted: asked for by its bearer, or written down of somebody whom the centre may see. Of one that never did the centre
    /// learns the address alone.
    package var hasCounted: Bool { queued != nil }
}

/// Where an application stands.
package enum RegistrationState: String, CaseIterable, Sendable, Storable {
    /// A newcomer's, whose mailed link was not used yet: has no seat and no place in the queue.
    case unconfirmed
    case admitted, waiting
    /// A freed seat waits for this person's word; it counts as taken.
    case offered
    case lapsed, withdrawn, refused, moved
    /// It was held, and no seat became free.
    case unseated

    /// The one table of allowed moves.
    package var next: Set<RegistrationState> {
        switch self {
        case .unconfirmed: [.admitted, .waiting, .withdrawn, .refused]
        case .waiting: [.offered, .admitted, .withdrawn, .refused, .moved, .unseated]
        case .offered: [.admitted, .waiting, .lapsed, .withdrawn, .refused, .moved, .unseated]
        case .admitted: [.waiting, .withdrawn, .refused, .moved]
        case .lapsed, .withdrawn, .refused, .moved, .unseated: []
        }
    }

    /// - Throws: a conflict that names the state.
    package func moved(to other: RegistrationState) throws -> RegistrationState {
        guard next.contains(other) else { throw Problem.conflict(T.registration.wrongMove(state: .phrase(name))) }
        return other
    }

    /// Whether the application still lives.
    package var isOpen: Bool { !next.isEmpty }
    /// Whether it has a seat.
    package var hasSeat: Bool { self == .admitted || self == .offered }
    /// Whether staff may give it a seat: it waits for one, or for its bearer's word.
    var awaitsSeat: Bool { self == .waiting || self == .offered }

    package var name: Phrase {
        switch self {
        case .unconfirmed: T.registration.stateUnconfirmed
        case .admitted: T.registration.stateAdmitted
        case .waiting: T.registration.stateWaiting
        case .offered: T.registration.stateOffered
        case .lapsed: T.registration.stateLapsed
        case .withdrawn: T.registration.stateWithdrawn
        case .refused: T.registration.stateRefused
        case .moved: T.registration.stateMoved
        case .unseated: T.registration.stateUnseated
        }
    }
}

extension Seats.Standing {
    package var state: RegistrationState {
        switch self {
        case .admitted: .admitted
        case .waiting, .collected: .waiting
        }
    }

    /// What the journal calls it.
    var deed: Phrase {
        switch self {
        case .admitted: T.registration.admitted
        case .waiting: T.registration.queued
        case .collected: T.registration.collected
        }
    }
}

extension Subject {
    package static func registration(_ id: Registration.ID) -> Subject { .other("registration", id.value) }
}

/// The channel by which an application came. The same rule holds for all of them.
package enum Channel: String, Sendable, Storable {
    case web, desk, handover, school
}

/// What somebody who applies says.
package struct Application: Sendable {
    package var school: Kernel.ID<SchoolTag>?
    package var payer: Payer
    /// Empty where it was not told.
    package var phone: String
    package var job: String
    package var note: String
    package var channel: Channel
    /// The institution as it was written, when none that is known was meant.
    package var proposal: String?
    /// Nil for somebody who comes alone.
    package var group: PupilGroup?
    /// Chosen among the workshops of the event, none of them at the same time.
    package var workshops: [Workshop.ID]
    /// The group of a school of which it is a seat, and whether that seat has no name yet.
    package var seat: SchoolSeat?

    /// How many seats it asks for.
    package var people: Int { group?.people ?? 1 }

    package init(
        school: Kernel.ID<SchoolTag>? = nil, payer: Payer, phone: String = "", job: String = "", note: String = "", channel: Channel = .web,
        proposal: String? = nil, group: PupilGroup? = nil, workshops: [Workshop.ID] = [], seat: SchoolSeat? = nil
    ) {
        self.seat = seat
        self.school = school
        self.proposal = proposal
        self.group = group
        self.workshops = workshops
        self.payer = payer
        self.phone = phone
        self.job = job
        self.note = note
        self.channel = channel
    }
}
