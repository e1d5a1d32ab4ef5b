package import Accounts
package import Events
package import Kernel
package import Languages
package import Centres
package import Registration
import Storage

/// Somebody who has a seat, as the lists of delivery show it.
package struct RollRow: Sendable {
    package let registration: Registration.ID
    package let person: Person.ID
    package let name: PersonName
    /// The name in the other script, as its bearer confirmed it.
    package let otherName: PersonName?
    package let email: String?
    package let language: Language
    package let occupation: String
    package let schoolID: School.ID?
    package let school: String
    package let place: String
    /// The municipality in which the school stands.
    package let municipality: String
    /// The number by which a signed list is typed back. It stays the same whoever comes or goes.
    package let code: Int
    /// How many seats it takes: one, or those of a group.
    package let people: Int
    /// Of whom it consists, where it is a group.
    package let group: PupilGroup?
}

/// The roll of one event: its people, its sessions and how everybody stood in them.
package struct Roll: Sendable {
    package let event: Event
    package let centre: Centre
    package let sessions: [DatedSession]
    /// In the order of the alphabet of the event's own language.
    package let rows: [RollRow]
    package private(set) var marks: [Registration.ID: [DatedSession.ID: Attendance]]
    package let rule: CompletionRule
    /// Sessions that one chooses, and who has a seat in which.
    private let workshops: [Workshop]
    private let chosen: [Registration.ID: Set<DatedSession.ID>]

    /// Whether somebody is to be there: in every session but the workshops that the person has not chosen.
    package func expects(_ registration: Registration.ID, in session: DatedSession.ID) -> Bool {
        !workshops.contains { $0.id == session } || chosen[registration]?.contains(session) == true
    }

    /// The people of one session.
    package func rows(in session: DatedSession.ID) -> [RollRow] { rows.filter { expects($0.registration, in: session) } }

    /// The sessions in which somebody was to be. Who went to another workshop than the chosen one took part all the same: what was attended takes the
    /// place of what was chosen at that time.
    package func sessions(of registration: Registration.ID) -> [DatedSession] {
        guard !workshops.isEmpty else { return sessions }
        let attended = workshops.filter { workshop in
            !expects(registration, in: workshop.id) && marks[registration]?[workshop.id]?.mark?.isThere == true
        }
        return sessions.filter { session in
            if attended.contains(where: { $0.id == session.id }) { return true }
            guard expects(registration, in: session.id) else { return false }
            guard let workshop = workshops.first(where: { $0.id == session.id }), marks[registration]?[session.id]?.mark?.isThere != true else { return true }
            return !attended.contains { $0.clashes(with: workshop) }
        }
    }

    package func mark(_ registration: Registration.ID, _ session: DatedSession.ID) -> Attendance? { marks[registration]?[session] }

    package func result(_ row: RollRow) -> CompletionRule.Result { rule.result(marks[row.registration] ?? [:], of: sessions(of: row.registration)) }

    package func count(_ session: DatedSession.ID, _ counts: (Mark) -> Bool) -> Int {
        rows.count { mark($0.registration, session)?.mark.map(counts) ?? false }
    }

    /// How many people nobody has marked, where each one is.
    package func unmarked(_ session: DatedSession.ID) -> Int { event.form.countsVisitors ? 0 : rows(in: session).count { mark($0.registration, session)?.mark == nil } }

    /// The marks of those of whom it was said at once that all the rest were there.
    func rest(_ session: DatedSession.ID) -> [Attendance] {
        rows.compactMap { mark($0.registration, session) }.filter { $0.source == .rest && $0.mark != nil }
    }

    package var completions: [Completion] { rows.map { Completion($0.registration, $0.person, result($0)) } }

    package var markingRule: MarkingRule { MarkingRule(event: event, sessions: sessions, admitted: Set(rows.map(\.registration))) }

    /// The roll after one more mark, where it prevails.
    func with(_ mark: Attendance) -> Roll {
        guard mark.prevails(over: self.mark(mark.registration, mark.session)) else { return self }
        var roll = self
        roll.marks[mark.registration, default: [:]][mark.session] = mark
        return roll
    }

    /// - Parameter event: looked up with the rights of whoever acts.
    package init(_ event: Event, in act: Act) throws {
        self.event = event
        centre = try CentreStore.centre(event.centre, in: act)
        sessions = try event.sessions(in: centre.zone)
        rows = try AttendanceStore.rows(of: event, in: act)
        marks = try AttendanceStore.marks(of: event.id, in: act)
        rule = try CompletionRuleStore.rule(for: event, in: act)
        workshops = event.workshops
        let choices = try WorkshopStore.choices(of: event, in: act).filter { $0.standing == .admitted }
        chosen = Dictionary(grouping: choices, by: \.registration).mapValues { Set($0.map(\.workshop.id)) }
    }
}
