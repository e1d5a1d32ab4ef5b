import Centres
import Events
import Forms
import Kernel
import Languages
import Look
import Web

/// What workshops and packages need from the people of a centre today.
enum WorkshopToday {
    /// Of one event, before it begins: who waits for a workshop, and, once nobody can choose any more, who chose none.
    static func lines(_ event: Event, _ asked: TodayAsked, in act: Act) throws -> [TodayPart.Line] {
        guard event.state == .announced || event.state == .confirmed, let starts = event.starts, act.now < starts, !event.workshops.isEmpty else { return [] }
        let path = "/staff/events/\(event.id)/workshops", title = asked.t.run(event.title(in: asked.t.language)), day = asked.centre.zone.day(of: starts)
        let full = try WorkshopStore.open(event, in: act).filter { $0.seats.waiting > 0 }
        var lines: [TodayPart.Line] = []
        if !full.isEmpty {
            let titles = Value.list(full.map { $0.workshop.name(in: event, asked.t.language) })
            let what = T.registration.todayWorkshopWaits(count: full.reduce(0) { $0 + $1.seats.waiting }, workshops: titles)
            lines.append(TodayPart.Line(.waiting, day, title, what, T.registration.todayWorkshopAct, path: path))
        }
        let unchosen = event.isOpen(at: act.now, in: asked.centre.zone) ? 0 : try WorkshopStore.unchosen(at: event, in: act)
        if unchosen > 0 {
            lines.append(TodayPart.Line(.neutral, day, title, T.registration.todayUnchosen(count: unchosen), T.registration.todayWorkshopAct, path: path))
        }
        return lines
    }

    /// Packages that everybody sees though nobody can apply for anything in them.
    static func ended(_ asked: TodayAsked, in act: Act) throws -> [TodayPart.Line] {
        try EventPackageStore.packages(of: asked.centre.id, openOnly: true, in: act).compactMap { package in
            let events = try EventStore.events(package.details.events, in: act)
            guard !events.contains(where: { $0.isOpen(at: act.now, in: asked.centre.zone) }) else { return nil }
            return TodayPart.Line(
                .neutral, asked.today, asked.t.run(package.details.title), T.registration.todayPackage, T.registration.todayPackageAct,
                path: "/staff/packages/\(package.id)")
        }
    }
}
