package import Centres
package import Events
package import Kernel
package import Languages

/// What a session asks for: one hall or one thing, for its hours with the time for setting up and clearing.
package struct Claim: Sendable, Hashable {
    package let session: EventSession.ID
    /// The place of the session in its plan, from one.
    package let number: Int
    package let thing: Bookable
    /// The session's own hours.
    package let held: Range<Instant>
    package fileprivate(set) var hours: Range<Instant>

    package init(session: EventSession.ID, number: Int, thing: Bookable, held: Range<Instant>, setup: Int = 0, clearing: Int = 0) {
        (self.session, self.number, self.thing, self.held) = (session, number, thing, held)
        hours = held.lowerBound.adding(minutes: -setup)..<held.upperBound.adding(minutes: clearing)
    }
}

extension Claim {
    /// Between sessions of one event nothing is cleared but what there is time for: the first keeps its time after the end, then the next begins.
    /// - Returns: the claims as they are booked, and those that ask for the hall in which another session of the same event is being held.
    package static func settled(_ claims: [Claim]) -> (claims: [Claim], doubled: [Claim]) {
        var settled: [Claim] = [], doubled: [Claim] = []
        for claims in Dictionary(grouping: claims, by: \.thing).sorted(by: { $0.key < $1.key }).map(\.value) {
            for claim in claims.sorted(by: { ($0.held.lowerBound, $0.number) < ($1.held.lowerBound, $1.number) }) {
                guard let last = settled.last, last.thing == claim.thing, claim.hours.lowerBound < last.hours.upperBound else {
                    settled.append(claim)
                    continue
                }
                if claim.held.lowerBound < last.held.upperBound {
                    // Two at once. A hall cannot; a thing stays with the first, for as long as either needs it.
                    if case .hall = claim.thing { doubled.append(claim) }
                    settled[settled.count - 1].hours = last.hours.lowerBound..<max(last.hours.upperBound, claim.hours.upperBound)
                } else {
                    let change = min(last.hours.upperBound, claim.held.lowerBound)
                    settled[settled.count - 1].hours = last.hours.lowerBound..<change
                    var next = claim
                    next.hours = change..<claim.hours.upperBound
                    settled.append(next)
                }
            }
        }
        return (settled, doubled)
    }

    /// What an event's sessions ask for.
    /// - Parameters:
    ///   - halls: of which the time for setting up and clearing is known; a session elsewhere asks for no hall.
    ///   - equipment: what the event needs at each of its sessions.
    package static func all(of event: Event, _ halls: [Hall.ID: HallDetails], equipment: [Equipment.ID], in zone: Zone) -> [Claim] {
        zip(event.plan.sessions, event.sessionRows).enumerated().flatMap { index, pair -> [Claim] in
            let (session, row) = pair
            guard let begins = try? zone.instant(session.day, session.begins), let ends = try? zone.instant(session.day, session.ends), begins < ends else { return [] }
            let hall = session.hall.flatMap { id in
                halls[id].map { Claim(session: row, number: index + 1, thing: .hall(id), held: begins..<ends, setup: $0.setup, clearing: $0.clearing) }
            }
            return [hall].compactMap(\.self) + equipment.map { Claim(session: row, number: index + 1, thing: .equipment($0), held: begins..<ends) }
        }
    }
}
