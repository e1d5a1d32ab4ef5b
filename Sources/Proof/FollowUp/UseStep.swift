package import Accounts
package import Centres
package import Events
package import Files
package import Kernel
package import Languages
package import Storage

/// What one person means to do with what an event taught, and what they say and show of it.
package struct UseStep: Sendable {
    package typealias ID = Kernel.ID<UseStep>

    package let id: ID
    package let event: Event.ID
    package let person: Person.ID
    package let details: StepDetails
    package let written: Instant?
    /// Whose team sees it.
    package let school: School.ID?
    /// Whether the centre sees whose it is.
    package let isNamed: Bool
    package let proof: StepProof
    package let confirmed: Instant?
    package let confirmedBy: Person.ID?
    package let points: Int?
    package let answers: [Turn: UseAnswer]

    /// What was said last: by it the use is counted.
    package var last: UseAnswer? { answers[.second] ?? answers[.first] }
    package var wasTried: Bool { last.map { $0.use != .never } ?? false }
}

/// One concrete step, and by when.
package struct StepDetails: Sendable, Hashable {
    package var text: String
    package var due: Day?

    package init(_ text: String, by due: Day?) { (self.text, self.due) = (text, due) }

    /// A step may lie this far ahead.
    static let daysAhead = 366
}

/// What is shown of a step.
package struct StepProof: Sendable, Hashable {
    /// The day on which colleagues at school were told of it.
    package var shown: Day?
    package var link = ""
    package var file: StoredFile.ID?
    /// That no pupil can be known in the picture, or that the parents have agreed.
    package var hasConsent = false

    package init() {}

    package var isEmpty: Bool { shown == nil && link.isEmpty && file == nil }
}

package struct UseAnswer: Sendable, Hashable {
    package var use: Use
    package var hindered: Set<Hindrance>
    package var words: String

    package init(_ use: Use, hindered: Set<Hindrance> = [], words: String = "") { (self.use, self.hindered, self.words) = (use, hindered, words) }
}

/// How often something that was learned was used in the classroom.
package enum Use: String, CaseIterable, Sendable, Storable {
    case never, once, several, regularly

    /// What counts as use: to have tried once is not yet.
    package var isUse: Bool { self == .several || self == .regularly }

    package var name: Phrase {
        switch self {
        case .never: T.followup.never
        case .once: T.followup.once
        case .several: T.followup.several
        case .regularly: T.followup.regularly
        }
    }
}

/// What keeps people from using what they learned.
package enum Hindrance: String, CaseIterable, Sendable {
    case time, equipment, pupils, support, timetable, curriculum, material, practice, unfit

    package var name: Phrase {
        switch self {
        case .time: T.followup.hinderTime
        case .equipment: T.followup.hinderEquipment
        case .pupils: T.followup.hinderPupils
        case .support: T.followup.hinderSupport
        case .timetable: T.followup.hinderTimetable
        case .curriculum: T.followup.hinderCurriculum
        case .material: T.followup.hinderMaterial
        case .practice: T.followup.hinderPractice
        case .unfit: T.followup.hinderUnfit
        }
    }

    /// Who can change it.
    package enum Hand: CaseIterable, Sendable {
        case centre, school, founder

        package var name: Phrase {
            switch self {
            case .centre: T.followup.handCentre
            case .school: T.followup.handSchool
            case .founder: T.followup.handFounder
            }
        }
    }

    package var hand: Hand {
        switch self {
        case .material, .practice, .unfit: .centre
        case .time, .support, .timetable: .school
        case .equipment, .pupils, .curriculum: .founder
        }
    }
}

/// The link under which one person answers. It is made and read only by who holds the key of the installation: no table holds it. The event stands in it, so
/// that a number that a later row takes over opens nothing.
package struct StepLink: Hashable, Sendable {
    package let step: UseStep.ID
    package let event: Event.ID

    package init(_ step: UseStep.ID, of event: Event.ID) { (self.step, self.event) = (step, event) }

    package func text(_ seal: Seal) -> String { "\(step)-\(event)-\(mark(seal))" }

    private func mark(_ seal: Seal) -> String { seal.mark("\(step) \(event)", for: "step link") }

    /// - Returns: nil for a link that was not given by this installation.
    package init?(_ text: String, _ seal: Seal) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let step = UseStep.ID(parts[0]), let event = Event.ID(parts[1]) else { return nil }
        self.init(step, of: event)
        guard mark(seal) == parts[2] else { return nil }
    }
}

/// What stands on the page of a link: the step, and nothing that says whose it is.
package struct StepSight: Sendable {
    package let step: UseStep
    package let followUp: FollowUp
    package let event: Event
    /// Whether the event was cancelled or put off after all.
    package var isOff: Bool { event.state.isOff }
    /// The school on whose behalf they came, or where alone they work; nil where that cannot be told.
    package let workplace: School.ID?
    /// Whether they hold no certificate of it any more.
    package let isWithdrawn: Bool

    package func phase(on today: Day) -> FollowUp.Phase { isOff || isWithdrawn ? .over : followUp.phase(on: today) }
}
