package import Centres
package import Kernel

/// Where the papers of some entries are: asked of the rooms that post. An entry that several know has the paper of the highest of them.
package struct LedgerPapersAsked: Question {
    package typealias Answer = [LedgerEntry.ID: LedgerPaper]
    package let centre: Centre.ID
    /// Each with its lines.
    package let entries: [LedgerEntry]

    package init(centre: Centre.ID, entries: [LedgerEntry]) { (self.centre, self.entries) = (centre, entries) }
}
