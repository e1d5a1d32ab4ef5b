package import Accounts
package import Centres
package import Kernel
package import Languages

/// What stands between an initiative and its adoption.
package enum AdoptionObstacle: Sendable, Hashable {
    /// The time is not over, and not all have spoken.
    case early(Instant)
    /// Comments that nobody has answered.
    case comments(Int)
    /// The text was written on since it was last put before those who take part.
    case unpublished
    /// Not more are for it than against.
    case support
}

/// An initiative as one of those who take part sees it.
package struct InitiativeSight: Sendable {
    package let initiative: Initiative
    /// The text on which is worked; nobody but the coordinating centre sees it.
    package let draft: [InitiativeArticle]
    /// The newest first.
    package let versions: [InitiativeVersion]
    package let parties: [InitiativeParty]
    package let circles: [InitiativeCircle]
    package let comments: [InitiativeComment]
    package let sendings: [InitiativeSending]
    package let names: [Person.ID: String]
    /// The centre at which it is looked at.
    package let centre: Centre.ID
    /// The coordinating centre.
    package let home: Centre

    package var current: InitiativeVersion? { versions.first }
    package var isHome: Bool { initiative.centre == centre }
    /// The reader's own place among those who are asked.
    package var own: InitiativeParty? { parties.first { $0.centre?.id == centre } }
    package var sum: StandingSum { StandingSum(parties.map(\.position?.standing)) }
    package var openComments: Int { comments.count(where: \.isOpen) }
    /// Whether the text says anything that those who take part have not read.
    package var isUnpublished: Bool { draft != current?.articles ?? [] }

    /// What an article is called in the newest version, by its number.
    package func number(of article: InitiativeArticle.ID) -> Int? { current?.articles.firstIndex { $0.id == article }.map { $0 + 1 } }

    /// What has to happen before the text can be adopted.
    package func obstacles(at now: Instant) -> [AdoptionObstacle] {
        var found: [AdoptionObstacle] = []
        if initiative.takesWords(at: now), !sum.hasAll { found.append(.early(initiative.details.deadline)) }
        if isUnpublished { found.append(.unpublished) }
        if openComments > 0 { found.append(.comments(openComments)) }
        if !sum.carries { found.append(.support) }
        return found
    }

    /// The way it went, the newest first.
    package var way: [InitiativeStep] {
        var steps = versions.map { InitiativeStep(day: home.zone.day(of: $0.published), kind: .version($0.number), detail: $0.note) }
        if let day = initiative.adopted { steps.append(InitiativeStep(day: day, kind: .adopted(number: initiative.number), detail: "")) }
        for one in sendings {
            steps.append(InitiativeStep(day: one.draft.day, kind: .sent(one.draft.recipient), detail: one.draft.way))
            if let day = one.answered { steps.append(InitiativeStep(day: day, kind: .answered(one.draft.recipient), detail: one.answer)) }
        }
        if let day = initiative.ended {
            if let outcome = initiative.outcome { steps.append(InitiativeStep(day: day, kind: .outcome(outcome.kind), detail: outcome.words)) } else {
                steps.append(InitiativeStep(day: day, kind: .dropped, detail: initiative.reason))
            }
        }
        return steps.sorted { ($0.day, $0.kind.rank) > ($1.day, $1.kind.rank) }
    }
}

/// One step of the way, as a timeline tells it.
package struct InitiativeStep: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case version(Int), adopted(number: String), sent(String), answered(String), outcome(InitiativeOutcome.Kind), dropped

        /// What came later on one day.
        var rank: Int {
            switch self {
            case .version(let number): number
            case .adopted: 1_000
            case .sent: 1_001
            case .answered: 1_002
            case .outcome, .dropped: 1_003
            }
        }
    }

    package let day: Day
    package let kind: Kind
    package let detail: String
}

/// A line of a list of initiatives.
package struct InitiativeLine: Sendable {
    package let initiative: Initiative
    package let home: Centre
    package let sum: StandingSum
    package let openComments: Int
    /// Where the reader's centre stands, if it is asked.
    package let own: InitiativePosition?
    package let isAsked: Bool
}
