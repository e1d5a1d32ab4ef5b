package import Events
package import Files
import Forms
package import Kernel
package import Languages
package import Storage

/// A file that belongs to an event: a paper for participants, a photo of the day.
package struct Material: Sendable {
    package typealias ID = Kernel.ID<Material>

    /// Who sees it, the widest first.
    package enum Audience: String, CaseIterable, Sendable, Storable {
        case everybody = "public", admitted, staff

        package var name: Phrase {
            switch self {
            case .everybody: T.materials.forEverybody
            case .admitted: T.materials.forAdmitted
            case .staff: T.materials.forStaff
            }
        }
    }

    package let id: ID
    package let event: Event.ID
    package let file: StoredFile
    package let details: MaterialDetails

    package init(row: Row, file: StoredFile) throws {
        id = try row["id"]
        event = try row["event"]
        self.file = file
        details = MaterialDetails(title: try row["title"], audience: try row["audience"], consent: try row["consent"])
    }

    package var isPhoto: Bool { file.kind == .picture }
}

/// What is told of a material.
package struct MaterialDetails: Sendable, Hashable {
    package var title: String
    package var audience: Material.Audience
    /// Who of those on a photo agreed that it is shown, and how.
    package var consent: String

    package init(title: String, audience: Material.Audience, consent: String = "") {
        self.title = title
        self.audience = audience
        self.consent = consent
    }

    /// A photo leaves the house only with a note of who agreed (Art. 12 of the Serbian act on the protection of personal data; GDPR, Art. 6).
    func check(isPhoto: Bool, _ faults: inout Faults) {
        faults.require(!title.isEmpty, "title", T.common.errorMissing)
        faults.limit(title, "title")
        faults.limit(consent, "consent")
        if isPhoto, audience != .staff { faults.require(!consent.isEmpty, "consent", T.materials.consentMissing) }
    }
}

/// What somebody is to an event, as far as its files are concerned.
package struct MaterialSight: Sendable, Hashable {
    /// Runs the centre's events, or leads this one.
    package let isTeam: Bool
    /// Has a seat.
    package let isAdmitted: Bool

    package init(isTeam: Bool, isAdmitted: Bool) {
        self.isTeam = isTeam
        self.isAdmitted = isAdmitted
    }

    package func sees(_ audience: Material.Audience) -> Bool {
        switch audience {
        case .everybody: true
        case .admitted: isAdmitted || isTeam
        case .staff: isTeam
        }
    }
}
