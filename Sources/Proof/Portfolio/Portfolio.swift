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

    /// How a thing is called, in which language where that is known, and where it is read.
    package struct Shown: Sendable {
        package let title: String
        package let language: Language?
        package let path: String
    }

    package func shown(_ evidence: Evidence) -> Shown {
        switch evidence.source {
        case .certificate(let id):
            let certificate = certificates.first { $0.id == id }
            return Shown(title: certificate?.title ?? "", language: certificate?.facts?.writtenIn ?? .sr, path: "/me/certificates/\(id)")
        case .entry(let id):
            return Shown(title: entries.first { $0.id == id }?.details.title ?? "", language: nil, path: "/me/portfolio/entries/\(id)")
        case .coming(let id):
            let event = coming.first { $0.id == id }
            return Shown(title: event?.title(in: event?.plan.language ?? .sr).text ?? "", language: event?.plan.language, path: "/events/\(id)")
        }
    }
}

/// Somebody looked at the portfolio of another.
package struct PortfolioLook: Sendable {
    package let at: Instant
    package let name: String
}
