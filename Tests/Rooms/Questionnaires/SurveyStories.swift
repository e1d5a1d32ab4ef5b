import Kernel
import Languages
import Questionnaires
import Site
import Storage
import Testing
import Town
import Web

/// A questionnaire from its copy to what came of it.
@Suite struct SurveyStories {
    @Test func `a ready questionnaire is asked, answered by strangers on a phone, and summed up`() async throws {
        let town = try await Town()
        try await town.vesna.opens("/staff/questionnaires")
        let taken = try await town.vesna.sends("/samples/shortEvaluation")
        #expect(taken.shows(town.say(T.questionnaires.saidTaken)) && taken.shows("Кратко вредновање"))
        let id = try #require(try await town.value("SELECT id FROM questionnaire", as: Questionnaire.ID.self))
        let late = try await town.vesna.sends("/questionnaires/\(id)/ask", ["until": "1.1.2026"])
        #expect(late.status == 422 && late.shows(town.say(T.questionnaires.errorPast)))
        let begun = try await town.vesna.sends("/questionnaires/\(id)/ask", ["topic": "Семинар за школе Бистрика", "until": "9.2.2026"])
        #expect(begun.shows(town.say(T.questionnaires.saidBegun)))
        let survey = try #require(try await town.value("SELECT id FROM survey", as: Survey.ID.self))

        // Nobody signs in; who only looks leaves nothing behind.
        let first = try await town.stranger.opens("/surveys/\(survey)")
        #expect(first.shows("Семинар за школе Бистрика") && first.shows(town.say(T.questionnaires.promise(least: .number(5)))))
        let part = try await town.stranger.sends("/surveys/\(survey)")
        #expect(part.shows(town.say(T.questionnaires.sampleOverall)))
        #expect(try await town.count("survey_envelope") == 0)
        // What must be answered is asked for at its place, and what was typed stays.
        let wrong = try await town.stranger.sends(part.path, ["deed": "on", "q_useful": "Пробали смо све."])
        #expect(wrong.status == 422 && wrong.shows(town.say(T.questionnaires.errorRequired)) && wrong.shows("Пробали смо све."))
        let long = try await town.stranger.sends(part.path, ["deed": "on", "q_overall": "5", "q_useful": String(repeating: "а", count: 50_000)])
        #expect(long.status == 422 && long.shows(town.say(T.common.errorTooLong(most: .number(10_000)))))
        #expect(try await town.stranger.sends(part.path, ["deed": "on", "q_overall": "9"]).status == 422)
        // It is kept and taken up again by the same link.
        let kept = try await town.stranger.sends(part.path, ["deed": "stay", "q_overall": "4", "q_useful": "Огледи"])
        #expect(kept.shows(town.say(T.questionnaires.saidKept)) && kept.shows("Огледи"))
        let given = try await town.stranger.sends(part.path, ["deed": "on"])
        #expect(given.shows(town.say(T.questionnaires.saidGiven)) && given.shows(town.say(T.questionnaires.givenTitle)))
        // The same link answers once.
        #expect(try await town.stranger.opens(part.path).shows(town.say(T.questionnaires.givenTitle)))
        #expect(try await town.count("survey_envelope") == 1)

        for mark in [5, 5, 4, 4, 3, 2, 5, 4] { try await answers(town, survey, mark) }
        try await town.ticks()
        #expect(try await town.vesna.opens("/staff/surveys/\(survey)/summary").shows(town.say(T.questionnaires.tooFewTitle)), "nine wait")
        try await answers(town, survey, 5)
        try await town.ticks()
        let summary = try await town.vesna.opens("/staff/surveys/\(survey)/summary")
        #expect(summary.shows(town.say(T.questionnaires.answersCount(count: 5))) && !summary.shows(town.say(T.questionnaires.tooFewTitle)))
        #expect(try await town.count("survey_envelope") == 5, "five stay behind")

        // After the last day the rest moves, and nobody can answer.
        town.clock.passes(days: 6)
        #expect(try await town.newBrowser().opens("/surveys/\(survey)").shows(town.say(T.questionnaires.closedOn(day: .day(Day(iso: "2026-02-09")!)))))
        try await town.ticks()
        try await town.vesna.enters(withFactor: true)
        let whole = try await town.vesna.opens("/staff/surveys/\(survey)/summary")
        #expect(whole.shows(town.say(T.questionnaires.answersCount(count: 10))) && whole.shows("4,1"))
        #expect(whole.shows("Огледи") && whole.shows(town.say(T.questionnaires.stateNew)))
        for table: SQL in ["survey_envelope", "survey_draft"] { #expect(try await town.count(table) == 0) }
        #expect(try await town.vesna.opens("/staff/surveys/\(survey)/export").status == 200)
        #expect(try await town.vesna.opens("/staff/surveys/\(survey)/summary.pdf").bytes.starts(with: Array("%PDF-".utf8)))
        // Others see none of it.
        for other in [town.ana, town.goran] {
            for page in ["summary", "summary.pdf"] { #expect(try await other.opens("/staff/surveys/\(survey)/\(page)").status != 200) }
        }
    }

    @Test func `four answers are destroyed, and that is said`() async throws {
        let town = try await Town()
        let survey = try await town.survey(.shortEvaluation)
        for mark in [5, 4, 3, 2] { try await answers(town, survey, mark) }
        town.clock.passes(days: 6)
        try await town.ticks()
        try await town.vesna.enters(withFactor: true)
        let page = try await town.vesna.opens("/staff/surveys/\(survey)")
        #expect(page.shows(town.say(T.questionnaires.destroyedFew(count: 4, least: .number(5)))))
        for table: SQL in ["survey_envelope", "survey_answer", "survey_tally", "survey_words"] { #expect(try await town.count(table) == 0) }
        #expect(try await town.vesna.opens("/staff/surveys/\(survey)/summary.pdf").status == 404)
    }

    @Test func `what an answer calls up is asked before it is sent, and nothing required is passed over`() async throws {
        let town = try await Town()
        let follow = try await town.survey(.followUp), whole = try await town.survey(.evaluation)
        try await town.stranger.opens("/surveys/\(follow)")
        let part = try await town.stranger.sends("/surveys/\(follow)")
        #expect(!part.shows(town.say(T.questionnaires.sampleUsedWhere)))
        let more = try await town.stranger.sends(part.path, ["deed": "on", "q_used": "often"])
        #expect(more.shows(town.say(T.questionnaires.saidMore)) && more.shows(town.say(T.questionnaires.sampleUsedWhere)))
        #expect(try await town.count("survey_envelope") == 0)
        #expect(try await town.stranger.sends(part.path, ["deed": "on", "q_place": "lesson"]).shows(town.say(T.questionnaires.saidGiven)))

        try await town.stranger.opens("/surveys/\(whole)")
        let first = try await town.stranger.sends("/surveys/\(whole)"), link = String(first.path.dropLast(2))
        try await town.stranger.opens(link + "/6")
        let back = try await town.stranger.sends(link + "/6", ["deed": "on", "q_job": "head"])
        #expect(back.path == link + "/5" && back.shows(town.say(T.questionnaires.saidMore)))
        #expect(try await town.count("survey_envelope") == 1)
    }

    @Test func `a changed questionnaire is another version, and old answers keep theirs`() async throws {
        let town = try await Town()
        let survey = try await town.survey(.shortEvaluation)
        let id = try #require(try await town.value("SELECT id FROM questionnaire", as: Questionnaire.ID.self))
        try await town.vesna.opens("/staff/questionnaires/\(id)/questions/overall")
        let saved = try await town.vesna.sends("/questions/overall", ["words_sr": "Како вам је било?"])
        #expect(saved.shows(town.say(T.questionnaires.saidVersion)) && saved.shows("Како вам је било?"))
        #expect(try await town.value("SELECT count(*) FROM questionnaire_version", as: Int.self) == 2)
        try await town.stranger.opens("/surveys/\(survey)")
        let part = try await town.stranger.sends("/surveys/\(survey)")
        #expect(part.shows(town.say(T.questionnaires.sampleOverall)) && !part.shows("Како вам је било?"))
    }

    @Test func `a questionnaire is written question by question, and says what is wrong`() async throws {
        let town = try await Town()
        try await town.vesna.opens("/staff/questionnaires/new")
        #expect(try await town.vesna.sends("/questionnaires/new", ["purpose": "other"]).shows(town.say(T.questionnaires.errorWords)))
        let made = try await town.vesna.sends("/questionnaires/new", ["purpose": "other", "title_sr": "Библиотека", "title_lt": "Biblioteka"])
        #expect(made.shows(town.say(T.questionnaires.faultNothing)))
        let path = made.path
        try await town.vesna.opens(path + "/sections")
        try await town.vesna.sends("/sections", ["title_sr": "Књиге"])
        try await town.vesna.opens(path + "/sections/1/questions")
        let few = try await town.vesna.sends("/sections/1/questions", ["words_sr": "Долазите ли?", "kind": "choice", "choices_sr": "да"])
        #expect(few.status == 422 && few.shows(town.say(T.questionnaires.errorChoices(most: .number(40)))))
        let uneven = try await town.vesna.sends(
            "/sections/1/questions", ["words_sr": "Долазите ли?", "kind": "choice", "choices_sr": "да\nне", "choices_en": "yes"])
        #expect(uneven.status == 422 && uneven.shows(town.say(T.questionnaires.errorLines(count: 2))))
        let added = try await town.vesna.sends("/sections/1/questions", ["words_sr": "Долазите ли?", "kind": "choice", "choices_sr": "да\nне", "choices_en": "yes\nno"])
        #expect(added.shows("Долазите ли?") && added.shows(town.say(T.common.saved)))
        try await town.vesna.opens(path + "/sections/1/questions")
        let never = try await town.vesna.sends("/sections/1/questions", ["words_sr": "Зашто?", "kind": "text", "if1": "q1", "relation1": "is", "value1": "c7"])
        #expect(never.status == 422)
        let why = try await town.vesna.sends("/sections/1/questions", ["words_sr": "Зашто?", "kind": "text", "if1": "q1", "relation1": "is", "value1": "c2"])
        #expect(why.shows("Зашто?"))
        // As others see it: the second question depends on the first.
        #expect(try await !town.vesna.opens(path + "/look").shows("Зашто?"))
        #expect(try await town.vesna.opens(path + "/look?q_q1=c2").shows("Зашто?"))
        // A centre's questionnaires are its own people's.
        for other in [town.ana, town.ruta] { #expect(try await other.opens(path).status != 200) }
    }

    @Test(arguments: ["json", "xlsx"]) func `it leaves as a file and comes back the same`(format: String) async throws {
        let town = try await Town()
        try await town.vesna.opens("/staff/questionnaires")
        for sample in Sample.allCases {
            try await town.vesna.opens("/staff/questionnaires")
            let page = try await town.vesna.sends("/samples/\(sample.rawValue)")
            let file = try await town.vesna.opens("\(page.path)/export?format=\(format)")
            try await town.vesna.opens("/staff/questionnaires/bring")
            let back = try await town.vesna.browser.uploads("/questionnaires/bring", field: "file", name: "u.\(format)", bytes: file.bytes, ["purpose": "other"])
            #expect(back.shows(town.say(T.questionnaires.saidBrought)), "\(sample)")
        }
        let contents = try await town.finds { try $0.db.rows("SELECT content FROM questionnaire_version ORDER BY id").map { try $0["content"] as String } }
        for pair in stride(from: 0, to: contents.count, by: 2) { #expect(contents[pair] == contents[pair + 1]) }
    }

    @Test func `a file that is no questionnaire says why`() async throws {
        let town = try await Town()
        for (name, text, said) in [
            ("a.json", "{\"title\": 5}", T.questionnaires.errorJSON), ("a.csv", "ime;prezime\nАна;Ђ", T.questionnaires.errorNoSurvey),
            ("a.json", "{\"title\": {\"sr\": \"Празан\"}, \"sections\": []}", T.questionnaires.faultNothing),
        ] {
            try await town.vesna.opens("/staff/questionnaires/bring")
            let page = try await town.vesna.browser.uploads("/questionnaires/bring", field: "file", name: name, bytes: Array(text.utf8))
            #expect(page.status == 422 && page.shows(town.say(said)), "\(name)")
        }
        #expect(try await town.count("questionnaire") == 0)
    }

    @Test func `what many wrote is read page by page, and what all wrote is shown at once`() async throws {
        let town = try await Town()
        let survey = try await town.survey(.shortEvaluation)
        try await town.gives(65, to: survey) { place in [AnswerKey("overall"): ["5"], AnswerKey("useful"): ["реч \(place)"]] }
        try await town.ticks()
        let summary = try await town.vesna.opens("/staff/surveys/\(survey)/summary")
        #expect(summary.html.matches(of: #/name="w-/#).count == WrittenAnswer.first)
        #expect(summary.shows(town.say(T.questionnaires.allWritten(count: 60))) && summary.shows(town.say(T.questionnaires.unread(count: 60))))
        let words = try await town.vesna.opens("/staff/surveys/\(survey)/words?question=useful")
        #expect(words.html.matches(of: #/name="w-/#).count == 50)
        let rest = try await town.vesna.opens("/staff/surveys/\(survey)/words?question=useful&page=2")
        #expect(rest.html.matches(of: #/name="w-/#).count == 10)
        let shown = try await town.vesna.sends("/screen?question=useful&turn=0&page=2", ["new": "shown"])
        #expect(shown.path.contains("page=2") && shown.shows(town.say(T.common.saved)))
        #expect(try await town.count("survey_words WHERE state = 'shown'") == 10)
        for no in ["?question=overall", "?question=none", ""] { #expect(try await town.vesna.opens("/staff/surveys/\(survey)/words\(no)").status == 404) }
        #expect(try await town.ana.opens("/staff/surveys/\(survey)/words?question=useful").status != 200)
    }

    @Test func `results by who answered are told once nobody can answer any more`() async throws {
        let town = try await Town()
        let survey = try await town.survey(.evaluation)
        // Nine class teachers and six heads; of the heads three did not mark the aims.
        try await town.gives(15, to: survey) { place in
            [AnswerKey("overall"): ["\(place < 9 ? 4 : 2)"], AnswerKey("aims"): place < 12 ? ["5"] : [], AnswerKey("job"): [place < 9 ? "class" : "head"]]
        }
        try await town.ticks()
        let early = try await town.vesna.opens("/staff/surveys/\(survey)/summary?by=job")
        #expect(early.shows(town.say(T.questionnaires.groupsLater)) && !early.shows(town.say(T.questionnaires.groupsHint(least: .number(5)))))
        town.clock.passes(days: 6)
        try await town.ticks()
        try await town.vesna.enters(withFactor: true)
        let late = try await town.vesna.opens("/staff/surveys/\(survey)/summary?by=job")
        #expect(late.shows(town.say(T.questionnaires.meanOf(count: 9, mean: "4"))) && late.shows(town.say(T.questionnaires.meanOf(count: 6, mean: "2"))))
        #expect(!late.shows(town.say(T.questionnaires.meanOf(count: 3, mean: "5"))), "three heads")
    }

    private func answers(_ town: Town, _ survey: Survey.ID, _ mark: Int) async throws {
        let browser = town.newBrowser()
        try await browser.opens("/surveys/\(survey)")
        let part = try await browser.sends("/surveys/\(survey)")
        #expect(try await browser.sends(part.path, ["deed": "on", "q_overall": "\(mark)"]).shows(town.say(T.questionnaires.saidGiven)))
    }
}

extension Town {
    /// An asking by a public address that began today and lasts for five days.
    func survey(_ sample: Sample) async throws -> Survey.ID {
        let (centre, today) = (centre, zone.day(of: clock.now))
        return try await vesna.does { act in
            let id = try QuestionnaireStore.add(sample.content(act.words), for: sample.purpose, to: centre, in: act)
            var draft = SurveyDraft(from: today, until: today.adding(days: 5))
            draft.isOpen = true
            return try SurveyStore.begin(draft, with: id, in: act)
        }
    }

    /// So many strangers answer, each in an act of their own.
    func gives(_ count: Int, to survey: Survey.ID, _ values: @escaping @Sendable (Int) -> [AnswerKey: [String]]) async throws {
        let seal = app.installation.seal
        for place in 0..<count {
            let link = AnswerLink.open(survey)
            try await does { act in
                var answers = Answers()
                for (key, value) in values(place) { answers[key] = value }
                try AnswerStore.give(answers, under: link, seal, in: act)
            }
        }
    }

    /// The clock's work on answers.
    func ticks() async throws { try await AnswerStore.moveAll(app.records, app.installation.seal) }
}
