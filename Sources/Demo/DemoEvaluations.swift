import Accounts
import Centres
import Evaluation
import Events
import Kernel
import Languages
import Questionnaires

/// What people said of the invented centre's events, and a survey of what teachers need that runs now.
enum DemoEvaluations {
    private static let useful = [
        "Примери које могу да применим већ сутра.", "Рад у малим групама.", "Разговор са колегама из других школа.", "Јасна упутства и готови материјали.",
        "Што смо све испробали сами.",
    ]
    private static let change = ["Више времена за вежбе.", "Сала је била хладна.", "Кад бисмо имали још један сусрет после месец дана.", "Краћи уводни део."]

    static func fill(_ town: DemoTown, by actor: Actor, _ records: Records) async throws {
        let today = town.zone.day(of: records.now)
        let events = try await past(town, records).prefix(6)
        try await records.at(records.now.adding(days: -200)).write(by: .system) { act in
            let id = try QuestionnaireStore.add(Sample.evaluation.content(act.words), for: .evaluation, to: town.centre, in: act)
            _ = try QuestionnaireStore.add(Sample.followUp.content(act.words), for: .followUp, to: town.centre, in: act)
            try EvaluationStore.set(EvaluationRule(questionnaire: id, since: today), of: town.centre, in: act)
        }
        var dice = DemoDice(31)
        for (place, event) in events.enumerated() {
            let count = 9 + Int.random(in: 0...12, using: &dice), mood = [78, 70, 86, 62, 80, 74][place % 6]
            var given: [Answers] = []
            for _ in 0..<count { given.append(answers(event, mood: mood, &dice)) }
            let brought = given
            try await records.at((event.ends ?? records.now).adding(days: 1)).write(by: actor) { act in
                try EvaluationStore.bring(brought, of: event.id, in: act)
            }
        }
        try await needs(town, today, by: actor, records)
    }

    /// Events that some of the town's teachers led, the last first.
    private static func past(_ town: DemoTown, _ records: Records) async throws -> [Event] {
        let all = try await records.read(as: .system) { act in try town.teachers.flatMap { try EventStore.past(ledBy: $0, at: town.centre, in: act) } }
        let each = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one }).values
        return each.sorted { ($1.starts ?? records.now, $1.id) < ($0.starts ?? records.now, $0.id) }
    }

    private static func answers(_ event: Event, mood: Int, _ dice: inout DemoDice) -> Answers {
        var answers = Answers()
        func mark(_ best: Int, _ dice: inout DemoDice) -> String { "\(dice.falls(mood) ? best : max(1, best - 1 - (dice.falls(25) ? 1 : 0)))" }
        for code in [
            "aims", "needs", "topical", "methods", "materials", "length", "learned", "usable", "competence", "informed", "place", "date", "organiser", "overall",
        ] {
            answers[AnswerKey(code)] = [mark(5, &dice)]
        }
        for subject in EvaluationStore.subjects(of: event) {
            for code in ["knows", "explains", "encourages", "respects"] { answers[AnswerKey(code, subject.id)] = [mark(5, &dice)] }
        }
        answers[AnswerKey("recommends")] = [mark(10, &dice)]
        if dice.falls(40) { answers[AnswerKey("useful")] = [useful[Int.random(in: useful.indices, using: &dice)]] }
        if dice.falls(25) { answers[AnswerKey("change")] = [change[Int.random(in: change.indices, using: &dice)]] }
        answers[AnswerKey("job")] = [dice.falls(60) ? "subject" : "class"]
        answers[AnswerKey("years")] = [["to5", "to15", "to25", "more"][Int.random(in: 0...3, using: &dice)]]
        return answers
    }

    /// Anybody may answer until the end of next week.
    private static func needs(_ town: DemoTown, _ today: Day, by actor: Actor, _ records: Records) async throws {
        try await records.at(records.now.adding(days: -3)).write(by: actor) { act in
            let id = try QuestionnaireStore.add(Sample.needs.content(act.words), for: .needs, to: town.centre, in: act)
            var draft = SurveyDraft(from: today.adding(days: -3), until: today.adding(days: 11))
            draft.isOpen = true
            draft.topic = "Шта нам треба следеће школске године"
            _ = try SurveyStore.addSheets(20, to: SurveyStore.begin(draft, with: id, in: act), in: act)
        }
    }
}
