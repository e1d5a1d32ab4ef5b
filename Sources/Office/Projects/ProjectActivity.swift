package import Events
package import Kernel
package import Languages
package import Library
package import Storage

/// What a project does, from one day to another.
package struct ProjectActivity: Sendable {
    package typealias ID = Kernel.ID<ProjectActivity>

    package enum State: String, CaseIterable, Sendable, Storable { case planned, underway, done, dropped }

    package let id: ID
    package let project: Project.ID
    package let details: ProjectActivityDetails
    package let links: [ActivityLink]

    package init(id: ID, project: Project.ID, details: ProjectActivityDetails, links: [ActivityLink]) {
        (self.id, self.project, self.details, self.links) = (id, project, details, links)
    }

    package func isLate(on today: Day) -> Bool { details.days.upperBound < today && (details.state == .planned || details.state == .underway) }
}

package struct ProjectActivityDetails: Sendable, Hashable {
    package var name: String
    package var days: ClosedRange<Day>
    package var responsible: String
    package var state: ProjectActivity.State

    package init(_ name: String, _ days: ClosedRange<Day>, responsible: String = "", _ state: ProjectActivity.State = .planned) {
        (self.name, self.days, self.responsible, self.state) = (name, days, responsible, state)
    }
}

/// Something that belongs to an activity.
package struct ActivityLink: Sendable {
    package typealias ID = Kernel.ID<ActivityLink>

    package enum Thing: Sendable {
        case event(Event.ID, String)
        case title(LibraryTitle.ID, String)
        case purchase(String, Money?)
    }

    package let id: ID
    package let activity: ProjectActivity.ID
    package let thing: Thing
}

/// What somebody puts to an activity.
package enum ActivityLinkDraft: Sendable, Hashable {
    case event(Event.ID)
    case title(LibraryTitle.ID)
    case purchase(String, Money?)
}

/// Where the days of an activity stand among the days of all, in thousandths: what a picture of them draws.
package struct ActivitySpan: Sendable, Hashable {
    package let start: Int
    package let length: Int

    package static let whole = 1_000

    package init(_ days: ClosedRange<Day>, within all: ClosedRange<Day>) {
        let count = max(1, all.count), own = days.clamped(to: all)
        start = all.lowerBound.days(until: own.lowerBound) * Self.whole / count
        length = max(4, own.count * Self.whole / count)
    }

    /// Where a day stands; nil outside.
    package static func place(of day: Day, within all: ClosedRange<Day>) -> Int? {
        all.contains(day) ? all.lowerBound.days(until: day) * whole / max(1, all.count) : nil
    }
}

extension ProjectActivity.State {
    package var name: Phrase {
        switch self {
        case .planned: T.projects.activityPlanned
        case .underway: T.projects.activityUnderway
        case .done: T.projects.activityDone
        case .dropped: T.projects.activityDropped
        }
    }
}
