import Catalogue
import Centres
import Documents
import Events
import Forms
import Kernel
import Languages
import Look
import Sheets
import Web

/// The plans of a centre, and one of them as a table that is worked on.
enum YearPlanPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer { visit.page(try await list(visit, visit.form())) }

    private static func list(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id
        let plans = try await visit.read { act in
            try YearPlanStore.plans(of: centre, in: act).map { (plan: $0, lines: try YearPlanStore.items(of: $0.id, in: act).count) }
        }
        return YearPlanViews(reader: visit.reader).list(plans, form)
    }

    @Sendable static func begin(_ visit: Visit) async throws -> Answer {
        let (centre, today, copies) = (visit.centre.id, visit.today, visit.typed.has("copy"))
        return try await visit.submit {
            var faults = Faults()
            let kind = PlanYear.Kind(rawValue: visit.typed["kind"])
            faults.require(kind != nil, "kind", T.common.errorChoose)
            let start = faults.number(visit.typed, "year", in: today.year - 20...today.year + 5)
            try faults.check()
            guard let kind, let start else { throw Problem.missing }
            return try await visit.act { act in
                let id = try YearPlanStore.begin(PlanYear(kind, start), copies: copies, at: centre, in: act)
                return Redirect(visit.link("/staff/plans/\(id)"), T.planning.saidBegun)
            }
        } again: { try await list(visit, $0) }
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form())) }

    /// - Parameter form: that of a line from the catalogue, or of handing in.
    static func show(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id: YearPlan.ID = try visit.id("plan")
        let (done, words, approved, clashing, centres) = try await visit.read { act in
            let done = try PlanDoneStore.done(YearPlanStore.plan(id, in: act), in: act)
            let words = try PlanWordsStore.words(of: done.lines.map(\.item.details), besides: [done.plan.version?.person], in: act)
            let approved = try PlanVersionStore.approved(of: id, in: act)
            let since = try approved.map { PlanDifference(from: try PlanVersionStore.items(of: $0.id, in: act), to: done.lines.map(\.item)) }
            let plan = done.plan, own = done.lines.map { line in
                TogetherLine(centre: plan.centre, programme: line.item.details.programme, title: line.item.details.title, days: line.item.details.days)
            }
            let clashing = own.isEmpty ? [] : try PlanTogetherStore.clashes(with: own, in: plan.year.days, seenFrom: plan.centre, in: act)
            return (done, words, approved.map { ($0, since) }, clashing, try CentreStore.all(in: act))
        }
        return YearPlanViews(reader: visit.reader).show(
            done, words, approved: approved?.0, since: approved?.1,
            clashes: ClashingWeeks(clashing, Dictionary(uniqueKeysWithValues: centres.map { ($0.id, $0) }), visit.t), form)
    }

    /// A line from the catalogue in one act: whoever adds it answers for it.
    @Sendable static func addProgramme(_ visit: Visit) async throws -> Answer {
        let (id, own): (YearPlan.ID, Language) = (try visit.id("plan"), visit.centre.language)
        let offer = try await visit.read { try PlanWordsStore.offer(of: YearPlanStore.plan(id, in: $0), item: nil, in: $0) }
        return try await visit.submit {
            var faults = Faults()
            faults.require(!visit.typed["programmeWords"].isEmpty, "programmeWords", T.common.errorMissing)
            let programme = offer.programme(visit.typed["programmeWords"], "programmeWords", &faults)
            let days = PlanItemDetails.days(Typed(["month": visit.typed["month"]]), offer.plan.year, own, &faults)
            try faults.check()
            guard let programme, let days else { throw Problem.missing }
            return try await visit.act { act in
                let details = PlanItemDetails(try ProgrammeStore.programme(programme, in: act), days, by: act.by.person)
                let item = try YearPlanStore.add(details, to: id, in: act)
                return Redirect(visit.link("/staff/plans/\(id)/items/\(item)"), T.planning.saidItemAdded)
            }
        } again: { try await show(visit, $0) }
    }

    @Sendable static func submit(_ visit: Visit) async throws -> Answer {
        let (id, reason): (YearPlan.ID, String) = (try visit.id("plan"), visit.typed.lines("reason"))
        _ = try await visit.read { try YearPlanStore.plan(id, in: $0) }
        return try await visit.submit {
            try await visit.act { act in
                try PlanVersionStore.submit(id, because: reason, in: act)
                return Redirect(visit.link("/staff/plans/\(id)/versions"), T.planning.saidSubmitted)
            }
        } again: { try await show(visit, $0) }
    }

    // MARK: Papers

    @Sendable static func pdf(_ visit: Visit) async throws -> Answer {
        let paper = try await paper(visit)
        return try await visit.printed(paper.plan, with: "plan", name: "\(paper.title).pdf")
    }

    @Sendable static func word(_ visit: Visit) async throws -> Answer {
        let paper = try await paper(visit)
        return try await visit.written(paper.plan, landscape: true, name: "\(paper.title).docx")
    }

    @Sendable static func sheet(_ visit: Visit) async throws -> Answer {
        let paper = try await paper(visit)
        return .file(bytes: try paper.sheet.xlsx(), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name: "\(paper.title).xlsx")
    }

    /// The plan as it stands now, or as a version of it was handed in.
    static func paper(_ visit: Visit) async throws -> PlanPaper {
        let id: YearPlan.ID = try visit.id("plan"), number = visit.query.number("version", in: 1...100_000)
        return try await visit.read { [t = visit.t, site = visit.site] act in
            let plan = try YearPlanStore.plan(id, in: act), done = try PlanDoneStore.done(plan, in: act)
            let versions = try PlanVersionStore.versions(of: id, in: act), version = try number.map { number in
                guard let version = versions.first(where: { $0.number == number }) else { throw Problem.missing }
                return version
            }
            let items = try version.map { try PlanVersionStore.items(of: $0.id, in: act) } ?? done.lines.map(\.item)
            return PlanPaper(
                done: done, items: items, version: version, words: try PlanWordsStore.words(of: items.map(\.details) + done.lines.map(\.item.details),
                    in: act), site: site, t: t)
        }
    }
}

extension PlanItemDetails {
    /// A line that a programme of the catalogue makes.
    init(_ programme: Programme, _ days: ClosedRange<Day>, by person: ID<PersonTag>?) {
        let target = ([programme.target] + programme.targets.map(\.name)).filter { !$0.isEmpty }.joined(separator: ", ")
        self.init(
            programme: programme.id, title: String(programme.title.prefix(TextLimit.sentence.rawValue)), person: person, days: days,
            target: String(target.prefix(TextLimit.sentence.rawValue)), people: programme.seatsMax > 0 ? programme.seatsMax : nil)
    }
}
