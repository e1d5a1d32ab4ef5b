package import Events
package import Kernel
package import Languages
package import Storage

/// What was agreed at an event, with who does it and by when. It comes back on *Данас* until it is done.
package struct Conclusion: Sendable {
    package typealias ID = Kernel.ID<Conclusion>

    package let id: ID
    package let event: Event.ID
    package let details: ConclusionDetails
    package let done: Instant?
    /// What came of it, in the words of whoever noted that it is done.
    package let outcome: String

    package init(row: Row) throws {
        id = try row["id"]
        event = try row["event"]
        details = ConclusionDetails(text: try row["text"], owner: try row["owner"], due: try row["due"])
        done = try row["done"]
        outcome = try row["outcome"]
    }
}

package struct ConclusionDetails: Sendable, Hashable {
    package var text: String
    /// Who does it, as the minutes name them.
    package var owner: String
    package var due: Day?

    package init(text: String, owner: String = "", due: Day? = nil) {
        self.text = text
        self.owner = owner
        self.due = due
    }

    static let longestText = TextLimit.note.rawValue, longestOwner = TextLimit.line.rawValue

    func check() throws {
        var faults = Faults()
        faults.require(!text.isEmpty, "text", T.delivery.conclusionMissing)
        for (field, text, most) in [("text", text, Self.longestText), ("owner", owner, Self.longestOwner)] {
            faults.require(text.unicodeScalars.count <= most, field, T.common.errorTooLong(most: .number(most)))
        }
        try faults.check()
    }
}
