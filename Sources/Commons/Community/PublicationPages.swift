import Files
import Forms
import Kernel
import Languages
import Look
import Web

/// Publications as everybody sees them, and as their authors ask for them.
enum PublicationPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return visit.page(PublicationViews(reader: visit.reader).list(try await visit.read { try PublicationStore.published(by: centre, in: $0) }))
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let (id, centre): (Publication.ID, _) = (try visit.id("publication"), visit.centre.id)
        let (book, parts) = try await visit.read { act in
            let book = try PublicationStore.publication(id, at: centre, in: act)
            guard book.state == .published else { throw Problem.missing }
            return (book, try PublicationStore.parts(of: id, in: act))
        }
        return visit.page(PublicationViews(reader: visit.reader).show(book, parts))
    }

    // MARK: Asked for

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        let own: Language = visit.language == .srLatn ? .sr : visit.language
        return visit.page(PublicationViews(reader: visit.reader).new(visit.form(PublicationDraft("", in: own).typed)))
    }

    @Sendable static func ask(_ visit: Visit) async throws -> Answer {
        let (centre, own) = (visit.centre.id, visit.language)
        return try await visit.submit {
            let draft = try PublicationDraft(visit.typed, own: own)
            return try await visit.act { act in
                let id = try PublicationStore.ask(draft, at: centre, in: act)
                return Redirect(visit.link("/me/publications/\(id)"), T.community.saidBookAsked)
            }
        } again: { PublicationViews(reader: visit.reader).new($0) }
    }

    @Sendable static func mine(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    @Sendable static func write(_ visit: Visit) async throws -> Answer {
        let (id, centre): (Publication.ID, _) = (try visit.id("publication"), visit.centre.id)
        _ = try await sight(visit)
        return try await visit.submit {
            let version = try await BookVersion(visit)
            return try await visit.act { act in
                try PublicationStore.write(version.text, version.file, remark: version.remark, to: id, at: centre, in: act)
                return Redirect(visit.link("/me/publications/\(id)"), T.community.versionDeed)
            }
        } again: { try await screen(visit, $0) }
    }

    private static func sight(_ visit: Visit) async throws -> BookSight {
        let (id, centre): (Publication.ID, _) = (try visit.id("publication"), visit.centre.id)
        return try await visit.read { act in
            let book = try PublicationStore.publication(id, at: centre, in: act)
            guard book.isOf(act.by.person) else { throw Problem.missing }
            return BookSight(book: book, versions: try PublicationStore.versions(of: id, in: act), parts: [], practices: [])
        }
    }

    private static func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let sight = try await sight(visit)
        return PublicationViews(reader: visit.reader).mine(sight, form.problem == nil ? visit.form(Typed(["text": sight.text])) : form)
    }
}

/// What was typed and chosen of another version.
struct BookVersion: Sendable {
    let text: String
    let remark: String
    let file: NewFile?

    init(_ visit: Visit) async throws {
        let typed = visit.typed
        (text, remark) = (typed.lines("text"), typed.lines("remark"))
        var faults = Faults()
        faults.limit(text, "text", .text)
        faults.markdown(text, "text")
        faults.limit(remark, "remark")
        try faults.check()
        file = try await FileIntake(visit).file(typed, "file", [.document, .picture], alt: visit.t(T.community.version), isRequired: false)
    }
}
