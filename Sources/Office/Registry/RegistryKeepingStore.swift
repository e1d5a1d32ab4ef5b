package import Accounts
package import Kernel
package import Languages
import Storage

/// What happens to the rows of the register when something happens to a person, and what is told to somebody who asks what is held.
package enum RegistryKeepingStore {
    /// Working remarks are kept so long after a paper was settled; the line of the register itself stays.
    static let yearsRemarks = 3

    /// The account goes. The register is kept by law, with what stands on its papers; who entered them and worked on them is not part of it.
    static func forget(_ person: Person.ID, in act: Act) throws {
        try act.db.run("UPDATE registry_entry SET entered_by = NULL WHERE entered_by = \(person)")
        try act.db.run("UPDATE registry_entry SET worker = NULL WHERE worker = \(person)")
        try act.db.run("UPDATE registry_file SET person = NULL WHERE person = \(person)")
        try act.db.run("UPDATE registry_book SET closed_by = NULL WHERE closed_by = \(person)")
        try act.db.run("UPDATE registry_archive SET entered_by = NULL WHERE entered_by = \(person)")
    }

    static func forgetOld(in act: Act) throws {
        let before = Zone.utc.day(of: act.now).adding(years: -yearsRemarks)
        let old = try act.db.rows("SELECT id FROM registry_entry WHERE note <> '' AND settled < \(before) ORDER BY id LIMIT 2000")
        for row in old {
            let id: RegistryEntry.ID = try row["id"]
            try act.db.run("UPDATE registry_entry SET note = '' WHERE id = \(id)")
            try RegistryListStore.makeFindable(id, in: act)
        }
    }

    /// Files of papers are the centre's: its people see them, nobody else does.
    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        func rows(_ query: SQL, _ columns: [String]) throws -> [HeldData.Entry] {
            try act.db.rows(query).map { row in
                Dictionary(uniqueKeysWithValues: columns.compactMap { name in
                    row.names.firstIndex(of: name).map { (name, written(row.values[$0])) }
                })
            }
        }
        let columns = ["label", "subject", "day", "due", "settled"]
        var held = HeldData("registry_entry", try rows("""
            SELECT label, subject, day, due, settled FROM registry_entry WHERE worker = \(person) OR entered_by = \(person) ORDER BY id
            """, columns))
        held.add("registry_file", try rows("SELECT title, added FROM registry_file WHERE person = \(person) ORDER BY id", ["title", "added"]))
        held.add("registry_book", try rows("SELECT year, closed FROM registry_book WHERE closed_by = \(person) ORDER BY year", ["year", "closed"]))
        held.add("registry_archive", try rows(
            "SELECT number, contents, entered FROM registry_archive WHERE entered_by = \(person) ORDER BY number", ["number", "contents", "entered"]))
        return held
    }

    private static func written(_ value: Stored) -> String {
        switch value {
        case .text(let text): text
        case .int(let number): "\(number)"
        case .bool(let flag): "\(flag)"
        default: ""
        }
    }
}
