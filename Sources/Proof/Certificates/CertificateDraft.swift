package import Accounts
package import Centres
package import Events
import Kernel
package import Registration

/// A document as it is prepared: what will be printed, and to whom and what it belongs.
package struct CertificateDraft: Sendable {
    package let facts: CertificateFacts
    package let centre: Centre.ID
    package let event: Event.ID?
    package var person: Person.ID?
    package var registration: Registration.ID?
    /// More points than were approved are never printed.
    package var approved = 0
    /// What it corrects, and why.
    package var replaces: Certificate.ID?
    package var reason = ""

    package init(_ facts: CertificateFacts, at centre: Centre.ID, of event: Event.ID?) {
        self.facts = facts
        self.centre = centre
        self.event = event
    }
}
