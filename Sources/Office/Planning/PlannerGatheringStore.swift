import Accounts
import Catalogue
import Centres
import Events
import FollowUp
import Kernel
import Languages
import Needs
import Planner
import Registration
import Storage

/// What a run is made of, read in one act: wishes of plans that nobody has met, programmes that serve them, halls, trainers, days; and what the numbers stand
/// for. Names of those who wish leave this house nowhere: a person is a number here, which is forgotten with the run.
struct PlannerGathering: Sendable {
    private(set) var job = PlanJob()
    private(set) var starts: [PlannerStart] = []
    /// By their place among the trainers.
    private(set) var trainers: [Trainer] = []
    private(set) var schools: [Int64: School.ID] = [:]
    /// The school of each person.
    private(set) var works: [Int64: School.ID] = [:]

    /// A room that a school lends in a municipality: its number is that of the municipality above these.
    private static let lent: Int64 = 1_000_000_000
    private static let lentSeats = 30
    private static let calendar: Int64 = 1
    private static let purse: Int64 = 1
    private static let payers: [(purse: PlannerAsk.Purse, number: Int64)] = [(.school, 2), (.municipality, 3), (.own, 4)]

    static func hall(_ room: Int64) -> Hall.ID? { room >= lent ? nil : Hall.ID(room) }

    init(_ run: PlannerRun, in act: Act) throws {
        let asked = run.asked, centre = try CentreStore.centre(run.centre, in: act), seat = try CentreStore.seat(of: centre.id, in: act)
        let periods = try PlannerRunStore.periods(of: centre.id, in: act)
        job.effort = PlanJob.Effort(rawValue: asked.effort.rawValue) ?? .normal
        job.weights = Dictionary(uniqueKeysWithValues: PlannerWeights.Name.allCases.map { ($0.rawValue, Double(asked.weights[$0])) })
        job.calendars = [PlanJob.Calendar(id: Self.calendar, teaching: PlannerStart.teaching(in: asked.days, periods).map(\.number))]
        starts = PlannerStart.all(in: asked.days, periods, worksDays: asked.worksDays)
        job.starts = starts.enumerated().map { PlanJob.Start(id: Int64($0.offset + 1), kind: $0.element.kind.rawValue, days: $0.element.days.map(\.number)) }
        if let budget = asked.budget { job.purses = [PlanJob.Purse(id: Self.purse, amount: budget.minor)] }
        for (purse, number) in Self.payers { if let money = asked.purses[purse] { job.purses.append(PlanJob.Purse(id: number, amount: money.minor)) } }
        try readPeople(run, in: act)
        try readRooms(asked, centre, seat, in: act)
        try readProgrammes(run, seat, in: act)
        readRules(asked, periods)
        try readTaken(run, in: act)
        try readPins(run, in: act)
    }

    private static func at(_ seat: Coordinates) -> [Double] { [seat.latitude, seat.longitude] }

    // MARK: Who wishes what

    private mutating func readPeople(_ run: PlannerRun, in act: Act) throws {
        let year = SchoolYear(containing: run.asked.days.lowerBound)
        let served = Set(try act.db.rows("""
            SELECT DISTINCT r.school FROM registration r JOIN event e ON e.id = r.event
            WHERE e.centre = \(run.centre) AND e.state IN ('held', 'closed') AND r.state = 'admitted' AND r.school IS NOT NULL
            """).map { try $0["school"] as Int64 })
        let staff = try act.db.rows("SELECT school, count(DISTINCT person) AS people FROM employment WHERE until IS NULL GROUP BY school").reduce(into: [Int64: Int]()) {
            $0[try $1["school"]] = try $1["people"]
        }
        var wishes: [Int64: [PlanJob.Wish]] = [:], people: [Int64: Person.ID] = [:]
        for row in try act.db.rows("""
            SELECT w.plan, w.topic, min(w.place) AS place FROM wish w JOIN need_plan p ON p.id = w.plan
            WHERE p.centre = \(run.centre) AND p.year = \(year.start) AND w.served IS NULL AND w.topic IS NOT NULL GROUP BY w.plan, w.topic ORDER BY w.plan, w.topic
            """) {
            var wish = PlanJob.Wish(topic: try row["topic"])
            let place: Int = try row["place"]
            // What is wanted most counts most: 1.2 for the first of five, 0.8 for the last.
            wish.worth = 1.3 - Double(place) / 10
            wishes[try row["plan"], default: []].append(wish)
        }
        for row in try act.db.rows("""
            SELECT p.id, p.person, p.school, p.km, p.days, p.payer, m.latitude, m.longitude
            FROM need_plan p JOIN school s ON s.id = p.school JOIN municipality m ON m.id = s.municipality
            WHERE p.centre = \(run.centre) AND p.year = \(year.start) AND m.latitude IS NOT NULL AND m.longitude IS NOT NULL ORDER BY p.id
            """) {
            let (id, school, days): (Int64, Int64, String) = (try row["id"], try row["school"], try row["days"])
            guard let own = wishes[id] else { continue }
            if schools[school] == nil {
                schools[school] = School.ID(school)
                var place = PlanJob.School(id: school, at: [try row["latitude"], try row["longitude"]], calendar: Self.calendar)
                let people = staff[school] ?? 0
                (place.teachers, place.small, place.served) = (people > 0 ? people : nil, people > 0 && people < Self.small, served.contains(school))
                job.schools.append(place)
            }
            works[id] = schools[school]
            var person = PlanJob.Person(id: id, school: school)
            (person.wishes, person.km, person.kinds) = (own, try row["km"], Self.kinds(days))
            person.purse = Self.purse(of: try row["payer"], run.asked)
            job.persons.append(person)
            people[id] = try row["person"]
        }
        try readStandings(of: people, run, year, in: act)
        job.schools.sort { $0.id < $1.id }
    }

