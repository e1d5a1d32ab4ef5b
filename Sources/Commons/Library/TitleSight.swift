import Catalogue
import Centres
import Files
import Kernel
import Languages
import Web

/// What the pages of a title show.
struct TitleSight: Sendable {
    let title: LibraryTitle
    let copies: [Copy]
    let parts: [TitlePart]
    let cover: StoredFile?
    let programme: Programme?
    let standing: TitleStanding
    let out: [Copy.ID: CopyOut]
    let subscriptions: [Subscription]
    /// What rooms above bring to the page that everybody reads, in the order of their places.
    let brought: [PagePart]

    init(_ title: LibraryTitle, _ copies: [Copy], at centre: Centre.ID, today: Day, isDesk: Bool = false, in act: Act) throws {
        (self.title, self.copies) = (title, copies)
        out = try TitleListStore.out(of: centre, in: act)
        standing = TitleStanding(copies, out: out)
        parts = title.kind.hasParts ? try TitleStore.parts(of: title.id, in: act) : []
        cover = try title.cover.flatMap { try FileStore.files([$0], in: act)[$0] }
        programme = try title.draft.programme.map { try ProgrammeStore.programme($0, in: act) }
        subscriptions = title.kind == .journal ? try JournalStore.subscriptions(of: title.id, in: act) : []
        let parts = isDesk ? try act.ask(TitleDeskAsked(title, copies, today: today)) : try act.ask(TitlePageAsked(title, copies, today: today))
        brought = parts.sorted { $0.place < $1.place }.map(\.part)
    }

    /// Whether everybody sees it: it has a copy that can be had, or is read elsewhere.
    var isPublic: Bool { !title.kind.hasCopies || copies.contains { $0.state == .shelf || $0.state == .repair } || !subscriptions.isEmpty }
}
