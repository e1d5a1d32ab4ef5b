package import Languages
import Storage

/// Where a proposal stands on its way from an idea to a catalogue.
package enum ProposalState: String, CaseIterable, Sendable, Storable {
    case idea, draft, review, revision, complete, submitted, corrections, approved, rejected, complained, withdrawn

    /// Whether its authors may still change what it says.
    package var isOpen: Bool { self == .idea || self == .draft || self == .revision || self == .corrections }
    /// Whether nothing has been asked of the accreditor yet.
    package var isBefore: Bool { self == .idea || self == .draft || self == .review || self == .revision || self == .complete }
    package var isOver: Bool { self == .approved || self == .rejected || self == .withdrawn }

    /// The state behind a move; nil where it cannot be made.
    package func after(_ move: ProposalMove) -> ProposalState? {
        switch (self, move) {
        case (.idea, .write): .draft
        case (.draft, .askReview), (.revision, .askReview): .review
        case (.review, .sendBack), (.complete, .reopen): .revision
        case (.review, .pass): .complete
        case (.complete, .submit), (.corrections, .resubmit): .submitted
        case (.submitted, .askCorrections): .corrections
        case (.submitted, .approve), (.complained, .approve): .approved
        case (.submitted, .reject), (.complained, .reject): .rejected
        case (.rejected, .complain): .complained
        case (_, .withdraw) where !isOver: .withdrawn
        default: nil
        }
    }

    package var moves: [ProposalMove] { ProposalMove.allCases.filter { after($0) != nil } }

    package var name: Phrase {
        switch self {
        case .idea: T.workshop.stateIdea
        case .draft: T.workshop.stateDraft
        case .review: T.workshop.stateReview
        case .revision: T.workshop.stateRevision
        case .complete: T.workshop.stateComplete
        case .submitted: T.workshop.stateSubmitted
        case .corrections: T.workshop.stateCorrections
        case .approved: T.workshop.stateApproved
        case .rejected: T.workshop.stateRejected
        case .complained: T.workshop.stateComplained
        case .withdrawn: T.workshop.stateWithdrawn
        }
    }
}

/// What brings a proposal one state on, or back.
package enum ProposalMove: String, CaseIterable, Sendable {
    case write, askReview, sendBack, pass, reopen, submit, askCorrections, resubmit, approve, reject, complain, withdraw

    /// Whether its authors make it; all others are made by the centre's people.
    package var isAuthors: Bool { self == .write || self == .askReview || self == .withdraw }

    var deed: Phrase {
        switch self {
        case .write: T.workshop.deedWrite
        case .askReview: T.workshop.deedAskReview
        case .sendBack: T.workshop.deedSendBack
        case .pass: T.workshop.deedPass
        case .reopen: T.workshop.deedReopen
        case .submit: T.workshop.deedSubmit
        case .askCorrections: T.workshop.deedAskCorrections
        case .resubmit: T.workshop.deedResubmit
        case .approve: T.workshop.deedApprove
        case .reject: T.workshop.deedReject
        case .complain: T.workshop.deedComplain
        case .withdraw: T.workshop.deedWithdraw
        }
    }
}
