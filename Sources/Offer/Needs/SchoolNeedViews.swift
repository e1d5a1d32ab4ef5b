import Accounts
import Centres
import Forms
import HTML
import Kernel
import Languages
import Look
import Schools

/// What a school needs, and what its people share with it.
struct SchoolNeedViews {
    let reader: Reader
    private var t: Texts { reader.t }

    private func trail(_ school: School) -> [Look.Link] {
        [Look.Link(t(T.schools.mine), href: reader.link("/me/schools")), Look.Link(t.run(school.details.name), href: reader.link("/me/schools/\(school.id)"))]
    }

    // MARK: The school

    func form(_ board: SchoolNeedBoard, _ form: FilledForm) -> Screen {
        let base = reader.link("/me/schools/\(board.school.id)/needs")
        return Screen(t(T.needs.schoolNeeds), trail: trail(board.school), isIndexed: false) {
            FormFaults(form)
            Heading(t(T.needs.schoolNeeds), kind: t(T.needs.yearTitle(year: .schoolYear(board.year))), lead: t(T.needs.schoolNeedsLead))
            FilterChips(t(T.needs.year), board.years.map { year in
                NavItem(t.schoolYear(year), href: "\(base)?year=\(year.start)", isCurrent: year == board.year)
            })
            HTML::p { board.need?.sent.map { Chip(.good, t(T.needs.sentOn(when: .instant($0)))) } ?? Chip(.waiting, t(T.needs.notSent)) }
            Form(action: base, hidden: reader.hidden + [Hidden("year", "\(board.year.start)")], isGuarded: true) {
                Fieldset(t(T.needs.staffByJob)) {
                    ForEach(NeedJob.allCases) { job in form.field(job.name, "job-\(job.rawValue)", .short, isOptional: true).number() }
                }
                wishes("top", T.needs.topTopics, T.needs.topTopicsHint, board, form)
                wishes("inside", T.needs.insideTopics, T.needs.insideTopicsHint, board, form)
                form.field(T.needs.budget, "budget", .short, hint: T.needs.budgetHint, isOptional: true).text()
                form.field(T.needs.contact, "contact", isOptional: true).text()
                form.field(T.needs.note, "note", .full, isOptional: true).area(rows: 3)
                Buttons {
                    Submit(t(board.need?.sent == nil ? T.needs.send : T.needs.sendAgain), name: "send", value: "yes")
                    if board.need?.sent == nil { Submit(t(T.needs.saveOnly), .quiet) }
                }
            }
        }
    }

    private func wishes(_ kind: String, _ title: Phrase, _ hint: Phrase, _ board: SchoolNeedBoard, _ form: FilledForm) -> some HTML {
        let known = board.topics.offered(in: t.language).map { t.shown($0.names.name(in: t.language).text) }
        return Fieldset(t(title), hint: t(hint)) {
            ForEach(Array(1...SchoolNeedDetails.mostWishes)) { place in
                let field = "\(kind)-\(place)"
                Field(
                    t(T.needs.topicNumber(number: .number(place))), name: field, value: form[field], error: form.fault(field), optional: t(T.common.optional),
                    width: .full, most: TextLimit.sentence.rawValue
                ).text(proposing: known)
                if kind == "inside" {
                    FieldRow {
                        number(T.needs.peopleInside, "people-\(place)", form)
                        Field(
                            t(T.needs.month), name: "month-\(place)", value: form["month-\(place)"], error: form.fault("month-\(place)"), optional: t(T.common.optional)
                        ).select([Field.Choice("", t(T.needs.anyMonth))] + SchoolNeedDetails.months.map { Field.Choice("\($0)", t.monthName($0)) })
                    }
                }
            }
        }
    }

    private func number(_ label: Phrase, _ name: String, _ form: FilledForm) -> some HTML {
        Field(t(label), name: name, value: form[name], error: form.fault(name), optional: t(T.common.optional), width: .short).number()
    }

    // MARK: Shared plans

