package import Accounts
package import Centres
package import Events
package import Files
package import Kernel
package import Languages
package import Storage

/// Steps and what was said of them, as rows.
package enum UseStepStore {
    /// Whether a certificate of the event still stands, where there ever was one: a condition over `use_step s`.
    static let stands: SQL = """
        (NOT EXISTS (SELECT 1 FROM certificate c WHERE c.event = s.event AND c.person = s.person AND c.part = 'participant' AND c.state = 'void')
            OR EXISTS (SELECT 1 FROM certificate c WHERE c.event = s.event AND c.person = s.person AND c.part = 'participant' AND c.state = 'valid'))
        """

    // MARK: Reads

    /// What a link leads to.
    /// - Throws: `Problem.missing` for a link that was not given here, and where the person is gone.
    package static func sight(_ link: StepLink, at centre: Centre.ID, in act: Act) throws -> StepSight {
        guard let step = try steps("s.id = \(link.step) AND s.event = \(link.event)", in: act).first, let sight = try sights([step], in: act).first,
            sight.event.centre == centre else { throw Problem.missing }
        return sight
    }

    /// All of one person at a centre, the newest first.
    package static func sights(of person: Person.ID, at centre: Centre.ID, in act: Act) throws -> [StepSight] {
        try sights(steps("s.person = \(person) AND e.centre = \(centre)", in: act), in: act)
    }

    /// All of a centre of which something can still be said.
    package static func open(at centre: Centre.ID, on day: Day, in act: Act) throws -> [StepSight] {
        try sights(steps("e.centre = \(centre) AND EXISTS (SELECT 1 FROM follow_up f WHERE f.event = s.event AND f.end_day >= \(day))", in: act), in: act)
    }

    static func steps(_ condition: SQL, in act: Act) throws -> [UseStep] {
        let rows = try act.db.rows("SELECT s.* FROM use_step s JOIN event e ON e.id = s.event WHERE \(condition) ORDER BY s.id DESC")
        guard !rows.isEmpty else { return [] }
        let ids: [UseStep.ID] = try rows.map { try $0["id"] }
        let answers = try act.db.rows("SELECT step, turn, used, hindered, words FROM use_answer WHERE step IN \(list: ids)")
        let answersOf = try Dictionary(grouping: answers) { try $0["step"] as UseStep.ID }
        return try rows.map { row in try UseStep(row: row, answers: answersOf[row["id"]] ?? []) }
    }

    private static func sights(_ steps: [UseStep], in act: Act) throws -> [StepSight] {
        guard !steps.isEmpty else { return [] }
        let events = Dictionary(uniqueKeysWithValues: try EventStore.events(steps.map(\.event), in: act).map { ($0.id, $0) })
        let ids = steps.map(\.id)
        let followed = try act.db.rows("SELECT event, first_day, second_day, end_day FROM follow_up WHERE event IN \(list: steps.map(\.event))")
        let followUps = try Dictionary(uniqueKeysWithValues: followed.map { (try $0["event"] as Event.ID, try FollowUp(row: $0)) })
        let standing: Set<UseStep.ID> = Set(try act.db.rows("SELECT s.id FROM use_step s WHERE s.id IN \(list: ids) AND \(stands)").map { try $0["id"] })
        return try steps.compactMap { step in
            guard let event = events[step.event], let followUp = followUps[step.event] else { return nil }
            return StepSight(
                step: step, followUp: followUp, event: event, workplace: try workplace(of: step, on: Zone.utc.day(of: act.now), in: act),
                isWithdrawn: !standing.contains(step.id))
        }
    }

    /// The school on whose behalf they came, while they work there; else the only one where they work.
    private static func workplace(of step: UseStep, on day: Day, in act: Act) throws -> School.ID? {
        let schools = try EmploymentStore.schools(of: step.person, on: day, in: act).map(\.id)
        let applied: School.ID? = try act.db.value("""
            SELECT school FROM registration WHERE event = \(step.event) AND person = \(step.person) AND school IS NOT NULL ORDER BY id DESC LIMIT 1
            """)
        if let applied, schools.contains(applied) { return applied }
        return schools.count == 1 ? schools.first : nil
    }

    // MARK: Verbs of the person, by the link alone

    /// Writes the step, until the day on which they are asked.
    package static func write(_ details: StepDetails, _ sharing: StepSharing, under link: StepLink, at centre: Centre.ID, in act: Act) throws {
        let (sight, today) = try held(link, at: centre, in: act)
        guard sight.phase(on: today) == .writing else { throw Problem.conflict(T.followup.errorNoWriting) }
        try check(details, on: today)
        try act.db.run("UPDATE use_step SET text = \(details.text), due = \(details.due), written = \(act.now) WHERE id = \(link.step)")
        try share(sharing, sight, in: act)
        try act.record(T.followup.wroteDeed, .other("use_step", link.step.value), under: .person(sight.step.person), centre: centre)
    }

    private static func check(_ details: StepDetails, on today: Day) throws {
        guard let due = details.due else { throw Problem.invalid("due", T.common.errorMissing) }
        guard due >= today else { throw Problem.invalid("due", T.followup.errorPast) }
        guard due <= today.adding(days: StepDetails.daysAhead) else { throw Problem.invalid("due", T.followup.errorFar) }
    }

    private static func share(_ sharing: StepSharing, _ sight: StepSight, in act: Act) throws {
        let school = sharing.withSchool ? sight.step.school ?? sight.workplace : nil
        try act.db.run("UPDATE use_step SET school = \(school), named = \(sharing.withCentre) WHERE id = \(sight.step.id)")
    }

    /// Says how often it was used, and what hinders; said again within the same turn, it takes the place of what was said.
    package static func answer(_ answer: UseAnswer, shown: Day?, _ sharing: StepSharing, under link: StepLink, at centre: Centre.ID, in act: Act) throws {
        let (sight, today) = try held(link, at: centre, in: act)
        guard case .answering(let turn) = sight.phase(on: today) else { throw Problem.conflict(T.followup.errorNoAnswer) }
        if let shown, shown > today { throw Problem.invalid("shown", T.followup.errorFuture) }
        let hindered = Hindrance.allCases.filter(answer.hindered.contains).map(\.rawValue).joined(separator: " ")
        try act.db.run("""
            INSERT INTO use_answer (step, turn, used, hindered, words, given) VALUES (\(link.step), \(turn), \(answer.use), \(hindered), \(answer.words), \(act.now))
            ON CONFLICT (step, turn) DO UPDATE SET used = excluded.used, hindered = excluded.hindered, words = excluded.words, given = excluded.given
            """)
        // What the school has confirmed stays as it saw it.
        if sight.step.confirmed == nil {
            try act.db.run("UPDATE use_step SET shown = \(shown) WHERE id = \(link.step)")
            try share(sharing, sight, in: act)
        }
        try act.record(T.followup.answeredDeed, .other("use_step", link.step.value), under: .person(sight.step.person), centre: centre)
    }

    /// Shows one thing: a file, or an address. Another takes its place.
    package static func prove(_ file: NewFile?, link address: String, hasConsent: Bool, under link: StepLink, at centre: Centre.ID, in act: Act) throws {
        let (sight, today) = try held(link, at: centre, in: act)
        guard case .answering = sight.phase(on: today) else { throw Problem.conflict(T.followup.errorNoAnswer) }
        guard sight.step.confirmed == nil else { throw Problem.conflict(T.followup.errorConfirmed) }
        guard file != nil || !address.isEmpty else { throw Problem.invalid("proof", T.followup.errorNoProof) }
        if let file, file.isPicture, !hasConsent { throw Problem.invalid("consent", T.followup.errorConsent) }
        let stored = try file.map { try FileStore.add($0, of: sight.event.centre, in: act) } ?? sight.step.proof.file
        let isAgreed = file == nil ? sight.step.proof.hasConsent : hasConsent
        try act.db.run("UPDATE use_step SET file = \(stored), link = \(address), consent = \(isAgreed) WHERE id = \(link.step)")
        try act.record(T.followup.provedDeed, .other("use_step", link.step.value), under: .person(sight.step.person), centre: centre)
    }

    /// What was shown is taken back; the file goes with the next night.
    package static func takeBack(under link: StepLink, at centre: Centre.ID, in act: Act) throws {
        let (sight, _) = try held(link, at: centre, in: act)
        guard sight.step.confirmed == nil else { throw Problem.conflict(T.followup.errorConfirmed) }
        try act.db.run("UPDATE use_step SET file = NULL, link = '', consent = \(false) WHERE id = \(link.step)")
        try act.record(T.followup.takenBackDeed, .other("use_step", link.step.value), under: .person(sight.step.person), centre: centre)
    }

    private static func held(_ link: StepLink, at centre: Centre.ID, in act: Act) throws -> (StepSight, Day) {
        // Whoever is gone meanwhile has no row to hold.
        guard try act.db.exists("SELECT 1 AS stands FROM use_step WHERE id = \(link.step) AND event = \(link.event)") else { throw Problem.missing }
        try act.db.hold("use_step", link.step.value)
        let sight = try sight(link, at: centre, in: act)
        return (sight, try CentreStore.centre(centre, in: act).zone.day(of: act.now))
    }
}

/// Who sees what, as the person says.
package struct StepSharing: Sendable, Hashable {
    package var withSchool: Bool
    package var withCentre: Bool

    package init(withSchool: Bool, withCentre: Bool) { (self.withSchool, self.withCentre) = (withSchool, withCentre) }
}

extension UseStep {
    init(row: Row, answers: [Row]) throws {
        id = try row["id"]
        event = try row["event"]
        person = try row["person"]
        details = StepDetails(try row["text"], by: try row["due"])
        written = try row["written"]
        school = try row["school"]
        isNamed = try row["named"]
        var proof = StepProof()
        (proof.shown, proof.link, proof.file, proof.hasConsent) = (try row["shown"], try row["link"], try row["file"], try row["consent"])
        self.proof = proof
        confirmed = try row["confirmed"]
        confirmedBy = try row["confirmed_by"]
        points = try row["points"]
        self.answers = try Dictionary(uniqueKeysWithValues: answers.map { row in
            let names: String = try row["hindered"]
            let hindered = Set(names.split(separator: " ").compactMap { Hindrance(rawValue: String($0)) })
            return (try row["turn"] as Turn, UseAnswer(try row["used"], hindered: hindered, words: try row["words"]))
        })
    }
}
