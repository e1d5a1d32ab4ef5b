import Centres
import Events
import Forms
import Kernel
import Languages
import Look
package import Web

/// Calendars that programs follow, and the addresses at which they do.
package enum CalendarPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let (centre, seal, all) = (visit.centre.id, visit.seal, visit.t(T.bookings.allHalls))
        let calendars = try await visit.read { act in
            let halls = try HallStore.halls(of: centre, in: act)
            let addresses = [(all, CalendarAddress.halls(of: centre))] + halls.map { ($0.name, .hall($0.id, of: centre)) }
            return try addresses.map { name, address in
                FollowedCalendar(name: name, address: address, path: address.path(try CalendarAddressStore.round(of: address, in: act), seal))
            }
        }
        return visit.page(CalendarViews(reader: visit.reader).list(calendars))
    }

    @Sendable static func renew(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, name = visit.typed["calendar"]
        return try await visit.act { act in
            guard let address = CalendarAddress(name, at: centre) else { throw Problem.missing }
            switch address {
            case .halls: break
            case .hall(let id, _): guard try HallStore.changeable(id, in: act).centre == centre else { throw Problem.missing }
            case .groups: throw Problem.missing
            }
            try CalendarAddressStore.renew(address, in: act)
            return Redirect(visit.link("/staff/bookings/calendars"), T.bookings.feedRenewed)
        }
    }

    /// A trainer's own: who has lost the telephone makes the address anew.
    @Sendable static func renewOwn(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.act { act in
            guard let person = act.by.person else { throw Problem.missing }
            try CalendarAddressStore.renew(.groups(of: person, at: centre), in: act)
            return Redirect(visit.link("/me/groups"), T.bookings.feedRenewed)
        }
    }

    /// The calendar itself, for whoever has the address. To everybody else it is not there.
    @Sendable static func feed(_ visit: Visit) async throws -> Answer {
        let (id, t, seal, site) = (visit.centre.id, visit.t, visit.seal, visit.records.address)
        let key = visit.parameters["key"] ?? ""
        guard let followed = CalendarAddress(visit.parameters["calendar"] ?? "", at: id) else { throw Problem.missing }
        let text = try await visit.read { act in
            guard "\(followed.key(try CalendarAddressStore.round(of: followed, in: act), seal)).ics" == key else { throw Problem.missing }
            let installation = try act.installation
            let centre = try CentreStore.centre(id, in: act), origin = centre.origin(default: site)
            if case .groups(let person, _) = followed {
                let events = try EventStore.led(by: person, at: id, in: act)
                let calendar = EventCalendar(of: centre, t, origin: origin, stamped: act.now)
                return calendar.text(events, changes: try EventStore.changes(of: events, in: act), from: installation)
            }
            let (halls, bookings) = try CalendarAddressStore.booked(followed, in: act)
            guard !halls.isEmpty else { throw Problem.missing }
            let name = halls.count == 1 ? halls[0].name : centre.name(in: t.language)
            return HallCalendar(centre: centre, halls: halls, t: t, origin: origin, installation: installation).text(bookings, called: t.shown(name))
        }
        return .feed(bytes: Array(text.utf8), type: "text/calendar; charset=utf-8")
    }
}
