import Accounts
import Catalogue
package import Centres
package import Events
package import Kernel
package import Languages
import Needs
import Planner
import Queues
package import Storage

/// Runs of the planner as rows: asked for, told how far, ended, marked, accepted.
package enum PlannerRunStore {
    // MARK: Read

    /// - Throws: `Problem.missing` unless the actor coordinates its centre.
    package static func run(_ id: PlannerRun.ID, in act: Act) throws -> PlannerRun {
        let run = try anyRun(id, in: act)
        guard act.by.coordinates(run.centre) else { throw Problem.missing }
        return run
    }

    /// For the work behind the pages, which nobody signed in for.
    static func anyRun(_ id: PlannerRun.ID, in act: Act) throws -> PlannerRun {
        guard let row = try act.db.row("SELECT r.*, c.country FROM plan_run r JOIN centre c ON c.id = r.centre WHERE r.id = \(id)") else { throw Problem.missing }
        return try PlannerRun(row: row)
    }

    /// The newest first.
    package static func runs(of centre: Centre.ID, in act: Act) throws -> [PlannerRun] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try act.db.rows("""
            SELECT r.*, c.country FROM plan_run r JOIN centre c ON c.id = r.centre WHERE r.centre = \(centre) ORDER BY r.at DESC, r.id DESC LIMIT \(most)
            """).map(PlannerRun.init(row:))
    }

    private static let most = 30

    package static func proposals(of run: PlannerRun.ID, in act: Act) throws -> [PlannerProposal] {
        let rows = try act.db.rows("SELECT * FROM plan_proposal WHERE run = \(run) ORDER BY line")
        let ids: [PlannerProposal.ID] = try rows.map { try $0["id"] }
        let trainers = try act.db.rows("SELECT * FROM plan_proposal_trainer WHERE proposal IN \(list: ids) ORDER BY proposal, line")
            .reduce(into: [PlannerProposal.ID: [Trainer]]()) { $0[try $1["proposal"], default: []].append(Trainer(name: try $1["name"], person: try $1["person"])) }
        let schools = try act.db.rows("SELECT * FROM plan_proposal_school WHERE proposal IN \(list: ids) ORDER BY proposal, people DESC, school")
            .reduce(into: [PlannerProposal.ID: [(school: School.ID, people: Int)]]()) {
                $0[try $1["proposal"], default: []].append((school: try $1["school"], people: try $1["people"]))
            }
        return try rows.map { row in
            let id: PlannerProposal.ID = try row["id"]
            return try PlannerProposal(row: row, trainers: trainers[id] ?? [], schools: schools[id] ?? [])
        }
    }

    static func schools(of proposals: [PlannerProposal], in act: Act) throws -> [School] {
        let coming = Set(proposals.flatMap { $0.schools.map(\.school) }).sorted()
        return try SchoolStore.schools(listedBy: "SELECT x.id AS school, x.id AS place FROM school x WHERE x.id IN \(list: coming)", in: act)
    }

    package static func left(of run: PlannerRun.ID, in act: Act) throws -> [PlannerLeft] {
        try act.db.rows("SELECT * FROM plan_run_left WHERE run = \(run) ORDER BY wishes DESC, programme").map {
            PlannerLeft(programme: try $0["programme"], reason: try $0["reason"], wishes: try $0["wishes"])
        }
    }

    package static func periods(of centre: Centre.ID, in act: Act) throws -> [SchoolPeriod] {
        try act.db.rows("SELECT * FROM school_period WHERE centre = \(centre) ORDER BY first_day, id").map { row in
            let (first, last): (Day, Day) = (try row["first_day"], try row["last_day"])
            return SchoolPeriod(id: try row["id"], kind: try row["kind"], days: first...max(first, last), name: try row["name"])
        }
    }

    /// Days on which nothing is open, as rooms that count days ask.
    static func holidays(of centre: Centre.ID, from day: Day, in act: Act) throws -> [ClosedRange<Day>] {
        try periods(of: centre, in: act).filter { $0.kind == .holiday && $0.days.upperBound >= day }.map(\.days)
    }

    // MARK: The calendar

    package static func add(_ kind: SchoolPeriod.Kind, _ days: ClosedRange<Day>, _ name: String, at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try act.db.run("""
            INSERT INTO school_period (centre, kind, first_day, last_day, name) VALUES (\(centre), \(kind), \(days.lowerBound), \(days.upperBound), \(name))
            """)
        try act.record(T.planning.periodAdded, .centre(centre), centre: centre, changes: [Change("period", from: "", to: name)])
    }

    package static func removePeriod(_ id: SchoolPeriod.ID, at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre), let name: String = try act.db.value("SELECT name FROM school_period WHERE id = \(id) AND centre = \(centre)") else {
            throw Problem.missing
        }
        try act.db.run("DELETE FROM school_period WHERE id = \(id)")
        try act.record(T.planning.periodRemoved, .centre(centre), centre: centre, changes: [Change("period", from: name, to: "")])
    }

    // MARK: Asked for

    /// One is underway at a centre at a time: whoever is second is told.
    /// - Parameter earlier: around whose pins it is made.
    package static func begin(_ asked: PlannerAsk, at centre: Centre.ID, after earlier: PlannerRun.ID? = nil, in act: Act) throws -> PlannerRun.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try act.db.hold("centre", centre.value)
        if let earlier { guard try run(earlier, in: act).centre == centre else { throw Problem.missing } }
        if try act.db.exists("SELECT 1 AS one FROM plan_run WHERE centre = \(centre) AND state IN ('waiting', 'working')") {
            throw Problem.conflict(T.planning.runUnderway)
        }
        let towns = asked.towns.map { "\($0)" }.joined(separator: " ")
        let id = PlannerRun.ID(try act.db.insert("""
            INSERT INTO plan_run (centre, first_day, last_day, most, a_day, cover, cover_subject, least, trainer_fee, budget, budget_school,
                                  budget_municipality, budget_own, working, towns, weights, effort, state, earlier,
                                  person, at)
            VALUES (\(centre), \(asked.days.lowerBound), \(asked.days.upperBound), \(asked.most), \(asked.aDay), \(asked.cover), \(asked.coverSubject), \(asked.least),
                    \(asked.trainerFee.minor), \(asked.budget?.minor), \(asked.purses[.school]?.minor), \(asked.purses[.municipality]?.minor),
                    \(asked.purses[.own]?.minor), \(asked.worksDays), \(towns), \(asked.weights.text), \(asked.effort),
                    \(PlannerRun.State.waiting), \(earlier), \(act.by.person), \(act.now)) RETURNING id
            """))
        try act.record(T.planning.runAsked, .planRun(id), centre: centre)
        try act.enqueue("planning.run", id, once: "planning.run.\(id)")
        return id
    }

    /// Somebody wants the plan as it is.
    package static func stop(_ id: PlannerRun.ID, in act: Act) throws {
        let run = try run(id, in: act)
        guard run.state.isUnderway else { return }
        try act.db.run("UPDATE plan_run SET stopping = \(true) WHERE id = \(id)")
        try act.record(T.planning.runStopAsked, .planRun(id), centre: run.centre)
    }

    // MARK: Worked out

    /// Takes a run in hand: it waits, or whoever had it in hand has not been heard of.
    /// - Returns: whether it is to be worked out.
    static func take(_ id: PlannerRun.ID, in act: Act) throws -> Bool {
        let lost = act.now.adding(seconds: -silence)
        return try act.db.run("""
            UPDATE plan_run SET state = 'working', told = \(act.now) WHERE id = \(id) AND (state = 'waiting' OR state = 'working' AND (told IS NULL OR told < \(lost)))
            """) > 0
    }

    /// Seconds after which a run of which nothing is heard is taken in hand again.
    private static let silence = 60

    /// Tells how far it is.
    /// - Returns: whether to go on.
    static func tell(_ progress: PlanProgress?, of id: PlannerRun.ID, in act: Act) throws -> Bool {
        if let progress {
            try act.db.run("""
                UPDATE plan_run SET told = \(act.now), worth = \(progress.value.map { Int($0.rounded()) }), bound = \(progress.bound.map { Int($0.rounded(.up)) }),
                    groups = \(progress.groups ?? 0) WHERE id = \(id) AND state = 'working'
                """)
        } else {
            try act.db.run("UPDATE plan_run SET told = \(act.now) WHERE id = \(id) AND state = 'working'")
        }
        return try act.db.exists("SELECT 1 AS one FROM plan_run WHERE id = \(id) AND state = 'working' AND NOT stopping")
    }

    static func end(_ id: PlannerRun.ID, _ state: PlannerRun.State, rules: [String] = [], isProved: Bool? = nil, in act: Act) throws {
        try act.db.run("""
            UPDATE plan_run SET state = \(state), ended = \(act.now), rules = \(String(rules.joined(separator: " ").prefix(1000))),
                proved = \(isProved)
            WHERE id = \(id) AND state IN ('waiting', 'working')
            """)
    }

    /// Keeps what was found, unless another copy has done so.
    static func keep(_ plan: FoundPlan, of id: PlannerRun.ID, _ gathered: PlannerGathering, in act: Act) throws {
        try act.db.hold("plan_run", id.value)
        guard try act.db.run("""
            UPDATE plan_run SET state = 'done', ended = \(act.now), worth = \(Int(plan.value.rounded())), bound = \(plan.bound.map { Int($0.rounded(.up)) }),
                groups = \(plan.groups.count), ended_by = \(plan.stopped), engine = \(plan.engine), fingerprint = \(plan.fingerprint),
                persons = \(gathered.job.persons.count), wishes = \(gathered.job.persons.reduce(0) { $0 + $1.wishes.count })
            WHERE id = \(id) AND state = 'working'
            """) > 0 else { return }
        let topics = Dictionary(gathered.job.programmes.map { ($0.id, $0.topic) }, uniquingKeysWith: { first, _ in first })
        for (line, group) in plan.groups.enumerated() {
            let days = group.days.compactMap { Day(number: $0)?.iso }.joined(separator: " "), saved = group.saved.centre
            let next = group.next.start.flatMap { other in gathered.start(other.start).map { (day: $0, less: other.less) } }
            let proposal = PlannerProposal.ID(try act.db.insert("""
                INSERT INTO plan_proposal (run, line, programme, topic, municipality, hall, days, people, fresh, due, priority, worth, km, saved_km, saved_hours,
                                           saved_money, saved_carbon, near_km, near, next_day, next_less, next_place, next_place_less, mark)
                VALUES (\(id), \(line), \(group.programme), \(topics[group.programme] ?? 0), \(group.place), \(PlannerGathering.hall(group.room)), \(days),
                        \(group.persons.count), \(group.new.count), \(group.why.due), \(group.why.priority), \(Int(group.worth.rounded())),
                        \(Int(group.travel.km.rounded())), \(Int((saved?.km ?? 0).rounded())), \(Int((saved?.hours ?? 0).rounded())),
                        \(saved?.money ?? 0), \(Int((saved?.co2 ?? 0).rounded())),
                        \(group.saved.nearest.map { Int($0.km.rounded()) }), \(group.saved.nearest?.place), \(next?.day), \(next.map { Int($0.less.rounded()) }),
                        \(group.next.place?.place), \(group.next.place.map { Int($0.less.rounded()) }), \(group.pin == nil ? PlannerProposal.Mark.none : .pinned))
                RETURNING id
                """))
            for (place, trainer) in group.trainers.compactMap({ gathered.trainer($0) }).enumerated() {
                try act.db.run("INSERT INTO plan_proposal_trainer (proposal, line, name, person) VALUES (\(proposal), \(place), \(trainer.name), \(trainer.person))")
            }
            let schools = group.persons.compactMap { gathered.works[$0] }.reduce(into: [School.ID: Int]()) { $0[$1, default: 0] += 1 }
            for (school, people) in schools.sorted(by: { $0.key < $1.key }) {
                try act.db.run("INSERT INTO plan_proposal_school (proposal, school, people) VALUES (\(proposal), \(school), \(people))")
            }
        }
        for left in plan.left where PlannerLeft.Reason(rawValue: left.reason) != nil {
            try act.db.run("INSERT INTO plan_run_left (run, programme, reason, wishes) VALUES (\(id), \(left.programme), \(left.reason), \(left.wishes))")
        }
    }

    // MARK: Looked at, accepted

    package static func mark(_ proposal: PlannerProposal.ID, of id: PlannerRun.ID, _ mark: PlannerProposal.Mark, in act: Act) throws {
        let run = try run(id, in: act)
        guard try act.db.run("UPDATE plan_proposal SET mark = \(mark) WHERE id = \(proposal) AND run = \(id) AND event IS NULL") > 0 else { throw Problem.missing }
        try act.record(T.planning.proposalMarked, .planRun(id), centre: run.centre)
    }

    /// All that is not forbidden becomes drafts of events, in one act.
    /// - Returns: how many.
    package static func accept(_ id: PlannerRun.ID, in act: Act) throws -> Int {
        let run = try run(id, in: act)
        guard run.state == .done else { throw Problem.conflict(T.planning.runNotDone) }
        try act.db.hold("plan_run", id.value)
        let open = try proposals(of: id, in: act).filter { $0.mark != .forbidden && $0.event == nil }
        guard !open.isEmpty else { throw Problem.conflict(T.planning.nothingToAccept) }
        for proposal in open {
            let planning = try EventStore.planning(of: nil, at: run.centre, programme: "\(proposal.programme)", .azbuka, in: act)
            let town = proposal.hall == nil ? try MunicipalityStore.municipality(proposal.municipality, in: act).name : ""
            let proposed = ProposedEvent(
                title: planning.programme?.title ?? "", people: planning.programme?.seatsMax ?? proposal.people, days: proposal.days, place: town,
                hall: proposal.hall, municipality: proposal.municipality, trainers: proposal.trainers)
            let event = try EventStore.draft(planning.form.id, proposed.eventPlan(planning), centre: run.centre, in: act)
            try act.db.run("UPDATE plan_proposal SET event = \(event) WHERE id = \(proposal.id)")
            try PlanTakingStore.take(event, in: act)
        }
        try act.record(T.planning.runAccepted, .planRun(id), centre: run.centre)
        return open.count
    }

    /// Groups that somebody was proposed to lead.
    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        HeldData("plan_proposal_trainer", try act.db.rows("""
            SELECT t.name, p.days, g.title FROM plan_proposal_trainer t JOIN plan_proposal p ON p.id = t.proposal JOIN programme g ON g.id = p.programme
            WHERE t.person = \(person) ORDER BY t.id
            """).map { ["name": try $0["name"], "programme": try $0["title"], "days": try $0["days"]] })
    }

    package static func drop(_ event: Event.ID, in act: Act) throws { try act.db.run("UPDATE plan_proposal SET event = NULL WHERE event = \(event)") }

    /// It can be applied for: whoever wished its topic in their plan of the year hears of it.
    package static func announced(_ event: Event, in act: Act) throws {
        guard let topic: Topic.ID = try act.db.value("SELECT topic FROM plan_proposal WHERE event = \(event.id) LIMIT 1"),
              let day = event.plan.sessions.map(\.day).min()
        else { return }
        let people: [Person.ID] = try act.db.rows("""
            SELECT DISTINCT p.person FROM need_plan p JOIN wish w ON w.plan = p.id
            WHERE p.centre = \(event.centre) AND p.year = \(SchoolYear(containing: day).start) AND w.topic = \(topic) AND w.served IS NULL ORDER BY p.person
            """).map { try $0["person"] }
        let opens = try HeadStartRuleStore.begin(for: event, in: act)
        for person in people { try LaunchLetters.opened(event, to: person, because: .wished, before: opens, in: act) }
    }
}

