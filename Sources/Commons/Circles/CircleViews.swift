import Accounts
import Centres
import Forms
import HTML
import Kernel
import Languages
import Look

/// The pages that a circle's own pages share: its name, its tabs, its school years.
struct CircleFrame {
    let reader: Reader
    let sight: CircleSight
    private var t: Texts { reader.t }

    enum Tab: String, CaseIterable { case meetings = "", conclusions, plan, members, files, visits, talk, report }

    init(_ reader: Reader, _ sight: CircleSight) { (self.reader, self.sight) = (reader, sight) }

    private func name(_ tab: Tab) -> Phrase {
        switch tab {
        case .meetings: T.circles.meetings
        case .conclusions: T.circles.conclusions
        case .plan: T.circles.plan
        case .members: T.circles.members
        case .files: T.circles.files
        case .visits: T.circles.visits
        case .talk: T.circles.talk
        case .report: T.circles.report
        }
    }

    /// The way from one's own page to what lies below the circle.
    func trail(below: Bool = false, _ more: [Look.Link] = []) -> [Look.Link] {
        let own = Look.Link(t.run(sight.circle.details.name), href: reader.link(sight.circle.path))
        let list = sight.isStaff && !sight.isMember ? Look.Link(t(T.circles.title), href: reader.link("/staff/circles"))
            : Look.Link(t(T.circles.mine), href: reader.link("/me/circles"))
        return [list] + (below ? [own] : []) + more
    }

    func screen(_ tab: Tab, _ forms: [FilledForm] = [], @HTMLBuilder _ content: () -> some HTML) -> Screen {
        let title = tab == .meetings ? t.run(sight.circle.details.name).text : "\(t(name(tab))) · \(t.run(sight.circle.details.name).text)"
        return Screen(title, trail: trail(below: tab != .meetings), isIndexed: false) {
            ForEach(forms) { FormFaults($0) }
            Heading(t.run(sight.circle.details.name), kind: Run(t(sight.circle.details.kind.name)))
            if let closed = sight.circle.closed { Notice(.neutral) { HTML::p { t(T.circles.closedOn(day: .day(closed))) } } }
            tabs(tab)
            Markup(content())
        }
    }

    private func tabs(_ current: Tab) -> Tabs {
        let shown = Tab.allCases.filter { $0 != .talk || sight.circle.details.talks }
        return Tabs(t(T.circles.parts), shown.map { tab in
            NavItem(t(name(tab)), href: reader.link(sight.circle.path + (tab == .meetings ? "" : "/\(tab.rawValue)")), isCurrent: tab == current)
        })
    }

    /// One year back and one ahead.
    func years(_ year: SchoolYear, _ path: String) -> some HTML {
        Tabs(t(T.circles.years), [year.previous, year, year.next].map { other in
            NavItem(t.schoolYear(other), href: reader.link("\(sight.circle.path)/\(path)?year=\(other.start)"), isCurrent: other == year)
        })
    }

    /// Members as choices of a field.
    func choices(_ first: Phrase = T.common.choose) -> [Field.Choice] {
        [Field.Choice("", t(first))] + sight.members.map { member in
            Field.Choice(member.person.description, t.run([member.name, member.schoolName].filter { !$0.isEmpty }.joined(separator: ", ")))
        }
    }
}

struct CircleViews {
    let reader: Reader
    private var t: Texts { reader.t }

    // MARK: For everybody

    func list(_ lines: [CircleLine]) -> Screen {
        Screen(t(T.circles.title), description: t(T.circles.lead)) {
            Heading(t(T.circles.title), lead: t(T.circles.lead))
            if lines.isEmpty { EmptyState(t(T.circles.none), t(T.circles.noneText)) { Empty() } }
            EntryList(lines.map { entry($0, "/circles/\($0.circle.id)") })
        }
    }

    private func entry(_ line: CircleLine, _ path: String) -> Entry {
        let details = line.circle.details
        var facts = details.subject.isEmpty ? [] : [t.run(details.subject)]
        if let chair = line.chair { facts.append(Run(t(T.circles.ledBy(name: .text(chair.name))))) }
        if let next = line.next { facts.append(Run(t(T.circles.nextOn(day: .day(next.details.day))))) }
        return Entry(
            title: t.run(details.name), href: reader.link(path), measure: line.members > 0 ? t(T.circles.membersCount(count: line.members)) : "",
            mark: t(details.kind.name), facts: facts, state: line.circle.closed == nil ? nil : Chip(.neutral, t(T.circles.closed)))
    }

    /// What everybody is told of one: no names but the chair's, no link.
    func card(_ sight: CircleSight, _ line: CircleLine, _ schools: [School], isAsking: Bool, _ form: FilledForm) -> Screen {
        let details = sight.circle.details
        return Screen(
            t.run(details.name).text, description: details.aim.isEmpty ? nil : t.shown(details.aim),
            trail: [Look.Link(t(T.circles.title), href: reader.link("/circles"))]
        ) {
            FormFaults(form)
            Heading(t.run(details.name), kind: Run(t(details.kind.name)), lead: details.aim.isEmpty ? nil : t.run(details.aim))
            Facts {
                if !details.subject.isEmpty { FactLine(t(T.circles.subject), t.run(details.subject)) }
                if let chair = line.chair { FactLine(t(T.circles.chair), chair.name) }
                FactLine(t(T.circles.members), t.number(sight.members.count))
                if let next = line.next { FactLine(t(T.circles.nextMeeting), t.day(next.details.day)) }
                FactLine(t(T.circles.joining), t(details.joining.name))
            }
            if sight.maySee {
                Buttons { LinkButton(t(T.circles.toCircle), href: reader.link(sight.circle.path)) }
            } else if isAsking {
                Notice(.waiting) { HTML::p { t(T.circles.asking) } }
            } else if sight.circle.closed == nil {
                join(sight.circle, schools, form)
            }
        }
    }

