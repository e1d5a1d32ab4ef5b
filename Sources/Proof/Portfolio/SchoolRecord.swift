package import Accounts
package import Centres
package import Certificates
package import Kernel
package import Languages

/// What the people of a school did in a school year, where they stand, and what they plan and share: the record that the institution keeps of each of them.
package struct SchoolRecord: Sendable {
    package struct Line: Sendable {
        package let person: Person.ID
        package let name: PersonName
        package let job: String
        /// Nil where no rule pack says anything about the year.
        package let standing: Standing?
        /// What counts, of this year.
        package let evidence: [Evidence]
        package let entries: [PortfolioEntry]
        /// What they plan for the year and share.
        package let planned: [PortfolioEntry]
        /// What they mean to learn and share.
        package let goals: [PortfolioGoal]
    }

    /// What stands on a certificate, as a report tells it.
    package struct Told: Sendable {
        package let title: String
        package let language: Language
        package let number: String
        package let competence: String
    }

    package let school: School
    package let year: SchoolYear
    package let years: [SchoolYear]
    package let pack: RulePack?
    package let lines: [Line]
    package let told: [Certificate.ID: Told]

    /// What was done inside: by the school’s own table. Of a person of two schools only what was done in this one.
    package func inside(_ line: Line) -> [PortfolioEntry] { line.entries.filter { $0.details.kind == .inside && ($0.details.school ?? school.id) == school.id } }

    /// What was done outside, the earliest first, with its words.
    package func outside(_ line: Line) -> [(evidence: Evidence, told: Told)] {
        line.evidence.filter { $0.kind != .inside }.sorted { $0.day < $1.day }.compactMap { evidence in
            switch evidence.source {
            case .certificate(let id): return told[id].map { (evidence, $0) }
            case .entry(let id):
                guard let details = line.entries.first(where: { $0.id == id })?.details else { return nil }
                return (evidence, Told(title: details.title, language: .sr, number: details.number, competence: details.competence))
            case .coming: return nil
            }
        }
    }

    /// How many have met each requirement.
    package func met(_ requirement: Requirement) -> Int {
        lines.count { $0.standing?.lines.first { $0.requirement.name == requirement.name }?.isFulfilled ?? false }
    }
}

/// One of the two papers of a school year.
package enum SchoolPaperKind: String, CaseIterable, Sendable {
    case plan, report
}
