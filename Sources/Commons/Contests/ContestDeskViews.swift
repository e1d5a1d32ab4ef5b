import Files
import Forms
import HTML
import Kernel
import Languages
import Look

/// Contests for the people of the centre.
struct ContestDeskViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.contests.title), href: reader.link("/staff/contests"))] }

    func list(_ contests: [Contest], _ counts: [Contest.ID: [ContestWork.State: Int]], _ rules: [ContestRetention]) -> Screen {
        Screen(t(T.contests.title)) {
            Heading(t(T.contests.title), lead: t(T.contests.deskLead))
            Buttons { LinkButton(t(T.contests.new), href: reader.link("/staff/contests/new")) }
            if contests.isEmpty { EmptyState(t(T.contests.deskNone), t(T.contests.deskNoneText)) { Empty() } } else { table(contests, counts) }
            HTML::p {
                t(T.contests.keptMonths(count: ContestRetention.months(on: reader.today, rules))); " "
                a(.href(reader.link("/staff/contests/retention"))) { t(T.contests.retentionLink) }
            }
        }
    }

    private func table(_ contests: [Contest], _ counts: [Contest.ID: [ContestWork.State: Int]]) -> some HTML {
        DataTable(t(T.contests.title), rows: contests, columns: [
            Column(t(T.contests.name), .name) { one in a(.href(reader.link("/staff/contests/\(one.id)"))) { t.run(one.name, one.language) } },
            Column(t(T.contests.kind)) { one in t(one.kind.name) },
            Column(t(T.contests.closes)) { one in t.instant(one.closes) },
            Column(t(T.contests.worksSent), .number) { one in t.number(counts[one.id]?[.sent] ?? 0) },
            Column(t(T.contests.drafts), .number) { one in t.number(counts[one.id]?[.draft] ?? 0) },
            Column(t(T.common.state)) { one in ContestViews(reader: reader).chip(one) },
        ], isCaptionHidden: true)
    }

    // MARK: One

    func show(_ sight: ContestDeskSight, _ brought: [BroughtPart], _ form: FilledForm, poster: FilledForm) -> Screen {
        let contest = sight.contest, base = reader.link("/staff/contests/\(contest.id)")
        return Screen(t.run(contest.name, contest.language).text, trail: trail) {
            FormFaults(form)
            FormFaults(poster)
            Heading(t.run(contest.name, contest.language), kind: Run(t(contest.kind.name)))
            Facts {
                FactLine(t(T.common.state)) { ContestViews(reader: reader).chip(contest) }
                FactLine(t(T.contests.closes), t.instant(contest.closes, .long))
                FactLine(t(T.contests.worksSent), t.number(sight.count(.sent)))
                FactLine(t(T.contests.drafts), t.number(sight.drafts))
                if let day = contest.erases { FactLine(t(T.contests.erasesOn), t.day(day)) }
            }
            HTML::p {
                if contest.state == .draft || contest.state == .open { a(.href("\(base)/edit")) { t(T.contests.edit) }; ", " }
                if contest.state != .draft { a(.href(reader.link(contest.path))) { t(T.contests.publicPage) }; ", " }
                a(.href(reader.link("\(contest.path)/poster.pdf"))) { t(T.contests.posterPDF) }; ", "
                a(.href(reader.link("\(contest.path)/rules.pdf"))) { t(T.contests.rulesPDF) }
                if contest.kind == .festival { ", "; a(.href("\(base)/order")) { t(T.contests.runningOrder) } }
            }
            moves(contest, base)
            ForEach(brought) { part in
                if let title = part.title { h2 { t(title) } }
                part.body
            }
            waiting(sight, base)
            works(sight, base)
            below(sight, base)
            belongings(contest, base, form, poster)
        }
    }

    @HTMLBuilder private func moves(_ contest: Contest, _ base: String) -> some HTML {
        if !contest.state.next.isEmpty {
            Look::Form(action: "\(base)/move", hidden: reader.hidden, label: t(T.contests.goOn)) {
                Buttons {
                    ForEach(Array(contest.state.next.enumerated())) { place, state in
                        Submit(t(Self.verb(state, from: contest.state)), place == 0 ? .primary : .quiet, name: "state", value: state.rawValue)
                    }
                }
            }
        }
        if contest.state == .draft { ButtonForm(t(T.contests.discard), .quiet, action: "\(base)/discard", hidden: reader.hidden) }
    }

    private static func verb(_ state: Contest.State, from: Contest.State) -> Phrase {
        switch state {
        case .draft: T.contests.moveDraft
        case .open: from == .draft ? T.contests.moveOpen : T.contests.moveReopen
        case .judging: from == .open ? T.contests.moveJudging : T.contests.moveRejudge
        case .decided: T.contests.moveDecided
        case .closed: T.contests.moveClosed
        }
    }

    /// What somebody has to look at.
    @HTMLBuilder private func waiting(_ sight: ContestDeskSight, _ base: String) -> some HTML {
        if !sight.late.isEmpty {
            Notice(.waiting, t(T.contests.lateCount(count: sight.late.count))) {
                ul { ForEach(sight.late) { work in li { a(.href(reader.link("/staff/works/\(work.id)"))) { t(T.contests.codeOf(code: .text(work.code))) } } } }
            }
        }
        if !sight.pairs.isEmpty {
            Notice(.waiting, t(T.contests.alike)) {
                ul {
                    ForEach(sight.pairs.prefix(20)) { pair in li { t(T.contests.alikePair(first: .text(pair.first), second: .text(pair.second))) } }
                }
            }
        }
        if !sight.unconsented.isEmpty, sight.contest.isForPupils {
            Notice(.info, t(T.contests.unconsented(count: sight.unconsented.count))) {
                ButtonForm(t(T.contests.remind), .quiet, action: "\(base)/remind", hidden: reader.hidden)
            }
        }
    }

    @HTMLBuilder private func works(_ sight: ContestDeskSight, _ base: String) -> some HTML {
        let contest = sight.contest
        if sight.works.isEmpty {
            if contest.state != .draft { HTML::p { t(T.contests.noWorksYet) } }
        } else {
            h2 { t(T.contests.works) }
            HTML::p { a(.href("\(base)/works.xlsx")) { "XLSX" } }
            DataTable(t(T.contests.works), rows: sight.works, columns: [
                Column(t(T.contests.code), .name) { work in a(.href(reader.link("/staff/works/\(work.id)"))) { work.code } },
                Column(t(T.contests.workTitle)) { work in t.run(work.title, contest.language) },
                Column(t(T.contests.authors)) { work in work.authors.map(\.name).filter { !$0.isEmpty }.joined(separator: ", ") },
                Column(t(T.contests.school)) { work in t.run(work.schoolName) },
                Column(t(T.contests.category)) { work in contest.category(work.category).map { t.run($0.name, contest.language) } ?? Run("") },
                Column(t(T.contests.consents)) { work in consent(work) },
                Column(t(T.common.state)) { work in Chip(work.tone, t(work.standing)) },
            ], isCaptionHidden: true)
        }
    }

    private func consent(_ work: ContestWork) -> Chip {
        if work.forgotten != nil { return Chip(.neutral, t(T.contests.forgotten)) }
        if work.isRefused { return Chip(.bad, t(T.contests.refused)) }
        if !work.hasConsent { return Chip(.waiting, t(T.contests.lacking)) }
        return work.mayBeShown ? Chip(.good, t(T.contests.mayShow)) : Chip(.neutral, t(T.contests.notShown))
    }

    @HTMLBuilder private func below(_ sight: ContestDeskSight, _ base: String) -> some HTML {
        if !sight.below.isEmpty {
            h2 { t(T.contests.lowerLevel) }
            ForEach(sight.below) { contest in
                PersonLine(
                    t.run(contest.name, contest.language),
                    detail: [Run(t(contest.state.name)), Run(t(T.contests.fromPoints(points: .number(contest.draft.threshold ?? 0))))]
                ) {
                    if contest.state == .decided || contest.state == .closed {
                        Look::Form(
                            action: "\(base)/take", hidden: reader.hidden + [Hidden("lower", "\(contest.id)")],
                            label: "\(t(T.contests.take)): \(t.run(contest.name, contest.language).text)"
                        ) { Submit(t(T.contests.take), .quiet) }
                    }
                }
            }
        }
    }

    @HTMLBuilder private func belongings(_ contest: Contest, _ base: String, _ form: FilledForm, _ poster: FilledForm) -> some HTML {
        h2 { t(T.contests.eventOf) }
        Look::Form(action: "\(base)/event", hidden: reader.hidden, label: t(T.contests.eventOf)) {
            form.field(T.contests.eventNumber, "event", hint: T.contests.eventHint, isOptional: true, most: TextLimit.line.rawValue).text()
            Buttons { Submit(t(T.common.save), .quiet) }
        }
        h2 { t(T.contests.posterPicture) }
        if let picture = contest.poster { PictureView(picture, reader, sizes: "20rem") }
        Look::Form(action: "\(base)/poster", hidden: reader.hidden, hasFiles: true, label: t(T.contests.posterPicture)) {
            FileFields(poster, T.contests.picture, "file", [.picture], isOptional: true)
            Buttons { Submit(t(T.common.save), .quiet) }
        }
    }

    // MARK: The order of a festival

    func order(_ contest: Contest, _ works: [ContestWork], _ form: FilledForm) -> Screen {
        let base = reader.link("/staff/contests/\(contest.id)")
        return Screen(t(T.contests.runningOrder), trail: trail + [Look.Link(t.run(contest.name, contest.language), href: base)]) {
            FormFaults(form)
            Heading(Run(t(T.contests.runningOrder)), lead: t.run(contest.name, contest.language))
            HTML::p { t(T.contests.orderLead) }
            if works.isEmpty { HTML::p { t(T.contests.noWorksYet) } } else {
                Look::Form(action: "\(base)/order", hidden: reader.hidden, isGuarded: true, label: t(T.contests.runningOrder)) {
                    FieldRow {
                        form.day(T.contests.day, "day")
                        form.field(T.contests.firstBegins, "time", .short).time()
                        form.field(T.contests.pause, "pause", .short).number()
                    }
                    ForEach(works) { work in
                        Field(
                            "\(t.shown(work.title)), \(t.shown(work.schoolName))", name: "place-\(work.id)", value: form["place-\(work.id)"],
                            hint: t(T.contests.minutesOf(count: work.minutes ?? 0)) + (work.starts.map { ", \(t.instant($0))" } ?? ""),
                            error: form.fault("place-\(work.id)"), width: .short, labelLang: t.run(work.title).lang
                        ).number()
                    }
                    Buttons { Submit(t(T.contests.saveOrder)) }
                }
            }
        }
    }

    // MARK: How long

    func retention(_ rules: [ContestRetention], _ form: FilledForm) -> Screen {
        Screen(t(T.contests.retentionTitle), trail: trail) {
            FormFaults(form)
            Heading(t(T.contests.retentionTitle), lead: t(T.contests.retentionLead))
            if rules.isEmpty {
                HTML::p { t(T.contests.keptMonths(count: ContestRetention.usual)) }
            } else {
                DataTable(t(T.contests.retentionTitle), rows: rules, columns: [
                    Column(t(T.contests.since), .name) { rule in t.day(rule.since, .numeric) },
                    Column(t(T.contests.months), .number) { rule in t.number(rule.months) },
                    Column(t(T.contests.basis)) { rule in t.run(rule.basis) },
                ], isCaptionHidden: true)
            }
            Look::Form(action: reader.link("/staff/contests/retention"), hidden: reader.hidden, label: t(T.contests.retentionTitle)) {
                form.day(T.contests.since, "since")
                form.field(T.contests.months, "months", .short).number()
                form.field(T.contests.basis, "basis", isOptional: true).text()
                Buttons { Submit(t(T.common.save)) }
            }
        }
    }
}
