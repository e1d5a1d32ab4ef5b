package import Centres
package import Events
import Forms
package import Kernel
import Languages

/// Events of one centre for which one application is enough, such as three seminars of a series. Each keeps its own seats, deadline and list.
package struct EventPackage: Sendable {
    package typealias ID = Kernel.ID<EventPackage>

    package let id: ID
    package let centre: Centre.ID
    /// Whether everybody may see it.
    package let isOpen: Bool
    package let details: EventPackageDetails
}

package struct EventPackageDetails: Sendable, Hashable {
    package var title: String
    package var text: String
    /// In the order of their beginnings.
    package var events: [Event.ID]

    package init(title: String, text: String = "", events: [Event.ID]) {
        self.title = title
        self.text = text
        self.events = events
    }

    static let longestTitle = TextLimit.sentence.rawValue, longestText = TextLimit.letter.rawValue

    func check(_ faults: inout Faults) {
        faults.require(!title.isEmpty, "title", T.common.errorMissing)
        faults.limit(title, "title", most: Self.longestTitle)
        faults.limit(text, "text", most: Self.longestText)
        faults.require(Set(events).count >= 2, "events", T.registration.packageTooFew)
    }
}

extension Subject {
    package static func package(_ id: EventPackage.ID) -> Subject { .other("event_package", id.value) }
}

extension EventForm {
    /// Whether one application for several events may hold an event of this form: each applies for oneself.
    var fitsPackages: Bool { applying == .open && !isInternal }
}
