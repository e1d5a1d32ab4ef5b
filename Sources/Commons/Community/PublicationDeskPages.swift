import Centres
import Documents
import Files
import Forms
import Kernel
import Languages
import Look
import Web

/// Publications at the centre's desk: taken, worked at, set, published.
enum PublicationDeskPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return visit.page(PublicationDeskViews(reader: visit.reader).list(try await visit.read { try PublicationStore.all(of: centre, in: $0) }))
    }

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        let own: Language = visit.language == .srLatn ? .sr : visit.language
        return visit.page(PublicationDeskViews(reader: visit.reader).new(visit.form(PublicationDraft("", in: own).typed)))
    }

    @Sendable static func collect(_ visit: Visit) async throws -> Answer {
        let (centre, own) = (visit.centre.id, visit.language)
        return try await visit.submit {
            let draft = try PublicationDraft(visit.typed, own: own)
            return try await visit.act { act in
                let id = try PublicationStore.collect(draft, at: centre, in: act)
                return Redirect(visit.link("/staff/publications/\(id)"), T.community.bookBegunDeed)
            }
        } again: { PublicationDeskViews(reader: visit.reader).new($0) }
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit)) }

    @Sendable static func set(_ visit: Visit) async throws -> Answer {
        let own = visit.language
        return try await change(visit, T.common.saved) { typed in
            let (draft, imprint) = (try PublicationDraft(typed, own: own), try Imprint(typed))
            return { try PublicationStore.set(draft, imprint, of: $0, at: $1, in: $2) }
        } again: { try await screen(visit, imprint: $0) }
    }

    @Sendable static func take(_ visit: Visit) async throws -> Answer {
        try await change(visit, T.community.bookTakenDeed) { _ in { try PublicationStore.take($0, at: $1, in: $2) } } again: { try await screen(visit, other: $0) }
    }

    @Sendable static func decline(_ visit: Visit) async throws -> Answer {
        try await change(visit, T.community.bookDeclinedDeed) { typed in
            let reason = typed.lines("reason")
            var faults = Faults()
            faults.limit(reason, "reason")
            try faults.check()
            return { try PublicationStore.decline($0, because: reason, at: $1, in: $2) }
        } again: { try await screen(visit, other: $0) }
    }

    @Sendable static func write(_ visit: Visit) async throws -> Answer {
        let (id, centre): (Publication.ID, _) = (try visit.id("publication"), visit.centre.id)
        _ = try await sight(visit)
        return try await visit.submit {
            let version = try await BookVersion(visit)
            return try await visit.act { act in
                try PublicationStore.write(version.text, version.file, remark: version.remark, to: id, at: centre, in: act)
                return Redirect(visit.link("/staff/publications/\(id)"), T.community.versionDeed)
            }
        } again: { try await screen(visit, version: $0) }
    }

    @Sendable static func compose(_ visit: Visit) async throws -> Answer {
        try await change(visit, T.common.saved) { typed in
            let chosen = typed.all("parts").compactMap { Practice.ID($0) }
            guard chosen.count == typed.all("parts").count else { throw Problem.invalid("parts", T.common.errorChoose) }
            // What has a number stands by it, the rest behind, as it was chosen.
            let places = chosen.enumerated().map { index, part in (typed.number("place-\(part)", in: 1...PublicationStore.partsMost) ?? .max, index, part) }
            let parts = places.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
            return { try PublicationStore.compose(parts, in: $0, at: $1, in: $2) }
        } again: { try await screen(visit, other: $0) }
    }

    private static func change(
        _ visit: Visit, _ said: Phrase, _ read: (Typed) throws -> (@Sendable (Publication.ID, Centre.ID, Act) throws -> Void),
        again: (FilledForm) async throws -> Screen
    ) async throws -> Answer {
        let (id, centre): (Publication.ID, _) = (try visit.id("publication"), visit.centre.id)
        return try await visit.submit({
            let deed = try read(visit.typed)
            return try await visit.act { act in
                try deed(id, centre, act)
                return Redirect(visit.link("/staff/publications/\(id)"), said)
            }
        }, again: again)
    }

    // MARK: Set

    /// As it would be published.
    @Sendable static func proof(_ visit: Visit) async throws -> Answer {
        let sight = try await sight(visit)
        return .file(bytes: try await book(sight, visit), type: "application/pdf", name: "\(sight.book.id).pdf")
    }

    @Sendable static func publish(_ visit: Visit) async throws -> Answer {
        let (id, centre): (Publication.ID, _) = (try visit.id("publication"), visit.centre.id)
        let sight = try await sight(visit)
        return try await visit.submit {
            guard sight.book.isOpen else { throw Problem.conflict(T.community.errorNotNow) }
            guard sight.book.kind == .collection ? !sight.parts.isEmpty : !sight.text.isEmpty else { throw Problem.conflict(T.community.errorNothingToSet) }
            let file = try FileIntake(visit).made(try await book(sight, visit), "publication-\(id).pdf")
            return try await visit.act { act in
                try PublicationStore.publish(id, as: file, seen: sight.versions.count, at: centre, in: act)
                return Redirect(visit.link("/staff/publications/\(id)"), T.community.bookPublishedDeed)
            }
        } again: { try await screen(visit, other: $0) }
    }

    private static func book(_ sight: BookSight, _ visit: Visit) async throws -> [UInt8] {
        let centre = visit.centre.id
        let home = try await visit.read { try CentreStore.centre(centre, in: $0) }
        let paper = BookPaper(sight: sight, centre: home, t: visit.t.speaking(sight.book.draft.language), year: visit.today.year)
        return try await visit.set(Typesetting(template: "book", paper.content, stamp: visit.now.seconds))
    }

    private static func sight(_ visit: Visit) async throws -> BookSight {
        let (id, centre): (Publication.ID, _) = (try visit.id("publication"), visit.centre.id)
        return try await visit.read { act in
            let book = try PublicationStore.publication(id, at: centre, in: act), isOpen = book.kind == .collection && book.isOpen
            return BookSight(
                book: book, versions: try PublicationStore.versions(of: id, in: act), parts: try PublicationStore.parts(of: id, in: act),
                practices: try isOpen ? PracticeStore.newest(of: centre, most: PublicationStore.partsMost, in: act) : [])
        }
    }

    private static func screen(
        _ visit: Visit, imprint: FilledForm? = nil, version: FilledForm? = nil, other: FilledForm? = nil
    ) async throws -> Screen {
        let sight = try await sight(visit)
        let typed = Typed(sight.book.draft.typed.fields + sight.book.imprint.fields)
        return PublicationDeskViews(reader: visit.reader).show(
            sight, imprint: imprint ?? visit.form(typed), version: version ?? visit.form(Typed(["text": sight.text])), other: other ?? visit.form())
    }
}
