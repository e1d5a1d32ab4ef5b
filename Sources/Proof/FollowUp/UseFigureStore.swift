package import Accounts
package import Catalogue
package import Centres
package import Events
import Files
package import Kernel
package import Languages
import Storage

/// What is counted of the use of what was learned.
package enum UseFigureStore {
    private static let namedMost = 100

    /// Everybody who was asked, with what they said last: a table of `event`, `answered`, `used`. Whose certificate was taken back does not count, nor what was
    /// not held after all.
    private static let people: SQL = """
        SELECT s.event, e.centre, e.programme, e.ends, CASE WHEN a.id IS NULL THEN 0 ELSE 1 END AS answered,
            CASE WHEN a.used IN ('several', 'regularly') THEN 1 ELSE 0 END AS used
        FROM use_step s JOIN event e ON e.id = s.event
        LEFT JOIN use_answer a ON a.step = s.id AND NOT EXISTS (SELECT 1 FROM use_answer b WHERE b.step = s.id AND b.turn = 'second' AND a.turn = 'first')
        WHERE e.state NOT IN ('postponed', 'cancelled') AND \(UseStepStore.stands)
            AND (s.asked_first IS NOT NULL OR s.asked_second IS NOT NULL OR a.id IS NOT NULL)
        """

    private static let sums: SQL = "count(*) AS asked, CAST(sum(u.answered) AS BIGINT) AS answered, CAST(sum(u.used) AS BIGINT) AS used"

    // MARK: For the centre

    /// Of each event of a centre that ended from a moment on.
    package static func events(of centre: Centre.ID, since moment: Instant, in act: Act) throws -> [Event.ID: UseIndex] {
        try act.db.rows("""
            SELECT u.event, \(sums) FROM (\(people)) u WHERE u.centre = \(centre) AND u.ends >= \(moment) GROUP BY u.event
            """).reduce(into: [:]) { try $0[$1["event"]] = UseIndex(row: $1) }
    }

    /// Of each event that somebody led at a centre.
    package static func events(ledBy person: Person.ID, at centre: Centre.ID, in act: Act) throws -> [Event.ID: UseIndex] {
        try act.db.rows("""
            SELECT u.event, \(sums) FROM (\(people)) u WHERE u.centre = \(centre)
                AND EXISTS (SELECT 1 FROM event_trainer t WHERE t.event = u.event AND t.person = \(person)) GROUP BY u.event
            """).reduce(into: [:]) { try $0[$1["event"]] = UseIndex(row: $1) }
    }

    /// What hinders, of events of a centre that ended from a moment on.
    package static func hindrances(at centre: Centre.ID, since moment: Instant, in act: Act) throws -> Hindrances {
        let rows = try act.db.rows("""
            SELECT a.hindered FROM use_answer a JOIN use_step s ON s.id = a.step JOIN event e ON e.id = s.event
            WHERE e.centre = \(centre) AND e.ends >= \(moment) AND e.state NOT IN ('postponed', 'cancelled')
                AND NOT EXISTS (SELECT 1 FROM use_answer b WHERE b.step = s.id AND b.turn = 'second' AND a.turn = 'first')
            """)
        return Hindrances(try rows.map { row in
            let names: String = try row["hindered"]
            return Set(names.split(separator: " ").compactMap { Hindrance(rawValue: String($0)) })
        })
    }

    /// What people say in their own words, where five or more have answered: without names, in the order of the letters.
    package static func words(at centre: Centre.ID, since moment: Instant, in act: Act) throws -> [String] {
        let words: [String] = try act.db.rows("""
            SELECT a.words FROM use_answer a JOIN use_step s ON s.id = a.step JOIN event e ON e.id = s.event
            WHERE e.centre = \(centre) AND e.ends >= \(moment) AND a.words <> '' AND e.state NOT IN ('postponed', 'cancelled')
            """).map { try $0["words"] }
        return words.count >= UseIndex.least ? words.sorted() : []
    }

    /// Steps whose people let the centre see their names.
    package static func named(at centre: Centre.ID, since moment: Instant, in act: Act) throws -> [NamedStep] {
        let steps = try UseStepStore.steps("""
            s.named AND e.centre = \(centre) AND e.ends >= \(moment) AND e.state NOT IN ('postponed', 'cancelled')
                AND EXISTS (SELECT 1 FROM use_answer a WHERE a.step = s.id)
            """, in: act).prefix(namedMost)
        let names = try PersonStore.names(of: Set(steps.map(\.person)), in: act)
        let events = Dictionary(uniqueKeysWithValues: try EventStore.events(Array(Set(steps.map(\.event))), in: act).map { ($0.id, $0) })
        let files = try FileStore.files(steps.compactMap(\.proof.file), in: act)
        return steps.compactMap { step in
            events[step.event].map { NamedStep(step: step, name: names[step.person] ?? "", event: $0, file: step.proof.file.flatMap { files[$0] }) }
        }
    }

    // MARK: For everybody

    /// What is told of a programme; nil where nothing is.
    package static func told(of programme: Programme.ID, in act: Act) throws -> UseIndex? {
        try act.db.row("SELECT asked, answered, used FROM use_figure WHERE programme = \(programme)").map(UseIndex.init(row:))
    }

    /// How far a plan may prefer a programme because it is used, in hundredths; those that are not told of stand in the middle, and are not in it.
    package static func weights(in act: Act) throws -> [Programme.ID: Int] {
        try act.db.rows("SELECT programme, asked, answered, used FROM use_figure").reduce(into: [:]) { try $0[$1["programme"]] = UseIndex(row: $1).weight }
    }

    /// Counts all programmes anew; what is told changes only where five more, or fewer, have answered.
    package static func publish(in act: Act) throws {
        let counted: [Programme.ID: UseIndex] = try act.db.rows("""
            SELECT u.programme, \(sums) FROM (\(people)) u WHERE u.programme IS NOT NULL GROUP BY u.programme
            """).reduce(into: [:]) { try $0[$1["programme"]] = UseIndex(row: $1) }
        let told: [Programme.ID: UseIndex] = try act.db.rows("SELECT programme, asked, answered, used FROM use_figure").reduce(into: [:]) {
            try $0[$1["programme"]] = UseIndex(row: $1)
        }
        var hasChanged = false
        for (programme, index) in counted.sorted(by: { $0.key < $1.key }) where index.isTold && (told[programme].map(index.replaces) ?? true) {
            try act.db.run("""
                INSERT INTO use_figure (programme, asked, answered, used, counted)
                VALUES (\(programme), \(index.asked), \(index.answered), \(index.used), \(act.now))
                ON CONFLICT (programme) DO UPDATE SET asked = excluded.asked, answered = excluded.answered, used = excluded.used, counted = excluded.counted
                """)
            hasChanged = true
        }
        for programme in told.keys where !(counted[programme]?.isTold ?? false) {
            try act.db.run("DELETE FROM use_figure WHERE programme = \(programme)")
            hasChanged = true
        }
        if hasChanged { try act.touchPublicPages() }
    }
}

extension UseIndex {
    init(row: Row) throws { self.init(asked: try row["asked"], answered: try row["answered"], used: try row["used"]) }
}
