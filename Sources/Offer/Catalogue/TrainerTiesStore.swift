import Accounts
import Centres
import Kernel
import Languages
import Storage

extension TrainerTies {
    /// Says it of every programme that names them so and is still to be held.
    /// - Returns: on how many programmes somebody was tied.
    func tie(at centre: Centre.ID, since day: Day, in act: Act) throws -> Int {
        var count = 0
        for (name, person) in ties {
            for programme in try ProgrammeStore.naming(untied: name, since: day, in: act) {
                do {
                    try ProgrammeStore.tie(.trainer, named: name, of: programme, to: person, at: centre, in: act)
                    count += 1
                } catch let problem as Problem where problem.kind == .conflict {
                    // The programme names the same person under another name too: that stays for its own page.
                    continue
                }
            }
        }
        return count
    }
}

extension ProgrammeStore {
    private static let untied: SQL = """
        FROM programme_person n JOIN programme p ON p.id = n.programme JOIN cycle c ON c.id = p.cycle
        WHERE n.person IS NULL AND n.part = 'trainer' AND p.withdrawn IS NULL
        """

    private static let untiedMost = 200

    /// Names of trainers that somebody whom the centre knows bears.
    static func untied(at centre: Centre.ID, since day: Day, in act: Act) throws -> [UntiedTrainer] {
        let bearers = try LikelyDoubleStore.bearers(at: centre, in: act)
        let names = try act.db.rows("SELECT n.name, count(*) AS programmes \(untied) AND c.last_day >= \(day) GROUP BY n.name ORDER BY n.name").compactMap { row in
            let name: String = try row["name"]
            return bearers[PersonName.key(of: name)] == nil ? nil : (name: name, programmes: try row["programmes"] as Int)
        }
        return try names.prefix(untiedMost).map { name, programmes in
            UntiedTrainer(name: name, programmes: programmes, people: try LikelyDoubleStore.named(name, at: centre, in: act))
        }.filter { !$0.people.isEmpty }
    }

    static func naming(untied name: String, since day: Day, in act: Act) throws -> [Programme.ID] {
        try act.db.rows("SELECT n.programme \(untied) AND c.last_day >= \(day) AND n.name = \(name) ORDER BY n.programme").map { try $0["programme"] }
    }
}
