import Languages
import Questionnaires
import Testing

/// The rules by which answers are moved, counted and hidden.
@Suite struct QuestionnaireTests {
    @Test func `never fewer than five answers move, and while people answer five stay behind`() {
        for waiting in 0...60 {
            let running = AnswerBatch.size(waiting: waiting, isLast: false), last = AnswerBatch.size(waiting: waiting, isLast: true)
            #expect(running == 0 || running >= 5)
            #expect(running == 0 || waiting - running >= 5)
            #expect(last == (waiting < 5 ? 0 : waiting))
        }
    }

    /// However people come, no batch is smaller than five, and nothing is lost once five have answered.
    @Test(arguments: 1...20) func `every order of answers and ticks moves groups of five at least`(seed: UInt64) {
        var dice = Dice(seed), waiting = 0, moved = 0, came = 0
        for _ in 0..<Int.random(in: 1...80, using: &dice) {
            if Bool.random(using: &dice) {
                (waiting, came) = (waiting + 1, came + 1)
            } else {
                let batch = AnswerBatch.size(waiting: waiting, isLast: false)
                #expect(batch == 0 || batch >= 5)
                (waiting, moved) = (waiting - batch, moved + batch)
            }
        }
        let last = AnswerBatch.size(waiting: waiting, isLast: true)
        #expect(last == 0 || last >= 5)
        #expect(moved + last == (came < 5 ? 0 : came))
    }

    @Test(arguments: [
        ([7, 9], [0, 1]), ([4, 9], []), ([4, 9, 12], [2]), ([3, 3, 12], [2]), ([5, 5], [0, 1]), ([0, 9], [1]), ([0, 4, 9], []), ([1, 20, 20], [2]), ([4, 4, 4], []),
    ]) func `a group that could be worked out is hidden too`(groups: [Int], shown: [Int]) {
        #expect(SmallGroups.shown(Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($0, $1) })) == Set(shown))
    }

    @Test(arguments: 1...50) func `what is hidden stands for five people at least, or for all`(seed: UInt64) {
        var dice = Dice(seed)
        let groups = Dictionary(uniqueKeysWithValues: (0..<Int.random(in: 1...8, using: &dice)).map { ($0, Int.random(in: 0...12, using: &dice)) })
        let shown = SmallGroups.shown(groups), hidden = groups.filter { $0.value > 0 && !shown.contains($0.key) }
        #expect(shown.allSatisfy { (groups[$0] ?? 0) >= 5 })
        #expect(hidden.isEmpty || hidden.values.reduce(0, +) >= 5 || shown.isEmpty)
        #expect(hidden.count != 1 || shown.isEmpty)
    }

    @Test func `a mean is in hundredths and needs five answers`() {
        var tally = Tally()
        for mark in [5, 4, 4, 3] { tally.add(["\(mark)"]) }
        #expect(tally.mean == nil && tally.answers == 4)
        tally.add(["5"])
        #expect(tally.mean == 420 && tally.count("4") == 2)
    }

    // MARK: What can be asked

    private func question(_ code: String, _ kind: Question.Kind, _ choices: [String] = [], if conditions: [Question.Condition] = []) -> Question {
        var question = Question(code, kind, QuestionWords(sr: code))
        question.choices = choices.map { Question.Choice($0, QuestionWords(sr: $0)) }
        question.shownIf = conditions
        if kind == .scale { question.scale = Question.Scale(1, 5) }
        return question
    }

    private func faults(_ questions: Question...) -> Int {
        QuestionnaireContent(QuestionWords(sr: "Упитник"), [QuestionSection(QuestionWords(sr: "Део"), questions)]).faults.count
    }

    @Test func `a condition looks back, at an answer that can be given`() {
        let job = question("job", .choice, ["head", "teacher"])
        #expect(faults(job, question("why", .text, if: [.init("job", .is, "head")])) == 0)
        #expect(faults(question("why", .text, if: [.init("job", .is, "head")]), job) == 1, "it stands behind")
        #expect(faults(job, question("why", .text, if: [.init("job", .is, "cook")])) == 1, "nobody can answer so")
        #expect(faults(question("mark", .scale), question("why", .text, if: [.init("mark", .atMost, "2")])) == 0)
        #expect(faults(question("mark", .scale), question("why", .text, if: [.init("mark", .atMost, "7")])) == 1)
        #expect(faults(job, job) == 1, "a code stands twice")
        #expect(faults(question("one", .choice, ["a"])) == 1 && faults(question("Код", .text)) == 1 && faults() == 1)
    }

    @Test func `what is not asked any more is not kept`() {
        let content = QuestionnaireContent(QuestionWords(sr: "Упитник"), [QuestionSection(QuestionWords(sr: "Део"), [
            question("used", .choice, ["no", "yes"]), question("place", .text, if: [.init("used", .isNot, "no")]),
        ])])
        var answers = Answers()
        answers[AnswerKey("used")] = ["yes"]
        answers[AnswerKey("place")] = ["на часу"]
        #expect(answers.only(content, []) == answers)
        answers[AnswerKey("used")] = ["no"]
        #expect(answers.only(content, [])[AnswerKey("place")] == [])
    }
}

/// The same numbers for the same seed.
private struct Dice: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
