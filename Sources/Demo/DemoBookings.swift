import Bookings
import Centres
import Events
import Kernel
import Languages

/// What the invented centre has beside its seminars: equipment, a meeting beside today's group, a day of painting, a trainer who cannot come.
enum DemoBookings {
    static func fill(_ town: DemoTown, by actor: Actor, _ records: Records) async throws {
        let today = town.zone.day(of: records.now)
        // Written down the week before: some of it is over when somebody looks late in the day.
        try await records.at(records.now.adding(days: -7)).write(by: actor) { act in
            let things = try [("Пројектор 1", "Ормар у ходнику"), ("Пројектор 2", "Ормар у ходнику"), ("Лаптопови, комплет А", "Двадесет рачунара, колица у учионици 2")]
                .map { try EquipmentStore.add(EquipmentDetails(name: $0.0, note: $0.1), to: town.centre, in: act) }
            let coming = try EventStore.coming(of: CentreStore.centre(town.centre, in: act), in: act).filter { $0.state.isAlive && $0.state.isChangeable }
            for (event, thing) in zip(coming.prefix(2), things) { try EquipmentStore.need([thing], for: event.id, in: act) }
            for (hall, days, begins, ends, purpose) in [
                (0, 0, 10, 12, "Састанак тима за развој"), (0, 0, 17, 19, "Клуб читалаца"), (0, nextTuesday(after: today), 8, 20, "Кречење"),
                (1, nextTuesday(after: today) + 1, 13, 15, "Седница управног одбора"),
            ] {
                let day = today.adding(days: days)
                guard let from = ClockTime(hour: begins, minute: 0), let until = ClockTime(hour: ends, minute: 0) else { continue }
                let hours = try town.zone.instant(day, from)..<town.zone.instant(day, until)
                try BlockStore.add(Block(.hall(town.halls[hall]), hours, purpose: purpose), at: town.centre, in: act)
            }
            let away = today.adding(days: nextTuesday(after: today) + 14)
            try TrainerStore.add(NotedDays(away...away.adding(days: 2), note: "Екскурзија"), of: town.teachers[8], in: act)
            try TrainerStore.add(NotedDays(today.adding(days: -340)...today.adding(days: 20), note: "Уговор 14"), with: town.teachers[8], at: town.centre, in: act)
        }
    }

    /// A day on which no seminar is held, at least two days ahead.
    private static func nextTuesday(after day: Day) -> Int {
        (2...9).first { day.adding(days: $0).weekday == .tuesday } ?? 2
    }
}
