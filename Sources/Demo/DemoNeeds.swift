import Accounts
import Catalogue
import Centres
import Kernel
import Languages
import Needs
import Planner

/// What the invented town's people wish to learn: topics, plans, own words, who would come, what schools answer.
enum DemoNeeds {
    /// Which programmes serve which topics, by places in the catalogue.
    private static let serving = [
        (0, "Дигитална учионица"), (1, "Формативно оцењивање"), (2, "Настава математике"), (3, "Сарадња са родитељима"),
    ]

    private static let wished = [
        "Дигитална учионица", "Вештачка интелигенција у настави", "Формативно оцењивање", "Дисциплина и управљање одељењем", "Сарадња са родитељима",
        "Инклузивно образовање", "Пажња и хиперактивност", "Природне науке и огледи", "Стрес и изгарање наставника", "Пројектна настава",
    ]

    /// What many wish, so that groups come together.
    private static let often: [(name: String, percent: Int)] = [("Формативно оцењивање", 75), ("Дигитална учионица", 65), ("Сарадња са родитељима", 60)]

    private static let own = ["како да разговарам са љутим родитељем", "таблет за математику", "глас наставника", "школски врт"]

    static func fill(_ town: DemoTown, _ programmes: [Programme.ID], by actor: Actor, _ records: Records) async throws {
        let today = town.zone.day(of: records.now), year = SchoolYear(containing: today)
        let topics = try await records.at(records.now.adding(days: -200)).write(by: actor) { act in
            try TopicStore.addStarter(in: act)
            let topics = try TopicStore.list(in: act)
            for (place, name) in serving where programmes.indices.contains(place) {
                if let topic = topics.named(name) { try TopicStore.set(programmes[place], serves: true, topic.id, in: act) }
            }
            return topics
        }
        func who(_ person: Person.ID) async throws -> Actor { try await records.read(as: .system) { try PersonStore.actor(person, in: $0) } ?? .system }
        try await ana(town, try await who(town.ana), year, today, records)
        var dice = DemoDice(4711)
        for (place, teacher) in town.teachers.enumerated() {
            let teacher = try await who(teacher), moment = records.at(records.now.adding(days: -60 + place))
            let common = often.filter { dice.falls($0.percent) }.map(\.name)
            let drafts = common + (0..<Int.random(in: 0...2, using: &dice)).map { _ in wished[Int.random(in: 0..<wished.count, using: &dice)] }
            var wishes = Set(drafts).sorted().map { name in
                WishDraft(
                    name, form: WishForm.allCases.randomElement(using: &dice), term: dice.falls(70) ? WishTerm.allCases.randomElement(using: &dice) : nil,
                    isHidden: dice.falls(15))
            }
            if wishes.count < NeedPlan.mostWishes, dice.falls(30) || wishes.isEmpty { wishes.append(WishDraft(own[Int.random(in: 0..<own.count, using: &dice)])) }
            let (isShared, km, made) = (dice.falls(60), Int.random(in: 1...8, using: &dice) * 10, wishes)
            try await moment.write(by: teacher) { act in
                try WishStore.set(made, in: year, at: town.centre, in: act)
                var ways = NeedPlan.Ways()
                (ways.days, ways.km, ways.payer) = ([.saturday, .holiday], km, .school)
                try NeedPlanStore.set(ways, in: year, at: town.centre, in: act)
                if isShared { try NeedPlanStore.share(true, in: year, at: town.centre, in: act) }
            }
            // Enough would come to one topic, and some to a programme.
            if place < 17, let topic = topics.named("Вештачка интелигенција у настави") {
                try await records.at(records.now.adding(days: -20 + place)).write(by: teacher) {
                    try WouldComeStore.come(to: .topic(topic.id), at: town.centre, today: today, in: $0)
                }
            }
            if place % 4 == 0, let programme = programmes.first {
                try await moment.write(by: teacher) { try WouldComeStore.come(to: .programme(programme), at: town.centre, today: today, in: $0) }
            }
        }
        try await earlier(town, year, records)
        try await records.write(by: actor) { act in
            if let topic = topics.named("Сарадња са родитељима") { try OwnWordsStore.match(TopicWord.key(own[0]), to: topic.id, at: town.centre, in: act) }
        }
        try await answer(town, try await who(town.milena), year, records)
    }

