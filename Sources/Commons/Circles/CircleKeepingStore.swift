package import Accounts
package import Events
package import Files
package import Kernel
package import Languages
import Storage

/// What happens to the rows of circles when something happens to a person, or when their time is over.
package enum CircleKeepingStore {
    /// Minutes are kept so long, with all that hangs on them; what members wrote to one another, and who was at a meeting, less.
    static let yearsMinutes = 10, yearsNames = 3, yearsPosts = 2

    /// The account goes. Numbers that were signed stay; who was there, who wrote and who leads does not.
    static func forget(_ person: Person.ID, in act: Act) throws {
        try act.db.run("DELETE FROM circle_attendance WHERE person = \(person)")
        try act.db.run("DELETE FROM circle_chair WHERE person = \(person)")
        try act.db.run("DELETE FROM circle_member WHERE person = \(person)")
        try act.db.run("DELETE FROM circle_post WHERE person = \(person)")
        try act.db.run("UPDATE circle_post SET reported_by = NULL WHERE reported_by = \(person)")
        try act.db.run("UPDATE circle_minutes SET writer = NULL WHERE writer = \(person)")
        try act.db.run("UPDATE circle_minutes SET signed_by = NULL WHERE signed_by = \(person)")
        try act.db.run("UPDATE circle_conclusion SET owner = NULL WHERE owner = \(person)")
        try act.db.run("UPDATE circle_file SET person = NULL WHERE person = \(person)")
        try act.db.run("DELETE FROM circle_visit_side WHERE person = \(person)")
        try act.db.run("DELETE FROM circle_visit WHERE NOT EXISTS (SELECT 1 FROM circle_visit_side s WHERE s.visit = circle_visit.id)")
        try act.touchPublicPages()
    }

    static func forgetOld(in act: Act) throws {
        let today = Zone.utc.day(of: act.now)
        func before(_ years: Int) -> Day { today.adding(years: -years) }
        try act.db.run("DELETE FROM circle_post WHERE at < \(act.now.adding(days: -366 * yearsPosts))")
        let named = try act.db.rows("SELECT id FROM circle_meeting WHERE day < \(before(yearsNames))").map { try $0["id"] as CircleMeeting.ID }
        try act.db.run("DELETE FROM circle_attendance WHERE meeting IN \(list: named)")
        try act.db.run("DELETE FROM circle_member WHERE until < \(before(yearsNames))")
        try act.db.run("DELETE FROM circle_visit_side WHERE visit IN (SELECT id FROM circle_visit WHERE day < \(before(yearsNames)))")
        try act.db.run("DELETE FROM circle_visit WHERE day < \(before(yearsNames))")
        try forgetMeetings(try act.db.rows("SELECT id FROM circle_meeting WHERE day < \(before(yearsMinutes))").map { try $0["id"] }, in: act)
        try act.db.run("DELETE FROM circle_conclusion WHERE meeting IS NULL AND settled < \(before(yearsMinutes))")
        try act.db.run("DELETE FROM circle_chair WHERE last_day < \(before(yearsMinutes))")
    }

    private static func forgetMeetings(_ ids: [CircleMeeting.ID], in act: Act) throws {
        guard !ids.isEmpty else { return }
        try act.db.run("DELETE FROM circle_conclusion WHERE meeting IN \(list: ids) AND settled IS NOT NULL")
        try act.db.run("UPDATE circle_conclusion SET meeting = NULL, point = NULL WHERE meeting IN \(list: ids)")
        try act.db.run("UPDATE circle_chair SET meeting = NULL WHERE meeting IN \(list: ids)")
        for table in ["DELETE FROM circle_point", "DELETE FROM circle_minutes", "DELETE FROM circle_attendance"] as [SQL] {
            try act.db.run("\(table) WHERE meeting IN \(list: ids)")
        }
        try act.db.run("DELETE FROM circle_meeting WHERE id IN \(list: ids)")
    }

    /// A draft of an event that comes to nothing is none at which a circle meets, and none that came of a conclusion.
    static func discard(_ event: Event.ID, in act: Act) throws {
        try act.db.run("UPDATE circle_meeting SET event = NULL WHERE event = \(event)")
        try act.db.run("UPDATE circle_conclusion SET event = NULL WHERE event = \(event)")
    }

    /// What is shared is seen by those who belong to the circle today and those who run it.
    static func shows(_ file: StoredFile.ID, in act: Act) throws -> Bool? {
        for row in try act.db.rows("SELECT DISTINCT circle FROM circle_file WHERE file = \(file)") {
            guard let circle = try CircleStore.circles("c.id = \(row["circle"] as Circle.ID)", in: act).first else { continue }
            if try CircleStore.look(circle, in: act).maySee { return true }
        }
        return nil
    }

    /// What this room tells somebody who asks what is held.
    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        func rows(_ query: SQL, _ columns: [String]) throws -> [HeldData.Entry] {
            try act.db.rows(query).map { row in
                Dictionary(uniqueKeysWithValues: columns.compactMap { name in
                    row.names.firstIndex(of: name).map { (name, written(row.values[$0])) }
                })
            }
        }
        var held = HeldData("circle_member", try rows(
            "SELECT circle, school, asked, since, until, digest FROM circle_member WHERE person = \(person)", ["circle", "school", "asked", "since", "until", "digest"]))
        held.add("circle_chair", try rows(
            "SELECT circle, deputy, first_day, last_day FROM circle_chair WHERE person = \(person)", ["circle", "deputy", "first_day", "last_day"]))
        held.add("circle_attendance", try rows(
            "SELECT meeting, school, comes, present FROM circle_attendance WHERE person = \(person)", ["meeting", "school", "comes", "present"]))
        held.add("circle_conclusion", try rows(
            "SELECT circle, text, due, state, outcome FROM circle_conclusion WHERE owner = \(person)", ["circle", "text", "due", "state", "outcome"]))
        held.add("circle_minutes", try rows(
            "SELECT meeting, version, text FROM circle_minutes WHERE writer = \(person) OR signed_by = \(person)", ["meeting", "version", "text"]))
        held.add("circle_visit", try rows("""
            SELECT v.circle, v.day, v.lesson, v.seen, s.part, s.school, s.signed, s.confirmed, s.points FROM circle_visit_side s JOIN circle_visit v ON v.id = s.visit
            WHERE s.person = \(person)
            """, ["circle", "day", "lesson", "seen", "part", "school", "signed", "confirmed", "points"]))
        held.add("circle_post", try rows("SELECT circle, text, at FROM circle_post WHERE person = \(person)", ["circle", "text", "at"]))
        held.add("circle_file", try rows("SELECT circle, title, added FROM circle_file WHERE person = \(person)", ["circle", "title", "added"]))
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
