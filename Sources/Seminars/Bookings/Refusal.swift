import Centres
import Events
import Kernel
import Languages

/// Why a hall or a thing cannot be had: who has it, when, and what is free at those hours.
struct Refusal {
    /// What touches the hours that are asked for.
    let taken: [Booking]
    let halls: [Hall.ID: Hall]
    let equipment: [Equipment]
    let zone: Zone

    /// Who has what a claim asks for.
    func holder(of thing: Bookable, _ hours: Range<Instant>) -> Booking? { taken.first { $0.thing == thing && $0.hours.overlaps(hours) } }

    func fault(of claim: Claim, equipmentField: String?) -> Problem.Fault? {
        guard let holder = holder(of: claim.thing, claim.hours) else { return nil }
        let field = claim.thing.hall == nil ? equipmentField : "hall\(claim.number)"
        return Problem.Fault(field, phrase(claim.thing, claim.hours, holder))
    }

    func clash(of claim: Claim) -> EventClash? {
        guard let holder = holder(of: claim.thing, claim.hours) else { return nil }
        let day = zone.day(of: holder.hours.lowerBound)
        let path = holder.event.map { "/staff/events/\($0)" } ?? "/staff/bookings?on=\(day.iso)"
        return EventClash(T.bookings.clash(thing: .title(name(of: claim.thing)), when: when(holder)), at: path, title: holder.title, isRefused: true)
    }

    /// What is taken, by what, when; then the way out.
    func phrase(_ thing: Bookable, _ hours: Range<Instant>, _ holder: Booking) -> Phrase {
        let (thing_, what) = (Value.title(name(of: thing)), who(holder))
        guard case .hall(let own) = thing else { return T.bookings.equipmentTaken(thing: thing_, what: what, when: when(holder)) }
        let free = halls.values.filter { !$0.isClosed && $0.id != own && self.holder(of: .hall($0.id), around(hours, from: own, to: $0)) == nil }
            .sorted { $0.id < $1.id }.map { Value.title($0.name) }
        return free.isEmpty ? T.bookings.hallTaken(hall: thing_, what: what, when: when(holder))
            : T.bookings.hallTakenOthers(hall: thing_, what: what, when: when(holder), free: .list(free))
    }

    /// The same use in another hall, with the time that one takes before and after.
    private func around(_ hours: Range<Instant>, from own: Hall.ID, to other: Hall) -> Range<Instant> {
        let (setup, clearing) = (halls[own]?.details.setup ?? 0, halls[own]?.details.clearing ?? 0)
        let begins = hours.lowerBound.adding(minutes: setup - other.details.setup), ends = hours.upperBound.adding(minutes: other.details.clearing - clearing)
        return begins..<max(begins, ends)
    }

    /// A session is called by its title; what the centre wrote down for itself, by its purpose and by whoever wrote it.
    private func who(_ holder: Booking) -> Value {
        guard !holder.by.isEmpty else { return .title(holder.title) }
        return .phrase(T.bookings.ownBy(purpose: .text(holder.title), name: .text(holder.by)))
    }

    /// From when until when it is taken, with the time for setting up and clearing.
    private func when(_ holder: Booking) -> Value {
        let days = holder.days(in: zone)
        guard days.lowerBound == days.upperBound else { return .days(days) }
        let (begins, ends) = Booking.times(holder.hours, on: days.lowerBound, in: zone)
        return .phrase(T.bookings.dayAndTimes(day: .day(days.lowerBound, .short), times: .times(begins, ends)))
    }

    private func name(of thing: Bookable) -> String {
        switch thing {
        case .hall(let id): halls[id]?.name ?? ""
        case .equipment(let id): equipment.first { $0.id == id }?.name ?? ""
        }
    }
}
