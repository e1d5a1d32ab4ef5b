import Accounts
import Centres
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// What halls hold today, and which contracts end soon.
enum BookingsToday {
    @Sendable static func tell(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let lines = try TrainerStore.ending(at: asked.centre.id, on: asked.today, in: act).map { contract, name in
            TodayPart.Line(
                .waiting, contract.noted.days.upperBound, Run(name), T.bookings.todayContract(day: .day(contract.noted.days.upperBound)),
                T.common.show, path: "/people/\(contract.person)/trainer")
        }
        let day = BookingCalendar.Asked(view: "day", of: "halls", on: asked.today.iso, thing: "", today: asked.today)
        let calendar = try BookingCalendarStore.calendar(day, of: asked.centre.id, in: asked.centre.zone, act)
        let below = PagePart(T.bookings.todayHalls) { reader in
            Facts {
                ForEach(calendar.things.filter { !calendar.bookings(of: $0.thing, on: day.day).isEmpty }) { one in
                    FactLine(reader.t.run(one.name)) {
                        ForEach(Array(calendar.bookings(of: one.thing, on: day.day).enumerated())) { index, booking in
                            let (begins, ends) = booking.times(on: day.day, in: calendar.zone)
                            if index > 0 { "; " }
                            reader.t.times(begins, to: ends); " "; a(.href(reader.link(to: booking))) { reader.t.run(booking.title) }
                        }
                    }
                }
            }
            HTML::p { a(.href(reader.link("/staff/bookings?view=day"))) { reader.t(T.bookings.calendar) } }
        }
        return TodayPart(lines: lines, below: calendar.bookings.isEmpty ? nil : below)
    }

    /// On a trainer's own page: when one cannot come.
    @Sendable static func mine(_ asked: MeAsked, in act: Act) throws -> MePart {
        guard try TrainerStore.isTrainer(asked.person, at: asked.centre.id, in: act) else { return MePart() }
        let absences = try TrainerStore.absences(of: asked.person, from: asked.today, in: act)
        return MePart((16, PagePart(T.bookings.absencesOwn) { TrainerViews(reader: $0).mine(absences) }))
    }

    /// On the card that the centre's people see: the days of a trainer.
    @Sendable static func card(_ asked: CardAsked, in act: Act) throws -> MePart? {
        guard try TrainerStore.isTrainer(asked.person, at: asked.centre, in: act) else { return nil }
        let today = try CentreStore.centre(asked.centre, in: act).zone.day(of: act.now)
        let sheet = TrainerSheet(
            absences: try TrainerStore.absences(of: asked.person, from: today, in: act),
            contracts: try TrainerStore.contracts(of: asked.person, at: asked.centre, in: act))
        return MePart((20, PagePart(T.bookings.trainerSheet) { TrainerViews(reader: $0).part(asked.person, sheet) }))
    }
}
