import Centres
import Files
import Forms
import HTML
import Kernel
import Languages
import Look
import Markdown
import Publishing

/// Contests as everybody reads them.
struct ContestViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ contests: [Contest]) -> Screen {
        let open = contests.filter { $0.state == .open && $0.isInTime(reader.now) }.sorted { $0.closes < $1.closes }
        let others = contests.filter { one in !open.contains { $0.id == one.id } }
        return Screen(t(T.contests.title), description: t(T.contests.lead)) {
            Heading(t(T.contests.title), lead: t(T.contests.lead))
            if contests.isEmpty { EmptyState(t(T.contests.none), t(T.contests.noneText)) { Empty() } }
            if !open.isEmpty {
                h2 { t(T.contests.openNow) }
                EntryList(open.map(entry))
            }
            if !others.isEmpty {
                h2 { t(T.contests.others) }
                EntryList(others.map(entry))
            }
        }
    }

    private func entry(_ contest: Contest) -> Entry {
        var facts = [Run(t(contest.isForPupils ? T.contests.forPupils : T.contests.forTeachers))]
        if contest.state == .open { facts.append(Run(t(T.contests.untilMoment(moment: .text(t.instant(contest.closes, .inSentence)))))) }
        if let day = contest.decidedOn { facts.append(Run(t(T.contests.decidedOnDay(day: .day(day))))) }
        return Entry(
            title: t.run(contest.name, contest.language), href: reader.link(contest.path), measure: "", mark: t(contest.kind.name), facts: facts, state: chip(contest))
    }

    func chip(_ contest: Contest) -> Chip {
        if contest.state == .open, reader.now < contest.draft.opens { return Chip(.neutral, t(T.contests.notYet)) }
        if contest.state == .open, !contest.isInTime(reader.now) { return Chip(.neutral, t(T.contests.deadlinePassed)) }
        return Chip(contest.state.tone, t(contest.state.name))
    }

    // MARK: One

    func show(_ sight: ContestSight, _ brought: [BroughtPart]) -> Screen {
        let contest = sight.contest, draft = contest.draft, own = contest.language
        return Screen(
            t.run(contest.name, own).text, description: draft.lead.isEmpty ? nil : t.shown(draft.lead),
            trail: [Look.Link(t(T.contests.title), href: reader.link("/contests"))]
        ) {
            Heading(t.run(contest.name, own), kind: Run(t(contest.kind.name)), lead: draft.lead.isEmpty ? nil : t.run(draft.lead, own))
            deadline(contest)
            if let poster = contest.poster { PictureView(poster, reader, sizes: "(min-width: 60rem) 40rem, 100vw", isLazy: false) }
            Facts {
                FactLine(t(T.contests.who), t(contest.isForPupils ? T.contests.forPupils : T.contests.forTeachers))
                FactLine(t(T.contests.level), t(draft.level.name))
                FactLine(t(T.contests.opens), t.instant(draft.opens, .long))
                FactLine(t(T.contests.closes), t.instant(draft.closes, .long))
                if !draft.prizes.isEmpty { FactLine(t(T.contests.prizes), t.run(draft.prizes, own)) }
                if !draft.partners.isEmpty { FactLine(t(T.contests.partners), t.run(draft.partners, own)) }
                if let above = sight.above { FactLine(t(T.contests.goesOn)) { a(.href(reader.link(above.path))) { t.run(above.name, above.language) } } }
            }
            if let event = contest.event, contest.state != .draft {
                HTML::p { a(.href(reader.link("/events/\(event)"))) { t(T.contests.toEvent) } }
            }
            if contest.kind == .festival { HTML::p { a(.href(reader.link("\(contest.path)/order"))) { t(T.contests.runningOrder) } } }
            ForEach(brought) { part in
                if let title = part.title { h2 { t(title) } }
                part.body
            }
            h2 { t(T.contests.asked) }
            ForEach(contest.categories) { category(contest, $0) }
            if !draft.rules.isEmpty {
                h2 { t(T.contests.rules) }
                MarkdownView(Markdown(t.shown(draft.rules)), lang: t.lang(of: own))
            }
            if contest.isForPupils {
                h2 { t(T.contests.aboutChildren) }
                HTML::p { t(T.contests.aboutChildrenText) }
                HTML::p { t(T.contests.keptMonths(count: sight.months)) }
            }
            HTML::p {
                a(.href(reader.link("\(contest.path)/poster.pdf"))) { t(T.contests.posterPDF) }; ", "
                a(.href(reader.link("\(contest.path)/rules.pdf"))) { t(T.contests.rulesPDF) }
            }
        }
    }

    @HTMLBuilder private func deadline(_ contest: Contest) -> some HTML {
        if contest.takesWorks(at: reader.now) {
            if contest.isInTime(reader.now) {
                Notice(.info, t(T.contests.untilMoment(moment: .text(t.instant(contest.closes, .inSentence))))) {
                    HTML::p { t(contest.isForPupils ? T.contests.howPupils : T.contests.howTeachers) }
                }
            } else {
                Notice(.waiting, t(T.contests.deadlinePassed)) { HTML::p { t(T.contests.lateText) } }
            }
            Buttons {
                LinkButton(t(T.contests.sendWork), href: reader.link("/me/contests/\(contest.id)/new"))
                if contest.isForPupils { LinkButton(t(T.contests.sendClass), href: reader.link("/me/contests/\(contest.id)/class"), .quiet) }
            }
        } else if contest.state == .open {
            Notice(.neutral, t(T.contests.notYet)) { HTML::p { t(T.contests.fromMoment(moment: .text(t.instant(contest.draft.opens, .inSentence)))) } }
        } else {
            Notice(.neutral, t(contest.state.name)) {
                if let day = contest.decidedOn { HTML::p { t(T.contests.decidedOnDay(day: .day(day))) } }
            }
        }
    }

    private func category(_ contest: Contest, _ category: ContestCategory) -> some HTML {
        let draft = category.draft
        return Group {
            h3 { t.run(category.name, contest.language) }
            Facts {
                if contest.isForPupils { FactLine(t(T.contests.grades), t(ContestGrade.range(draft.grades))) }
                if !draft.discipline.isEmpty { FactLine(t(T.contests.discipline), t.run(draft.discipline, contest.language)) }
                FactLine(t(T.contests.whatIsSent), Self.files(draft, t))
                FactLine(t(T.contests.mostWorks), t.number(draft.mostWorks))
            }
        }
    }

    /// What a category asks for, in a sentence.
    static func files(_ draft: ContestCategoryDraft, _ t: Texts) -> String {
        guard !draft.kinds.isEmpty else { return t(T.contests.nothingSent) }
        var parts = ContestFileKind.allCases.filter(draft.kinds.contains).map { t($0.name) }
        if let pixels = draft.leastPixels { parts.append(t(T.contests.atLeastPixels(pixels: .number(pixels)))) }
        if !draft.kinds.isDisjoint(with: ContestFileKind.files) { parts.append(t(T.contests.atMostBytes(most: .number((draft.mostBytes ?? FileIntake.most) >> 20)))) }
        return parts.joined(separator: ", ")
    }

    // MARK: A festival

    func order(_ contest: Contest, _ works: [(start: Instant?, minutes: Int?, work: ShowableWork)]) -> Screen {
        Screen(t(T.contests.runningOrder), trail: [
            Look.Link(t(T.contests.title), href: reader.link("/contests")), Look.Link(t.run(contest.name, contest.language), href: reader.link(contest.path)),
        ], isIndexed: false) {
            Heading(Run(t(T.contests.runningOrder)), lead: t.run(contest.name, contest.language))
            if works.isEmpty { HTML::p { t(T.contests.noOrder) } } else { HTML::p { t(T.contests.orderText) } }
            if !works.isEmpty {
                DataTable(t(T.contests.runningOrder), rows: works, columns: [
                    Column(t(T.contests.begins)) { one in one.start.map { t.instant($0) } ?? "–" },
                    Column(t(T.contests.work), .name) { one in
                        if one.work.isShown { t.run(one.work.title, contest.language) } else { t(T.contests.codeOf(code: .text(one.work.code))) }
                    },
                    Column(t(T.contests.school)) { one in t.run(one.work.schoolName) },
                    Column(t(T.contests.minutes), .number) { one in one.minutes.map { t.number($0) } ?? "–" },
                ], isCaptionHidden: true)
            }
        }
    }
}

extension Contest.State {
    var tone: Tone {
        switch self {
        case .draft: .neutral
        case .open: .good
        case .judging: .info
        case .decided: .good
        case .closed: .neutral
        }
    }
}

extension ContestWork {
    var tone: Tone {
        switch state {
        case .draft: .waiting
        case .sent: isLate && admitted == nil ? .waiting : .good
        case .withdrawn: .neutral
        case .disqualified: .bad
        }
    }
}
