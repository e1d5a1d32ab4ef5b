package import Kernel
package import Languages
import Storage

/// An institution as somebody wrote it who did not find it: a text, until the centre says what it is.
package struct SchoolProposal: Sendable {
    package typealias ID = Kernel.ID<SchoolProposal>

    package let id: ID
    package let name: String
    package let at: Instant

    init(row: Row) throws {
        id = try row["id"]
        name = try row["name"]
        at = try row["at"]
    }
}

/// The centre has said which institution a written one is: what hangs on the text hangs on the institution from now on.
package struct SchoolProposalSettled: Fact {
    package let proposal: SchoolProposal.ID
    package let school: School.ID
}

extension Subject {
    package static func schoolProposal(_ id: SchoolProposal.ID) -> Subject { .other("school_proposal", id.value) }
}
