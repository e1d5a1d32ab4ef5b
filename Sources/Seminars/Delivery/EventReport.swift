package import Catalogue
package import Events
import Kernel
import Languages
package import Registration

/// The report of what was held: facts, numbers, who was there; everything from the rows of the roll.
package struct EventReport: Sendable {
    package let roll: Roll
    package let programme: Programme?
    /// How many stand in each state of an application.
    package let states: [RegistrationState: Int]
    package let text: ReportText?
    package let conclusions: [Conclusion]
    package let groups: GroupRoll

    package var event: Event { roll.event }

    /// All who ever stood in line, except those who were moved to another date.
    package var applied: Int { states.reduce(0) { $0 + ($1.key == .unconfirmed || $1.key == .moved ? 0 : $1.value) } }
    package var admitted: Int { roll.rows.count }
    package var complete: Int { roll.rows.count { roll.result($0).isComplete } }
    /// Who was in at least one session.
    package var came: Int { roll.rows.count { row in roll.sessions.contains { roll.mark(row.registration, $0.id)?.mark?.isThere ?? false } } }
    /// How many people were there, as far as it is known: by name where each one is marked, else as they were counted, group by group or all at once.
    package var attended: Int? { event.form.countsVisitors ? groups.came ?? text?.visitors : came }
    /// How many people of all groups have a seat.
    package var seated: Int { roll.rows.reduce(0) { $0 + $1.people } }
    /// All points that were given.
    package var points: Int { complete * event.plan.points }

    /// People counted by something that they have in common, the most first.
    package struct Share: Sendable, Hashable {
        package let name: String
        package let admitted: Int
        package let complete: Int
    }

    /// - Parameter name: empty when it is not known.
    package func shares(_ name: (RollRow) -> String) -> [Share] {
        Dictionary(grouping: roll.rows, by: name).map { name, rows in
            Share(name: name, admitted: rows.count, complete: rows.count { roll.result($0).isComplete })
        }.sorted { ($1.admitted, $0.name) < ($0.admitted, $1.name) }
    }

    package var schools: [Share] { shares { [$0.school, $0.place].filter { !$0.isEmpty }.joined(separator: ", ") } }
    package var municipalities: [Share] { shares(\.municipality) }
    package var occupations: [Share] { shares { $0.occupation.lowercased() } }
}

/// What is written by hand about an event that was held.
package struct ReportText: Sendable, Hashable {
    /// How it went.
    package var course: String
    /// What follows from it.
    package var remark: String
    /// How many came, where they are known by number only; nil while nobody has counted.
    package var visitors: Int?
    /// How consent to photographs was asked for and given.
    package var photoNote: String

    package init(course: String, remark: String, visitors: Int? = nil, photoNote: String = "") {
        self.course = course
        self.remark = remark
        self.visitors = visitors
        self.photoNote = photoNote
    }

    static let most = 10_000, longestNote = TextLimit.note.rawValue
    static let visitorLimits = 0...100_000

    func check() throws {
        var faults = Faults()
        faults.require(!course.isEmpty, "course", T.delivery.courseMissing)
        for (field, text) in [("course", course), ("remark", remark)] { faults.require(text.count <= Self.most, field, T.common.errorTooLong(most: .number(Self.most))) }
        faults.require(photoNote.unicodeScalars.count <= Self.longestNote, "photoNote", T.common.errorTooLong(most: .number(Self.longestNote)))
        try faults.check()
    }
}

extension Event {
    /// Whether it is marked as held: from then on its report and its letters are written.
    var wasHeld: Bool { state == .held || state == .closed }
}
