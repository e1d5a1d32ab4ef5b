import Accounts
package import Centres
import Events
import Files
package import Kernel
package import Languages
package import Portfolio
import Schools
import Storage

/// Steps that people share with their school, as its team sees them.
package enum UseSchoolStore {
    private static let most = 200

    /// For whoever looks after the school.
    /// - Throws: `Problem.missing` for everybody else.
    package static func shared(with school: School.ID, in act: Act) throws -> [SchoolStep] {
        guard act.by.looksAfter(school) else { throw Problem.missing }
        let steps = try UseStepStore.steps("s.school = \(school) AND e.state NOT IN ('postponed', 'cancelled')", in: act).prefix(most)
        let names = try PersonStore.names(of: Set(steps.map(\.person)), in: act)
        let events = Dictionary(uniqueKeysWithValues: try EventStore.events(Array(Set(steps.map(\.event))), in: act).map { ($0.id, $0) })
        let files = try FileStore.files(steps.compactMap(\.proof.file), in: act)
        return steps.compactMap { step in
            events[step.event].map { event in
                SchoolStep(step: step, name: names[step.person] ?? "", event: event, file: step.proof.file.flatMap { files[$0] }, isOwn: step.person == act.by.person)
            }
        }
    }

    /// How many wait for the school's word: `SchoolStep.isWaiting` as one question.
    @Sendable static func waiting(in school: School.ID, in act: Act) -> SQL {
        """
        SELECT count(*) FROM use_step s JOIN event e ON e.id = s.event WHERE s.school = \(school) AND e.state NOT IN ('postponed', 'cancelled')
            AND s.confirmed IS NULL AND s.person <> \(act.by.person?.value ?? 0) AND (
                SELECT a.used FROM use_answer a WHERE a.step = s.id ORDER BY CASE a.turn WHEN 'second' THEN 0 ELSE 1 END LIMIT 1) <> 'never'
        """
    }

    /// Somebody of the school's team says that they have seen it. Where colleagues were told of it, the line of the school's own table gives points, and what was
    /// done stands in the portfolio at once, proved by the same word.
    /// - Parameters:
    ///   - line: of the table that held on the day on which colleagues were told; nil where nothing is given.
    ///   - title: of what was done, for the portfolio.
    package static func confirm(
        _ id: UseStep.ID, line: PointsTable.Line.ID?, title: String, in school: School.ID, at centre: Centre.ID, in act: Act
    ) throws {
        guard act.by.looksAfter(school), try act.db.exists("SELECT 1 AS stands FROM use_step WHERE id = \(id) AND school = \(school)") else { throw Problem.missing }
        try act.db.hold("use_step", id.value)
        guard let step = try UseStepStore.steps("s.id = \(id) AND s.school = \(school)", in: act).first else { throw Problem.missing }
        guard step.person != act.by.person else { throw Problem.conflict(T.followup.errorOwn) }
        guard step.confirmed == nil else { throw Problem.conflict(T.followup.errorDecided) }
        guard step.wasTried else { throw Problem.conflict(T.followup.errorNothingSaid) }
        let points = try line.map { try give($0, for: step, title, in: school, at: centre, in: act) }
        try act.db.run("UPDATE use_step SET confirmed = \(act.now), confirmed_by = \(act.by.person), points = \(points) WHERE id = \(id)")
        try act.record(T.followup.confirmedDeed, .other("use_step", id.value), under: .person(step.person), centre: centre)
    }

    private static func give(
        _ id: PointsTable.Line.ID, for step: UseStep, _ title: String, in school: School.ID, at centre: Centre.ID, in act: Act
    ) throws -> Int {
        guard let shown = step.proof.shown else { throw Problem.invalid("line", T.followup.errorNotShown) }
        guard let line = try PointsTableStore.tables(of: [school], on: shown, in: act).first?.lines.first(where: { $0.id == id }), let points = line.leading else {
            throw Problem.invalid("line", T.common.errorChoose)
        }
        var details = EntryDetails(.inside, title, on: shown)
        (details.isLed, details.school, details.line, details.points, details.hours) = (true, school, line.id, points, points)
        let entry = try EntryStore.add(details, .unchecked, of: step.person, at: centre, in: act)
        guard let written = try EntryStore.entries(of: step.person, in: act).first(where: { $0.id == entry }) else { throw Problem.missing }
        try PortfolioStore.decide(written, seen: written.written, isGood: true, "", centre: centre, in: act)
        return points
    }

    /// The lines by which points can be given for telling colleagues of something, by the tables of the days on which that was done.
    package static func lines(for steps: [SchoolStep], in school: School.ID, in act: Act) throws -> [UseStep.ID: [PointsTable.Line]] {
        let tables = try PointsTableStore.tables(of: [school], in: act)
        return steps.reduce(into: [:]) { lines, one in
            guard let shown = one.step.proof.shown, let table = tables.first(where: { $0.since <= shown }) else { return }
            lines[one.step.id] = table.lines.filter { $0.leading != nil }
        }
    }
}