    /// Who pays the fee, where that has a limit; what is shared with the school counts as the school's.
    private static func purse(of payer: String?, _ asked: PlannerAsk) -> Int64? {
        let purse: PlannerAsk.Purse? = switch payer {
        case "school", "both": .school
        case "municipality": .municipality
        case "self": .own
        default: nil
        }
        return payers.first { $0.purse == purse && asked.purses[$0.purse] != nil }?.number
    }

    /// For whom something falls due, how many days of paid leave are left to each, and what they teach.
    private mutating func readStandings(of people: [Int64: Person.ID], _ run: PlannerRun, _ year: SchoolYear, in act: Act) throws {
        let all = Set(people.values), due = try NeedAsked(all, at: run.centre, in: year).told(in: act)[.due] ?? []
        let leave = try all.isEmpty ? [:] : act.ask(LeaveAsked(all, at: run.centre, in: year)).first ?? [:]
        let teaches = try act.db.rows("""
            SELECT person, school, teaches FROM employment WHERE person IN \(list: all.sorted()) AND until IS NULL AND teaches <> '' ORDER BY id
            """).reduce(into: [Person.ID: [Int64: String]]()) { $0[try $1["person"], default: [:]][try $1["school"]] = try $1["teaches"] }
        for place in job.persons.indices {
            guard let person = people[job.persons[place].id] else { continue }
            job.persons[place].leave = leave[person]
            job.persons[place].subject = teaches[person]?[job.persons[place].school].map { Fold.tokens($0).joined(separator: " ") }.flatMap { $0.isEmpty ? nil : $0 }
            guard due.contains(person) else { continue }
            for wish in job.persons[place].wishes.indices { job.persons[place].wishes[wish].due = true }
        }
    }

    /// A school with fewer people is a small one.
    private static let small = 20

    /// The kinds of days that suit somebody; nil where they said nothing.
    private static func kinds(_ text: String) -> [String]? {
        let days = Set(text.split(separator: " ").compactMap { PlanDay(rawValue: String($0)) })
        guard !days.isEmpty else { return nil }
        return [(PlanDay.saturday, PlannerStart.Kind.weekend), (.holiday, .break), (.afternoon, .working)].filter { days.contains($0.0) }.map(\.1.rawValue)
    }

    // MARK: Where

    private mutating func readRooms(_ asked: PlannerAsk, _ centre: Centre, _ seat: Coordinates?, in act: Act) throws {
        if let home = centre.municipality, let seat {
            job.places.append(PlanJob.Place(id: home.value, at: Self.at(seat)))
            job.centre = home.value
            job.rooms = try HallStore.halls(of: centre.id, in: act).map { PlanJob.Room(id: $0.id.value, place: home.value, seats: $0.details.seats ?? Self.lentSeats) }
        }
        for id in asked.towns where id != centre.municipality {
            guard let town = try MunicipalityStore.municipality(id, in: act).seat else { continue }
            job.places.append(PlanJob.Place(id: id.value, at: Self.at(town)))
            job.rooms.append(PlanJob.Room(id: Self.lent + id.value, place: id.value, seats: Self.lentSeats))
        }
    }

    // MARK: Which programmes, with whom

