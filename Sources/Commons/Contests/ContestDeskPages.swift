import Centres
import Files
import Forms
import Kernel
import Languages
import Look
import Sheets
import Web

/// Contests for the people of the centre.
enum ContestDeskPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let (contests, counts, rules) = try await visit.read { act in
            let contests = try ContestStore.all(of: centre, in: act)
            return (contests, try ContestStore.counts(of: contests.map(\.id), in: act), try ContestRetentionStore.all(of: centre, in: act))
        }
        return visit.page(ContestDeskViews(reader: visit.reader).list(contests, counts, rules))
    }

    // MARK: The call

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        let own: Language = visit.language == .srLatn ? .sr : visit.language, zone = visit.centre.zone
        var draft = ContestDraft(
            .photo, "", in: own, opens: zone.startOfDay(visit.today), closes: zone.startOfDay(visit.today.adding(days: 30)).adding(hours: 23).adding(minutes: 59))
        draft.hasJury = true
        return visit.page(try await form(visit, nil, visit.form(draft.typed(in: zone))))
    }

    private static func form(_ visit: Visit, _ contest: Contest?, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id
        let above = try await visit.read { try ContestStore.possibleParents(at: centre, in: $0) }
        return ContestFormViews(reader: visit.reader).form(contest, above.filter { $0.id != contest?.id }, form)
    }

    @Sendable static func announce(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            let draft = try ContestDraft(visit.typed, own: visit.language, in: visit.centre.zone)
            return try await visit.act { act in
                let id = try ContestDeskStore.announce(draft, at: centre, in: act)
                return Redirect(visit.link("/staff/contests/\(id)/edit"), T.contests.saidBegun)
            }
        } again: { try await form(visit, nil, $0) }
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let contest = try await contest(visit)
        return visit.page(try await form(visit, contest, visit.form(contest.draft.typed(in: visit.centre.zone))))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let contest = try await contest(visit), centre = visit.centre.id
        return try await visit.submit {
            let draft = try ContestDraft(visit.typed, own: visit.language, in: visit.centre.zone)
            return try await visit.act { act in
                try ContestDeskStore.edit(contest.id, to: draft, at: centre, in: act)
                return Redirect(visit.link("/staff/contests/\(contest.id)"), T.common.saved)
            }
        } again: { try await form(visit, contest, $0) }
    }

    private static func contest(_ visit: Visit) async throws -> Contest {
        let (centre, id): (Centre.ID, Contest.ID) = (visit.centre.id, try visit.id("contest"))
        return try await visit.read { try ContestStore.contest(id, at: centre, in: $0) }
    }

    // MARK: Categories

    @Sendable static func category(_ visit: Visit) async throws -> Answer {
        let contest = try await contest(visit), category = try category(visit, of: contest)
        return visit.page(ContestFormViews(reader: visit.reader).category(contest, category, visit.form(category.draft.typed)))
    }

    private static func category(_ visit: Visit, of contest: Contest) throws -> ContestCategory {
        guard let category = contest.category(try visit.id("category")) else { throw Problem.missing }
        return category
    }

    @Sendable static func addCategory(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await change(visit, T.contests.deedCategory, to: "/edit") { id, act in
            try ContestDeskStore.add(ContestCategoryDraft(visit.typed), to: id, at: centre, in: act)
        } again: { ContestFormViews(reader: visit.reader).category(try await contest(visit), nil, $0) }
    }

    @Sendable static func newCategory(_ visit: Visit) async throws -> Answer {
        visit.page(ContestFormViews(reader: visit.reader).category(try await contest(visit), nil, visit.form(ContestCategoryDraft("").typed)))
    }

    @Sendable static func saveCategory(_ visit: Visit) async throws -> Answer {
        let contest = try await contest(visit), category = try category(visit, of: contest), centre = visit.centre.id
        return try await change(visit, T.common.saved, to: "/edit") { id, act in
            try ContestDeskStore.edit(category.id, to: ContestCategoryDraft(visit.typed), of: id, at: centre, in: act)
        } again: { ContestFormViews(reader: visit.reader).category(contest, category, $0) }
    }

    @Sendable static func removeCategory(_ visit: Visit) async throws -> Answer {
        let contest = try await contest(visit), category = try category(visit, of: contest), centre = visit.centre.id
        return try await change(visit, T.contests.deedCategory, to: "/edit") { id, act in
            try ContestDeskStore.remove(category.id, of: id, at: centre, in: act)
        } again: { ContestFormViews(reader: visit.reader).category(contest, category, $0) }
    }

    @Sendable static func setPoster(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, contest = try await contest(visit)
        return try await visit.submit {
            let file = try await FileIntake(visit).file(visit.typed, "file", [.picture], isRequired: false)
            return try await visit.act { act in
                try ContestDeskStore.setPoster(file, of: contest.id, at: centre, in: act)
                return Redirect(visit.link("/staff/contests/\(contest.id)"), T.common.saved)
            }
        } again: { try await screen(visit, poster: $0) }
    }

    // MARK: Its page

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit)) }

    private static func screen(_ visit: Visit, _ form: FilledForm? = nil, poster: FilledForm? = nil) async throws -> Screen {
        let (centre, id): (Centre.ID, Contest.ID) = (visit.centre.id, try visit.id("contest"))
        let sight = try await visit.read { try Self.sight(id, at: centre, in: $0) }
        return ContestDeskViews(reader: visit.reader).show(
            sight, sight.parts.shown(visit.reader), form ?? visit.form(Typed(["event": sight.contest.event?.description ?? ""])), poster: poster ?? visit.form())
    }

    private static func sight(_ id: Contest.ID, at centre: Centre.ID, in act: Act) throws -> ContestDeskSight {
        let contest = try ContestStore.contest(id, at: centre, in: act), works = try ContestWorkStore.all(of: id, in: act)
        let codes = Dictionary(works.map { ($0.id, $0.code) }, uniquingKeysWith: { first, _ in first })
        let pairs = Likeness.pairs(works.filter { $0.state == .sent }.flatMap { work in work.files.map { (work: work.id, mark: $0.mark) } })
        return ContestDeskSight(
            contest: contest, works: works, pairs: pairs.map { (first: codes[$0.first] ?? "", second: codes[$0.second] ?? "", distance: $0.distance) },
            below: try ContestStore.below(id, in: act), drafts: try ContestStore.counts(of: [id], in: act)[id]?[.draft] ?? 0,
            parts: try act.ask(ContestDeskAsked(contest)).sorted { $0.place < $1.place })
    }

    private static func change(
        _ visit: Visit, _ said: Phrase, to path: String = "", _ deed: @escaping @Sendable (Contest.ID, Act) throws -> Void, again: (FilledForm) async throws -> Screen
    ) async throws -> Answer {
        let id: Contest.ID = try visit.id("contest")
        return try await visit.submit {
            try await visit.act { act in
                try deed(id, act)
                return Redirect(visit.link("/staff/contests/\(id)\(path)"), said)
            }
        } again: { try await again($0) }
    }

    @Sendable static func move(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, state = Contest.State(rawValue: visit.typed["state"])
        return try await change(visit, T.common.saved) { id, act in
            guard let state else { throw Problem.conflict(T.contests.errorMove) }
            try ContestStore.move(id, to: state, at: centre, in: act)
        } again: { try await screen(visit, $0) }
    }

    @Sendable static func setEvent(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await change(visit, T.common.saved) { id, act in
            do {
                try ContestDeskStore.setEvent(ContestEventForm.read(visit.typed), of: id, at: centre, in: act)
            } catch let problem as Problem where problem.kind == .missing {
                throw Problem.invalid("event", T.contests.errorEvent)
            }
        } again: { try await screen(visit, $0) }
    }

    @Sendable static func remind(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, Contest.ID) = (visit.centre.id, try visit.id("contest"))
        return try await visit.act { act in
            let told = try WorkDeskStore.remind(id, at: centre, in: act)
            return Redirect(visit.link("/staff/contests/\(id)"), told > 0 ? T.contests.saidReminded(count: told) : T.contests.saidNobodyReminded)
        }
    }

    @Sendable static func take(_ visit: Visit) async throws -> Answer {
        let (centre, id, lower): (Centre.ID, Contest.ID, Contest.ID?) = (visit.centre.id, try visit.id("contest"), Contest.ID(visit.typed["lower"]))
        let codes = (0..<codesMost).map { _ in WorkCode.random() }
        return try await visit.submit {
            guard let lower else { throw Problem.missing }
            return try await visit.act { act in
                let points = try act.ask(WorkPointsAsked(of: lower)).first ?? [:]
                let taken = try WorkDeskStore.take(from: lower, points: points, codes: codes, into: id, at: centre, in: act)
                return Redirect(visit.link("/staff/contests/\(id)"), taken > 0 ? T.contests.saidTaken(count: taken) : T.contests.saidNothingTaken)
            }
        } again: { try await screen(visit, $0) }
    }

    private static let codesMost = 2_000

    @Sendable static func discard(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, Contest.ID) = (visit.centre.id, try visit.id("contest"))
        return try await visit.submit {
            try await visit.act { act in
                try ContestDeskStore.discard(id, at: centre, in: act)
                return Redirect(visit.link("/staff/contests"), T.contests.saidDiscarded)
            }
        } again: { try await screen(visit, $0) }
    }

    /// All works with all that the office knows of them.
    @Sendable static func export(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, Contest.ID) = (visit.centre.id, try visit.id("contest"))
        let (contest, works) = try await visit.read { (try ContestStore.contest(id, at: centre, in: $0), try ContestWorkStore.all(of: id, in: $0)) }
        let sheet = WorkSheet.sheet(contest, works, visit.t)
        return .file(bytes: try sheet.xlsx(), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name: "\(sheet.name).xlsx")
    }

    // MARK: The order of a festival

    @Sendable static func order(_ visit: Visit) async throws -> Answer {
        let (contest, works) = try await performances(visit), zone = visit.centre.zone, first = works.compactMap(\.starts).min { $0.seconds < $1.seconds }
        let typed = Typed([
            ("day", first.map { zone.day(of: $0).iso } ?? ""), ("time", first.map { zone.time(of: $0).iso } ?? "18:00"), ("pause", "2"),
        ] + works.enumerated().map { ("place-\($1.id)", "\($0 + 1)") })
        return visit.page(ContestDeskViews(reader: visit.reader).order(contest, works, visit.form(typed)))
    }

    private static func performances(_ visit: Visit) async throws -> (Contest, [ContestWork]) {
        let (centre, id): (Centre.ID, Contest.ID) = (visit.centre.id, try visit.id("contest"))
        return try await visit.read { act in
            let contest = try ContestStore.contest(id, at: centre, in: act)
            guard contest.kind == .festival else { throw Problem.missing }
            return (contest, try ContestWorkStore.sent(of: id, in: act).sorted { ($0.starts?.seconds ?? .max, $0.code) < ($1.starts?.seconds ?? .max, $1.code) })
        }
    }

    @Sendable static func saveOrder(_ visit: Visit) async throws -> Answer {
        let (contest, works) = try await performances(visit), centre = visit.centre.id
        return try await visit.submit {
            let form = try OrderForm(visit.typed, works.map(\.id), own: visit.language, in: visit.centre.zone)
            return try await visit.act { act in
                try WorkDeskStore.order(form.works, from: form.first, pause: form.pause, of: contest.id, at: centre, in: act)
                return Redirect(visit.link("/staff/contests/\(contest.id)/order"), T.contests.deedOrdered)
            }
        } again: { ContestDeskViews(reader: visit.reader).order(contest, works, $0) }
    }

    // MARK: How long

    @Sendable static func retention(_ visit: Visit) async throws -> Answer { visit.page(try await retention(visit, visit.form())) }

    private static func retention(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id
        return ContestDeskViews(reader: visit.reader).retention(try await visit.read { try ContestRetentionStore.all(of: centre, in: $0) }, form)
    }

    @Sendable static func setRetention(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            let rule = try ContestRetention(visit.typed, own: visit.language)
            return try await visit.act { act in
                try ContestRetentionStore.set(rule, of: centre, in: act)
                return Redirect(visit.link("/staff/contests/retention"), T.common.saved)
            }
        } again: { try await retention(visit, $0) }
    }
}
