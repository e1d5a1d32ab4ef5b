package import Accounts
package import Centres
package import Contests
package import Kernel
package import Languages
import Portfolio
import Schools
import Storage

/// Thanks to mentors: what came of their works, and the entry in their portfolio.
package enum JuryThanksStore {
    /// The results are public: each mentor hears once what came of all their works.
    static func write(for jury: Jury, in act: Act) throws {
        let works = try ContestWorkStore.sent(of: jury.id, in: act), prizes = try JuryDecisionStore.prizes(of: jury.id, in: act)
        let known: Set<Person.ID> = Set(try act.db.rows("SELECT person FROM jury_thanks WHERE contest = \(jury.id) AND person IS NOT NULL").map { try $0["person"] })
        for (mentor, own) in Dictionary(grouping: works, by: \.mentor).sorted(by: { ($0.key?.value ?? 0) < ($1.key?.value ?? 0) }) {
            guard let mentor else { continue }
            if !known.contains(mentor) { try act.db.run("INSERT INTO jury_thanks (contest, person, written) VALUES (\(jury.id), \(mentor), \(act.now))") }
            try JuryLetters.results(mentor, jury.contest, own.map { ($0, prizes[$0.id]?.prize) }, in: act)
        }
    }

    // MARK: Reads

    /// What came of the actor's own works.
    package static func outcome(of id: Contest.ID, at centre: Centre.ID, in act: Act) throws -> MentorOutcome {
        let contest = try JuryResultStore.shown(id, at: centre, in: act)
        guard let person = act.by.person, let row = try act.db.row("SELECT id, written, offered FROM jury_thanks WHERE contest = \(id) AND person = \(person)") else {
            throw Problem.missing
        }
        let prizes = try JuryDecisionStore.prizes(of: id, in: act)
        let works = try ContestWorkStore.works("w.contest = \(id) AND w.mentor = \(person) AND w.state = 'sent'", order: "w.code", in: act).filter(\.takesPart)
        return MentorOutcome(
            contest: contest, lines: works.map { MentorOutcome.Line(work: $0, prize: prizes[$0.id]?.prize) },
            thanks: JuryThanks(id: try row["id"], written: try row["written"], offered: try row["offered"]), offers: try offers(of: works, on: contest, in: act))
    }

    /// Outcomes that a person was told and has not looked at in the portfolio yet.
    package static func waiting(for person: Person.ID, at centre: Centre.ID, in act: Act) throws -> [(contest: Contest.ID, name: String, language: Language)] {
        try act.db.rows("""
            SELECT c.id, c.name, c.language FROM jury_thanks t JOIN contest c ON c.id = t.contest
            WHERE t.person = \(person) AND t.offered IS NULL AND c.centre = \(centre) AND c.state = 'decided' ORDER BY t.id DESC
            """).map { (contest: try $0["id"], name: try $0["name"], language: try $0["language"]) }
    }

    /// The schools from which the works came, with the lines of their tables of that day; without a table, the school alone.
    private static func offers(of works: [ContestWork], on contest: Contest, in act: Act) throws -> [ThanksOffer] {
        guard let day = contest.decidedOn else { return [] }
        let schools = works.reduce(into: [School.ID: String]()) { if let school = $1.school { $0[school] = $1.schoolName } }
        return try schools.sorted { $0.key < $1.key }.flatMap { school, name -> [ThanksOffer] in
            let lines = try PointsTableStore.tables(of: [school], on: day, in: act).flatMap(\.lines).filter { $0.leading != nil }
            let bare = ThanksOffer(school: school, schoolName: name, line: nil, activity: "", points: nil)
            return [bare] + lines.map { ThanksOffer(school: school, schoolName: name, line: $0.id.value, activity: $0.activity, points: $0.leading) }
        }
    }

    // MARK: Verb

    /// Puts it among the activities of the mentor, once; the school looks at it as at all that is done inside it.
    package static func offer(_ key: String, titled title: String, of id: Contest.ID, at centre: Centre.ID, in act: Act) throws {
        let outcome = try outcome(of: id, at: centre, in: act)
        guard let person = act.by.person, let day = outcome.contest.decidedOn else { throw Problem.missing }
        guard outcome.thanks.offered == nil else { throw Problem.conflict(T.juries.errorOffered) }
        guard let offer = outcome.offers.first(where: { $0.key == key }) else { throw Problem.invalid("offer", T.common.errorChoose) }
        var entry = EntryDetails(.inside, title, on: day)
        (entry.isLed, entry.school) = (true, offer.school)
        if let line = offer.line, let points = offer.points { (entry.line, entry.points, entry.hours) = (PointsTable.Line.ID(line), points, points) }
        try EntryStore.add(entry, .unchecked, of: person, at: centre, in: act)
        guard try act.db.run("UPDATE jury_thanks SET offered = \(act.now) WHERE id = \(outcome.thanks.id) AND offered IS NULL") > 0 else {
            throw Problem.conflict(T.juries.errorOffered)
        }
        try act.record(T.juries.offeredDeed, .contest(id), under: .person(person), centre: centre)
    }
}
