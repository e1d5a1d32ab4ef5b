package import Accounts
package import Files
package import Kernel
package import Languages
import Storage

/// What happens to the rows of initiatives when something happens to a person, or when their time is over.
package enum InitiativeKeepingStore {
    /// Comments are kept so long after the end; the adopted text, its versions and positions stay with the register of documents.
    static let yearsComments = 3

    /// The account goes. What institutions said stays; who wrote it down does not.
    static func forget(_ person: Person.ID, in act: Act) throws {
        try act.db.run("UPDATE initiative SET keeper = NULL WHERE keeper = \(person)")
        try act.db.run("UPDATE initiative_version SET author = NULL WHERE author = \(person)")
        try act.db.run("UPDATE initiative_party SET person = NULL WHERE person = \(person)")
        // A member spoke in the own name; the people of a centre in its name.
        try act.db.run("DELETE FROM initiative_comment WHERE person = \(person) AND centre IS NULL")
        try act.db.run("UPDATE initiative_comment SET person = NULL WHERE person = \(person)")
    }

    static func forgetOld(in act: Act) throws {
        let before = Zone.utc.day(of: act.now).adding(years: -yearsComments)
        let over = try act.db.rows("SELECT id FROM initiative WHERE state IN ('closed', 'dropped') AND ended < \(before)").map { try $0["id"] as Initiative.ID }
        guard !over.isEmpty else { return }
        try act.db.run("DELETE FROM initiative_comment WHERE initiative IN \(list: over)")
        try act.db.run("UPDATE initiative_party SET person = NULL WHERE initiative IN \(list: over) AND person IS NOT NULL")
        try act.db.run("UPDATE initiative SET keeper = NULL WHERE id IN \(list: over) AND keeper IS NOT NULL")
    }

    /// An answer is a paper of those who took part: the people of their centres read it.
    static func shows(_ file: StoredFile.ID, in act: Act) throws -> Bool? {
        let centres = try act.db.rows("""
            SELECT p.centre FROM initiative_sending s JOIN initiative_party p ON p.initiative = s.initiative WHERE s.file = \(file) AND p.centre IS NOT NULL
            """).map { try $0["centre"] as ID<CentreTag> }
        return centres.contains { act.by.coordinates($0) } ? true : nil
    }

    /// What this room tells somebody who asks what is held.
    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        func rows(_ query: SQL, _ columns: [String]) throws -> [HeldData.Entry] {
            try act.db.rows(query).map { row in
                Dictionary(uniqueKeysWithValues: columns.compactMap { name in row.names.firstIndex(of: name).map { (name, written(row.values[$0])) } })
            }
        }
        var held = HeldData("initiative_comment", try rows("""
            SELECT initiative, text, written, answer, answered, taken FROM initiative_comment WHERE person = \(person) ORDER BY id
            """, ["initiative", "text", "written", "answer", "answered", "taken"]))
        held.add("initiative", try rows("SELECT id, title FROM initiative WHERE keeper = \(person) ORDER BY id", ["id", "title"]))
        held.add("initiative_version", try rows(
            "SELECT initiative, number, published FROM initiative_version WHERE author = \(person) ORDER BY id", ["initiative", "number", "published"]))
        held.add("initiative_party", try rows(
            "SELECT initiative, standing, words, given FROM initiative_party WHERE person = \(person) ORDER BY id",
            ["initiative", "standing", "words", "given"]))
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
