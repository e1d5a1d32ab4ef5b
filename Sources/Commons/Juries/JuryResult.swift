package import Centres
package import Contests
package import Kernel
package import Languages

/// What everybody reads of a work that won something, as far as its people let it be shown.
package struct JuryResult: Sendable {
    package let prize: Prize
    package let work: ShowableWork

    /// Who is named: the authors who may be; else the code alone.
    package var isNamed: Bool { !work.names.isEmpty }
}

/// The results of a contest by category.
package struct JuryResults: Sendable {
    package struct Part: Sendable {
        package let category: ContestCategory
        package let results: [JuryResult]
    }

    package let contest: Contest
    package let parts: [Part]
    /// How many works took part.
    package let works: Int
    package let event: (path: String, day: Day?)?
    package let hasGallery: Bool
}

/// A work in the gallery.
package struct GalleryWork: Sendable {
    package let work: ShowableWork
    package let prize: Prize?
}

/// What came of the works of one mentor.
package struct MentorOutcome: Sendable {
    package struct Line: Sendable {
        package let work: ContestWork
        package let prize: Prize?
    }

    package let contest: Contest
    package let lines: [Line]
    package let thanks: JuryThanks
    /// Lines of the own schools' tables that give points for it.
    package let offers: [ThanksOffer]
}

package struct JuryThanks: Sendable, Hashable {
    package typealias ID = Kernel.ID<JuryThanks>

    package let id: ID
    package let written: Instant
    /// When it was put among the activities.
    package let offered: Instant?
}

/// A school with a line of its table.
package struct ThanksOffer: Sendable, Hashable {
    package let school: School.ID
    package let schoolName: String
    /// Nil: without points.
    package let line: Int64?
    package let activity: String
    package let points: Int?

    package var key: String { "\(school)-\(line.map { "\($0)" } ?? "0")" }
}
