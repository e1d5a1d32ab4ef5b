import Accounts
import Centres
import Kernel
import Languages

/// What of the club is somebody's own: groups that they bring, sessions that they lead, ideas, shifts at big days.
struct ClubOwn: Sendable {
    let visits: [ClubVisit]
    let led: [ClubSession]
    let ideas: [ClubIdea]
    let days: [ClubDay]
    /// So many ideas wait to be read, for those who read them first.
    let waiting: Int
    let person: Person.ID
    let isMentor: Bool

    init(of person: Person.ID, at centre: Centre.ID, in act: Act) throws {
        self.person = person
        visits = try ClubBookingStore.mine(person, at: centre, in: act)
        led = try ClubSessionStore.led(by: person, at: centre, in: act)
        ideas = try ClubIdeaStore.mine(person, at: centre, in: act)
        days = try ClubDayStore.helped(by: person, at: centre, in: act)
        isMentor = try ClubStore.isMentor(person, at: centre, in: act)
        waiting = isMentor ? try ClubIdeaStore.waiting(of: centre, in: act).count : 0
    }

    /// Groups that are still to come.
    func coming(at now: Instant) -> [ClubVisit] {
        visits.filter { $0.booking.state != .cancelled && $0.session.state == .planned && $0.session.hours.upperBound > now }
    }

    /// Shifts that are not over.
    func shifts(after now: Instant) -> [(day: ClubDay, stand: ClubStand, shift: ClubShift)] {
        days.flatMap { day in
            day.stands.flatMap { stand in
                stand.shifts.filter { shift in shift.hours.upperBound > now && shift.people.contains { $0.id == person } }.map { (day, stand, $0) }
            }
        }
    }

    var isEmpty: Bool { visits.isEmpty && led.isEmpty && ideas.isEmpty && days.isEmpty && !isMentor }
}
