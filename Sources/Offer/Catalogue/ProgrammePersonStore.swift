import Accounts
import Kernel
import Languages
import Storage

/// What programmes say of a person who wrote or leads them.
extension ProgrammeStore {
    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        HeldData("programme_person", try act.db.rows("SELECT programme, part, name FROM programme_person WHERE person = \(person) ORDER BY programme, part").map { row in
            ["programme": "\(try row["programme"] as Programme.ID)", "part": try row["part"], "name": try row["name"]]
        })
    }

    /// Somebody deleted the account: no programme names them any more. The accreditor's own catalogue is not ours to change.
    static func forget(_ person: Person.ID, in act: Act) throws {
        let rows = try act.db.rows("SELECT programme, name FROM programme_person WHERE person = \(person)")
        guard !rows.isEmpty else { return }
        try act.db.run("DELETE FROM programme_person WHERE person = \(person)")
        for name in Set(try rows.map { try $0["name"] as String }) {
            for field in ["authors", "trainers"] { try act.forgetJournal(naming: name, field: field, noun: "programme") }
        }
        try act.touchPublicPages()
        for programme in Set(try rows.map { try $0["programme"] as Programme.ID }) { try index(programme, in: act) }
    }
}
