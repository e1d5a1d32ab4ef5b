package import Events
package import Files
package import Languages

/// A step as the team of a school sees it: what was meant, done and shown; not what hinders, which is told to nobody by name.
package struct SchoolStep: Sendable {
    package let step: UseStep
    package let name: String
    package let event: Event
    package let file: StoredFile?
    /// Whether whoever looks is who wrote it: nobody confirms their own.
    package let isOwn: Bool

    /// Whether there is something that the team could have seen and has not confirmed.
    package var isWaiting: Bool { step.confirmed == nil && step.wasTried && !isOwn }

    /// What stands in a portfolio of what was told.
    package func entryTitle(in language: Language) -> String { event.title(in: language).text }
}

/// A step whose person lets the centre know whose it is.
package struct NamedStep: Sendable {
    package let step: UseStep
    package let name: String
    package let event: Event
    package let file: StoredFile?
}