    func plans(_ plans: [SharedPlan], of school: School, _ year: SchoolYear, _ years: [SchoolYear], _ topics: TopicList) -> Screen {
        let words = WishWords(t: t, topics: topics), base = reader.link("/me/schools/\(school.id)/plans")
        return Screen(t(T.needs.plans), trail: trail(school), isIndexed: false) {
            Heading(t(T.needs.plans), kind: t(T.needs.yearTitle(year: .schoolYear(year))), lead: t(T.needs.plansLead))
            FilterChips(t(T.needs.year), years.map { NavItem(t.schoolYear($0), href: "\(base)?year=\($0.start)", isCurrent: $0 == year) })
            if plans.isEmpty { EmptyState(t(T.needs.plansNone), t(T.needs.plansNoneText)) { Empty() } }
            ForEach(plans) { plan in
                PersonLine(Run(plan.name.listed), detail: details(plan))
                if !plan.wishes.isEmpty {
                    ol {
                        ForEach(plan.wishes) { wish in
                            li {
                                words.name(wish)
                                ForEach(words.details(wish)) { run in
                                    ", "
                                    run
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func details(_ plan: SharedPlan) -> [Run] {
        [Run(t(plan.job.name))] + (plan.shows ? [Run(t(T.needs.showsShort))] : []) + (plan.writes ? [Run(t(T.needs.writesShort))] : [])
    }

    // MARK: The centre

    func list(_ lines: [SchoolAnswerLine], _ year: SchoolYear, _ now: SchoolYear) -> Screen {
        let waiting = lines.filter { $0.state != .sent }
        return Screen(t(T.needs.schoolsAnswers), trail: [Look.Link(t(T.needs.demand), href: reader.link("/staff/needs"))]) {
            Heading(t(T.needs.schoolsAnswers), lead: t(T.needs.schoolsAnswersLead))
            DemandTabs(reader: reader, current: "/schools")
            FilterChips(t(T.needs.year), [now.next, now, now.previous].map {
                NavItem(t.schoolYear($0), href: reader.link("/staff/needs/schools?year=\($0.start)"), isCurrent: $0 == year)
            })
            Figures([
                Figures.Figure(t.number(lines.count - waiting.count), t(T.needs.answerSent), .good),
                Figures.Figure(t.number(waiting.count), t(T.needs.answersMissing), waiting.isEmpty ? .neutral : .waiting),
            ])
            if !waiting.isEmpty {
                HTML::p { t(T.needs.askText) }
                ButtonForm(t(T.needs.ask), action: reader.link("/staff/needs/schools"), hidden: reader.hidden + [Hidden("year", "\(year.start)")])
            }
            DataTable(t(T.needs.schoolsAnswers), rows: waiting + lines.filter { $0.state == .sent }, columns: [
                Column(t(T.needs.school), .name) { line in
                    if line.state == .sent {
                        a(.href(reader.link("/staff/needs/schools/\(line.school)?year=\(year.start)"))) { t.run(line.name) }
                    } else {
                        a(.href(reader.link("/schools/\(line.school)"))) { t.run(line.name) }
                    }
                },
                Column(t(T.needs.municipality)) { line in t.run(line.municipality) },
                Column(t(T.needs.state)) { line in
                    Chip(line.state == .sent ? .good : line.state == .quiet ? .neutral : .waiting, t(line.state.name))
                    if !line.isKept, line.state != .sent { " "; t(T.needs.nobodyKeeps) }
                },
            ], isCaptionHidden: true)
        }
    }

    func answer(_ need: SchoolNeed, _ school: School, _ topics: TopicList) -> Screen {
        let words = WishWords(t: t, topics: topics), details = need.details
        return Screen(school.name(in: reader.language), trail: [
            Look.Link(t(T.needs.demand), href: reader.link("/staff/needs")),
            Look.Link(t(T.needs.schoolsAnswers), href: reader.link("/staff/needs/schools?year=\(need.year.start)")),
        ]) {
            Heading(t.run(school.details.name), kind: Run(t(T.needs.yearTitle(year: .schoolYear(need.year)))))
            Facts {
                if let sent = need.sent { FactLine(t(T.needs.state), t(T.needs.sentOn(when: .instant(sent)))) }
                if let budget = details.budget { FactLine(t(T.needs.budget), t.money(budget)) }
                if !details.contact.isEmpty { FactLine(t(T.needs.contact), t.run(details.contact)) }
                if !details.note.isEmpty { FactLine(t(T.needs.note), t.run(details.note)) }
            }
            if !details.jobs.isEmpty {
                h2 { t(T.needs.staffByJob) }
                Facts { ForEach(NeedJob.allCases.filter { details.jobs[$0] != nil }) { job in FactLine(t(job.name), t.number(details.jobs[job] ?? 0)) } }
            }
            list(T.needs.topTopics, details.top, words)
            list(T.needs.insideTopics, details.inside, words)
        }
    }

    @HTMLBuilder private func list(_ title: Phrase, _ wishes: [SchoolWish], _ words: WishWords) -> some HTML {
        if !wishes.isEmpty {
            h2 { t(title) }
            ol {
                ForEach(wishes) { wish in
                    li {
                        words.name(wish.topic, wish.words)
                        if let people = wish.people { ", "; t(T.needs.peopleCount(count: people)) }
                        if let month = wish.month { ", "; t.monthName(month) }
                    }
                }
            }
        }
    }
}
