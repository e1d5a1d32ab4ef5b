package import Accounts
import Kernel
import Languages

/// Those whom a programme names, each with the person that it is, or with people who may be meant.
struct ProgrammePeople: Sendable {
    struct Line: Sendable {
        let part: Programme.Named.Part
        let named: Programme.Named
        /// Who it is, if whoever looks may know.
        let person: Person?
        /// People of the same name whom the centre knows.
        let namesakes: [LikelyDouble]
    }

    let programme: Programme
    let lines: [Line]
    /// Whom a few letters found, for the line that they were typed at.
    let sought: ProgrammeEntryName?
    let found: [Person]
}

/// One of those whom a programme names: in which part, and by which name.
struct ProgrammeEntryName: Sendable, Hashable {
    let part: Programme.Named.Part
    let name: String
}
