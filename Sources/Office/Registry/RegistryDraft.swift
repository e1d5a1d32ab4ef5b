package import Kernel
package import Languages

/// What is written down of a paper.
package struct RegistryDraft: Sendable, Hashable {
    package var direction: RegistryDirection
    package var mark: RegistryMark.ID?
    package var subject: String
    /// From whom it came or to whom it went.
    package var other = ""
    /// The number and the day that it bears from there.
    package var theirNumber = ""
    package var theirDay: Day?
    /// On which it came, went or was made.
    package var day: Day
    /// Until when something must be done about it, and by whom.
    package var due: Day?
    package var worker: ID<PersonTag>?
    /// Where it lies in the archive.
    package var place = ""
    package var note = ""

    package init(_ direction: RegistryDirection, _ subject: String, on day: Day) { (self.direction, self.subject, self.day) = (direction, subject, day) }

    /// Days before a deadline on which whoever works on it is reminded.
    package static let noticeDays = 3

    /// What is wrong with it on a day. A deadline stands behind the day of the paper, a paper is not of tomorrow, and nobody's letter is younger than
    /// the day on which it came.
    package func check(on today: Day, _ faults: inout Faults) {
        faults.require(!subject.isEmpty, "subject", T.common.errorMissing)
        faults.require(direction == .inner || !other.isEmpty, "other", T.registry.errorOther)
        faults.require(day <= today, "day", T.registry.errorDayComes)
        if let due { faults.require(due >= day, "due", T.registry.errorDueBefore) }
        if let theirDay, direction == .came { faults.require(theirDay <= day, "theirDay", T.registry.errorTheirDay) }
    }

    /// What stands in the book itself: it does not change once the book is closed.
    var written: [String] { [direction.rawValue, subject, other, theirNumber, theirDay?.iso ?? "", day.iso] }
}
