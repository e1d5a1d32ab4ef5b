package import Files
package import Kernel
package import Languages

/// Whom the adopted text went to, and what came back.
package struct InitiativeSending: Sendable {
    package typealias ID = Kernel.ID<InitiativeSending>

    package let id: ID
    package let draft: SendingDraft
    package let answered: Day?
    package let answer: String
    package let file: StoredFile?

    /// Whether an answer should be here and is not.
    package func isLate(on today: Day) -> Bool { answered == nil && draft.due < today }
}

package struct SendingDraft: Sendable, Hashable {
    package var recipient: String
    package var day: Day
    /// By post, by e-mail, by hand.
    package var way: String
    /// The day by which an answer is expected.
    package var due: Day

    package init(to recipient: String, on day: Day, by way: String = "", due: Day) {
        (self.recipient, self.day, self.way, self.due) = (recipient, day, way, due)
    }

    /// So long an office usually has for an answer. It is proposed, never required.
    package static let daysUsual = 30

    /// It was sent when it was adopted or later, not tomorrow, and an answer comes after.
    package func check(adopted: Day?, on today: Day, _ faults: inout Faults) {
        faults.require(day <= today, "day", T.initiatives.errorDayComes)
        if let adopted { faults.require(day >= adopted, "day", T.initiatives.errorBeforeAdopted) }
        faults.require(due >= day, "due", T.initiatives.errorDueBefore)
    }
}
