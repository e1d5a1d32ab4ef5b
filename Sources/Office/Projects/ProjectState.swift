package import Languages
package import Storage

/// How far a project is.
package enum ProjectState: String, CaseIterable, Sendable, Storable {
    case idea, application, sent, approved, rejected, running, closed, dropped

    /// Where it may go from here. One step back is a mistake that is mended; from the end nothing goes on but the project itself, once more.
    package var next: [ProjectState] {
        switch self {
        case .idea: [.application, .dropped]
        case .application: [.sent, .idea, .dropped]
        case .sent: [.approved, .rejected, .application]
        case .approved: [.running, .sent, .dropped]
        case .rejected: [.application, .sent]
        case .running: [.closed, .approved]
        case .closed: [.running]
        case .dropped: [.idea]
        }
    }

    /// Whether it must be said why.
    package var needsReason: Bool { self == .rejected || self == .dropped }
    /// Whether anything of it is still to be done.
    package var isOpen: Bool { self != .closed && self != .rejected && self != .dropped }
    /// Whether money is asked for and not given yet.
    package var isBefore: Bool { self == .idea || self == .application || self == .sent }

    package var name: Phrase {
        switch self {
        case .idea: T.projects.stateIdea
        case .application: T.projects.stateApplication
        case .sent: T.projects.stateSent
        case .approved: T.projects.stateApproved
        case .rejected: T.projects.stateRejected
        case .running: T.projects.stateRunning
        case .closed: T.projects.stateClosed
        case .dropped: T.projects.stateDropped
        }
    }

    /// Over those that are so far.
    package var board: Phrase {
        switch self {
        case .idea: T.projects.boardIdea
        case .application: T.projects.boardApplication
        case .sent: T.projects.boardSent
        case .approved: T.projects.boardApproved
        case .rejected: T.projects.boardRejected
        case .running: T.projects.boardRunning
        case .closed: T.projects.boardClosed
        case .dropped: T.projects.boardDropped
        }
    }

    /// What leads there.
    package var act: Phrase {
        switch self {
        case .idea: T.projects.actIdea
        case .application: T.projects.actApplication
        case .sent: T.projects.actSent
        case .approved: T.projects.actApproved
        case .rejected: T.projects.actRejected
        case .running: T.projects.actRunning
        case .closed: T.projects.actClosed
        case .dropped: T.projects.actDropped
        }
    }
}

/// What a step of a project waits for.
package enum ProjectObstacle: Sendable, Hashable {
    /// The way does not lead there.
    case way
    case reason
    /// A running project has a first and a last day.
    case days
    /// Something that the call asks for is not ready.
    case check(String)
    case report(String)
    /// An indicator without evidence, and without words that say why.
    case indicator(String)
    /// It cannot have been before what was before it, nor tomorrow.
    case early(Day)
    case future
}

/// A step of a project: what it needs of what stands there.
package struct ProjectStep: Sendable {
    package let from: ProjectState
    package let since: Day
    package var hasDays: Bool
    /// What the call asks for and is not ready.
    package var openChecks: [String]
    /// Reports that were due and did not go.
    package var openReports: [String]
    package var silentIndicators: [String]

    package init(
        from state: ProjectState, since: Day, hasDays: Bool = true, openChecks: [String] = [], openReports: [String] = [], silentIndicators: [String] = []
    ) {
        (from, self.since, self.hasDays) = (state, since, hasDays)
        (self.openChecks, self.openReports, self.silentIndicators) = (openChecks, openReports, silentIndicators)
    }

    /// All that keeps it from going there; nothing where it may.
    package func obstacles(to state: ProjectState, on day: Day, today: Day, reason: String) -> [ProjectObstacle] {
        guard from.next.contains(state) else { return [.way] }
        var found: [ProjectObstacle] = []
        if day > today { found.append(.future) }
        // An idea may be written down long after the project began.
        if day < since, from != .idea { found.append(.early(since)) }
        if state.needsReason, reason.isEmpty { found.append(.reason) }
        if state == .sent, from == .application { found += openChecks.map { .check($0) } }
        if state == .running, !hasDays { found.append(.days) }
        if state == .closed { found += openReports.map { .report($0) } + silentIndicators.map { .indicator($0) } }
        return found
    }
}
