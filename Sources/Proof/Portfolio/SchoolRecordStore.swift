package import Centres
package import Accounts
import Certificates
package import Kernel
package import Languages
import Schools
import Storage

/// The record of a school as it is read: five queries, however many work there.
package enum SchoolRecordStore {
    private static let yearsShown = 6

    /// For whoever looks after the school.
    /// - Throws: `Problem.missing` for everybody else.
    package static func record(
        of id: School.ID, in year: SchoolYear, today: Day, country: Country, sorted alphabet: Alphabet, in act: Act
    ) throws -> SchoolRecord {
        let school = try SchoolTeamStore.school(id, in: act), roster = try RosterStore.roster(of: id, on: today, sorted: alphabet, in: act)
        let there = roster.lines.filter { $0.works.contains { $0.work.holds(in: year.days) } }
        let packs = try RulePackStore.packs(of: country, in: act), pack = packs.judging(year)
        var store = EvidenceStore()
        let people = there.map(\.person), evidence = try store.evidence(of: people, in: packs.earliest(for: year)...year.last, in: act)
        let entries = try EntryStore.entries(of: people, in: year, in: act), goals = try EntryStore.sharedGoals(of: people, in: year, in: act)
        let lines = there.map { line in
            let own = evidence[line.person] ?? [], mine = entries[line.person] ?? []
            return SchoolRecord.Line(
                person: line.person, name: line.name, job: line.works.first?.work.job ?? "",
                standing: pack.map { Standing(own, in: year, by: $0, of: packs) }, evidence: own.filter { year.days.contains($0.day) },
                entries: mine.filter { $0.state == .checked || $0.state == .unchecked }, planned: mine.filter { $0.state == .planned && $0.details.isShared },
                goals: goals[line.person] ?? [])
        }
        return SchoolRecord(
            school: school, year: year, years: Array(sequence(first: SchoolYear(containing: today)) { $0.previous }.prefix(yearsShown)), pack: pack, lines: lines,
            told: try told(of: lines.flatMap(\.evidence), in: act))
    }

    private static func told(of evidence: [Evidence], in act: Act) throws -> [Certificate.ID: SchoolRecord.Told] {
        let ids = evidence.compactMap { if case .certificate(let id) = $0.source { id } else { nil } }
        guard !ids.isEmpty else { return [:] }
        return try act.db.rows("SELECT id, facts FROM certificate WHERE id IN \(list: ids)").reduce(into: [:]) { told, row in
            let text: String? = try row["facts"]
            guard let facts = try text.map({ try CertificateFacts(text: $0) }) else { return }
            told[try row["id"]] = SchoolRecord.Told(
                title: facts.title, language: facts.writtenIn, number: facts.programme?.number ?? "", competence: facts.programme?.competence ?? "")
        }
    }

    // MARK: What waits for the school's word

    /// What people say they did inside a school and nobody there has said yes to.
    package static func waiting(in school: School.ID, in act: Act) throws -> [(entry: PortfolioEntry, name: PersonName)] {
        guard act.by.looksAfter(school) else { throw Problem.missing }
        return try act.db.rows("""
            SELECT e.*, p.given_name, p.family_name FROM portfolio_entry e JOIN person p ON p.id = e.person
            WHERE e.school = \(school) AND e.state = 'unchecked' AND e.kind = 'inside' ORDER BY e.day, e.id
            """).map { (try PortfolioEntry(row: $0), PersonName(given: try $0["given_name"], family: try $0["family_name"])) }
    }

    /// Whoever looks after the school says that it was so, or not.
    package static func decide(
        _ id: PortfolioEntry.ID, seen: Instant?, isGood: Bool, _ reason: String, in school: School.ID, at centre: Centre.ID, in act: Act
    ) throws {
        guard act.by.looksAfter(school), let entry = try EntryStore.entry(id, in: act), entry.details.school == school, entry.details.kind == .inside,
            entry.state != .planned else { throw Problem.missing }
        try PortfolioStore.decide(entry, seen: seen, isGood: isGood, reason, centre: centre, in: act)
    }
}
