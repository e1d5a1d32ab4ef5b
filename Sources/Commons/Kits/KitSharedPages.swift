import Accounts
import Centres
import Forms
import HTML
import Kernel
import Languages
import Library
import Loans
import Look
import Schools
import Web

/// What kits bring to pages that rooms share.
enum KitSharedPages {
    /// So many days ahead the desk is told what leaves.
    private static let daysAhead = 1

    /// What is to be handed out, what is due or late, and countings that are not closed.
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let centre = asked.centre.id, t = asked.t, today = asked.today
        guard act.by.lends(at: centre) else { return TodayPart() }
        let lines = try KitBookingStore.open(at: centre, in: act).compactMap { booking -> TodayPart.Line? in
            let title = KitBookingViews.name(booking, t), first = booking.stays.first
            if booking.state == .out {
                guard booking.due <= today else { return nil }
                return TodayPart.Line(
                    booking.isLate(on: today) ? .bad : .waiting, booking.due, title, T.kits.todayBack(day: .day(booking.due)), T.kits.takeBack, path: booking.deskPath)
            }
            guard booking.route.leaves <= today.adding(days: daysAhead), let first else { return nil }
            return TodayPart.Line(
                booking.route.leaves < today ? .bad : .waiting, booking.route.leaves, title, T.kits.todayOut(place: .title(first.place)), T.kits.handOut,
                    path: booking.deskPath)
        }
        return TodayPart(lines: lines)
    }

    /// What comes to somebody, and of what they still say nothing.
    @Sendable static func mine(_ asked: MeAsked, in act: Act) throws -> MePart {
        let centre = asked.centre.id, today = asked.today
        let coming = try KitBookingStore.mine(asked.person, at: centre, in: act).filter { $0.state.holds }
        let waiting = try KitNoteStore.waiting(of: asked.person, at: centre, today: today, in: act)
        guard !coming.isEmpty || !waiting.isEmpty else { return MePart() }
        return MePart((26, PagePart(T.kits.mine) { KitBookingViews(reader: $0).part(coming, waiting) }))
    }

    /// What comes to a school.
    @Sendable static func ofSchool(_ asked: SchoolPageAsked, in act: Act) throws -> SchoolPagePart? {
        let today = try KitStore.today(at: asked.centre, in: act), id = asked.school.id
        let coming = try KitBookingStore.coming(to: id, at: asked.centre, from: today, in: act)
        guard !coming.isEmpty else { return nil }
        let lines = coming.flatMap { booking in booking.stays.filter { $0.school == id && $0.days.upperBound >= today }.map { (booking: booking, stay: $0) } }
        return SchoolPagePart(at: 47, PagePart(T.kits.comingToSchool) { reader in
            ForEach(lines) { booking, stay in
                PersonLine(
                    reader.t.run(booking.name), detail: [Run(reader.t.days(stay.days))] + (stay.personName.isEmpty ? [] : [Run(stay.personName)]),
                    state: KitBookingViews.chip(booking, reader))
            }
        })
    }

    /// On the page of a title that everybody reads: when it is free, and where it is booked.
    @Sendable static func onTitle(_ asked: TitlePageAsked, in act: Act) throws -> TitlePagePart? {
        guard KitStore.kinds.contains(asked.title.kind), try KitStore.title(asked.title.id, at: asked.title.centre, in: act).rule != nil else { return nil }
        let kit = try KitStore.kit(asked.title.id, at: asked.title.centre, in: act), free = kit.nextFree(from: asked.today)
        return TitlePagePart(at: 20, PagePart(T.kits.travels) { reader in
            HTML::p { free.map { reader.t(T.kits.nextFreeOn(day: .day($0))) } ?? reader.t(T.kits.notFree) }
            Buttons { LinkButton(reader.t(T.kits.seeCalendar), href: reader.link(kit.path)) }
        })
    }

    /// The same for the desk.
    @Sendable static func onDesk(_ asked: TitleDeskAsked, in act: Act) throws -> TitlePagePart? {
        guard KitStore.kinds.contains(asked.title.kind) else { return nil }
        let id = asked.title.id
        return TitlePagePart(at: 20, PagePart(T.kits.travels) { reader in
            HTML::p { a(.href(reader.link("/staff/kits/\(id)"))) { reader.t(T.kits.toKit) } }
        })
    }

    /// In the figures of a year: how often kits were away, and what was done with them as teachers say.
    @Sendable static func figures(_ asked: LibraryFiguresAsked, in act: Act) throws -> TitlePagePart? {
        guard let first = Day(year: asked.year, month: 1, day: 1), let last = Day(year: asked.year, month: 12, day: 31) else { return nil }
        let trips = try KitNoteStore.trips(at: asked.centre, in: first...last, in: act), sum = try KitNoteStore.sum(at: asked.centre, in: first...last, in: act)
        guard trips > 0 || sum.notes > 0 else { return nil }
        return TitlePagePart(at: 60, PagePart(T.kits.title) { reader in
            Figures([
                .init(reader.t.number(trips), reader.t(T.kits.figureTrips)), .init(reader.t.number(sum.notes), reader.t(T.kits.figureNotes)),
                .init(reader.t.number(sum.times), reader.t(T.kits.figureLessons)), .init(reader.t.number(sum.pupils), reader.t(T.kits.figurePupils)),
            ])
        })
    }
}
