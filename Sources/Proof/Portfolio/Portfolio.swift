package import Accounts
package import Centres
package import Certificates
package import Events
package import Kernel
package import Languages

/// Where one person stands, with all that they can show: the page of the person, of the centre's people who look at it, and of the papers made of it.
package struct Portfolio: Sendable {
    package let person: Person
    package let year: SchoolYear
    /// The years that can be chosen, the newest first.
    package let years: [SchoolYear]
    /// Nil where no rule pack says anything about the year.
    package let standing: Standing?
    package let packs: [RulePack]
    package let certificates: [Certificate]
    package let entries: [PortfolioEntry]
    /// All that counts, of every year.
    package let evidence: [Evidence]
    package let goals: [PortfolioGoal]
    package let leave: [LeaveDay]
    package let career: Career
    /// Events that come and could be picked.
    package let coming: [Event]
    package let picked: Set<Event.ID>

    /// The pack in force for the year.
    package var pack: RulePack? { packs.judging(year) }
    package var leaveOfYear: [LeaveDay] { leave.filter { year.days.contains($0.day) } }

    /// How a thing is called, and where it is read.
    package func shown(_ evidence: Evidence, _ t: Texts) -> (title: Event.Wording, path: String) {
        switch evidence.source {
        case .certificate(let id):
            let certificate = certificates.first { $0.id == id }
            return (Event.Wording(text: certificate?.title ?? "", language: certificate?.facts?.writtenIn ?? .sr), "/me/certificates/\(id)")
        case .entry(let id):
            return (Event.Wording(text: entries.first { $0.id == id }?.details.title ?? "", language: t.language), "/me/portfolio/entries/\(id)")
        case .coming(let id):
            return (coming.first { $0.id == id }?.title(in: t.language) ?? Event.Wording(text: "", language: t.language), "/events/\(id)")
        }
    }
}

/// Somebody looked at the portfolio of another.
package struct PortfolioLook: Sendable {
    package let at: Instant
    package let name: String
}
