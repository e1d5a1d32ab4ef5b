import Accounts
import Kernel
import Languages
import Storage

/// What happens to plans when something happens to the person, and what is held of them.
enum NeedsPeopleStore {
    /// Somebody deleted their account: plan and wishes were theirs, and go with them.
    static func forget(_ person: Person.ID, in act: Act) throws {
        let plans: [Int64] = try act.db.rows("SELECT id FROM need_plan WHERE person = \(person)").map { try $0["id"] }
        for id in plans { try act.forgetJournal(about: .other("need_plan", id)) }
        try drop(plans: "SELECT id FROM need_plan WHERE person = \(person)", in: act)
        try act.db.run("DELETE FROM would_come WHERE person = \(person)")
        try act.db.run("UPDATE school_need SET written_by = NULL WHERE written_by = \(person)")
        try act.touchSeats()
    }

    private static func drop(plans: SQL, in act: Act) throws {
        try act.db.run("DELETE FROM plan_rating WHERE plan IN (\(plans))")
        try act.db.run("DELETE FROM wish WHERE plan IN (\(plans))")
        try act.db.run("DELETE FROM need_plan WHERE id IN (\(plans))")
    }

    /// Plans stay five years, for what is needed is compared with what was; that somebody would come stays for two.
    static func forgetOld(in act: Act) throws {
        let oldest = SchoolYear(containing: Zone.utc.day(of: act.now)).start - 5
        try drop(plans: "SELECT id FROM need_plan WHERE year < \(oldest)", in: act)
        if try act.db.run("DELETE FROM would_come WHERE at < \(act.now.adding(days: -730))") > 0 { try act.touchSeats() }
    }

    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        let topics = try TopicStore.list(in: act), plans = try NeedPlanStore.plans(of: person, in: act)
        func name(_ topic: Topic.ID?) -> String { topic.flatMap { topics[$0]?.names.all.first } ?? "" }
        var held = HeldData("need_plan", plans.map { plan in
            [
                "year": "\(plan.year.start)", "centre": "\(plan.centre)", "school": plan.about.school?.description ?? "", "job": plan.about.job.rawValue,
                "days": plan.ways.days.map(\.rawValue).sorted().joined(separator: " "), "payer": plan.ways.payer?.rawValue ?? "",
                "km": plan.ways.km.map { "\($0)" } ?? "", "obstacles": plan.ways.obstacles.map(\.rawValue).sorted().joined(separator: " "),
                "obstacle_note": plan.ways.note, "shows": "\(plan.ways.shows)", "writes": "\(plan.ways.writes)", "shared": "\(plan.isShared)",
                "changed": plan.changed.iso,
            ]
        })
        held.add("plan_rating", plans.flatMap { plan in
            plan.ratings.sorted { $0.key < $1.key }.map { ["year": "\(plan.year.start)", "code": "\($0.key)", "rating": "\($0.value)"] }
        })
        held.add("wish", plans.flatMap { plan in
            plan.wishes.map { wish in
                [
                    "year": "\(plan.year.start)", "place": "\(wish.place)", "topic": name(wish.topic), "chosen": name(wish.chosen), "words": wish.words,
                    "form": wish.form?.rawValue ?? "", "term": wish.term?.rawValue ?? "", "hidden": "\(wish.isHidden)",
                    "carried": wish.carried.map { "\($0.start)" } ?? "", "served": wish.served?.iso ?? "",
                ]
            }
        })
        held.add("would_come", try WouldComeStore.all(of: person, in: act).map { subject, at in
            switch subject {
            case .topic(let id): ["topic": name(id), "at": at.iso]
            case .programme(let id): ["programme": "\(id)", "at": at.iso]
            }
        })
        return held
    }
}
