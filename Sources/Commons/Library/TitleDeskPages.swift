import Catalogue
import Centres
import Files
import Forms
import Kernel
import Languages
import Look
import Web

/// Titles at the desk: found, added, changed, with their copies.
enum TitleDeskPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let (query, centre, order) = (visit.query, visit.centre.id, visit.language.alphabet)
        let (listing, lines, copy, doors) = try await visit.read { act in
            var filters = TitleFilters(query)
            filters.isDesk = true
            let listing = try TitleListStore.listing(
                query["q"], filters, isNewest: query["order"] == "new", page: query.page, at: centre, order: order, size: Paging.size, in: act)
            // A number of the inventory or a barcode leads to its copy.
            let copy = query["q"].isEmpty ? nil : try CopyStore.copy(sought: query["q"], at: centre, in: act)
            return (listing, try TitleListStore.lines(of: listing.shown, in: act), copy, try act.ask(LibraryDoorsAsked()).flatMap { $0 })
        }
        if let copy, lines.isEmpty { return .redirect(visit.link(copy.deskPath)) }
        return visit.page(TitleDeskViews(reader: visit.reader).list(listing, lines, doors, Paging(query.page, count: listing.count)))
    }

    // MARK: A title

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        visit.page(TitleDeskViews(reader: visit.reader).new(visit.form(TitleDraft.empty(in: visit.language))))
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, programmes = try await visit.read { try ProgrammeStore.choices(in: $0) }
        return try await visit.submit {
            let draft = try TitleDraft(visit.typed, programmes: programmes), isSure = visit.typed.has("sure")
            return try await visit.act { act in
                if !isSure, let double = try TitleStore.double(of: draft, at: centre, in: act) {
                    throw Problem.invalid("sure", T.library.errorDouble(title: .title(double.draft.fullName)))
                }
                let id = try TitleStore.add(draft, at: centre, in: act)
                return Redirect(visit.link("/staff/library/\(id)"), T.library.titleAdded)
            }
        } again: { TitleDeskViews(reader: visit.reader).new($0) }
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit)) }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let (title, programmes) = try await known(visit)
        return visit.page(TitleDeskViews(reader: visit.reader).edit(title, visit.form(title.draft.typed(programmes))))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let (title, programmes) = try await known(visit), centre = visit.centre.id
        return try await visit.submit {
            let draft = try TitleDraft(visit.typed, programmes: programmes)
            return try await visit.act { act in
                try TitleStore.edit(title.id, draft, at: centre, in: act)
                return Redirect(visit.link(title.deskPath), T.common.saved)
            }
        } again: { TitleDeskViews(reader: visit.reader).edit(title, $0) }
    }

    @Sendable static func cover(_ visit: Visit) async throws -> Answer {
        let (id, centre): (LibraryTitle.ID, _) = (try visit.id("title"), visit.centre.id)
        let title = try await visit.read { try TitleStore.title(id, at: centre, in: $0) }
        return try await visit.submit {
            let isRemoved = visit.typed.has("remove"), alt = visit.t(T.library.coverOf(title: .title(title.draft.fullName)))
            let file = isRemoved ? nil : try await FileIntake(visit).file(visit.typed, "cover", [.picture], alt: String(alt.prefix(300)))
            return try await visit.act { act in
                try TitleStore.cover(id, with: file, at: centre, in: act)
                return Redirect(visit.link("/staff/library/\(id)"), T.common.saved)
            }
        } again: { try await screen(visit, cover: $0) }
    }

    @Sendable static func parts(_ visit: Visit) async throws -> Answer {
        let (id, centre): (LibraryTitle.ID, _) = (try visit.id("title"), visit.centre.id)
        return try await visit.submit {
            let parts = try PartsForm.read(visit.typed)
            return try await visit.act { act in
                try TitleStore.set(parts: parts, of: id, at: centre, in: act)
                return Redirect(visit.link("/staff/library/\(id)"), T.common.saved)
            }
        } again: { try await screen(visit, parts: $0) }
    }

    @Sendable static func remove(_ visit: Visit) async throws -> Answer {
        let (id, centre): (LibraryTitle.ID, _) = (try visit.id("title"), visit.centre.id)
        return try await visit.submit {
            try await visit.act { act in
                try TitleStore.remove(id, at: centre, in: act)
                return Redirect(visit.link("/staff/library"), T.library.titleRemoved)
            }
        } again: { try await screen(visit, copies: $0) }
    }

    /// Copies are taken in: so many of one title, one after the other in the book.
    @Sendable static func take(_ visit: Visit) async throws -> Answer {
        let (id, centre, today, language): (LibraryTitle.ID, _, _, _) = (try visit.id("title"), visit.centre.id, visit.today, visit.language)
        let currency = try await visit.read { try CentreStore.centre(centre, in: $0) }.currency
        return try await visit.submit {
            var faults = Faults()
            let count = faults.number(visit.typed, "count", in: 1...CopyDraft.countMost, empty: 1)
            let draft = try faults.gather { try CopyDraft(visit.typed, currency, today: today, language) }
            faults.require(count == 1 || draft.map { $0.label.isEmpty && $0.former.isEmpty } ?? true, "count", T.library.errorOneLabel)
            try faults.check()
            return try await visit.act { act in
                guard let draft, let count else { throw Problem.missing }
                let taken = try CopyStore.takeIn(Array(repeating: draft, count: count), of: id, at: centre, in: act)
                return Redirect(visit.link("/staff/library/\(id)"), T.library.saidTaken(count: taken.count))
            }
        } again: { try await screen(visit, copies: $0) }
    }

    private static func known(_ visit: Visit) async throws -> (LibraryTitle, [ProgrammeChoice]) {
        let (id, centre): (LibraryTitle.ID, _) = (try visit.id("title"), visit.centre.id)
        return try await visit.read { (try TitleStore.title(id, at: centre, in: $0), try ProgrammeStore.choices(in: $0)) }
    }

    private static func screen(_ visit: Visit, copies: FilledForm? = nil, parts: FilledForm? = nil, cover: FilledForm? = nil) async throws -> Screen {
        let (id, centre, today): (LibraryTitle.ID, _, _) = (try visit.id("title"), visit.centre.id, visit.today)
        let sight = try await visit.read { act in
            let title = try TitleStore.title(id, at: centre, in: act)
            return try TitleSight(title, CopyStore.copies(of: id, in: act), at: centre, today: today, isDesk: true, in: act)
        }
        let reader = visit.reader
        return TitleDeskViews(reader: reader).show(
            sight, sight.brought.map { ($0.title, $0.show(reader)) }, copies: copies ?? visit.form(CopyDraft.empty(on: today)),
            parts: parts ?? visit.form(PartsForm.typed(sight.parts)), cover: cover ?? visit.form())
    }
}
