package import Accounts
package import Centres
package import Events
package import Kernel
package import Languages
import Storage

/// The whole group of one event that comes at once: who applied when, and who gave the seat back. Who had a seat and who waited follows from the rule about
/// seats, as it would have at the time.
package struct BroughtGroup: Sendable {
    /// Somebody who applied.
    package struct Applicant: Sendable {
        package let person: Person.ID
        package let school: School.ID?
        package let payer: Payer
        package let at: Instant
        /// When the seat was given back; whoever waits just goes on waiting.
        package let withdrawn: Instant?

        package init(_ person: Person.ID, school: School.ID?, payer: Payer, at: Instant, withdrawn: Instant? = nil) {
            (self.person, self.school, self.payer, self.at, self.withdrawn) = (person, school, payer, at, withdrawn)
        }
    }

    /// An application with the number that it will have.
    package struct Row: Sendable {
        package let id: Registration.ID
        package let applicant: Applicant
        package internal(set) var state: RegistrationState
        var decided: Instant
        var lines: [PastDeed]
    }

    package let event: Event
    package let rows: [Row]

    /// - Parameters:
    ///   - first: the number of the first application.
    ///   - applicants: in the order in which they came, everybody before anybody gives a seat back.
    package init(of event: Event, from first: Int64, _ applicants: [Applicant]) {
        self.event = event
        func line(_ deed: Phrase, _ row: Row, by person: Person.ID?, at moment: Instant) -> PastDeed {
            PastDeed(deed, .registration(row.id), under: .event(event.id), centre: event.centre, by: person, at: moment)
        }
        var (taken, queue) = (0, [Int]())
        var rows = applicants.enumerated().map { place, applicant in
            let standing = Seats(seats: event.plan.seats, taken: taken, waiting: queue.count).next
            var row = Row(id: Registration.ID(first + Int64(place)), applicant: applicant, state: standing.state, decided: applicant.at, lines: [])
            row.lines = [line(standing.deed, row, by: applicant.person, at: applicant.at)]
            if standing == .admitted { taken += 1 } else { queue.append(place) }
            return row
        }
        let withdrawals = applicants.enumerated().compactMap { place, applicant in applicant.withdrawn.map { (place: place, moment: $0) } }
        for (place, moment) in withdrawals.sorted(by: { ($0.moment, $0.place) < ($1.moment, $1.place) }) where rows[place].state == .admitted {
            (rows[place].state, rows[place].decided) = (.withdrawn, moment)
            rows[place].lines.append(line(T.registration.withdrawn, rows[place], by: rows[place].applicant.person, at: moment))
            // The seat is offered at once, and the first who waits takes it.
            guard !queue.isEmpty else { continue }
            let next = queue.removeFirst()
            let taken = moment.adding(hours: 1)
            (rows[next].state, rows[next].decided) = (.admitted, taken)
            rows[next].lines += [
                line(T.registration.offered, rows[next], by: nil, at: moment), line(T.registration.admitted, rows[next], by: rows[next].applicant.person, at: taken),
            ]
        }
        self.rows = rows
    }

    /// Those who have a seat.
    package var admitted: [Row] { rows.filter { $0.state == .admitted } }
}

extension RegistrationStore {
    /// Writes whole groups of events that are not here yet, with what the journal tells of them and what stands in people's calendars.
    package static func bring(_ groups: [BroughtGroup], in act: Act) throws {
        let columns: [StaticString] = ["id", "event", "person", "school", "state", "applied", "queued", "decided", "payer", "channel"]
        try act.db.insert(many: Batch("registration", columns, rows: groups.flatMap { group in
            group.rows.map { row in
                [
                    row.id.stored, group.event.id.stored, row.applicant.person.stored, row.applicant.school.stored, row.state.stored, row.applicant.at.stored,
                    row.applicant.at.stored, row.decided.stored, row.applicant.payer.stored, Channel.web.stored,
                ]
            }
        }))
        try act.db.continueNumbers(of: "registration")
        // Whoever had a seat was sent an entry for the calendar; whoever gave it back, another that takes it away.
        try act.db.insert(many: Batch("invitation", ["event", "person", "sequence", "stands"], rows: groups.flatMap { group in
            group.rows.filter { $0.state == .admitted || $0.state == .withdrawn }.map { row in
                let stands = row.state == .admitted && group.event.state != .cancelled && group.event.state != .postponed
                return [group.event.id.stored, row.applicant.person.stored, .int(stands ? 0 : 1), stands.stored]
            }
        }))
        try act.record(many: groups.flatMap(\.rows).flatMap(\.lines).sorted { $0.at < $1.at })
        try act.touchSeats()
    }
}
