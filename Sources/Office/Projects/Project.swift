package import Accounts
package import Centres
package import Kernel
package import Languages
package import Storage

/// Something that the centre does with money that somebody else gives for it, from the idea to the last report.
package struct Project: Sendable {
    package typealias ID = Kernel.ID<Project>

    /// What the centre is in it.
    package enum Part: String, CaseIterable, Sendable, Storable { case applicant, partner }

    package let id: ID
    package let centre: Centre.ID
    package let state: ProjectState
    /// The day on which it came into its state.
    package let since: Day
    /// Why it was rejected or dropped.
    package let reason: String
    package let details: ProjectDetails
    package let leadName: String

    package init(id: ID, centre: Centre.ID, state: ProjectState, since: Day, reason: String, details: ProjectDetails, leadName: String) {
        (self.id, self.centre, self.state, self.since) = (id, centre, state, since)
        (self.reason, self.details, self.leadName) = (reason, details, leadName)
    }

    /// Where everybody reads of it, behind the language.
    package var path: String { "/projects/\(id)" }
    package var deskPath: String { "/staff/projects/\(id)" }
    /// Where those who work in it write.
    package var ownPath: String { "/me/projects/\(id)" }

    /// Whether everybody may read of it: what is only asked for is nobody's business yet.
    package var isPublic: Bool { details.isShown && (state == .running || state == .closed) }

    /// Its days, where both are known.
    package var days: ClosedRange<Day>? {
        guard let first = details.first, let last = details.last, first <= last else { return nil }
        return first...last
    }
}

/// What is written down of a project.
package struct ProjectDetails: Sendable, Hashable {
    package var name: String
    package var number = ""
    package var part: Project.Part
    package var call: FundingCall.ID?
    /// Whose money it is.
    package var source = ""
    package var first: Day?
    package var last: Day?
    package var amount: Money
    /// What of it the centre gives.
    package var ownShare: Money
    package var lead: Person.ID?
    package var summary = ""
    /// Markdown, for everybody.
    package var description = ""
    package var isShown = false

    package init(_ name: String, _ part: Project.Part = .applicant, amount: Money) {
        (self.name, self.part, self.amount, ownShare) = (name, part, amount, .nothing(amount.currency))
    }
}

/// Who sees a project from inside: staff, and the people who work in it.
package struct ProjectSight: Sendable {
    package let project: Project
    package let people: [ProjectPerson]
    package let isStaff: Bool
    package let person: Person.ID?

    /// The own rows of whoever looks; somebody may have had several shares one after the other.
    package var own: [ProjectPerson] { person.map { id in people.filter { $0.person == id } } ?? [] }
    package var maySee: Bool { isStaff || !own.isEmpty || (person != nil && project.details.lead == person) }
}

extension Project.Part {
    package var name: Phrase { self == .applicant ? T.projects.partApplicant : T.projects.partPartner }
}

extension Subject {
    package static func project(_ id: Project.ID) -> Subject { .other("project", id.value) }
    package static func fundingCall(_ id: FundingCall.ID) -> Subject { .other("funding_call", id.value) }
    package static func partner(_ id: Partner.ID) -> Subject { .other("partner", id.value) }
}
