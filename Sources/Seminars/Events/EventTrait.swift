package import Languages
import Kernel
import Storage

/// Something that events of a form have and others do not.
package enum EventTrait: String, CaseIterable, Sendable {
    /// It may be held by a programme of the catalogue.
    case programme
    case points, fee
    /// A smallest group, below which it is not held.
    case minimum
    /// Each one is marked in each session.
    case attendance
    /// What was agreed, with who does it and by when.
    case conclusions
    /// Talks with their speakers, in an order.
    case talks
    /// A call for papers, which are reviewed and become talks.
    case papers
    /// Sessions at one time, each at a place of its own.
    case parts
    /// A bus with its seats, a meeting point and stops.
    case bus
    /// Held over the net; the link is shown only to those who have a seat.
    case online
    /// Strangers never see it.
    case `internal`

    package var name: Phrase {
        switch self {
        case .programme: T.events.traitProgramme
        case .points: T.events.traitPoints
        case .fee: T.events.traitFee
        case .minimum: T.events.traitMinimum
        case .attendance: T.events.traitAttendance
        case .conclusions: T.events.traitConclusions
        case .talks: T.events.traitTalks
        case .papers: T.events.traitPapers
        case .parts: T.events.traitParts
        case .bus: T.events.traitBus
        case .online: T.events.traitOnline
        case .internal: T.events.traitInternal
        }
    }
}

/// How one comes to a seat.
package enum Applying: String, CaseIterable, Sendable, Storable {
    /// Nobody applies: whoever wants comes.
    case none
    /// Each for oneself.
    case open
    /// Who is invited answers; nobody else applies.
    case invited
    /// A teacher for a group of a school, by numbers.
    case group

    package var name: Phrase {
        switch self {
        case .none: T.events.applyingNone
        case .open: T.events.applyingOpen
        case .invited: T.events.applyingInvited
        case .group: T.events.applyingGroup
        }
    }
}

/// What those who lead an event of a form are called.
package enum EventLead: String, CaseIterable, Sendable, Storable {
    case trainer, lecturer, presenter, speaker, author, guide, host

    /// Several of them, as a label.
    package var name: Phrase {
        switch self {
        case .trainer: T.events.trainers
        case .lecturer: T.events.lecturers
        case .presenter: T.events.presenters
        case .speaker: T.events.speakers
        case .author: T.events.authors
        case .guide: T.events.guides
        case .host: T.events.hosts
        }
    }
}

/// What somebody gets who took part.
package enum EventPaper: String, CaseIterable, Sendable, Storable {
    case none, confirmation
    /// Of a programme with points; a confirmation where it has none.
    case certificate

    package var name: Phrase {
        switch self {
        case .none: T.events.paperNone
        case .confirmation: T.events.paperConfirmation
        case .certificate: T.events.paperCertificate
        }
    }
}

/// What somebody gets who led it.
package enum EventLeadPaper: String, CaseIterable, Sendable, Storable {
    case none, confirmation, thanks

    package var name: Phrase {
        switch self {
        case .none: T.events.paperNone
        case .confirmation: T.events.paperConfirmation
        case .thanks: T.events.paperThanks
        }
    }
}
