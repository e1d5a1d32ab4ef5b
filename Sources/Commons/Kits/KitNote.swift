package import Accounts
package import Kernel
package import Languages
package import Portfolio

/// What a teacher says of a kit that was there: how often, with how many pupils, in which lesson.
package struct KitNote: Sendable {
    package typealias ID = Kernel.ID<KitNote>

    package let id: ID
    package let stop: KitStay.ID
    package let person: Person.ID
    package let details: KitNoteDetails
    package let given: Instant
    /// When it was put among the activities of its author.
    package let offered: Instant?
}

package struct KitNoteDetails: Sendable, Hashable {
    /// The last day of its use.
    package var day: Day
    package var times: Int
    package var pupils: Int
    package var lesson: String
    package var words: String

    package init(on day: Day, times: Int, pupils: Int, lesson: String, words: String = "") {
        (self.day, self.times, self.pupils, self.lesson, self.words) = (day, times, pupils, lesson, words)
    }

    package static let timesBounds = 0...200
    package static let pupilsBounds = 0...2_000
}

/// How a note becomes an activity inside a school.
package struct KitOffer: Sendable, Hashable {
    /// The line of the school's own table; nil where it gives no points.
    package var line: PointsTable.Line.ID?
    package var title: String

    package init(_ line: PointsTable.Line.ID?, title: String) { (self.line, self.title) = (line, title) }
}
