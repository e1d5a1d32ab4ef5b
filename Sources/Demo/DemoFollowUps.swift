import Accounts
import Centres
import Events
import FollowUp
import Kernel
import Languages
import Portfolio

/// What the invented town's teachers did with what they learned, week by week: steps, answers, what they showed at school.
enum DemoFollowUps {
    private static let weeks = 19
    private static let steps = [
        "У 6-2 испробаћу рад у малим групама на часу о разломцима.", "Једну лекцију градива седмог разреда претворићу у квиз.",
        "Са одељењем петог разреда написаћемо причу по моделу са обуке.", "На родитељском састанку показаћу лист за праћење напретка.",
        "Уводићу кратку повратну информацију на крају сваког часа.", "Направићу припрему за угледни час и позвати две колегинице.",
    ]
    private static let words = [
        "Таблети стижу тек на пролеће.", "Час траје 45 минута, а вежба тражи двочас.", "Било би лепо да добијемо и радне листове.", "Ученицима се допало, настављамо.",
        "Требало би нам још један сусрет.", "У одељењу их је тридесет.",
    ]

    static func fill(_ town: DemoTown, seal: Seal, _ records: Records) async throws {
        let today = town.zone.day(of: records.now), first = today.adding(days: -7 * weeks)
        try await records.at(records.now.adding(days: -7 * weeks)).write(by: .system) { act in
            try FollowUpStore.set(FollowUpRule(since: first.adding(days: -10)), of: town.centre, in: act)
        }
        var dice = DemoDice(57)
        for week in stride(from: weeks - 1, through: 0, by: -1) {
            let day = today.adding(days: -7 * week)
            guard let nine = ClockTime(hour: 9, minute: 0) else { continue }
            let moment = try town.zone.instant(day, nine)
            guard moment <= records.now else { continue }
            let then = records.at(moment)
            try await FollowUpStore.tend(then, seal)
            let start = dice
            dice = try await then.write(by: .visitor) { act in
                var dice = start
                for sight in try UseStepStore.open(at: town.centre, on: day, in: act) { try live(sight, on: day, town, &dice, in: act) }
                return dice
            }
        }
        try await confirm(town, records)
        try await records.write(by: .system) { try UseFigureStore.publish(in: $0) }
    }

    private static func live(_ sight: StepSight, on day: Day, _ town: DemoTown, _ dice: inout DemoDice, in act: Act) throws {
        let link = StepLink(sight.step.id, of: sight.event.id), isSchool = sight.workplace == town.schools[0]
        let sharing = StepSharing(withSchool: isSchool || dice.falls(40), withCentre: dice.falls(15))
        switch sight.phase(on: day) {
        case .over: return
        case .writing:
            guard sight.step.written == nil, dice.falls(60) else { return }
            let step = StepDetails(steps[Int.random(in: steps.indices, using: &dice)], by: day.adding(days: 20))
            try UseStepStore.write(step, sharing, under: link, at: town.centre, in: act)
        case .answering(let turn):
            guard sight.step.answers[turn] == nil, dice.falls(turn == .first ? 35 : 25) else { return }
            let use: Use = dice.falls(62) ? (dice.falls(40) ? .regularly : .several) : dice.falls(60) ? .once : .never
            let hindered = Hindrance.allCases.filter { dice.falls($0 == .time ? 45 : $0.hand == .founder ? 22 : 12) }
            let said = dice.falls(20) ? words[Int.random(in: words.indices, using: &dice)] : ""
            let shown: Day? = use.isUse && (isSchool || dice.falls(30)) ? day.adding(days: -2) : nil
            try UseStepStore.answer(UseAnswer(use, hindered: Set(hindered), words: said), shown: shown, sharing, under: link, at: town.centre, in: act)
        }
    }

    /// The team of the school has seen some of it; the rest waits.
    private static func confirm(_ town: DemoTown, _ records: Records) async throws {
        let school = town.schools[0], milena = try await records.read(as: .system) { try PersonStore.actor(town.milena, in: $0) } ?? .system
        try await records.write(by: milena) { act in
            let waiting = try UseSchoolStore.shared(with: school, in: act).filter(\.isWaiting), lines = try UseSchoolStore.lines(for: waiting, in: school, in: act)
            for one in waiting.prefix(waiting.count / 2) {
                let line = lines[one.step.id]?.dropFirst().first?.id
                try UseSchoolStore.confirm(one.step.id, line: line, title: "Приказ примене: \(one.entryTitle(in: .sr))", in: school, at: town.centre, in: act)
            }
        }
    }
}
