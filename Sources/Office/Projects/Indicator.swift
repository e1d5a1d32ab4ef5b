package import Events
package import Files
package import Kernel
package import Languages
package import Library
package import Storage

/// What a project promised to reach. What it reached stands nowhere: it is made of rows, and leads to them.
package struct Indicator: Sendable {
    package typealias ID = Kernel.ID<Indicator>

    /// How the rows make one number.
    package enum Way: String, CaseIterable, Sendable, Storable { case sum, last, count }

    package let id: ID
    package let project: Project.ID
    package let details: IndicatorDetails
    /// Why there is no evidence, at the end.
    package let reason: String
    package let rows: [EvidenceRow]

    package init(id: ID, project: Project.ID, details: IndicatorDetails, reason: String, rows: [EvidenceRow]) {
        (self.id, self.project, self.details, self.reason, self.rows) = (id, project, details, reason, rows)
    }

    /// What was reached; nil where no row says anything. It is never nothing where nobody has looked.
    package var reached: Int? { Self.reached(rows.map { ($0.day, $0.number) }, details.way) }

    package static func reached(_ rows: [(day: Day, number: Int?)], _ way: Way) -> Int? {
        let known = rows.enumerated().compactMap { place, row in row.number.map { (day: row.day, place: place, number: $0) } }
        guard !known.isEmpty else { return nil }
        return switch way {
        case .sum: known.reduce(0) { $0 + $1.number }
        case .last: known.max { ($0.day, $0.place) < ($1.day, $1.place) }?.number
        case .count: known.count
        }
    }

    package var isReached: Bool { (reached ?? 0) >= details.target && reached != nil }
    /// Whether it says nothing at the end of its project: neither rows nor words.
    package var isSilent: Bool { reached == nil && reason.isEmpty }
    package func isLate(on today: Day) -> Bool { details.due.map { $0 < today } == true && !isReached }
}

package struct IndicatorDetails: Sendable, Hashable {
    package var name: String
    package var unit: String
    package var baseline: Int
    package var target: Int
    package var due: Day?
    package var way: Indicator.Way

    package init(_ name: String, unit: String, baseline: Int = 0, target: Int, due: Day? = nil, _ way: Indicator.Way = .sum) {
        (self.name, self.unit, self.baseline, self.target, self.due, self.way) = (name, unit, baseline, target, due, way)
    }

    package static let bounds = 0...1_000_000_000
    package static let targetBounds = 1...1_000_000_000
}

/// A number, the day it is of, and what proves it.
package struct EvidenceRow: Sendable {
    package typealias ID = Kernel.ID<EvidenceRow>

    /// What is counted of an event, each time anew.
    package enum Counted: String, CaseIterable, Sendable, Storable { case participants, certificates }

    package let id: ID
    package let day: Day
    /// As typed, or as counted now; nil where an event that is counted has no number yet.
    package let number: Int?
    package let counted: Counted?
    package let words: String
    package let proof: Proof?

    package init(id: ID, day: Day, number: Int?, counted: Counted?, words: String, proof: Proof?) {
        (self.id, self.day, self.number, self.counted, self.words, self.proof) = (id, day, number, counted, words, proof)
    }
}

/// What shows that a number is true.
package enum Proof: Sendable {
    case event(Event.ID, String)
    case title(LibraryTitle.ID, String)
    case activity(ProjectActivity.ID, String)
    case file(StoredFile)
}

/// What somebody writes down as evidence.
package struct EvidenceDraft: Sendable {
    package var day: Day
    /// Nil where it is counted.
    package var number: Int?
    package var counted: EvidenceRow.Counted?
    package var words: String
    package var event: Event.ID?
    package var title: LibraryTitle.ID?
    package var activity: ProjectActivity.ID?
    package var file: NewFile?

    package init(on day: Day, _ number: Int?, words: String) { (self.day, self.number, self.words) = (day, number, words) }

    /// How many things prove it: there must be one.
    package var proofs: Int { [event != nil, title != nil, activity != nil, file != nil].count { $0 } }
}

extension Indicator.Way {
    package var name: Phrase {
        switch self {
        case .sum: T.projects.waySum
        case .last: T.projects.wayLast
        case .count: T.projects.wayCount
        }
    }
}

extension EvidenceRow.Counted {
    package var name: Phrase { self == .participants ? T.projects.countParticipants : T.projects.countCertificates }
}