    private mutating func readProgrammes(_ run: PlannerRun, _ seat: Coordinates?, in act: Act) throws {
        let asked = run.asked, wished = Set(job.persons.flatMap { $0.wishes.map(\.topic) })
        let rows = try act.db.rows("""
            SELECT p.id, min(t.topic) AS topic FROM topic_programme t JOIN programme p ON p.id = t.programme JOIN cycle c ON c.id = p.cycle
            WHERE p.withdrawn IS NULL AND p.form <> 'online' AND c.first_day <= \(asked.days.upperBound) AND c.last_day >= \(asked.days.lowerBound)
                AND t.topic IN \(list: wished.sorted()) GROUP BY p.id ORDER BY p.id
            """)
        let known = try ProgrammeStore.all(rows.map { try $0["id"] }, in: act)
        let topics: [Programme.ID: Int64] = try rows.reduce(into: [:]) { $0[try $1["id"]] = try $1["topic"] }
        let named = Set(known.flatMap { $0.trainers.map { Trainer(name: $0.name, person: $0.person) } })
        trainers = named.sorted { ($0.person?.value ?? .max, $0.name) < ($1.person?.value ?? .max, $1.name) }
        // One person may be written in two ways; a day of theirs is one day.
        var numbers: [String: Int64] = [:]
        for (place, trainer) in trainers.enumerated() where numbers[Self.key(trainer)] == nil { numbers[Self.key(trainer)] = Int64(place + 1) }
        let home = seat.map(Self.at) ?? [0, 0]
        let places = try Self.homes(trainers.compactMap(\.person), in: act)
        job.trainers = Set(numbers.values).sorted().map { number in
            PlanJob.Trainer(id: number, at: trainers[Int(number) - 1].person.flatMap { places[$0] } ?? home, fee: asked.trainerFee.minor)
        }
        // Where nothing is told of any programme, use counts for none; else those of which nothing is told stand in the middle.
        let uses = try UseFigureStore.weights(in: act), middle = known.contains { uses[$0.id] != nil } ? UseIndex.middle : 0
        job.programmes = known.compactMap { programme in
            guard let topic = topics[programme.id] else { return nil }
            let leaders = Array(Set(programme.trainers.compactMap { numbers[Self.key(Trainer(name: $0.name, person: $0.person))] })).sorted()
            let least = programme.seatsMin > 0 ? programme.seatsMin : min(asked.least, programme.seatsMax)
            var row = PlanJob.Programme(
                id: programme.id.value, topic: topic, days: max(1, min(programme.days ?? 1, 3)), min: least, max: programme.seatsMax, trainers: leaders)
            row.need = max(1, min(2, leaders.count))
            row.most = Self.times
            row.fee = programme.isFree ? 0 : programme.price?.minor ?? 0
            row.priority = programme.priority != nil
            row.use = uses[programme.id] ?? middle
            (row.from, row.until) = (programme.cycle.days.lowerBound.number, programme.cycle.days.upperBound.number)
            row.purse = asked.budget == nil ? nil : Self.purse
            return row
        }.sorted { $0.id < $1.id }
    }

    /// Where trainers start from: where they work. Of the others nobody knows it, and they start from the centre.
    private static func homes(_ people: [Person.ID], in act: Act) throws -> [Person.ID: [Double]] {
        try act.db.rows("""
            SELECT e.person, m.latitude, m.longitude FROM employment e JOIN school s ON s.id = e.school JOIN municipality m ON m.id = s.municipality
            WHERE e.person IN \(list: people.sorted()) AND e.until IS NULL AND m.latitude IS NOT NULL AND m.longitude IS NOT NULL ORDER BY e.id
            """).reduce(into: [:]) { $0[try $1["person"]] = [try $1["latitude"], try $1["longitude"]] }
    }

    /// So often one programme is held in a term at most.
    private static let times = 4

    private static func key(_ trainer: Trainer) -> String { trainer.person.map { "#\($0)" } ?? Fold.tokens(trainer.name).sorted().joined(separator: " ") }

    // MARK: What holds

    private mutating func readRules(_ asked: PlannerAsk, _ periods: [SchoolPeriod]) {
        var groups = PlanJob.Rule("groups", "groups"), day = PlanJob.Rule("day", "day"), cover = PlanJob.Rule("cover", "cover")
        (groups.most, day.most) = (asked.most, asked.aDay)
        (cover.of, cover.percent) = ("school", asked.cover)
        job.rules = [groups, day, cover]
        if let most = asked.coverSubject {
            var subject = PlanJob.Rule("subject", "cover")
            (subject.of, subject.count) = ("subject", most)
            job.rules.append(subject)
        }
        let free = periods.filter { $0.kind == .holiday }.flatMap { Array($0.days) }.filter { asked.days.contains($0) }
        guard !free.isEmpty else { return }
        var holidays = PlanJob.Rule("holidays", "holiday")
        holidays.days = Set(free.map(\.number)).sorted()
        job.rules.append(holidays)
    }

