import Kernel
package import Languages
package import Centres
package import Look

/// An event told in a few facts, the same on a page, in a letter and on a desk.
package enum EventSummary {
    /// When, where, points, fee: label and value.
    package static func facts(_ event: Event, _ centre: Centre, _ t: Texts) -> [(label: String, value: Run)] {
        var facts: [(String, Run)] = []
        facts.append((t(event.state.isOff ? T.events.whenWas : T.events.when),
            Run(event.stretches.map { t.day($0.day, .long) + ($0.isWholeDay ? "" : ", \(t.times($0.begins, to: $0.ends))") }.joined(separator: "; "))))
        let places = event.stretches.map { whereabouts($0, of: event, centre) }.filter { !$0.isEmpty }
        let different = places.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        if !different.isEmpty { facts.append((t(T.events.place), t.run(different.joined(separator: "; ")))) }
        if event.plan.trip != .none {
            facts.append((t(T.events.meetingPlace), event.plan.trip.meeting(t)))
            if !event.plan.trip.documents.isEmpty { facts.append((t(T.events.documents), t.run(event.plan.trip.documents))) }
        }
        if event.plan.points > 0 { facts.append((t(T.events.points), Run(t.number(event.plan.points)))) }
        if event.form.has(.fee) || !event.plan.fee.isZero { facts.append((t(T.events.fee), Run(event.plan.fee.isZero ? t(T.events.free) : t.money(event.plan.fee)))) }
        return facts
    }

    /// The place as whoever must find it reads it: a hall with its address, or with that of the centre where it is in the centre's own house.
    package static func whereabouts(_ session: EventSession, of event: Event, _ centre: Centre) -> String {
        let place = place(session, of: event)
        guard let hall = session.hall else { return place }
        let address = centre.address(ofHall: event.addresses[hall])
        return address.isEmpty || place.contains(address) ? place : "\(place), \(address)"
    }

    /// A hall by its name, else the place as written.
    package static func place(_ session: EventSession, of event: Event) -> String {
        place(hall: session.hall.flatMap { event.halls[$0] }, session.place)
    }

    static func place(hall: String?, _ written: String) -> String {
        guard let hall, !hall.isEmpty else { return written }
        return written.isEmpty ? hall : "\(hall), \(written)"
    }
}
