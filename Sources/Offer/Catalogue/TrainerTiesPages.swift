import Forms
import Kernel
import Languages
import Look
package import Web

/// Trainers whom programmes name, tied to people for many programmes at once.
package enum TrainerTiesPages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form())) }

    private static func show(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        TrainerTiesViews(reader: visit.reader).show(try await untied(visit), form)
    }

    private static func untied(_ visit: Visit) async throws -> [UntiedTrainer] {
        let (centre, today) = (visit.centre.id, visit.today)
        return try await visit.read { try ProgrammeStore.untied(at: centre, since: today, in: $0) }
    }

    @Sendable package static func tie(_ visit: Visit) async throws -> Answer {
        let (centre, today) = (visit.centre.id, visit.today)
        return try await visit.submit {
            let ties = try visit.typed.has("all") ? TrainerTies(all: try await untied(visit)) : TrainerTies(visit.typed)
            return try await visit.act { act in
                let count = try ties.tie(at: centre, since: today, in: act)
                return Redirect(visit.link("/catalogue/trainers"), T.catalogue.tiesSaid(count: count))
            }
        } again: { form in
            try await show(visit, form)
        }
    }
}
