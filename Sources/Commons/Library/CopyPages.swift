import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// What the page of a copy shows.
struct CopySight: Sendable {
    let copy: Copy
    let title: LibraryTitle
    let out: CopyOut?
    let currency: Currency
}

/// Copies at the desk: what is written down of each, how it stands, and how it leaves the inventory.
enum CopyPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let sight = try await sight(visit)
        return visit.page(CopyViews(reader: visit.reader).show(sight, visit.form(sight.copy.draft.typed)))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let sight = try await sight(visit), (centre, today, language) = (visit.centre.id, visit.today, visit.language)
        return try await visit.submit {
            let draft = try CopyDraft(visit.typed, sight.currency, today: today, language)
            return try await visit.act { act in
                try CopyStore.edit(sight.copy.id, draft, at: centre, in: act)
                return Redirect(visit.link(sight.copy.deskPath), T.common.saved)
            }
        } again: { CopyViews(reader: visit.reader).show(sight, $0) }
    }

    @Sendable static func stand(_ visit: Visit) async throws -> Answer {
        let sight = try await sight(visit), centre = visit.centre.id
        return try await visit.submit {
            guard let state = CopyState(rawValue: visit.typed["state"]), state != .off else { throw Problem.missing }
            return try await visit.act { act in
                try CopyStore.stand(state, sight.copy.id, at: centre, in: act)
                return Redirect(visit.link(sight.copy.deskPath), T.common.saved)
            }
        } again: { form in
            CopyViews(reader: visit.reader).show(sight, visit.form(sight.copy.draft.typed, form.problem))
        }
    }

    private static func sight(_ visit: Visit) async throws -> CopySight {
        let (id, centre): (Copy.ID, _) = (try visit.id("copy"), visit.centre.id)
        return try await visit.read { act in
            let copy = try CopyStore.copy(id, at: centre, in: act)
            return CopySight(
                copy: copy, title: try TitleStore.title(copy.title, at: centre, in: act), out: try TitleListStore.out(of: centre, in: act)[id],
                currency: try CentreStore.centre(centre, in: act).currency)
        }
    }

    // MARK: Written off

    @Sendable static func writingOff(_ visit: Visit) async throws -> Answer {
        let typed = Typed(["copies": visit.query["copy"], "day": visit.today.iso] as KeyValuePairs)
        return visit.page(CopyViews(reader: visit.reader).writingOff(visit.form(typed)))
    }

    @Sendable static func writeOff(_ visit: Visit) async throws -> Answer {
        let (centre, today, language) = (visit.centre.id, visit.today, visit.language)
        return try await visit.submit {
            let form = try WriteOffForm(visit.typed, today: today, language)
            return try await visit.act { act in
                let ids = try form.labels.map { label in
                    guard let copy = try CopyStore.copy(sought: label, at: centre, in: act), copy.centre == centre else {
                        throw Problem.invalid("copies", T.library.errorLabelUnknown(label: .text(label)))
                    }
                    return copy.id
                }
                try CopyStore.writeOff(Array(Set(ids)), form.off, at: centre, in: act)
                return Redirect(visit.link("/staff/library"), T.library.saidOff(count: Set(ids).count))
            }
        } again: { CopyViews(reader: visit.reader).writingOff($0) }
    }
}
