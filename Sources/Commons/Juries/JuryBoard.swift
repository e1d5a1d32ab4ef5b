package import Contests
import Languages

/// What the jury has come to, before the chair decides and after.
package struct JuryBoard: Sendable {
    package struct Line: Sendable, Hashable {
        package let entry: JuryEntry
        package let count: RoundCount.Line
        package let rawPlace: Int
        package let evenPlace: Int
        /// The number of its group of works that are very close; nil where it stands alone.
        package let near: Int?
        package let prize: Prize?
        package let reason: String
        package let remarks: Int
    }

    /// The works of one category, in the order that was said to count.
    package struct Part: Sendable {
        package let category: ContestCategory
        package let lines: [Line]
    }

    package let jury: Jury
    package let round: JuryRound
    package let parts: [Part]
    package let scales: [(juror: Juror, scale: JurorScale)]
    /// How many works nobody was dealt because something ties them, and how many were declared.
    package let conflicts: (known: Int, declared: Int)

    package var lines: [Line] { parts.flatMap(\.lines) }
}

/// What the chair gives.
package struct JuryVerdict: Sendable, Hashable {
    package struct Given: Sendable, Hashable {
        package let prize: Prize
        package let reason: String

        package init(_ prize: Prize, _ reason: String = "") { (self.prize, self.reason) = (prize, reason) }
    }

    /// By code.
    package var prizes: [String: Given]
    package var reason: String

    package init(_ prizes: [String: Given] = [:], reason: String = "") { (self.prizes, self.reason) = (prizes, reason) }
}
