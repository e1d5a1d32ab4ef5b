import Centres
import Forms
import HTML
import Kernel
import Languages
import Library
import Look
import Schools
import Web

/// What loans bring to pages of other rooms.
enum LoanSharedPages {
    /// How much is overdue, and what waits on the shelf for whoever reserved it.
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        guard act.by.lends(at: asked.centre.id) else { return TodayPart() }
        let (overdue, ready) = try LoanListStore.pressing(at: asked.centre.id, in: act)
        var warnings: [TodayPart.Warning] = []
        if overdue > 0 { warnings.append(.init(.waiting, T.loans.todayOverdue(count: overdue), path: "/staff/loans?show=overdue")) }
        if ready > 0 { warnings.append(.init(.info, T.loans.todayReady(count: ready), path: "/staff/reservations")) }
        return TodayPart(warnings: warnings)
    }

    /// What somebody has, and what is ready for them.
    @Sendable static func mine(_ asked: MeAsked, in act: Act) throws -> MePart {
        let sight = try MyLoanStore.sight(at: asked.centre.id, in: act), ready = sight.reservations.filter { $0.reservation.state == .ready }
        let loans = sight.loans + sight.answered.flatMap(\.lines)
        guard !sight.own.isEmpty || !sight.answered.isEmpty else { return MePart() }
        return MePart((25, PagePart(T.loans.mine) { reader in
            if loans.isEmpty, ready.isEmpty { HTML::p(.class("muted")) { reader.t(T.loans.hasNothing) } }
            MyLoanViews(reader: reader).lines(loans, ready)
            HTML::p { a(.href(reader.link("/me/loans"))) { reader.t(T.loans.allMine) } }
        }))
    }

    /// What a school's institution has out.
    @Sendable static func ofSchool(_ asked: SchoolPageAsked, in act: Act) throws -> SchoolPagePart? {
        guard act.by.looksAfter(asked.school.id) else { return nil }
        let lines = try MyLoanStore.lines(of: asked.school.id, at: asked.centre, in: act)
        guard !lines.isEmpty else { return nil }
        return SchoolPagePart(at: 47, PagePart(T.loans.schoolHas) { MyLoanViews(reader: $0).ofSchool(lines) })
    }

    // MARK: A title

    /// How a title is had: the way to reserve it. The page is one for all strangers, so that who may do it is asked behind the link.
    @Sendable static func ofTitle(_ asked: TitlePageAsked, in act: Act) throws -> TitlePagePart? {
        let title = asked.title, waiting = try ReservationStore.open(of: title.id, in: act).count
        let rule = try LoanRuleStore.rule(.person, title.kind, of: title.centre, on: asked.today, in: act)
        guard asked.copies.contains(where: { $0.state == .shelf || $0.state == .repair }), rule.isLent, rule.isReservable else { return nil }
        return TitlePagePart(at: 10, PagePart { reader in
            let t = reader.t
            HTML::p { t(T.loans.lentFor(count: rule.days)) }
            if waiting > 0 { HTML::p { t(T.loans.othersWait(count: waiting)) } }
            Buttons { LinkButton(t(T.loans.reserve), href: reader.link("\(title.path)/reserve")) }
        })
    }

    /// Who has the copies of a title, and who waits for it, for the centre's people.
    @Sendable static func ofTitleDesk(_ asked: TitleDeskAsked, in act: Act) throws -> TitlePagePart? {
        guard act.by.lends(at: asked.title.centre) else { return nil }
        let loans = try LoanStore.lines(LoanStore.holding(asked.copies.map(\.id), in: act), in: act)
        let waiting = try ReservationStore.lines(ReservationStore.open(of: asked.title.id, in: act), in: act)
        guard !loans.isEmpty || !waiting.isEmpty else { return nil }
        return TitlePagePart(at: 20, PagePart(T.loans.loans) { reader in LoanListViews(reader: reader).ofTitle(loans, waiting) })
    }
}
