import Centres
import Documents
import Forms
import Kernel
import Languages
import Look
import Web

/// The archive book: what lies where and how long, and what may go.
enum RegistryArchivePages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit)) }

    private static func screen(_ visit: Visit, _ form: FilledForm? = nil) async throws -> Screen {
        let (centre, today) = (visit.centre.id, visit.today)
        let (lines, lacking, marks) = try await visit.read { act in
            (try RegistryArchiveStore.all(of: centre, in: act), try RegistryArchiveStore.lacking(at: centre, on: today, in: act),
             try RegistryMarkStore.all(of: centre, in: act))
        }
        let query = visit.query, mark = marks.first { "\($0.id)" == query["mark"] }
        let asked = Typed(["year": query["year"].isEmpty ? "\(today.year - 1)" : query["year"], "mark": query["mark"], "contents": mark?.name ?? ""])
        return RegistryArchiveViews(reader: visit.reader).list(lines, lacking, marks, form ?? visit.form(asked))
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            let draft = try RegistryArchiveDraft(visit.typed)
            return try await visit.act { act in
                try RegistryArchiveStore.add(draft, at: centre, in: act)
                return Redirect(visit.link("/staff/registry/archive"), T.registry.saidArchived)
            }
        } again: { try await screen(visit, $0) }
    }

    @Sendable static func line(_ visit: Visit) async throws -> Answer { visit.page(try await line(visit, nil)) }

    private static func line(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let (centre, id): (_, RegistryArchive.ID) = (visit.centre.id, try visit.id("line"))
        let (line, marks, entries) = try await visit.read { act in
            (try RegistryArchiveStore.line(id, at: centre, in: act), try RegistryMarkStore.all(of: centre, in: act),
             try RegistryArchiveStore.papers(of: id, in: act))
        }
        return RegistryArchiveViews(reader: visit.reader).show(
            line, mark: marks.first { $0.id == line.draft.mark }, entries, form ?? visit.form(Typed(["disposed": visit.today.iso])))
    }

    @Sendable static func dispose(_ visit: Visit) async throws -> Answer {
        let (centre, id): (_, RegistryArchive.ID) = (visit.centre.id, try visit.id("line"))
        return try await visit.submit {
            let form = try DisposeForm(visit.typed, own: visit.language)
            return try await visit.act { act in
                try RegistryArchiveStore.dispose(id, on: form.day, approval: form.approval, at: centre, in: act)
                return Redirect(visit.link("/staff/registry/archive/\(id)"), T.registry.saidDisposed)
            }
        } again: { try await line(visit, $0) }
    }

    @Sendable static func pdf(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let (lines, marks, office, logo) = try await visit.read { act in
            (try RegistryArchiveStore.all(of: centre, in: act), try RegistryMarkStore.all(of: centre, in: act), try CentreStore.centre(centre, in: act),
             try LogoStore.logo(of: centre, in: act))
        }
        let names = RegistryNames(marks: marks, people: [], names: [:])
        let paper = RegistryBookPaper(t: visit.t, office: office, logo: logo, names: names).archive(lines, at: visit.now)
        return try await visit.printed(paper, with: "register", pictures: logo?.pictures ?? [:], name: "\(paper.title).pdf")
    }
}
