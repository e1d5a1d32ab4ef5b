import Accounts
import Delivery
import Evaluation
import Events
import Kernel
import Languages
import Questionnaires
import Registration
import Site
import Storage
import Testing
import Town
import Web

/// How those who were there say how it was, and what the centre learns of it.
@Suite struct EvaluationStories {
    @Test func `who was there is asked on the morning after, answers unseen, and the centre learns`() async throws {
        let town = try await Town()
        let event = try await town.evaluated(people: 12)
        // The last day is over at noon; nobody is asked in the night.
        try await town.tends()
        #expect(try await town.count("evaluation") == 0)
        town.clock.passes(days: 1)
        try await town.tends()
        try await town.tends()
        try await town.settles()
        #expect(try await town.count("survey_invite") == 11, "whoever was absent is not asked")
        let letters = (0..<12).map { town.mail.to("p\($0)@bistrik.example").filter { $0.plain.contains("/surveys/") }.count }
        #expect(letters.filter { $0 == 1 }.count == 11 && letters[11] == 0)

        try await town.vesna.enters(withFactor: true)
        for guest in 0..<10 { try await town.answers("p\(guest)@bistrik.example", 3 + guest % 3) }
        try await town.moves()
        let page = try await town.vesna.opens("/staff/events/\(event)/evaluation")
        #expect(page.shows(town.say(T.questionnaires.answeredOf(answered: .number(10), invited: .number(11)))))

        // Half way only the one is reminded who has not answered.
        town.clock.passes(days: 5)
        try await town.tends()
        try await town.tends()
        try await town.settles()
        let reminded = (0..<12).filter { guest in town.mail.to("p\(guest)@bistrik.example").filter { $0.plain.contains("/surveys/") }.count > 1 }
        #expect(reminded == [10])

        town.clock.passes(days: 8)
        try await town.moves()
        try await town.vesna.enters(withFactor: true)
        let whole = try await town.vesna.opens("/staff/events/\(event)/evaluation")
        #expect(whole.shows("3,9") && whole.shows(town.say(T.evaluation.improvements)))
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.questionnaires.unread(count: 10))))
        #expect(try await town.vesna.opens("/staff/quality").shows("3,9"))
        for other in [town.ana, town.goran, town.milena] {
            try await other.enters()
            #expect(try await other.opens("/staff/events/\(event)/evaluation").status != 200)
        }
    }

    @Test func `a rule without a questionnaire asks nobody, and staff can ask earlier`() async throws {
        let town = try await Town()
        let event = try await town.evaluated(people: 6, hasRule: false)
        town.clock.passes(days: 1)
        try await town.tends()
        #expect(try await town.count("evaluation") == 0)
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/staff/events/\(event)/evaluation").shows(town.say(T.evaluation.noRuleTitle)))
        try await town.evaluates()
        try await town.vesna.opens("/staff/events/\(event)/evaluation")
        let begun = try await town.vesna.sends("/evaluation")
        #expect(begun.shows(town.say(T.evaluation.saidBegun(count: 5))))
        #expect(try await town.vesna.opens("/staff/events/\(event)/evaluation").form("/evaluation") == nil, "once")
    }

    @Test func `a proof waits for an answer where the centre wishes, and not past the last day`() async throws {
        let town = try await Town()
        try await town.evaluates(opensProof: true)
        let event = try await town.evaluated(people: 6, hasRule: false), seal = town.app.installation.seal
        town.clock.passes(days: 1)
        try await town.tends()
        try await town.settles()
        func asked(_ number: Int) async throws -> String? {
            try await town.finds { act in
                let person = try PersonStore.person(email: "p\(number)@bistrik.example", in: act)
                return try act.ask(ProofAsked(by: try #require(person).id, of: event, seal: seal)).first
            }
        }
        #expect(try await asked(0) == town.mail.survey(to: "p0@bistrik.example"))
        #expect(try await asked(5) == nil, "who was absent is not asked")
        try await town.answers("p0@bistrik.example", 4)
        #expect(try await asked(0) == nil)
        #expect(try await asked(1) != nil)
        town.clock.passes(days: 11)
        #expect(try await asked(1) == nil)
    }

    @Test func `what is evaluated on paper asks nobody by letter`() async throws {
        let town = try await Town()
        try await town.evaluates()
        let event = try await town.evaluated(people: 6, hasRule: false), seal = town.app.installation.seal
        try await town.vesna.enters(withFactor: true)
        try await town.vesna.opens("/staff/events/\(event)/evaluation")
        let begun = try await town.vesna.sends("/evaluation/paper")
        #expect(begun.shows(town.say(T.evaluation.saidPaper)))
        try await town.vesna.sends("/paper", ["count": "5"])
        town.clock.passes(days: 1)
        try await town.tends()
        try await town.settles()
        #expect(try await town.count("survey_invite") == 0)
        #expect(try await town.count("evaluation") == 1)
        let survey = try #require(try await town.value("SELECT id FROM survey", as: Survey.ID.self))
        try await town.vesna.enters(withFactor: true)
        for number in 1...5 {
            try await town.vesna.opens("/staff/surveys/\(survey)/entry")
            try await town.vesna.sends("/entry", ["code": SheetCode(number, of: survey).text(seal), "q_overall": "\(number)"])
        }
        town.clock.passes(days: 12)
        try await town.moves()
        try await town.vesna.enters(withFactor: true)
        let page = try await town.vesna.opens("/staff/events/\(event)/evaluation")
        #expect(page.shows(town.say(T.evaluation.grade)))
        #expect(try await town.value("SELECT moved FROM survey", as: Int.self) == 5)
        // Nobody was asked by letter, so that no proof waits for an answer.
        let asked = try await town.finds { act in
            let person = try #require(try PersonStore.person(email: "p0@bistrik.example", in: act))
            return try act.ask(ProofAsked(by: person.id, of: event, seal: seal))
        }
        #expect(asked.isEmpty)
    }

    @Test func `a trainer sees the own marks over the years, the centre's beside, and the staff too`() async throws {
        let town = try await Town()
        let centre = town.centre, since = town.zone.day(of: town.clock.now)
        _ = try await town.does { act in
            let id = try QuestionnaireStore.add(Sample.evaluation.content(act.words), for: .evaluation, to: centre, in: act)
            try EvaluationStore.set(EvaluationRule(questionnaire: id, since: since), of: centre, in: act)
        }
        let event = try await town.evaluated(people: 6, hasRule: false), person = town.goran.id
        // Горан is the second of two trainers.
        try await town.does { act in
            for (place, name) in ["Лазар Кривокућа", "Горан Љубић"].enumerated() {
                let leader: Person.ID? = place == 1 ? person : nil
                try act.db.run("INSERT INTO event_trainer (event, name, person, place) VALUES (\(event), \(name), \(leader), \(place))")
            }
            try act.touchPublicPages()
        }
        try await town.does { act in
            try EvaluationStore.bring((0..<6).map { place in
                var answers = Answers()
                for code in ["knows", "explains"] { (answers[AnswerKey(code, 1)], answers[AnswerKey(code, 2)]) = (["3"], [place == 0 ? "4" : "5"]) }
                // Four answers only are told nowhere.
                if place < 4 { answers[AnswerKey("respects", 2)] = ["1"] }
                return answers
            }, of: event, in: act)
        }
        try await town.goran.enters()
        #expect(try await town.goran.opens("/me").shows(town.say(T.evaluation.trainerMarks)))
        let own = try await town.goran.opens("/me/evaluations")
        #expect(own.shows(town.say(T.questionnaires.meanOf(count: 12, mean: "4,83"))), "12 marks of two questions")
        #expect(own.shows(town.say(T.questionnaires.meanOf(count: 24, mean: "3,92"))), "with those of Лазар")
        try await town.does { try PersonStore.grant(Grant(.trainer, centre: centre), to: person, in: $0) }
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/people/\(person)").shows(town.say(T.questionnaires.meanOf(count: 12, mean: "4,83"))))
        try await town.ana.enters()
        #expect(try await town.ana.opens("/me/evaluations").shows(town.say(T.evaluation.trainerNothing)))
        #expect(try await !town.ana.opens("/me").shows(town.say(T.evaluation.trainerMarks)))
    }

    @Test func `changes of a programme are told from one evaluation to the next`() {
        func point(_ event: Int64, _ day: String, _ marks: [Int]) -> EvaluationPoint {
            var tally = Tally()
            for mark in marks { tally.add(["\(mark)"]) }
            return EvaluationPoint(event: Event.ID(event), day: Day(iso: day)!, title: Event.Wording(text: "Обука", language: .sr), grade: tally)
        }
        let fell = [point(1, "2026-01-10", [5, 5, 5, 5, 5]), point(2, "2026-02-10", [4, 4, 4, 4, 4])]
        let few = [point(3, "2026-01-10", [5, 5, 5, 5, 5]), point(4, "2026-02-10", [1, 1])]
        let changes = EvaluationChange.all([1: fell, 2: few])
        #expect(changes.map(\.difference) == [-100], "of two answers nothing is told")
    }
}

extension Town {
    /// With what the centre evaluates.
    func evaluates(opensProof: Bool = false) async throws {
        let centre = centre, since = zone.day(of: clock.now).adding(days: -30)
        _ = try await does { act in
            let id = try QuestionnaireStore.add(Sample.shortEvaluation.content(act.words), for: .evaluation, to: centre, in: act)
            try EvaluationStore.set(EvaluationRule(questionnaire: id, opensProof: opensProof, since: since), of: centre, in: act)
        }
    }

    /// A seminar of today with people who were there, but for the last; it has just ended.
    func evaluated(people: Int, hasRule: Bool = true) async throws -> Event.ID {
        if hasRule { try await evaluates() }
        let event = try await seminar(seats: 30, inDays: 2, deadline: zone.day(of: clock.now).adding(days: 1)), guests = try await crowd(of: people)
        try await vesna.does { act in
            for guest in guests { _ = try RegistrationStore.apply(guest, for: event, Application(payer: .free), in: act) }
        }
        let session = try #require(try await value("SELECT id FROM event_session WHERE event = \(event)", as: DatedSession.ID.self))
        let ends = try #require(try await finds { try EventStore.event(event, in: $0).ends })
        clock.becomes(ends.adding(minutes: 5))
        try await does { act in
            let ids = try act.db.rows("SELECT id FROM registration WHERE event = \(event) ORDER BY id").map { try $0["id"] as Registration.ID }
            try AttendanceStore.mark(ids.enumerated().map { place, id in
                Attendance(registration: id, session: session, mark: place == people - 1 ? .absent : .present, source: .sheet, at: act.now)
            }, of: event, in: act)
        }
        return event
    }

    func tends() async throws { try await EvaluationStore.tend(app.records, app.installation.seal) }
    func moves() async throws { try await AnswerStore.moveAll(app.records, app.installation.seal) }

    func answers(_ email: String, _ mark: Int) async throws {
        let link = try #require(mail.survey(to: email)), browser = newBrowser()
        try await browser.opens(link + "/1")
        let given = try await browser.sends(link + "/1", ["deed": "on", "q_overall": "\(mark)", "q_useful": "Корисно"])
        #expect(given.shows(say(T.questionnaires.saidGiven)))
    }
}
