import Centres
import Kernel
import Languages
import Storage

/// What is needed to say where a centre's programmes stand.
extension ProgrammeStore {
    static func standing(of centre: Centre.ID, in act: Act) throws -> ProgrammeStanding {
        let centre = try CentreStore.centre(centre, in: act)
        let told: [[Programme.ID: Runs]] = try act.kept("programme runs") { try act.ask(RunsAsked()) }
        let runs = told.reduce(into: [Programme.ID: Runs]()) { $0.merge($1) { Runs(held: $0.held + $1.held, coming: $0.coming + $1.coming) } }
        let programmes: [OwnProgramme] = try act.kept("own programmes \(centre.id)") { try own(of: centre, in: act) }
        return ProgrammeStanding(programmes, runs: runs, today: centre.zone.day(of: act.now))
    }

    /// Programmes that the centre itself submitted, by its name in any language.
    private static func own(of centre: Centre, in act: Act) throws -> [OwnProgramme] {
        let names = Set(Language.allCases.map { CycleCode.key(centre.name(in: $0)) })
        return try act.db.rows("""
            SELECT p.id, p.number, p.title, p.language, p.institution, p.predecessor,
                   (SELECT max(e.held) FROM programme_earlier e WHERE e.programme = p.id AND e.place = 0) AS held_before, \(Cycle.columns)
            FROM programme p JOIN cycle c ON c.id = p.cycle JOIN accreditor a ON a.id = c.accreditor
            WHERE p.withdrawn IS NULL AND p.institution <> '' ORDER BY p.key_azbuka, p.id
            """).compactMap { row in
            guard names.contains(CycleCode.key(try row["institution"])) else { return nil }
            return OwnProgramme(choice: try ProgrammeChoice(row: row), predecessor: try row["predecessor"], wasUnheldBefore: try row["held_before"] as Int? == 0)
        }
    }
}