    @HTMLBuilder private func join(_ circle: Circle, _ schools: [School], _ form: FilledForm) -> some HTML {
        if reader.actor.isSignedIn {
            Form(action: reader.link("/circles/\(circle.id)/join"), hidden: reader.hidden) {
                if !schools.isEmpty {
                    form.field(T.circles.fromSchool, "school", otherwise: schools.count == 1 ? "\(schools[0].id)" : "", isOptional: true)
                        .select([Field.Choice("", t(T.circles.noSchool))] + schools.map { Field.Choice("\($0.id)", t.run($0.name)) })
                }
                Buttons { Submit(t(circle.details.joining == .open ? T.circles.join : T.circles.ask)) }
            }
        } else {
            HTML::p { t(T.circles.signInToJoin) }
        }
    }

    // MARK: One's own

    func mine(_ lines: [CircleLine], _ open: [(circle: Circle, conclusion: CircleConclusion)]) -> Screen {
        Screen(t(T.circles.mine), trail: [Look.Link(t(T.accounts.me), href: reader.link("/me"))], isIndexed: false) {
            Heading(t(T.circles.mine))
            if lines.isEmpty, open.isEmpty {
                EmptyState(t(T.circles.mineNone), t(T.circles.mineNoneText)) { LinkButton(t(T.circles.toAll), href: reader.link("/circles"), .quiet) }
            }
            mineLines(lines, open, reader.today)
            if !lines.isEmpty { HTML::p { a(.href(reader.link("/circles"))) { t(T.circles.toAll) } } }
        }
    }

    /// Circles with their next meetings, and what one has taken over.
    @HTMLBuilder func mineLines(_ lines: [CircleLine], _ open: [(circle: Circle, conclusion: CircleConclusion)], _ today: Day) -> some HTML {
        if !open.isEmpty {
            ActList(open.map { circle, conclusion in
                ActList.Line(
                    conclusion.isLate(on: today) ? .bad : .waiting, when: t(T.circles.until(day: .day(conclusion.details.due))),
                    t.run("\(circle.details.name): \(conclusion.details.text)"),
                    act: Look.Link(t(T.circles.sayWhatBecame), href: reader.link("\(circle.path)/conclusions/\(conclusion.id)")))
            })
        }
        ForEach(lines) { line in
            PersonLine(
                t.run(line.circle.details.name), href: reader.link(line.circle.path),
                detail: [Run(line.next.map { t(T.circles.nextOn(day: .day($0.details.day))) } ?? t(T.circles.noNextShort))]
                    + (line.chair.map { [Run(t(T.circles.ledBy(name: .text($0.name))))] } ?? []))
        }
    }

    // MARK: Its own page

    func home(_ sight: CircleSight, _ meetings: [CircleMeeting], _ sum: ConclusionSum, reported: Int) -> Screen {
        let today = sight.today, coming = meetings.filter { $0.details.day >= today && !$0.isCancelled }.reversed(), path = sight.circle.path
        let past = meetings.filter { $0.details.day < today || $0.isCancelled }
        return CircleFrame(reader, sight).screen(.meetings) {
            if !sight.circle.details.aim.isEmpty { HTML::p(.class("lead")) { t.run(sight.circle.details.aim) } }
            if reported > 0, sight.mayRun {
                Notice(.waiting) { HTML::p { a(.href(reader.link("\(path)/talk"))) { t(T.circles.reportedCount(count: reported)) } } }
            }
            office(sight)
            h2 { t(T.circles.coming) }
            if coming.isEmpty { HTML::p { t(T.circles.noNext) } }
            ForEach(Array(coming)) { line($0, sight) }
            if sight.mayRun { Buttons { LinkButton(t(T.circles.newMeeting), href: reader.link("\(path)/meetings/new"), .quiet) } }
            if sum.all > 0 {
                h2 { t(T.circles.yearsConclusions) }
                CircleConclusionViews(reader: reader).bar(sum)
                HTML::p { a(.href(reader.link("\(path)/conclusions"))) { t(T.circles.whatBecame) } }
            }
            if !past.isEmpty {
                h2 { t(T.circles.pastMeetings) }
                ForEach(past) { line($0, sight) }
            }
        }
    }

    private func office(_ sight: CircleSight) -> some HTML {
        Facts {
            FactLine(t(T.circles.chair)) {
                if let chair = sight.chair {
                    chair.name; ", "; t(T.circles.until(day: .day(chair.term.upperBound)))
                } else {
                    Chip(.waiting, t(T.circles.nobodyLeads))
                }
            }
            if let deputy = sight.deputy { FactLine(t(T.circles.deputy), deputy.name) }
            FactLine(t(T.circles.members), t.number(sight.members.count))
            FactLine(t(T.circles.quorum), t(T.circles.neededOf(
                needed: .number(sight.circle.details.quorum.needed(of: sight.members.count)), members: .number(sight.members.count))))
        }
    }

    private func line(_ meeting: CircleMeeting, _ sight: CircleSight) -> some HTML {
        let details = meeting.details
        let state: Chip? = meeting.isCancelled ? Chip(.neutral, t(T.circles.cancelled))
            : details.day >= sight.today && meeting.invited == nil ? Chip(.waiting, t(T.circles.notInvited)) : nil
        return PersonLine(
            Run("\(t.day(details.day)), \(t.times(details.begins, to: details.ends))"), href: reader.link("\(sight.circle.path)/meetings/\(meeting.id)"),
            detail: [details.place.isEmpty ? Run(t(T.circles.online)) : t.run(details.place)] + meeting.points.prefix(2).map { t.run($0.title) }, state: state)
    }
}
