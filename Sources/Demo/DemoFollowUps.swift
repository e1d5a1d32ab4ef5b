import Accounts
import Centres
import Delivery
import Events
import FollowUp
import Kernel
import Languages
import Portfolio
import Registration

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

    static func fill(_ town: DemoTown, by actor: Actor, seal: Seal, _ records: Records) async throws {
        try await hold(town, by: actor, records)
        let today = town.zone.day(of: records.now), first = today.adding(days: -7 * weeks)
        try await records.at(records.now.adding(days: -7 * weeks)).write(by: .system) { act in
            try FollowUpStore.set(FollowUpRule(since: first.adding(days: -10)), of: town.centre, in: act)
        }
        var dice = DemoDice(57)
        for week in stride(from: weeks - 1, through: 0, by: -1) {
            let day = today.adding(days: -7 * week - 1)
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

    /// An afternoon of five weeks ago at which Ана and her colleagues were.
    private static func hold(_ town: DemoTown, by actor: Actor, _ records: Records) async throws {
        let day = town.zone.day(of: records.now).adding(days: -37)
        guard let four = ClockTime(hour: 16, minute: 0), let seven = ClockTime(hour: 19, minute: 0) else { throw Problem.missing }
        let plan = EventPlan(
            language: .sr, seatsMin: 5, seats: 20, deadline: day.adding(days: -5), fee: .rsd(0), payers: [.free], target: "наставници и стручни сарадници", points: 0,
            municipality: town.bistrik,
            texts: [.sr: EventText(title: "Питања која покрећу час", summary: "Поподне за оне који желе да ученици питају више.")],
            sessions: [EventSession(day: day, begins: four, ends: seven, place: "Бистрик, Школска 1")])
        let before = records.at(try town.zone.instant(day.adding(days: -20), four))
        let event = try await before.write(by: actor) { act in
            let id = try EventStore.draft(.seminar, plan, centre: town.centre, in: act)
            try EventStore.announce(id, limits: nil, in: act)
            return id
        }
        for person in town.teachers[0..<11] + [town.ana, town.branko] {
            try await before.write(by: Actor(person: person, name: "")) { _ = try RegistrationStore.apply(person, for: event, Application(payer: .free), in: $0) }
        }
        try await before.write(by: actor) { try EventStore.confirm(event, in: $0) }
        try await records.at(try town.zone.instant(day, seven).adding(minutes: 5)).write(by: actor) { act in
            let roll = try Roll(EventStore.event(event, in: act), in: act)
            try AttendanceStore.mark(roll.sessions.flatMap { session in
                roll.rows.map { Attendance(registration: $0.registration, session: session.id, mark: .present, source: .sheet, at: act.now) }
            }, of: event, in: act)
            try EventStore.markHeld(event, in: act)
        }
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
            // Ана has been asked, and whoever tries the program may answer for her.
            guard sight.step.person != town.ana, sight.step.answers[turn] == nil, dice.falls(turn == .first ? 35 : 25) else { return }
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
