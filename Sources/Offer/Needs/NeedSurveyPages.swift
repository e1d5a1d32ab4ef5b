import Centres
import Forms
import Kernel
import Languages
import Look
import Questionnaires
import Web

/// Surveys of needs: who has not answered yet, and the way to reminding them. Asking and reminding are the questionnaires' own.
enum NeedSurveyPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let (centre, seal) = (visit.centre.id, visit.seal)
        let board = try await visit.read { act in
            let own = try QuestionnaireStore.questionnaires(of: centre, for: .needs, in: act)
            let asked = Set(own.map(\.id))
            let surveys = try SurveyStore.surveys(of: centre, limit: most, in: act).filter { asked.contains($0.questionnaire) }
            return NeedSurveyBoard(questionnaires: own.filter { !$0.isRetired }, surveys: try surveys.prefix(shown).map { try SurveyStanding($0, seal, in: act) })
        }
        return visit.page(NeedSurveyViews(reader: visit.reader).list(board))
    }

    private static let (most, shown) = (200, 12)
}

/// What the page of the surveys shows.
struct NeedSurveyBoard: Sendable {
    let questionnaires: [Questionnaire]
    /// The newest first.
    let surveys: [SurveyStanding]
}
