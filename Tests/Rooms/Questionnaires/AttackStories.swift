import Accounts
import Kernel
import Languages
import Questionnaires
import Site
import Storage
import Testing
import Town
import Web

/// Somebody who holds every copy of the database, at every moment, and every line of the log, tries to learn who wrote what. They do not hold the key of
/// the installation, which is in no copy.
@Suite struct AttackStories {
    @Test func `no copy of the database, no order and no log tie an answer to anybody`() async throws {
        let town = try await Town()
        let survey = try await town.survey(.shortEvaluation), seal = town.app.installation.seal
        let people = try await town.people(20)
        let asked = try await town.vesna.does { act in try SurveyLetters.ask(people, to: SurveyStore.survey(survey, in: act), seal, in: act) }
        #expect(asked == 20)
        try await town.settles()
        let letters = people.indices.map { town.mail.survey(to: "osoba\($0)@bistrik.example") ?? "" }
        #expect(Set(letters).count == 20 && letters.allSatisfy { $0.contains("/surveys/") })
        // The link is in the letter alone: once it was sent, its text is gone.
        #expect(try await town.finds { try $0.db.rows("SELECT text, html FROM letter WHERE noun = 'survey'").allSatisfy { try ($0["text"] as String).isEmpty } })

        var before = try await town.copy()
        for (person, link) in letters.enumerated() {
            let browser = town.newBrowser()
            try await browser.opens(link + "/1")
            town.clock.passes(minutes: 7)
            let given = try await browser.sends(link + "/1", ["deed": "on", "q_overall": "\(1 + person % 5)", "q_useful": "реч\(person)", "q_change": "друга\(person)"])
            #expect(given.shows(town.say(T.questionnaires.saidGiven)))
            // What an answer leaves behind is one sealed row, which names nobody and no moment.
            let after = try await town.copy(), new = after.rows.subtracting(before.rows)
            #expect(new.count == 1 && new.allSatisfy { $0.hasPrefix("survey_envelope ") }, "\(new)")
            #expect(!after.text.contains("реч\(person)"))
            before = after
        }
        // Neither the acts, nor the journal, nor the log knows that somebody answered.
        #expect(try await town.count("act_token WHERE path LIKE '%/surveys/%-%'") == 0)
        #expect(try await town.count("journal WHERE noun = 'survey'") == 1, "only that it began")
        for link in letters { #expect(!town.log.lines.contains { line in line.contains(link.suffix(24)) }, "no link in the log") }

        try await town.ticks()
        let moved = try await town.finds { try $0.db.rows("SELECT words FROM survey_words WHERE question = 'useful'").map { try $0["words"] as String } }
        #expect(moved.count == 15, "five stay behind")
        // As the engine gives them without an order: not in the order of coming, nor by the names that they had while they waited.
        #expect(moved != moved.sorted { (Int($0.dropFirst(3)) ?? 0) < (Int($1.dropFirst(3)) ?? 0) })
        let others = try await town.finds { try $0.db.rows("SELECT words FROM survey_words WHERE question = 'change'").map { try $0["words"] as String } }
        #expect(moved.map { $0.dropFirst(3) } != others.map { $0.dropFirst(5) }, "what one person wrote to two questions does not stand side by side")
        // No table holds a whole answer with its words, or a moment.
        #expect(try await town.finds { try $0.db.rows("SELECT given FROM survey_answer").allSatisfy { try !($0["given"] as String).contains("реч") } })
        #expect(try await town.finds { try Set($0.db.rows("SELECT day FROM survey_answer").map { try $0["day"] as String }).count } == 1)

        // Two looks at the results never differ by fewer than five.
        town.clock.passes(days: 6)
        try await town.ticks()
        #expect(try await town.count("survey_answer") == 20)
    }

    @Test func `a link that was used, shared or made up answers nothing twice`() async throws {
        let town = try await Town()
        let survey = try await town.survey(.shortEvaluation), seal = town.app.installation.seal
        _ = try await town.vesna.does { act in try SurveyLetters.ask([town.ana.id], to: SurveyStore.survey(survey, in: act), seal, in: act) }
        try await town.settles()
        let link = try #require(town.mail.survey(to: town.ana.email))
        for (browser, isFirst) in [(town.ana.browser, true), (town.branko.browser, false), (town.newBrowser(), false)] {
            let page = try await browser.opens(link + "/1")
            if isFirst {
                let form = try #require(page.form("/1"))
                #expect(try await browser.post(form, ["deed": "on", "q_overall": "5"]).shows(town.say(T.questionnaires.saidGiven)))
                // Sent again, as a double click does.
                #expect(try await browser.post(form, ["deed": "on", "q_overall": "1"]).shows(town.say(T.questionnaires.givenTitle)))
            } else {
                #expect(page.shows(town.say(T.questionnaires.givenTitle, browser === town.branko.browser ? .srLatn : .sr)))
            }
        }
        #expect(try await town.count("survey_envelope") == 1)
        for made in ["/surveys/\(survey)-i1-000000000000000000000000", "/surveys/\(survey)-i2-\(link.suffix(24))", "/surveys/9", "/surveys/x/1", link + "/9"] {
            #expect(try await town.stranger.opens(made).status == 404, "\(made)")
        }
        // Who has answered is not reminded; who has not is.
        let both = [town.ana.id, town.branko.id]
        _ = try await town.vesna.does { act in try SurveyLetters.ask(both, to: SurveyStore.survey(survey, in: act), seal, in: act) }
        try await town.settles()
        let (toAna, toBranko) = (town.mail.to(town.ana.email).count, town.mail.to(town.branko.email).count)
        try await town.vesna.opens("/staff/surveys/\(survey)")
        #expect(try await town.vesna.sends("/remind").shows(town.say(T.questionnaires.saidReminded(count: 1))))
        try await town.settles()
        #expect(town.mail.to(town.ana.email).count == toAna && town.mail.to(town.branko.email).count == toBranko + 1)
        #expect(try await town.vesna.opens("/staff/surveys/\(survey)").shows(town.say(T.questionnaires.answeredOf(answered: .number(1), invited: .number(2)))))
    }
}

extension Town {
    /// People with proved addresses.
    fileprivate func people(_ count: Int) async throws -> [Person.ID] {
        try await does { act in
            try (0..<count).map { number in
                try PersonStore.add(PersonName(given: "Особа", family: "Измишљена"), email: "osoba\(number)@bistrik.example", verified: act.now, language: .sr, in: act)
            }
        }
    }

    /// All that a copy of the database tells of askings, and of acts and letters, as text.
    fileprivate func copy() async throws -> (rows: Set<String>, text: String) {
        let rows = try await finds { act in
            let queries: [(String, SQL)] = [
                ("survey_envelope", "SELECT * FROM survey_envelope"),
                ("survey_answered", "SELECT * FROM survey_answered"),
                ("survey_answer", "SELECT * FROM survey_answer"),
                ("survey_words", "SELECT * FROM survey_words"),
                ("survey_invite", "SELECT * FROM survey_invite"),
                ("survey_draft", "SELECT * FROM survey_draft"),
                ("survey_tally", "SELECT * FROM survey_tally"),
                ("survey", "SELECT * FROM survey"),
                ("journal", "SELECT * FROM journal"),
                ("letter", "SELECT * FROM letter"),
                ("act_token", "SELECT * FROM act_token"),
            ]
            return try queries.flatMap { name, query in try act.db.rows(query).map { "\(name) \($0)" } }
        }
        return (Set(rows), rows.joined(separator: "\n"))
    }
}
