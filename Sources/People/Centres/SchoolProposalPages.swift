import Forms
import Kernel
import Languages
import Look
package import Web

/// Institutions that people wrote and did not find: which of the known ones each is, or a new one.
package enum SchoolProposalPages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer { visit.page(try await list(visit, visit.form())) }

    /// It is one that is known: one press, or a few words.
    @Sendable package static func tie(_ visit: Visit) async throws -> Answer {
        let (id, centre) = (try visit.id("proposal", of: SchoolProposal.self), visit.centre.id)
        var found: [School] = []
        return try await visit.submit {
            let school = try await SchoolChoice(visit.typed).school(visit, found: &found)
            guard let school else { throw Problem.invalid(SchoolChoice.words, T.common.errorMissing) }
            return try await visit.act { act in
                try SchoolProposalStore.settle(id, as: school, at: centre, in: act)
                return Redirect(visit.link("/schools/proposals"), T.centres.proposalSettledSaid)
            }
        } again: { form in
            try await list(visit, form, at: id, found)
        }
    }

    @Sendable package static func dismiss(_ visit: Visit) async throws -> Answer {
        let (id, centre) = (try visit.id("proposal", of: SchoolProposal.self), visit.centre.id)
        return try await visit.act { act in
            try SchoolProposalStore.dismiss(id, at: centre, in: act)
            return Redirect(visit.link("/schools/proposals"), T.centres.proposalDismissedSaid)
        }
    }

    private static func list(_ visit: Visit, _ form: FilledForm, at open: SchoolProposal.ID? = nil, _ found: [School] = []) async throws -> Screen {
        let centre = visit.centre.id
        let lines = try await visit.read { act in
            try SchoolProposalStore.waiting(at: centre, in: act).map { proposal in
                (proposal: proposal, likely: proposal.id == open && !found.isEmpty ? found : try SchoolStore.likely(proposal.name, near: centre, in: act))
            }
        }
        return SchoolProposalViews(reader: visit.reader).list(lines, form, open: open)
    }
}
