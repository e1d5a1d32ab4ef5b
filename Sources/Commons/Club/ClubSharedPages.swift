import Accounts
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Schools
import Web

/// What the club brings to pages that rooms share.
enum ClubSharedPages {
    /// Who came is not told yet, ideas that nobody has read, big days that lack volunteers.
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let centre = asked.centre.id, t = asked.t
        guard act.by.coordinates(centre) else { return TodayPart() }
        let uncounted = try ClubSessionStore.uncounted(of: centre, in: act).prefix(10).map { session in
            TodayPart.Line(
                .waiting, session.day, t.run(session.title, session.language), T.club.todayUncounted(day: .day(session.day)), T.club.tellWhoCame,
                    path: session.deskPath)
        }
        let ideas = try ClubIdeaStore.waiting(of: centre, in: act).prefix(10).map { idea in
            TodayPart.Line(.waiting, asked.centre.zone.day(of: idea.sent), t.run(idea.title, idea.language), T.club.todayIdea, T.club.readIdea, path: idea.path)
        }
        let days = try ClubDayStore.coming(at: centre, in: act).compactMap { day -> TodayPart.Line? in
            let lacks = day.shifts.map(\.lacks).reduce(0, +)
            guard lacks > 0, let on = day.day, asked.today.days(until: on) <= 14 else { return nil }
            return TodayPart.Line(.waiting, on, t.run(day.event.title(in: t.language)), T.club.todayLacks(count: lacks), T.common.show, path: day.deskPath)
        }
        return TodayPart(lines: Array(uncounted) + Array(ideas) + days)
    }

    /// Groups that somebody brings, sessions that they lead, shifts at big days.
    @Sendable static func mine(_ asked: MeAsked, in act: Act) throws -> MePart {
        let own = try ClubOwn(of: asked.person, at: asked.centre.id, in: act), now = act.now
        guard !own.led.isEmpty || !own.coming(at: now).isEmpty || !own.shifts(after: now).isEmpty || own.waiting > 0 else { return MePart() }
        return MePart((27, PagePart(T.club.mine) { reader in
            ClubBookingViews(reader: reader).part(own, isBelow: true)
            HTML::p { a(.href(reader.link("/me/club"))) { reader.t(T.club.mine) } }
        }))
    }

    /// Groups that come from a school.
    @Sendable static func ofSchool(_ asked: SchoolPageAsked, in act: Act) throws -> SchoolPagePart? {
        let coming = try ClubBookingStore.coming(from: asked.school.id, at: asked.centre, in: act)
        guard !coming.isEmpty else { return nil }
        return SchoolPagePart(at: 48, PagePart(T.club.ofSchool) { reader in
            let views = ClubBookingViews(reader: reader)
            ForEach(coming) { visit in
                PersonLine(
                    reader.t.run(visit.session.title, visit.session.language), href: reader.link(visit.session.path),
                    detail: views.when(visit.session) + [Run(reader.t(T.club.pupilsCount(count: visit.booking.pupils)))]
                        + (visit.booking.personName.isEmpty ? [] : [Run(visit.booking.personName)]),
                    state: views.chip(visit.booking, visit.session))
            }
        })
    }
}