    /// Halls that somebody has already, and days on which trainers cannot or lead something else.
    private mutating func readTaken(_ run: PlannerRun, in act: Act) throws {
        let days = run.asked.days, zone = try CentreStore.centre(run.centre, in: act).zone
        var halls: [Int64: Set<Int>] = [:], away: [Int64: Set<Int>] = [:]
        let (first, last) = (try zone.instant(days.lowerBound, .midnight), try zone.instant(days.upperBound.adding(days: 1), .midnight))
        for row in try act.db.rows("SELECT hall, begins, ends FROM booking WHERE centre = \(run.centre) AND hall IS NOT NULL AND ends > \(first) AND begins < \(last)") {
            let (begins, ends): (Instant, Instant) = (try row["begins"], try row["ends"])
            let from = zone.day(of: begins), until = max(from, zone.day(of: ends))
            halls[try row["hall"], default: []].formUnion((from...until).map(\.number))
        }
        // The first of those who are one person is who leads.
        let known = trainers.enumerated().compactMap { place, trainer in trainer.person.map { ($0, Int64(place + 1)) } }
        let people = Dictionary(known, uniquingKeysWith: { first, _ in first })
        let ids = people.keys.sorted()
        for row in try act.db.rows("""
            SELECT person, first_day, last_day FROM trainer_absence WHERE person IN \(list: ids) AND first_day <= \(days.upperBound) AND last_day >= \(days.lowerBound)
            UNION ALL
            SELECT t.person, s.day, s.day FROM event_trainer t JOIN event e ON e.id = t.event JOIN event_session s ON s.event = e.id
            WHERE t.person IN \(list: ids) AND e.state IN ('draft', 'announced', 'confirmed') AND s.day >= \(days.lowerBound) AND s.day <= \(days.upperBound)
            """) {
            let (person, from, until): (Person.ID, Day, Day) = (try row["person"], try row["first_day"], try row["last_day"])
            guard let number = people[person], from <= until else { continue }
            away[number, default: []].formUnion((max(from, days.lowerBound)...min(until, days.upperBound)).map(\.number))
        }
        for (hall, days) in halls.sorted(by: { $0.key < $1.key }) where job.rooms.contains(where: { $0.id == hall }) {
            var rule = PlanJob.Rule("taken-\(hall)", "closure")
            (rule.room, rule.days) = (hall, days.sorted())
            job.rules.append(rule)
        }
        for (trainer, days) in away.sorted(by: { $0.key < $1.key }) {
            var rule = PlanJob.Rule("away-\(trainer)", "absence")
            (rule.trainer, rule.days) = (trainer, days.sorted())
            job.rules.append(rule)
        }
    }

    /// What was said of the proposals of the run before: pinned ones stay, forbidden ones do not come again, and the others stay where that costs little.
    private mutating func readPins(_ run: PlannerRun, in act: Act) throws {
        guard let earlier = run.earlier else { return }
        for proposal in try PlannerRunStore.proposals(of: earlier, in: act) {
            let start = starts.firstIndex { $0.days.starts(with: proposal.days) }.map { Int64($0 + 1) }
            switch proposal.mark {
            case .pinned:
                var pin = PlanJob.Pin(id: proposal.id.value, programme: proposal.programme.value)
                (pin.place, pin.start, pin.room) = (proposal.municipality.value, start, room(proposal))
                job.pins.append(pin)
            case .forbidden:
                var row = PlanJob.Forbidden(id: proposal.id.value, programme: proposal.programme.value)
                (row.place, row.start) = (proposal.municipality.value, start)
                job.forbidden.append(row)
            case .none:
                guard let start else { continue }
                var old = PlanJob.Pin(id: proposal.id.value, programme: proposal.programme.value)
                (old.place, old.start, old.room) = (proposal.municipality.value, start, room(proposal))
                old.trainers = proposal.trainers.compactMap { trainer in trainers.firstIndex { Self.key($0) == Self.key(trainer) }.map { Int64($0 + 1) } }
                job.old.append(old)
            }
        }
    }

    private func room(_ proposal: PlannerProposal) -> Int64 { proposal.hall?.value ?? Self.lent + proposal.municipality.value }
}