    /// What the same people wished in the two years before, some of them fewer things: what a forecast is made of.
    private static func earlier(_ town: DemoTown, _ year: SchoolYear, _ records: Records) async throws {
        var dice = DemoDice(1848)
        for (back, one) in [(1, year.previous), (2, year.previous.previous)] {
            for teacher in town.teachers where dice.falls(90 - 15 * back) {
                let common = often.filter { dice.falls($0.percent - 12 * back) }.map(\.name)
                let drafts = common + (0..<Int.random(in: 1...2, using: &dice)).map { _ in wished[Int.random(in: 0..<wished.count, using: &dice)] }
                let wishes = Set(drafts).sorted().map { WishDraft($0) }
                try await records.at(records.now.adding(days: -365 * back - 20)).write(by: Actor(person: teacher, name: "")) { act in
                    try WishStore.set(wishes, in: one, at: town.centre, in: act)
                }
            }
        }
    }

    /// The numbers of the year as everybody reads them.
    static func release(_ town: DemoTown, by actor: Actor, _ planner: Planner, _ records: Records) async throws {
        let year = SchoolYear(containing: town.zone.day(of: records.now)), centre = town.centre
        let draft = try await records.read(as: actor) { try ReleaseDraft(of: centre, in: year, in: $0) }
        // Without the planner's library nothing is told; the rest of the demonstration stands.
        guard let hidden = try? await planner.hiding(draft.cube) else { return }
        try await records.write(by: actor) { try draft.release(hidden, in: $0) }
    }

    private static func ana(_ town: DemoTown, _ ana: Actor, _ year: SchoolYear, _ today: Day, _ records: Records) async throws {
        let school = town.schools[0]
        try await records.at(records.now.adding(days: -380)).write(by: ana) { act in
            let drafts = [WishDraft("Пројектна настава", form: .workshop, term: .winterBreak), WishDraft("глас наставника")]
            try WishStore.set(drafts, in: year.previous, at: town.centre, in: act)
        }
        try await records.at(records.now.adding(days: -50)).write(by: ana) { act in
            try WishStore.carry(into: year, at: town.centre, today: today, in: act)
            try NeedPlanStore.set(NeedPlan.About(school: school, job: .subject), in: year, at: town.centre, in: act)
            let codes = try NeedPlanStore.competences(at: town.centre, in: year, today: today, in: act)
            let ratings = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1.id, 2 + $0 % 3) })
            try NeedPlanStore.set(ratings, in: year, at: town.centre, in: act)
            try WishStore.set([
                WishDraft("Настава математике", form: .seminar, term: .autumn), WishDraft("Вештачка интелигенција у настави", form: .webinar),
                WishDraft("Пројектна настава", form: .workshop, term: .winterBreak), WishDraft("Формативно оцењивање", form: .seminar),
                WishDraft("глас наставника", isHidden: true),
            ], in: year, at: town.centre, in: act)
            var ways = NeedPlan.Ways()
            (ways.days, ways.payer, ways.km, ways.obstacles, ways.shows) = ([.saturday, .online], .school, 30, [.cover, .late], true)
            try NeedPlanStore.set(ways, in: year, at: town.centre, in: act)
            try NeedPlanStore.share(true, in: year, at: town.centre, in: act)
        }
    }

    private static func answer(_ town: DemoTown, _ milena: Actor, _ year: SchoolYear, _ records: Records) async throws {
        var details = SchoolNeedDetails()
        details.jobs = [.teaching: 18, .subject: 31, .associate: 3, .head: 2]
        details.top = ["Дисциплина и управљање одељењем", "Формативно оцењивање", "Сарадња са родитељима"].map { SchoolWish($0) }
        details.inside = [SchoolWish("Пажња и хиперактивност", people: 24, month: 2), SchoolWish("Прва помоћ", people: 40, month: 10)]
        (details.budget, details.contact) = (Money(typed: "180000", .rsd), "Милена Џелатовић")
        let made = details
        try await records.write(by: milena) { try SchoolNeedStore.set(made, of: town.schools[0], in: year, at: town.centre, sends: true, in: $0) }
    }
}
