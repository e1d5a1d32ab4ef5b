import Accounts
import Kernel
import Languages
import Look
import Queues
package import Web

extension Room {
    /// Questionnaires, askings, and answers that lead to nobody.
    package static let questionnaires = Room("questionnaires") { room in
        room.get("/surveys/:link", .public, example: "/surveys/3", AnswerPages.show)
        room.post("/surveys/:link", .public, AnswerPages.begin)
        room.get("/surveys/:link/:part", .public, AnswerPages.part)
        room.post("/surveys/:link/:part", .public, takes: .words, AnswerPages.save)

        room.get("/staff/questionnaires", .coordinator, example: "/staff/questionnaires", QuestionnairePages.list)
        room.post("/staff/questionnaires/samples/:sample", .coordinator, QuestionnairePages.take)
        room.get("/staff/questionnaires/new", .coordinator, example: "/staff/questionnaires/new", QuestionnairePages.new)
        room.post("/staff/questionnaires/new", .coordinator, QuestionnairePages.add)
        room.get("/staff/questionnaires/bring", .coordinator, example: "/staff/questionnaires/bring", QuestionnaireFilePages.form)
        room.post("/staff/questionnaires/bring", .coordinator, takes: .files, QuestionnaireFilePages.bring)
        room.get("/staff/questionnaires/:questionnaire", .coordinator, example: "/staff/questionnaires/1", QuestionnairePages.show)
        room.get("/staff/questionnaires/:questionnaire/export", .coordinator, example: "/staff/questionnaires/1/export?format=json", QuestionnaireFilePages.export)
        room.get("/staff/questionnaires/:questionnaire/look", .coordinator, example: "/staff/questionnaires/1/look", QuestionnairePages.look)
        room.post("/staff/questionnaires/:questionnaire/retire", .coordinator, QuestionnairePages.retire)
        room.post("/staff/questionnaires/:questionnaire/reinstate", .coordinator, QuestionnairePages.reinstate)
        room.post("/staff/questionnaires/:questionnaire/ask", .coordinator, QuestionnairePages.ask)
        room.get("/staff/questionnaires/:questionnaire/words", .coordinator, example: "/staff/questionnaires/1/words", QuestionEditPages.words)
        room.post("/staff/questionnaires/:questionnaire/words", .coordinator, QuestionEditPages.saveWords)
        room.get("/staff/questionnaires/:questionnaire/sections", .coordinator, example: "/staff/questionnaires/1/sections", QuestionEditPages.section)
        room.post("/staff/questionnaires/:questionnaire/sections", .coordinator, QuestionEditPages.saveSection)
        room.get("/staff/questionnaires/:questionnaire/sections/:section", .coordinator, example: "/staff/questionnaires/1/sections/1", QuestionEditPages.section)
        room.post("/staff/questionnaires/:questionnaire/sections/:section", .coordinator, QuestionEditPages.saveSection)
        room.post("/staff/questionnaires/:questionnaire/sections/:section/move", .coordinator, QuestionEditPages.moveSection)
        room.get(
            "/staff/questionnaires/:questionnaire/sections/:section/questions", .coordinator, example: "/staff/questionnaires/1/sections/1/questions",
            QuestionEditPages.newQuestion)
        room.post("/staff/questionnaires/:questionnaire/sections/:section/questions", .coordinator, QuestionEditPages.addQuestion)
        room.get("/staff/questionnaires/:questionnaire/questions/:code", .coordinator, example: "/staff/questionnaires/1/questions/aims", QuestionEditPages.question)
        room.post("/staff/questionnaires/:questionnaire/questions/:code", .coordinator, QuestionEditPages.saveQuestion)
        room.post("/staff/questionnaires/:questionnaire/questions/:code/move", .coordinator, QuestionEditPages.moveQuestion)

        room.get("/staff/surveys/:survey", .coordinator, example: "/staff/surveys/1", SurveyPages.show)
        room.post("/staff/surveys/:survey/extend", .coordinator, SurveyPages.extend)
        room.post("/staff/surveys/:survey/remind", .coordinator, SurveyPages.remind)
        room.get("/staff/surveys/:survey/summary", .coordinator, example: "/staff/surveys/1/summary", SurveyPages.summary)
        room.get("/staff/surveys/:survey/summary.pdf", .coordinator, SurveyPages.paper)
        room.get("/staff/surveys/:survey/words", .coordinator, example: "/staff/surveys/1/words?question=useful", SurveyPages.words)
        room.post("/staff/surveys/:survey/screen", .coordinator, SurveyPages.screen)
        room.get("/staff/surveys/:survey/paper", .coordinator, example: "/staff/surveys/3/paper", SheetPages.show)
        room.post("/staff/surveys/:survey/paper", .coordinator, SheetPages.add)
        room.get("/staff/surveys/:survey/paper.pdf", .coordinator, SheetPages.paper)
        room.get("/staff/surveys/:survey/entry", .coordinator, example: "/staff/surveys/3/entry", SheetPages.form)
        room.post("/staff/surveys/:survey/entry", .coordinator, takes: .words, SheetPages.enter)
        room.get("/staff/surveys/:survey/export", .coordinator, SurveyPages.export)

        room.on(PersonErased.self) { try SurveyStore.forget($0.person, in: $1) }
        room.bring(PersonColumn("survey_invite"))
        room.answer(HeldAsked.self) { try SurveyStore.held(about: $0.person, in: $1) }
        room.each(minutes: 10, "surveys", at: { try await AnswerStore.moveAll($0.records, $0.seal) })
        room.nightly("surveys.forget") { try AnswerStore.forget(in: $0) }
        room.me(SurveyMine.tell)
        for kind in SurveyLetters.kinds { room.bring(kind) }
        room.menu(.staff, T.questionnaires.questionnaires, "/staff/questionnaires", .apply, in: .proof, at: 58)
    }
}
