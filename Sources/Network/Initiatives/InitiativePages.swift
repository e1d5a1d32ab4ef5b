import Centres
import Documents
import Forms
import Kernel
import Languages
import Look
import Web

/// Initiatives as everybody reads of them, and as members of circles read and comment them.
enum InitiativePages {
    // MARK: For everybody

    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return visit.page(InitiativeViews(reader: visit.reader).list(try await visit.read { try InitiativeStore.published(at: centre, in: $0) }))
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        visit.page(InitiativeViews(reader: visit.reader).show(try await published(visit)))
    }

    private static func published(_ visit: Visit) async throws -> InitiativeSight {
        let centre = visit.centre.id, id: Initiative.ID = try visit.id("initiative")
        return try await visit.read { try InitiativeStore.published(id, at: centre, in: $0) }
    }

    @Sendable static func pdf(_ visit: Visit) async throws -> Answer { try await printed(try await published(visit), visit) }

    /// The paper of an initiative, with the coordinating centre's head.
    static func printed(_ sight: InitiativeSight, _ visit: Visit) async throws -> Answer {
        let (paper, logo) = try await paper(sight, visit)
        return try await visit.printed(paper, with: "report", pictures: logo?.pictures ?? [:], name: "\(paper.title).pdf")
    }

    static func paper(_ sight: InitiativeSight, _ visit: Visit) async throws -> (paper: Paper, logo: CentreLogo?) {
        let home = sight.home.id, logo = try await visit.read { try LogoStore.logo(of: home, in: $0) }
        return (InitiativePaper(t: visit.t, sight: sight, logo: logo).paper(at: visit.now), logo)
    }

    // MARK: For members of circles

    @Sendable static func mine(_ visit: Visit) async throws -> Answer { visit.page(try await mine(visit, visit.form())) }

    private static func mine(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id, id: Initiative.ID = try visit.id("initiative")
        return MyInitiativeViews(reader: visit.reader).show(try await visit.read { try InitiativeStore.member(id, at: centre, in: $0) }, form)
    }

    @Sendable static func comment(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, id: Initiative.ID = try visit.id("initiative"), typed = visit.typed
        return try await visit.submit {
            let form = try InitiativeCommentForm(typed)
            return try await visit.act { act in
                try InitiativeCommentStore.write(asMember: form.text, about: form.article, on: id, at: centre, in: act)
                return Redirect(visit.link("/me/initiatives/\(id)"), T.initiatives.saidComment)
            }
        } again: { try await mine(visit, $0) }
    }
}
