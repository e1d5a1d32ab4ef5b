import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// What the register brings to pages that rooms share.
enum RegistrySharedPages {
    /// Papers whose day has passed or comes, a book of last year that nobody has closed, and what the archive may be asked about.
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let centre = asked.centre.id, t = asked.t, today = asked.today
        guard act.by.coordinates(centre) else { return TodayPart() }
        var part = TodayPart(lines: try RegistryListStore.due(at: centre, by: today.adding(days: RegistryDraft.noticeDays), in: act).compactMap { entry in
            entry.draft.due.map { due in
                TodayPart.Line(
                    due < today ? .bad : .waiting, due, t.run(entry.draft.subject), T.registry.todayDue(label: .text(entry.label), day: .day(due)),
                    T.registry.openPaper, path: entry.path)
            }
        })
        if let book = try RegistryBookStore.all(of: centre, in: act).last(where: { $0.mayClose(on: today) }) {
            part.warnings.append(.init(.waiting, T.registry.todayClose(year: .text("\(book.year)")), path: "/staff/registry/books"))
        }
        let over = try RegistryArchiveStore.over(at: centre, on: today, in: act)
        if over > 0 { part.warnings.append(.init(.neutral, T.registry.todayOver(count: over), path: "/staff/registry/archive")) }
        return part
    }

    /// What somebody works on.
    @Sendable static func mine(_ asked: MeAsked, in act: Act) throws -> MePart {
        guard act.by.coordinates(asked.centre.id) else { return MePart() }
        let entries = try RegistryListStore.work(of: asked.person, at: asked.centre.id, in: act), today = asked.today
        guard !entries.isEmpty else { return MePart() }
        return MePart((58, PagePart(T.registry.mine) { reader in
            ForEach(entries) { entry in
                let due = entry.draft.due.map { Run(reader.t(T.registry.until(day: .day($0)))) }
                PersonLine(
                    Run("\(entry.label)"), href: reader.link(entry.path), detail: [reader.t.run(entry.draft.subject)] + (due.map { [$0] } ?? []),
                    state: entry.state(on: today) == .late ? Chip(.bad, reader.t(T.registry.stateLate)) : nil)
            }
        }))
    }
}