extension PlannerGathering {
    func start(_ id: Int64) -> Day? { starts.indices.contains(Int(id) - 1) ? starts[Int(id) - 1].days.first : nil }
    func trainer(_ id: Int64) -> Trainer? { trainers.indices.contains(Int(id) - 1) ? trainers[Int(id) - 1] : nil }
}

extension Subject {
    package static func planRun(_ id: PlannerRun.ID) -> Subject { .other("plan-run", id.value) }
}

extension PlannerRun {
    init(row: Row) throws {
        let country: Country = try row["country"], (first, last): (Day, Day) = (try row["first_day"], try row["last_day"])
        let towns: String = try row["towns"], weights: String = try row["weights"], rules: String = try row["rules"]
        let budget: Int? = try row["budget"], currency = country.currency
        let limits: [PlannerAsk.Purse: Int?] = [.school: try row["budget_school"], .municipality: try row["budget_municipality"], .own: try row["budget_own"]]
        let purses = limits.compactMapValues { $0.flatMap { Money(minor: $0, currency) } }
        let asked = PlannerAsk(
            days: first...max(first, last), most: try row["most"], aDay: try row["a_day"], cover: try row["cover"],
            coverSubject: try row["cover_subject"], least: try row["least"],
            trainerFee: Money(minor: try row["trainer_fee"], currency) ?? .nothing(currency), budget: budget.flatMap { Money(minor: $0, currency) }, purses: purses,
            worksDays: try row["working"],
            towns: towns.split(separator: " ").compactMap { Municipality.ID(String($0)) }, weights: PlannerWeights(text: weights), effort: try row["effort"])
        self.init(
            id: try row["id"], centre: try row["centre"], asked: asked, state: try row["state"], isStopping: try row["stopping"], told: try row["told"],
            worth: try row["worth"], bound: try row["bound"], groups: try row["groups"], endedBy: try row["ended_by"],
            rules: rules.split(separator: " ").map(String.init), isProved: try row["proved"], engine: try row["engine"],
            fingerprint: try row["fingerprint"], persons: try row["persons"], wishes: try row["wishes"], earlier: try row["earlier"],
            at: try row["at"], ended: try row["ended"])
    }
}

