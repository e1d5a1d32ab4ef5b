import Kernel
import Languages
import Questionnaires
import Site
import Storage
import Testing
import Town
import Web

/// An asking on paper: sheets are printed, filled in by hand, and typed in by the keyboard.
@Suite struct SheetStories {
    @Test func `sheets are printed with codes, typed in one after another, and none twice`() async throws {
        let town = try await Town()
        let survey = try await town.survey(.evaluation), path = "/staff/surveys/\(survey)", seal = town.app.installation.seal
        #expect(try await town.vesna.opens(path + "/entry").shows(town.say(T.questionnaires.noSheetsTitle)))
        try await town.vesna.opens(path + "/paper")
        #expect(try await town.vesna.sends("/paper", ["count": "500"]).status == 422)
        let prepared = try await town.vesna.sends("/paper", ["count": "3"])
        #expect(prepared.shows(town.say(T.questionnaires.saidSheets(count: 3))) && prepared.path.contains("from=1&to=3"))
        try await town.vesna.opens(path + "/paper")
        #expect(try await town.vesna.sends("/paper", ["count": "9"]).path.contains("from=4&to=12"), "each number once")
        let pdf = try await town.vesna.opens(path + "/paper.pdf?from=1&to=3&language=sr-Latn")
        #expect(pdf.bytes.starts(with: Array("%PDF-".utf8)))
        for no in ["?from=1&to=13", "?from=0&to=2", "?from=3&to=2", ""] { #expect(try await town.vesna.opens(path + "/paper.pdf\(no)").status == 409, "\(no)") }

        let whole = try await town.finds { try SurveyStore.survey(survey, in: $0) }, codes = (1...12).map { SheetCode($0, of: survey).text(seal) }
        let choice = try #require(whole.content.questions.first { $0.kind == .choice })
        try await town.vesna.opens(path + "/entry")
        let before = try await town.count("journal")
        let first = try await town.vesna.sends("/entry", ["code": codes[0].replacing("-", with: ""), "q_overall": "4", "q_\(choice.code)": "2", "q_useful": "Разговор."])
        #expect(first.shows(town.say(T.questionnaires.saidSheet(number: 1))) && first.shows(town.say(T.questionnaires.sheetsEntered(entered: 1, sheets: 12))))
        // The envelope is that of a link: no journal and no claim of an act tells when.
        #expect(try await town.count("journal") == before)
        // The same sheet again, by whoever: nothing is doubled, and it is said.
        let twice = try await town.vesna.sends("/entry", ["code": codes[0], "q_overall": "1"])
        #expect(twice.status == 422 && twice.shows(town.say(T.questionnaires.errorSheetTwice(number: 1))))
        // A digit that slipped, a sheet that was never printed, a code of another asking, a mark that is on no sheet, nothing at all.
        let other = try await town.survey(.evaluation)
        for wrong in ["9\(codes[0])", SheetCode(13, of: survey).text(seal), SheetCode(1, of: other).text(seal), "1", "x", ""] {
            try await town.vesna.opens(path + "/entry")
            #expect(try await town.vesna.sends("/entry", ["code": wrong, "q_overall": "4"]).shows(town.say(T.questionnaires.errorSheetCode)), "\(wrong)")
        }
        for (field, value) in [("q_overall", "6"), ("q_\(choice.code)", "40"), ("q_\(choice.code)", "1 2"), ("q_useful", String(repeating: "а", count: 50_000))] {
            try await town.vesna.opens(path + "/entry")
            let refused = try await town.vesna.sends("/entry", ["code": codes[1], field: value])
            #expect(refused.status == 422 && refused.html.contains("value=\"\(codes[1])\""), "\(field)")
        }
        try await town.vesna.opens(path + "/entry")
        #expect(try await town.vesna.sends("/entry", ["code": codes[1]]).shows(town.say(T.questionnaires.errorEmptySheet)))
        #expect(try await town.count("survey_envelope") == 1)
        #expect(try await town.count("act_token WHERE path LIKE '%/entry%'") == 0)

        for code in codes.dropFirst() {
            try await town.vesna.opens(path + "/entry")
            #expect(try await town.vesna.sends("/entry", ["code": code, "q_overall": "4", "q_\(choice.code)": "2"]).status == 200)
        }
        try await town.ticks()
        let again = try await town.vesna.opens(path + "/entry")
        #expect(again.shows(town.say(T.questionnaires.sheetsEntered(entered: 12, sheets: 12))))
        let moved = try await town.vesna.sends("/entry", ["code": codes[0], "q_overall": "1"])
        #expect(moved.shows(town.say(T.questionnaires.errorSheetTwice(number: 1))), "also once it moved")
        let fours: SQL = "SELECT answers FROM survey_tally WHERE question = 'overall' AND value = '4' AND by_question = ''"
        #expect(try await town.value(fours, as: Int.self) == 7)
        let chosen = try await town.value("SELECT answers FROM survey_tally WHERE question = \(choice.code) AND value = \(choice.choices[1].code)", as: Int.self)
        #expect(chosen == 7)

        // Nobody else, and not through the link of a sheet.
        for someone in [town.ana, town.goran] {
            for page in ["/paper", "/paper.pdf?from=1&to=1", "/entry"] { #expect(try await someone.opens(path + page).status != 200) }
        }
        #expect(try await town.stranger.opens("/surveys/\(AnswerLink.sheet(1, of: survey).text(seal))").status == 404)
        town.clock.passes(days: 6)
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens(path + "/entry").form("/entry") == nil, "it is over")
    }

    @Test func `several choices are typed with or without a space, and what was not asked is left out`() async throws {
        let town = try await Town()
        let survey = try await town.survey(.needs), seal = town.app.installation.seal
        try await town.vesna.does { _ = try SurveyStore.addSheets(2, to: survey, in: $0) }
        let whole = try await town.finds { try SurveyStore.survey(survey, in: $0) }
        let several = try #require(whole.content.questions.first { $0.kind == .choices })
        for (number, typed) in [(1, "1 3"), (2, "31")] {
            try await town.vesna.opens("/staff/surveys/\(survey)/entry")
            let given = several.choices.count < 10 ? typed : "1, 3"
            let page = try await town.vesna.sends("/entry", ["code": SheetCode(number, of: survey).text(seal), "q_\(several.code)": given])
            #expect(page.shows(town.say(T.questionnaires.saidSheet(number: .number(number)))))
        }
        let envelopes = try await town.finds { try $0.db.rows("SELECT id, sealed FROM survey_envelope").map { (try $0["id"] as String, try $0["sealed"] as [UInt8]) } }
        let read = try envelopes.map { try Answers(written: String(decoding: seal.open($0.1, for: "envelope \($0.0)"), as: UTF8.self)) }
        #expect(read.count == 2 && read.allSatisfy { $0[AnswerKey(several.code)] == [several.choices[0].code, several.choices[2].code] })
    }
}
