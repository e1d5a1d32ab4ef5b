import Accounts
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Schools
import Web

/// What became of the centre's events, for its people; and when they are asked.
enum FollowUpDeskPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let (centre, today) = (visit.centre.id, visit.today)
        let desk = try await visit.read { act in
            let since = act.now.adding(days: -FollowUpDesk.days), counted = try UseFigureStore.events(of: centre, since: since, in: act)
            let events = try EventStore.events(Array(counted.keys), in: act).reversed().map { (event: $0, index: counted[$0.id] ?? UseIndex()) }
            return FollowUpDesk(
                rule: try FollowUpStore.rule(of: centre, on: today, in: act), events: events,
                hindrances: try UseFigureStore.hindrances(at: centre, since: since, in: act), words: try UseFigureStore.words(at: centre, since: since, in: act),
                named: try UseFigureStore.named(at: centre, since: since, in: act))
        }
        return visit.page(FollowUpDeskViews(reader: visit.reader).page(desk))
    }

    // MARK: The rule

    @Sendable static func rule(_ visit: Visit) async throws -> Answer { visit.page(try await rules(visit, nil)) }

    @Sendable static func setRule(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, today = visit.today, own = visit.language
        return try await visit.submit {
            let rule = try FollowUpRule(visit.typed, today: today, own: own)
            return try await visit.act { act in
                try FollowUpStore.set(rule, of: centre, in: act)
                return Redirect(visit.link("/settings/follow-up"), T.common.saved)
            }
        } again: { try await rules(visit, $0) }
    }

    private static func rules(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let centre = visit.centre.id
        let rules = try await visit.read { try FollowUpStore.rules(of: centre, in: $0) }
        var usual = rules.first ?? FollowUpRule(since: visit.today)
        usual.since = visit.today
        return FollowUpRuleViews(reader: visit.reader).page(rules, form ?? visit.form(usual.typed))
    }

    // MARK: On pages that rooms share

    /// Fewer than enough have answered of those who were asked within the last months.
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let centre = asked.centre.id
        guard act.by.coordinates(centre), let rule = try FollowUpStore.rule(of: centre, on: asked.today, in: act) else { return TodayPart() }
        let events = try UseFigureStore.events(of: centre, since: act.now.adding(days: -rule.secondDays - rule.openDays), in: act)
        let whole = events.values.reduce(UseIndex(), +)
        guard whole.asked >= UseIndex.few, whole.answered * 100 < whole.asked * rule.bias else { return TodayPart() }
        return TodayPart(warnings: [.init(.waiting, T.followup.todayFew(count: whole.asked), path: "/staff/follow-up")])
    }

    /// What waits for the person's word.
    @Sendable static func mine(_ asked: MeAsked, in act: Act) throws -> MePart {
        let sights = try UseStepStore.sights(of: asked.person, at: asked.centre.id, in: act)
        guard !sights.isEmpty else { return MePart() }
        let waiting = sights.filter { sight in
            switch sight.phase(on: asked.today) {
            case .writing: sight.step.written == nil
            case .answering(let turn): sight.step.answers[turn] == nil
            case .over: false
            }
        }
        return MePart((13, PagePart(T.followup.title) { reader in
            let t = reader.t
            ActList(waiting.map { sight in
                let isStep = sight.phase(on: asked.today) == .writing
                let day = isStep ? sight.followUp.first.adding(days: -1) : sight.followUp.lastDay(of: asked.today < sight.followUp.second ? .first : .second)
                return ActList.Line(
                    .waiting, when: t(T.followup.until(day: .day(day))), t.run(sight.event.title(in: t.language)),
                    act: Look.Link(
                        t(isStep ? T.followup.writeStep : T.followup.sayUse),
                        href: reader.link("/steps/\(StepLink(sight.step.id, of: sight.event.id).text(asked.seal))")))
            })
            HTML::p { a(.href(reader.link("/me/steps"))) { t(T.followup.mine) } }
        }))
    }

    /// How much of what somebody taught is used, on the card that the centre's people see.
    @Sendable static func card(_ asked: CardAsked, in act: Act) throws -> MePart? {
        let events = try UseFigureStore.events(ledBy: asked.person, at: asked.centre, in: act)
        let index = events.values.reduce(UseIndex(), +)
        guard index.asked > 0 else { return nil }
        return MePart((23, PagePart(T.followup.trainerCard) { UseViews(reader: $0).figures(index, bias: FollowUpRule(since: .zero).bias) }))
    }

    /// The same for the trainer.
    @Sendable static func taught(_ asked: MeAsked, in act: Act) throws -> MePart {
        let index = try UseFigureStore.events(ledBy: asked.person, at: asked.centre.id, in: act).values.reduce(UseIndex(), +)
        guard index.isTold else { return MePart() }
        return MePart((18, PagePart(T.followup.trainerMine) { UseViews(reader: $0).figures(index, bias: FollowUpRule(since: .zero).bias) }))
    }
}
