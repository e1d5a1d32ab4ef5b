import Accounts
import Catalogue
import Centres
import Forms
import HTML
import Kernel
import Languages
import Look

/// One's own plan of a school year.
struct NeedPlanViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.accounts.me), href: reader.link("/me"))] }

    func page(_ board: NeedPlanBoard, _ form: FilledForm) -> Screen {
        Screen(t(T.needs.plan), trail: trail, isIndexed: false) {
            FormFaults(form)
            Heading(t(T.needs.plan), kind: t(T.needs.yearTitle(year: .schoolYear(board.year))), lead: t(T.needs.planLead))
            FilterChips(t(T.needs.year), board.years.map { year in
                NavItem(t.schoolYear(year), href: reader.link("/me/plan?year=\(year.start)"), isCurrent: year == board.year)
            })
            if let earlier = board.earlier { carry(earlier, into: board.year) }
            if let plan = board.plan, !plan.wishes.isEmpty {
                h2 { t(T.needs.wishes) }
                ForEach(plan.wishes) { wish in line(wish, of: plan, board.topics, wish.topic.flatMap { board.met[$0] }) }
            }
            h2 { t(T.needs.steps) }
            Steps(PlanStep.allCases.map { step in
                let isDone = step.isDone(in: board.plan)
                return Steps.Step(
                    t(step.name), said(step, board), isDone ? .done : .next, href: reader.link("/me/plan/\(step.rawValue)?year=\(board.year.start)"),
                    said: isDone ? t(T.needs.stepDone) : nil)
            })
            HTML::p { a(.href(reader.link("/me/portfolio/goals"))) { t(T.needs.toGoals) } }
        }
    }

    private func said(_ step: PlanStep, _ board: NeedPlanBoard) -> String {
        switch step {
        case .about: t(T.needs.stepAboutText)
        case .ratings: t(T.needs.ratedCount(count: board.plan?.ratings.count ?? 0, all: .number(board.competences.count)))
        case .wishes: t(T.needs.wishesCount(count: board.plan?.wishes.count ?? 0))
        case .ways: t(T.needs.stepWaysText)
        case .sharing: t(board.plan?.isShared == true ? T.needs.isShared : T.needs.isNotShared)
        }
    }

    private func carry(_ earlier: NeedPlan, into year: SchoolYear) -> some HTML {
        Notice(.info, t(T.needs.carryTitle(year: .schoolYear(earlier.year)))) {
            HTML::p { t(T.needs.carryText(count: earlier.wishes.count { $0.served == nil })) }
            ButtonForm(t(T.needs.carry), action: reader.link("/me/plan/carry"), hidden: reader.hidden + [Hidden("year", "\(year.start)")])
        }
    }

    // MARK: A wish

    /// - Parameter met: to what its person went; told while the wish counts as met, and may be taken back.
    private func line(_ wish: Wish, of plan: NeedPlan, _ topics: TopicList, _ met: WishMet?) -> some HTML {
        let words = WishWords(t: t, topics: topics), went = wish.served == nil ? nil : met
        return PersonLine(
            words.name(wish), href: wish.topic.map { reader.link("/topics/\($0)") }, detail: words.details(wish) + (went.map(words.went) ?? []),
            state: wish.served == nil ? wish.topic == nil ? Chip(.waiting, t(T.needs.ownWords)) : nil : Chip(.good, t(T.needs.served))
        ) {
            if wish.topic == nil { ForEach(topics.like(wish.words)) { topic in mean(topic, wish, plan) } }
            Form(action: reader.link("/me/plan/served"), hidden: hidden(wish, plan), isInline: true, label: "\(wish.place). \(words.name(wish).text)") {
                if wish.served == nil { Submit(t(T.needs.serve), .quiet) } else { Submit(t(T.needs.unserve), .quiet, name: "open", value: "yes") }
            }
        }
    }

    private func mean(_ topic: Topic, _ wish: Wish, _ plan: NeedPlan) -> some HTML {
        let name = topic.names.name(in: t.language)
        return Form(
            action: reader.link("/me/plan/meant"), hidden: hidden(wish, plan) + [Hidden("topic", "\(topic.id)")], isInline: true,
            label: "\(wish.place). \(t.shown(name.text))"
        ) { Submit(t(T.needs.meant(topic: .title(name.text))), .quiet) }
    }

    private func hidden(_ wish: Wish, _ plan: NeedPlan) -> [Hidden] { reader.hidden + [Hidden("year", "\(plan.year.start)"), Hidden("place", "\(wish.place)")] }

    // MARK: A step

    func step(_ step: PlanStep, _ board: NeedPlanBoard, _ form: FilledForm) -> Screen {
        let query = "?year=\(board.year.start)"
        return Screen(t(step.name), trail: trail + [Look.Link(t(T.needs.plan), href: reader.link("/me/plan\(query)"))], isIndexed: false) {
            FormFaults(form)
            Heading(t(step.name), kind: t(T.needs.yearTitle(year: .schoolYear(board.year))))
            Tabs(t(T.needs.steps), PlanStep.allCases.map { other in
                NavItem(t(other.name), href: reader.link("/me/plan/\(other.rawValue)\(query)"), isCurrent: other == step)
            })
            Form(action: reader.link("/me/plan/\(step.rawValue)"), hidden: reader.hidden + [Hidden("year", "\(board.year.start)")], isGuarded: true) {
                NeedPlanFields(t: t, board: board, form: form).fields(step)
                Buttons { Submit(t(step.next == nil ? T.common.save : T.needs.saveOn)) }
            }
        }
    }
}

/// A wish in the reader's words.
struct WishWords {
    let t: Texts
    let topics: TopicList

    func name(_ wish: Wish) -> Run { name(wish.topic, wish.words) }

    func name(_ topic: Topic.ID?, _ words: String) -> Run {
        guard words.isEmpty, let topic = topic.flatMap({ topics[$0] }) else { return t.run(words) }
        let name = topic.names.name(in: t.language)
        return t.run(name.text, name.language)
    }

    /// To what somebody went who had wished it.
    func went(_ met: WishMet) -> [Run] {
        [Run(t(T.needs.wentThere)), t.run(met.title, met.language)] + (met.day.map { [Run(t.day($0, .numeric))] } ?? [])
    }

    func details(_ wish: Wish) -> [Run] {
        var runs: [Run] = []
        if !wish.words.isEmpty, let topic = wish.topic { runs.append(name(topic, "")) }
        if let chosen = wish.chosen, chosen != wish.topic, let old = topics[chosen] {
            runs.append(Run(t(T.needs.wasChosen(topic: .title(old.names.name(in: t.language).text)))))
        }
        if let form = wish.form { runs.append(Run(t(form.name))) }
        if let term = wish.term { runs.append(Run(t(term.name))) }
        if let carried = wish.carried { runs.append(Run(t(T.needs.carriedFrom(year: .schoolYear(carried))))) }
        if wish.isHidden { runs.append(Run(t(T.needs.isHidden))) }
        return runs
    }
}
