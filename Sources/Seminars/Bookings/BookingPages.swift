import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// The calendar of halls and things, and what the centre keeps for itself.
enum BookingPages {
    @Sendable static func calendar(_ visit: Visit) async throws -> Answer {
        let (centre, zone, query) = (visit.centre.id, visit.centre.zone, visit.query)
        let asked = BookingCalendar.Asked(view: query["view"], of: query["of"], on: query["on"], thing: query["thing"], today: visit.today)
        let calendar = try await visit.read { try BookingCalendarStore.calendar(asked, of: centre, in: zone, $0) }
        return visit.page(BookingViews(reader: visit.reader).calendar(calendar))
    }

    // MARK: What the centre keeps for itself

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        let things = try await things(visit), query = visit.query
        let typed = ["thing", "day", "begins", "ends"].reduce(Typed.nothing) { $0.with($1, query[$1]) }
        return visit.page(BlockViews(reader: visit.reader).form(things, visit.form(typed)))
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let things = try await things(visit), centre = visit.centre.id
        return try await visit.submit {
            let blocks = try Block.all(visit.typed, among: Set(things.map(\.thing)), in: visit.centre.zone, own: visit.language)
            return try await visit.act { act in
                try BlockStore.add(blocks, at: centre, in: act)
                guard let first = blocks.first else { throw Problem.invalid("day", T.common.errorMissing) }
                return Redirect(calendar(of: first.thing, at: first.hours.lowerBound, visit), T.bookings.blockedTimes(count: blocks.count))
            }
        } again: { form in
            BlockViews(reader: visit.reader).form(things, form)
        }
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let (id, centre) = (try visit.id("booking", of: Booking.self), visit.centre.id)
        let (booking, things) = try await visit.read { act in
            (try BookingCalendarStore.own(id, of: centre, in: act), try BookingCalendarStore.things(of: centre, in: act))
        }
        return visit.page(BlockViews(reader: visit.reader).show(booking, things.first { $0.thing == booking.thing }?.name ?? ""))
    }

    @Sendable static func remove(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("booking", of: Booking.self)
        return try await visit.act { act in
            let booking = try BlockStore.remove(id, in: act)
            return Redirect(calendar(of: booking.thing, at: booking.hours.lowerBound, visit), T.bookings.unblocked)
        }
    }

    private static func calendar(of thing: Bookable, at moment: Instant, _ visit: Visit) -> String {
        let kind: BookingCalendar.Kind = thing.hall == nil ? .equipment : .halls
        return visit.link("/staff/bookings?view=day&of=\(kind.rawValue)&on=\(visit.centre.zone.day(of: moment).iso)")
    }

    private static func things(_ visit: Visit) async throws -> [NamedBookable] {
        let centre = visit.centre.id
        return try await visit.read { try BookingCalendarStore.things(of: centre, in: $0) }
    }
}
