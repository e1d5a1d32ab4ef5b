import Kernel
import Languages
import Look

// Words for what an initiative names.

extension InitiativeState {
    var name: Phrase {
        switch self {
        case .draft: T.initiatives.stateDraft
        case .open: T.initiatives.stateOpen
        case .adopted: T.initiatives.stateAdopted
        case .sent: T.initiatives.stateSent
        case .closed: T.initiatives.stateClosed
        case .dropped: T.initiatives.stateDropped
        }
    }

    var tone: Tone {
        switch self {
        case .draft, .dropped: .neutral
        case .open, .sent: .waiting
        case .adopted: .info
        case .closed: .good
        }
    }
}

extension Initiative {
    /// How it stands in one look: what became of it, once that is known.
    func chip(_ t: Texts) -> Chip { outcome.map { Chip($0.kind.tone, t($0.kind.name)) } ?? Chip(state.tone, t(state.name)) }
}

extension InitiativeStanding {
    var name: Phrase {
        switch self {
        case .support: T.initiatives.standingFor
        case .change: T.initiatives.standingChange
        case .against: T.initiatives.standingAgainst
        case .abstain: T.initiatives.standingAbstain
        }
    }

    var tone: Tone {
        switch self {
        case .support: .good
        case .change: .info
        case .against: .bad
        case .abstain: .neutral
        }
    }
}

extension InitiativeOutcome.Kind {
    var name: Phrase {
        switch self {
        case .accepted: T.initiatives.outcomeAccepted
        case .part: T.initiatives.outcomePart
        case .refused: T.initiatives.outcomeRefused
        case .silence: T.initiatives.outcomeSilence
        }
    }

    var tone: Tone {
        switch self {
        case .accepted: .good
        case .part: .info
        case .refused: .bad
        case .silence: .neutral
        }
    }
}

extension AdoptionObstacle {
    /// Why it cannot be adopted yet, and what to do.
    var phrase: Phrase {
        switch self {
        case .early(let deadline): T.initiatives.obstacleEarly(at: .instant(deadline))
        case .comments(let count): T.initiatives.obstacleComments(count: count)
        case .unpublished: T.initiatives.obstacleUnpublished
        case .support: T.initiatives.obstacleSupport
        }
    }
}

extension InitiativeStep.Kind {
    var phrase: Phrase {
        switch self {
        case .version(let number): number == 1 ? T.initiatives.wayOpened : T.initiatives.wayVersion(number: .number(number))
        case .adopted(let number): number.isEmpty ? T.initiatives.wayAdopted : T.initiatives.wayAdoptedNumber(number: .text(number))
        case .sent: T.initiatives.waySent
        case .answered: T.initiatives.wayAnswered
        case .outcome(let kind): kind.name
        case .dropped: T.initiatives.stateDropped
        }
    }

    /// To whom it went, or from whom it came.
    var recipient: String? {
        switch self {
        case .sent(let recipient), .answered(let recipient): recipient
        default: nil
        }
    }
}
