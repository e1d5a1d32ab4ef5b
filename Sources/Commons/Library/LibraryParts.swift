import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// What of the library stands on pages that rooms share.
enum LibraryParts {
    /// Wishes that wait for an answer, and issues that have not come.
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let centre = asked.centre.id
        guard act.by.keepsLibrary(of: centre) else { return TodayPart() }
        let wishes = try WishStore.waiting(at: centre, in: act)
        let missing = try JournalStore.missing(at: centre, today: asked.today, in: act).filter { $0.issue.claimed == nil }
        let lines = missing.prefix(3).map { line in
            TodayPart.Line(
                .waiting, line.issue.expected, asked.t.run(line.title.name, line.title.language), T.library.todayMissing(number: .text(line.issue.number)),
                T.library.claimIssueAct, path: "\(line.title.deskPath)/issues")
        }
        return TodayPart(lines: lines, warnings: wishes > 0 ? [.init(.info, T.library.todayWishes(count: wishes), path: "/staff/library/wishes")] : [])
    }

    /// What became of wishes.
    @Sendable static func mine(_ asked: MeAsked, in act: Act) throws -> MePart {
        let wishes = try WishStore.mine(at: asked.centre.id, in: act)
        guard !wishes.isEmpty else { return MePart() }
        return MePart((62, PagePart(T.library.myWishes) { reader in
            ul {
                ForEach(wishes.prefix(5)) { wish in li { reader.t.run(wish.draft.name); " "; Chip(wish.state.tone, reader.t(wish.state.label)) } }
            }
            HTML::p { a(.href(reader.link("/library/wishes"))) { reader.t(T.library.wishTitle) } }
        }))
    }
}
