import Accounts
import Centres
import Forms
import HTML
import Kernel
import Languages
import Look
import Schools
import Web

/// What of notes and publications stands on pages that rooms share.
enum CommunityParts {
    /// What waits at the desk.
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let centre = asked.centre.id
        guard act.by.coordinates(centre) else { return TodayPart() }
        let board = try PracticeDeskStore.board(at: centre, in: act)
        var lines = (board.ready.map { ($0, Tone.waiting, T.community.todayReady, T.community.publish) }
            + board.lacking.map { ($0, Tone.waiting, T.community.todayLacks, T.community.askReviewer) }).prefix(5).map { line, tone, what, act in
                TodayPart.Line(
                    tone, asked.centre.zone.day(of: line.practice.changed), asked.t.run(line.practice.title, line.practice.language), what, act,
                    path: "/staff/practices/\(line.practice.id)")
            }
        let books = try PublicationStore.all(of: centre, in: act).filter { $0.state == .asked }
        lines += books.prefix(3).map { book in
            TodayPart.Line(
                .waiting, asked.centre.zone.day(of: book.asked), asked.t.run(book.draft.title, book.draft.language), T.community.todayBook, T.community.take,
                path: "/staff/publications/\(book.id)")
        }
        let wishes = board.wished.map(\.reuse.wishes).reduce(0, +)
        return TodayPart(
            lines: lines, warnings: wishes >= 5 ? [.init(.info, T.community.todayWishes(count: wishes), path: "/staff/practices")] : [])
    }

    /// What somebody was asked to look at, and what came back to them.
    @Sendable static func mine(_ asked: MeAsked, in act: Act) throws -> MePart {
        let centre = asked.centre.id, waiting = try PracticeReviewStore.waiting(for: asked.person, at: centre, in: act)
        let own = try PracticeStore.mine(at: centre, in: act)
        let named = own.filter { practice in practice.authors.contains { $0.person == asked.person && $0.agreed == nil } }
        let back = own.filter { $0.state == .revision && $0.isKept(by: asked.person) }
        let steps = try PracticeWriteStore.steps(of: asked.person, at: centre, in: act).count
        guard !waiting.isEmpty || !own.isEmpty || steps > 0 else { return MePart() }
        let zone = asked.centre.zone
        return MePart((15, PagePart(T.community.title) { reader in
            let t = reader.t
            ActList(waiting.map { one in
                ActList.Line(
                    .waiting, when: t.day(zone.day(of: one.review.asked), .numeric), t.run(one.title, one.language), detail: t(T.community.reviewWaits),
                    act: Look.Link(t(T.community.look), href: reader.link("/me/reviews/\(one.review.id)")))
            } + back.map { practice in
                ActList.Line(
                    .waiting, when: t.day(zone.day(of: practice.changed), .numeric), t.run(practice.title, practice.language), detail: t(T.community.cameBack),
                    act: Look.Link(t(T.community.goOn), href: reader.link("/me/practices/\(practice.id)")))
            } + named.map { practice in
                ActList.Line(
                    .waiting, when: t.day(zone.day(of: practice.changed), .numeric), t.run(practice.title, practice.language), detail: t(T.community.namedYou),
                    act: Look.Link(t(T.community.answer), href: reader.link("/me/practices")))
            })
            if steps > 0 { HTML::p { t(T.community.stepsReady(count: steps)) } }
            HTML::p { a(.href(reader.link("/me/practices"))) { t(T.community.mine) } }
        }))
    }
}
