import Accounts
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// What trainers see of their own marks, and the centre's people on a trainer's card.
enum TrainerMarkPages {
    @Sendable static func own(_ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        let centre = visit.centre.id
        let marks = try await visit.read { try TrainerMarkStore.marks(of: person, at: centre, in: $0) }
        return visit.page(TrainerMarkViews(reader: visit.reader).page(marks))
    }

    /// The way there from *Моја страница*, for whoever has led something that was evaluated.
    @Sendable static func mine(_ asked: MeAsked, in act: Act) throws -> MePart {
        let isEvaluated = try TrainerMarkStore.isEvaluated(asked.person, at: asked.centre.id, in: act)
        let part = PagePart { reader in HTML::p { a(.href(reader.link("/me/evaluations"))) { reader.t(T.evaluation.trainerMarks) } } }
        return MePart((17, isEvaluated ? part : nil))
    }

    @Sendable static func card(_ asked: CardAsked, in act: Act) throws -> MePart? {
        let marks = try TrainerMarkStore.marks(of: asked.person, at: asked.centre, in: act)
        return marks.isEmpty ? nil : MePart((22, PagePart(T.evaluation.trainerCard) { TrainerMarkViews(reader: $0).part(marks) }))
    }
}