extension PlannerProposal {
    init(row: Row, trainers: [Trainer], schools: [(school: School.ID, people: Int)]) throws {
        let days: String = try row["days"]
        let near: Municipality.ID? = try row["near"], nearKm: Int? = try row["near_km"]
        let nextDay: Day? = try row["next_day"], nextLess: Int? = try row["next_less"]
        let nextPlace: Municipality.ID? = try row["next_place"], placeLess: Int? = try row["next_place_less"]
        self.init(
            id: try row["id"], run: try row["run"], programme: try row["programme"], topic: try row["topic"], municipality: try row["municipality"],
            hall: try row["hall"], days: days.split(separator: " ").compactMap { Day(iso: String($0)) }, people: try row["people"], fresh: try row["fresh"],
            due: try row["due"], priority: try row["priority"], worth: try row["worth"], km: try row["km"],
            saved: Saving(km: try row["saved_km"], hours: try row["saved_hours"], money: try row["saved_money"], co2: try row["saved_carbon"]),
            nearest: near.flatMap { place in nearKm.map { (km: $0, place: place) } }, nextDay: nextDay.flatMap { day in nextLess.map { (day: day, less: $0) } },
            nextPlace: nextPlace.flatMap { place in placeLess.map { (place: place, less: $0) } }, mark: try row["mark"], event: try row["event"],
            trainers: trainers, schools: schools)
    }
}
