import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Needs

/// What the planner proposes, with its reasons.
struct PlannerViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show(_ board: PlannerBoard, _ form: FilledForm) -> Screen {
        let run = board.run, base = reader.link("/staff/planner/\(run.id)")
        return Screen(t(T.planning.planner), trail: YearPlanViews.trail(reader) + [Look.Link(t(T.planning.planner), href: reader.link("/staff/planner"))]) {
            FormFaults(form)
            Heading(Run(t.days(run.asked.days)), kind: Run(t(T.planning.planner)), lead: Run(t(T.planning.proposalsLead)))
            switch run.state {
            case .waiting, .working: underway(run, base)
            case .contradiction: contradiction(board, base)
            case .failed: Notice(.bad) { HTML::p { t(T.planning.runFailedText) } }
            case .stopped: Notice(.info) { HTML::p { t(T.planning.runStoppedText) } }
            case .done: done(board, base)
            }
            if !run.state.isUnderway {
                Buttons { LinkButton(t(run.state == .done ? T.planning.runAround : T.planning.runChange), href: reader.link("/staff/planner?again=\(run.id)"), .quiet) }
            }
        }
    }

    @HTMLBuilder private func underway(_ run: PlannerRun, _ base: String) -> some HTML {
        HTML::p(.data("refresh", "2")) {
            t(run.isStopping ? T.planning.runEnding : run.state == .waiting ? T.planning.runWaits : T.planning.runGroups(count: run.groups))
        }
        if let gap = run.gap {
            Meter(t(T.planning.runGap(gap: .number(gap))), value: 100 - min(100, gap), of: 100)
            HTML::p { t(T.planning.runGap(gap: .number(gap))) }
        }
        Buttons {
            LinkButton(t(T.planning.runLook), href: base, .quiet)
            if !run.isStopping { ButtonForm(t(T.planning.runStop), .quiet, action: base + "/stop", hidden: reader.hidden) }
        }
    }

    @HTMLBuilder private func contradiction(_ board: PlannerBoard, _ base: String) -> some HTML {
        let words = PlannerWords(t: t, board: board)
        Notice(.bad) {
            HTML::p { t(T.planning.contradictionText); " "; t(board.run.isProved == true ? T.planning.contradictionProved : T.planning.contradictionUnproved) }
            ul { ForEach(board.run.rules) { name in li { t(words.rule(name)) } } }
        }
    }

    @HTMLBuilder private func done(_ board: PlannerBoard, _ base: String) -> some HTML {
        let run = board.run, saved = board.saved, currency = run.asked.trainerFee.currency
        Figures([
            Figures.Figure(t.number(board.proposals.count), t(T.planning.groups)), Figures.Figure(t.number(board.people), t(T.planning.seatsFilled)),
            Figures.Figure(t.number(saved.km), t(T.planning.savedKm), saved.km > 0 ? .good : .neutral),
            Figures.Figure(t.number(saved.co2), t(T.planning.savedCO2), saved.co2 > 0 ? .good : .neutral),
            Figures.Figure(run.gap.flatMap { run.groups > 0 ? t(T.planning.percent(number: .number($0))) : nil } ?? "–", t(T.planning.gapFigure)),
        ])
        HTML::p(.class("small muted")) {
            t(T.planning.madeOf(persons: .number(run.persons), wishes: .number(run.wishes)))
            " "
            t(run.endedBy == "goal" ? T.planning.endedByGoal : run.endedBy == "work" ? T.planning.endedByWork : T.planning.endedEarly)
            " "
            t(T.planning.savedText(money: .money(Money(minor: saved.money, currency) ?? .nothing(currency)), hours: .number(saved.hours)))
        }
        ClashingWeeks(board.clashes, board.centres, t)
        if board.proposals.isEmpty { EmptyState(t(T.planning.noProposals), t(T.planning.noProposalsText)) { Empty() } }
        ForEach(board.proposals) { proposal in line(proposal, board, base) }
        Buttons {
            if board.isOpen { ButtonForm(t(T.planning.acceptAct), .primary, action: base + "/accept", hidden: reader.hidden) }
            LinkButton(t(T.planning.plannerXlsx), href: base + "/plan.xlsx", .quiet, icon: .download)
        }
        if !board.left.isEmpty {
            let words = PlannerWords(t: t, board: board)
            Disclosure(t(T.planning.leftTitle(count: board.left.count))) {
                ul {
                    ForEach(board.left) { left in
                        li { words.programme(left.programme); ": "; t(left.reason.words) }
                    }
                }
            }
        }
    }

    private func line(_ proposal: PlannerProposal, _ board: PlannerBoard, _ base: String) -> some HTML {
        let words = PlannerWords(t: t, board: board), title = words.programme(proposal.programme)
        let days = proposal.days.count > 1 ? proposal.days.map { t.day($0, .numeric) }.joined(separator: ", ") : proposal.days.first.map { t.day($0, .long) } ?? ""
        return section(.id("proposal-\(proposal.id)")) {
            PersonLine(
                title, href: proposal.event.map { reader.link("/staff/events/\($0)") },
                detail: [Run(days), words.place(proposal)] + proposal.trainers.map { Run($0.name) },
                state: chip(proposal)
            ) {
                if proposal.event == nil { marks(proposal, "\(title.text), \(days)", base) }
            }
            Disclosure(t(T.planning.why)) { why(proposal, board, words) }
        }
    }

    private func chip(_ proposal: PlannerProposal) -> Chip? {
        if proposal.event != nil { return Chip(.good, t(T.planning.isDraft)) }
        switch proposal.mark {
        case .pinned: return Chip(.info, t(T.planning.isPinned))
        case .forbidden: return Chip(.neutral, t(T.planning.isForbidden))
        case .none: return nil
        }
    }

    private func marks(_ proposal: PlannerProposal, _ name: String, _ base: String) -> some HTML {
        let all = [(mark: PlannerProposal.Mark.pinned, label: T.planning.pin), (.forbidden, T.planning.forbid), (.none, T.planning.unmark)]
        return ForEach(all.filter { $0.mark != proposal.mark }) { one in
            Form(
                action: "\(base)/proposals/\(proposal.id)", hidden: reader.hidden + [Hidden("mark", one.mark.rawValue)], isInline: true, label: "\(t(one.label)): \(name)"
            ) { Submit(t(one.label), .quiet) }
        }
    }

    private func why(_ proposal: PlannerProposal, _ board: PlannerBoard, _ words: PlannerWords) -> some HTML {
        ul {
            li { t(T.planning.whyPeople(count: proposal.people, topic: .text(words.topic(proposal.topic).text))) }
            if proposal.due > 0 { li { t(T.planning.whyDue(count: proposal.due)) } }
            if proposal.priority > 0 { li { t(T.planning.whyPriority(count: proposal.priority)) } }
            if proposal.fresh > 0 { li { t(T.planning.whyFresh(count: proposal.fresh)) } }
            li {
                t(T.planning.whySchools)
                " "
                ForEach(Array(proposal.schools.enumerated())) { place, school in
                    if place > 0 { ", " }
                    board.schools[school.school].map { t.run($0.name) } ?? Run("")
                    " (\(t.number(school.people)))"
                }
            }
            li { t(T.planning.whyKm(km: .number(proposal.km), saved: .number(proposal.saved.km))) }
            if let nearest = proposal.nearest { li { t(T.planning.whyNearest(place: .text(words.town(nearest.place).text), km: .number(nearest.km))) } }
            li { t(T.planning.whyWorth(count: proposal.worth)) }
            if let next = proposal.nextDay { li { t(T.planning.whyNextDay(count: next.less, day: .day(next.day))) } }
            if let next = proposal.nextPlace { li { t(T.planning.whyNextPlace(count: next.less, place: .text(words.town(next.place).text))) } }
        }
    }
}
