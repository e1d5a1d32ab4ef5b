import Accounts
import Kernel
import Languages
import Questionnaires
import Sheets
import Site
import Storage
import Testing
import Town
import Web

/// Where people learn that they are asked, where staff find what was asked, and what stays of it.
@Suite struct KeepingStories {
    @Test func `who is asked finds it on the own page until it is answered`() async throws {
        let town = try await Town()
        let survey = try await town.survey(.shortEvaluation), seal = town.app.installation.seal
        _ = try await town.vesna.does { act in try SurveyLetters.ask([town.ana.id], to: SurveyStore.survey(survey, in: act), seal, in: act) }
        let mine = try await town.ana.opens("/me")
        #expect(mine.shows(town.say(T.questionnaires.mine)))
        #expect(try await !town.goran.opens("/me").shows(town.say(T.questionnaires.mine)), "nobody else was asked")
        let link = try #require(mine.html.firstMatch(of: #/href="\/sr(\/surveys\/[^"]+)"/#)).1
        try await town.ana.opens("\(link)/1")
        #expect(try await town.ana.sends("\(link)/1", ["deed": "on", "q_overall": "5"]).shows(town.say(T.questionnaires.saidGiven)))
        #expect(try await !town.ana.opens("/me").shows(town.say(T.questionnaires.mine)))
        // Over is over, for whoever did not answer too.
        _ = try await town.vesna.does { act in try SurveyLetters.ask([town.goran.id], to: SurveyStore.survey(survey, in: act), seal, in: act) }
        town.clock.passes(days: 6)
        try await town.goran.enters()
        #expect(try await !town.goran.opens("/me").shows(town.say(T.questionnaires.mine)))
    }

    @Test func `a centre words the letters itself`() async throws {
        let town = try await Town()
        let survey = try await town.survey(.shortEvaluation), seal = town.app.installation.seal, centre = town.centre
        try await town.does { act in
            try act.db.run("""
                INSERT INTO centre_word (centre, language, key, text, shipped, since)
                VALUES (\(centre), 'sr', 'questionnaires.letterAsk', 'Само два минута: {topic}.', '', \(act.now))
                """)
            try act.touchPublicPages()
        }
        _ = try await town.vesna.does { act in try SurveyLetters.ask([town.ana.id], to: SurveyStore.survey(survey, in: act), seal, in: act) }
        try await town.settles()
        #expect(town.mail.to(town.ana.email).last?.plain.contains("Само два минута: ") == true)
    }

    @Test func `whoever chooses something else says what`() async throws {
        let town = try await Town()
        try await town.vesna.opens("/staff/questionnaires/new")
        let path = try await town.vesna.sends("/questionnaires/new", ["purpose": "other", "title_sr": "Превоз"]).path
        try await town.vesna.opens(path + "/sections")
        try await town.vesna.sends("/sections", ["title_sr": "Пут"])
        try await town.vesna.opens(path + "/sections/1/questions")
        let choice: KeyValuePairs = ["words_sr": "Како долазите?", "kind": "choice", "choices_sr": "аутобусом\nдруго", "other": "yes"]
        #expect(try await town.vesna.sends("/sections/1/questions", choice).shows(town.say(T.questionnaires.otherWords)))
        // Saved again it asks once.
        try await town.vesna.opens(path + "/questions/q1")
        #expect(try await town.vesna.sends("/questions/q1", ["other": "yes"]).html.matches(of: #/questions\/q1_other"/#).count == 1)
        #expect(try await !town.vesna.opens(path + "/look?q_q1=c1").shows(town.say(T.questionnaires.otherWords)))
        #expect(try await town.vesna.opens(path + "/look?q_q1=c2").shows(town.say(T.questionnaires.otherWords)))

        // Survey offices say it with or_other.
        let book = try SheetWriter()
        try book.begin("survey", columns: ["type", "name", "label::Srpski (sr)"])
        try book.add([.text("select_one how or_other"), .text("how"), .text("Како долазите?")])
        try book.begin("choices", columns: ["list_name", "name", "label::Srpski (sr)"])
        for (name, label) in [("bus", "аутобусом"), ("foot", "пешке")] { try book.add([.text("how"), .text(name), .text(label)]) }
        try book.begin("settings", columns: ["form_title"])
        try book.add([.text("Превоз")])
        try await town.vesna.opens("/staff/questionnaires/bring")
        let brought = try await town.vesna.browser.uploads("/questionnaires/bring", field: "file", name: "p.xlsx", bytes: try book.finish(), ["purpose": "other"])
        #expect(brought.shows(town.say(T.questionnaires.saidBrought)) && brought.html.contains("/questions/how_other\""))
    }

    @Test func `the one search finds questionnaires and surveys, for those who run the centre`() async throws {
        let town = try await Town()
        _ = try await town.survey(.shortEvaluation)
        let found = try await town.vesna.opens("/search?q=кратко")
        #expect(found.shows(town.say(T.questionnaires.questionnaires)) && found.html.contains("/staff/surveys/1"))
        #expect(try await !town.ana.opens("/search?q=кратко").html.contains("/staff/surveys/1"))
    }

    @Test func `two years after its end a survey is its counts`() async throws {
        let town = try await Town()
        let survey = try await town.survey(.evaluation), seal = town.app.installation.seal
        _ = try await town.vesna.does { act in try SurveyLetters.ask([town.ana.id], to: SurveyStore.survey(survey, in: act), seal, in: act) }
        try await town.gives(7, to: survey) { _ in [AnswerKey("overall"): ["4"], AnswerKey("useful"): ["реч"]] }
        town.clock.passes(days: 6)
        try await town.ticks()
        town.clock.passes(days: AnswerStore.keptDays - 5)
        try await town.does { try AnswerStore.forget(in: $0) }
        for table: SQL in ["survey_answer", "survey_words", "survey_answered"] { #expect(try await town.count(table) == 7) }
        town.clock.passes(days: 10)
        try await town.does { try AnswerStore.forget(in: $0) }
        for table: SQL in ["survey_answer", "survey_words", "survey_answered", "survey_invite"] { #expect(try await town.count(table) == 0) }
        try await town.vesna.enters(withFactor: true)
        let summary = try await town.vesna.opens("/staff/surveys/\(survey)/summary")
        #expect(summary.shows(town.say(T.questionnaires.isForgotten(years: 2))) && summary.shows(town.say(T.questionnaires.answersCount(count: 7))))
    }
}
