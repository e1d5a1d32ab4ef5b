import Accounts
import Catalogue
package import Centres
package import Kernel
package import Languages
import Storage

/// Wishes as rows: set as a list, carried over, met.
package enum WishStore {
    /// The wishes of the actor for a year, the most wanted first. What was carried over or met stays so while it is wished.
    package static func set(_ drafts: [WishDraft], in year: SchoolYear, at centre: Centre.ID, in act: Act) throws {
        let id = try NeedPlanStore.hold(year, at: centre, in: act)
        let wished = try resolved(drafts, in: act)
        var seen: Set<String> = []
        var faults = Faults()
        for (place, wish) in wished.enumerated() {
            faults.require(seen.insert(wish.topic.map { "=\($0)" } ?? TopicWord.key(wish.words)).inserted, "wish-\(place + 1)", T.needs.errorWishTwice)
        }
        try faults.check()
        let before = try act.db.rows("SELECT * FROM wish WHERE plan = \(id)").map(Wish.init(row:))
        try act.db.run("DELETE FROM wish WHERE plan = \(id)")
        for (place, (draft, wish)) in zip(drafts, wished).enumerated() {
            let key = TopicWord.key(wish.words)
            let earlier = before.first { old in wish.topic == nil ? old.topic == nil && TopicWord.key(old.words) == key : old.topic == wish.topic }
            try add(Wish(
                place: place + 1, topic: wish.topic, chosen: wish.words.isEmpty ? wish.topic : nil, words: wish.words, form: draft.form, term: draft.term,
                isHidden: draft.isHidden, carried: earlier?.carried, served: earlier?.served), to: id, in: act)
        }
        try NeedPlanStore.touch(id, in: act)
        try NeedPlanStore.record(T.needs.wishesSaved, id, in: act)
    }

    /// Topics that are named are held, so that none of them goes into another meanwhile.
    private static func resolved(_ drafts: [WishDraft], in act: Act) throws -> [(topic: Topic.ID?, words: String)] {
        let first = try TopicStore.list(in: act.looking)
        for topic in Set(drafts.compactMap { first.wished($0.words).topic?.id }).sorted() { try act.db.hold("topic", topic.value) }
        let list = try TopicStore.list(in: act.looking)
        return drafts.map { draft in
            let wished = list.wished(draft.words)
            return (wished.topic?.id, wished.words)
        }
    }

    private static func add(_ wish: Wish, to plan: NeedPlan.ID, in act: Act) throws {
        try act.db.run("""
            INSERT INTO wish (plan, place, topic, chosen, words, key, form, term, hidden, carried, served)
            VALUES (\(plan), \(wish.place), \(wish.topic), \(wish.chosen), \(wish.words), \(TopicWord.key(wish.words)), \(wish.form), \(wish.term),
                    \(wish.isHidden), \(wish.carried?.start), \(wish.served))
            """)
    }

    /// Begins the plan of a year with what the last one holds. Wishes that were met stay behind; whether the school sees it is asked anew.
    package static func carry(into year: SchoolYear, at centre: Centre.ID, today: Day, in act: Act) throws {
        guard let person = act.by.person else { throw Problem.missing }
        guard try NeedPlanStore.plan(of: person, in: year, in: act) == nil else { throw Problem.conflict(T.needs.errorBegun) }
        guard let old = try NeedPlanStore.latest(of: person, before: year, in: act) else { throw Problem.missing }
        let id = try NeedPlanStore.hold(year, at: centre, in: act)
        try NeedPlanStore.set(old.ways, in: year, at: centre, in: act)
        try act.db.run("UPDATE need_plan SET job = \(old.about.job) WHERE id = \(id)")
        let codes = Set(try NeedPlanStore.competences(at: centre, in: year, today: today, in: act).map(\.id))
        try NeedPlanStore.set(old.ratings.filter { codes.contains($0.key) }, in: year, at: centre, in: act)
        for (place, wish) in old.wishes.filter({ $0.served == nil }).enumerated() {
            try add(Wish(
                place: place + 1, topic: wish.topic, chosen: wish.chosen, words: wish.words, form: wish.form, term: wish.term, isHidden: wish.isHidden,
                carried: wish.carried ?? old.year, served: nil), to: id, in: act)
        }
        try NeedPlanStore.record(T.needs.planCarried, id, in: act)
    }

    /// The person says that a wish was met, or takes that back.
    package static func set(_ place: Int, isServed: Bool, in year: SchoolYear, in act: Act) throws {
        guard let person = act.by.person, let plan = try NeedPlanStore.plan(of: person, in: year, in: act) else { throw Problem.missing }
        try act.db.hold("need_plan", plan.id.value)
        guard try act.db.run("UPDATE wish SET served = \(isServed ? act.now : nil) WHERE plan = \(plan.id) AND place = \(place)") > 0 else { throw Problem.missing }
        try NeedPlanStore.record(isServed ? T.needs.wishServed : T.needs.wishOpen, plan.id, in: act)
    }
}

extension WishStore {
    /// A topic takes the place of own words.
    package static func mean(_ topic: Topic.ID, at place: Int, in year: SchoolYear, at centre: Centre.ID, in act: Act) throws {
        guard let person = act.by.person, let plan = try NeedPlanStore.plan(of: person, in: year, in: act), plan.wishes.contains(where: { $0.place == place }),
            let wanted = try TopicStore.list(in: act)[topic], wanted.isOffered, let name = wanted.names.all.first else { throw Problem.missing }
        let list = try TopicStore.list(in: act)
        try set(plan.wishes.map { wish in
            let own = wish.words.isEmpty ? wish.topic.flatMap { list[$0]?.names.all.first } ?? "" : wish.words
            return WishDraft(wish.place == place ? name : own, form: wish.form, term: wish.term, isHidden: wish.isHidden)
        }, in: year, at: centre, in: act)
    }
}
