import Catalogue
import Centres
import Delivery
import Events
import Forms
import Kernel
import Languages
import Look
import Questionnaires
import Web

/// How an event is evaluated, for the centre's people; and for its trainers, what was said of them.
enum EvaluationPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let desk = try await desk(visit)
        return visit.page(EvaluationViews(reader: visit.reader).page(desk, visit.form()))
    }

    @Sendable static func begin(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event"), seal = visit.seal
        return try await visit.submit {
            try await visit.act { act in
                let count = try EvaluationStore.begin(id, seal, in: act)
                return Redirect(visit.link("/staff/events/\(id)/evaluation"), T.evaluation.saidBegun(count: count))
            }
        } again: { form in
            EvaluationViews(reader: visit.reader).page(try await desk(visit), form)
        }
    }

    @Sendable static func paper(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        return try await visit.submit {
            try await visit.act { act in
                Redirect(visit.link("/staff/surveys/\(try EvaluationStore.beginOnPaper(id, in: act))/paper"), T.evaluation.saidPaper)
            }
        } again: { form in
            EvaluationViews(reader: visit.reader).page(try await desk(visit), form)
        }
    }

    /// What will be done better: it stands on *Данас* until it is done, and beside the next evaluation of the same programme.
    @Sendable static func improve(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        return try await visit.submit {
            let details = try ConclusionDetails(improvement: visit.typed)
            return try await visit.act { act in
                guard try EvaluationStore.survey(of: id, in: act) != nil else { throw Problem.missing }
                try ConclusionStore.add(details, to: id, in: act)
                return Redirect(visit.link("/staff/events/\(id)/evaluation"), T.evaluation.saidImproved)
            }
        } again: { form in
            EvaluationViews(reader: visit.reader).page(try await desk(visit), form)
        }
    }

    private static func desk(_ visit: Visit) async throws -> EvaluationDesk {
        let id: Event.ID = try visit.id("event"), seal = visit.seal
        return try await visit.read { act in
            let event = try EventStore.event(runBy: act.by, id, in: act), evaluation = try EvaluationStore.evaluation(of: id, in: act)
            let rule = try EvaluationStore.rule(of: event.centre, in: act), zone = try CentreStore.centre(event.centre, in: act).zone
            let standing = try evaluation.map { try SurveyStanding($0.survey, seal, in: act) }
            let since = zone.day(of: act.now).adding(days: -EvaluationDesk.yearsBack * 366)
            let programme = try event.plan.programme.map { programme in
                try EvaluationStore.points(of: event.centre, since: since, programme: programme.value, in: act)[programme.value] ?? []
            } ?? []
            let centre = try EvaluationStore.points(of: event.centre, since: zone.day(of: act.now).adding(days: -366), in: act).values.flatMap(\.self)
            let agreed = programme.map(\.event) + (programme.contains { $0.event == id } ? [] : [id])
            return EvaluationDesk(
                event: event, rule: rule, evaluation: evaluation, standing: standing, programme: programme, centre: centre.grade,
                conclusions: try ConclusionStore.all(of: agreed, in: act).values.flatMap(\.self).sorted { $0.id < $1.id })
        }
    }

    // MARK: A trainer's own

    @Sendable static func own(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        let (event, evaluation, name) = try await visit.read { act in
            let event = try EventStore.event(id, in: act)
            guard let person = act.by.person, let trainer = event.plan.trainers.first(where: { $0.person == person }),
                let evaluation = try EvaluationStore.evaluation(of: id, reading: .shown, in: act)
            else {
                throw Problem.missing
            }
            return (event, evaluation, trainer.name)
        }
        return visit.page(EvaluationViews(reader: visit.reader).own(event, evaluation, of: name))
    }

    // MARK: The centre's year

    @Sendable static func quality(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, since = visit.today.adding(days: -2 * 366)
        let (points, conclusions) = try await visit.read { act in
            let points = try EvaluationStore.points(of: centre, since: since, in: act)
            return (points, try ConclusionStore.all(of: points.values.flatMap { $0.map(\.event) }, in: act).values.flatMap(\.self).sorted { $0.id < $1.id })
        }
        return visit.page(QualityViews(reader: visit.reader).page(points, conclusions.filter { $0.done == nil }))
    }
}

/// All that stands on the page of an event's evaluation.
struct EvaluationDesk: Sendable {
    static let yearsBack = 5

    let event: Event
    let rule: EvaluationRule?
    let evaluation: Evaluation?
    let standing: SurveyStanding?
    /// The evaluations of the same programme.
    let programme: [EvaluationPoint]
    /// All marks for the whole that the centre's events got within a year.
    let centre: Tally
    /// What was agreed after this and earlier events of the programme.
    let conclusions: [Conclusion]
}
