import Accounts
import Catalogue
import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// One's own plan, step by step.
enum NeedPlanPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let board = try await board(visit)
        return visit.page(NeedPlanViews(reader: visit.reader).page(board, visit.form()))
    }

    /// Plans are made for this year and the next.
    private static func year(_ visit: Visit, _ typed: Typed) throws -> SchoolYear {
        let now = SchoolYear(containing: visit.today)
        guard !typed["year"].isEmpty else { return now }
        guard let start = typed.number("year", in: now.start...now.next.start), let year = SchoolYear(start: start) else { throw Problem.missing }
        return year
    }

    private static func board(_ visit: Visit, _ typed: Typed? = nil) async throws -> NeedPlanBoard {
        guard let person = visit.actor.person else { throw Problem.missing }
        let year = try year(visit, typed ?? visit.query), now = SchoolYear(containing: visit.today), (today, centre) = (visit.today, visit.centre.id)
        return try await visit.read { act in
            let plan = try NeedPlanStore.plan(of: person, in: year, in: act)
            return NeedPlanBoard(
                year: year, years: [now, now.next], plan: plan, earlier: plan == nil ? try NeedPlanStore.latest(of: person, before: year, in: act) : nil,
                met: try plan == nil ? [:] : met(person, in: year, act), topics: try TopicStore.list(in: act),
                competences: try NeedPlanStore.competences(at: centre, in: year, today: today, in: act),
                schools: try EmploymentStore.schools(of: person, on: today, in: act))
        }
    }

    /// By what wishes were met, the last of each topic.
    private static func met(_ person: Person.ID, in year: SchoolYear, _ act: Act) throws -> [Topic.ID: WishMet] {
        Dictionary(try act.ask(WishMetAsked(person: person, year: year)).flatMap { $0 }.map { ($0.topic, $0) }, uniquingKeysWith: { first, _ in first })
    }

    // MARK: A step

    static func step(_ step: PlanStep) -> Route.Page {
        { visit in
            let board = try await board(visit), language = visit.language
            let typed = switch step {
            case .about: board.about.typed
            case .ratings: PlanRatings.typed(board.plan?.ratings ?? [:])
            case .wishes: PlanWishes.typed(board.plan?.wishes ?? [], board.topics, in: language)
            case .ways: board.plan?.ways.typed ?? .nothing
            case .sharing: Typed(board.plan?.isShared == true ? [("shared", "yes")] : [])
            }
            return visit.page(NeedPlanViews(reader: visit.reader).step(step, board, visit.form(typed)))
        }
    }

    static func save(_ step: PlanStep) -> Route.Page {
        { visit in
            let year = try year(visit, visit.typed), (typed, centre, today) = (visit.typed, visit.centre.id, visit.today)
            let next = step.next.map { "/me/plan/\($0.rawValue)?year=\(year.start)" } ?? "/me/plan?year=\(year.start)"
            return try await visit.submit {
                let deed = try await deed(step, typed, visit, year, today)
                return try await visit.act { act in
                    try deed(act, centre)
                    return Redirect(visit.link(next), T.common.saved)
                }
            } again: { form in
                NeedPlanViews(reader: visit.reader).step(step, try await board(visit, typed), form)
            }
        }
    }

    private typealias Deed = @Sendable (Act, Centre.ID) throws -> Void

    private static func deed(_ step: PlanStep, _ typed: Typed, _ visit: Visit, _ year: SchoolYear, _ today: Day) async throws -> Deed {
        switch step {
        case .about:
            let about = try NeedPlan.About(typed)
            return { try NeedPlanStore.set(about, in: year, at: $1, in: $0) }
        case .ratings:
            let centre = visit.centre.id
            let codes = try await visit.read { try NeedPlanStore.competences(at: centre, in: year, today: today, in: $0) }
            let ratings = try PlanRatings(typed, of: codes).ratings
            return { try NeedPlanStore.set(ratings, in: year, at: $1, in: $0) }
        case .wishes:
            let drafts = try PlanWishes(typed).drafts
            return { try WishStore.set(drafts, in: year, at: $1, in: $0) }
        case .ways:
            let ways = try NeedPlan.Ways(typed)
            return { try NeedPlanStore.set(ways, in: year, at: $1, in: $0) }
        case .sharing:
            let isShared = typed.has("shared")
            return { try NeedPlanStore.share(isShared, in: year, at: $1, in: $0) }
        }
    }

    // MARK: Carried over, met, meant

    @Sendable static func carry(_ visit: Visit) async throws -> Answer {
        let year = try year(visit, visit.typed), (centre, today) = (visit.centre.id, visit.today)
        return try await visit.submit {
            try await visit.act { act in
                try WishStore.carry(into: year, at: centre, today: today, in: act)
                return Redirect(visit.link("/me/plan?year=\(year.start)"), T.needs.saidCarried)
            }
        } again: { NeedPlanViews(reader: visit.reader).page(try await board(visit, visit.typed), $0) }
    }

    @Sendable static func serve(_ visit: Visit) async throws -> Answer {
        let year = try year(visit, visit.typed), isServed = !visit.typed.has("open")
        guard let place = visit.typed.number("place", in: 1...NeedPlan.mostWishes) else { throw Problem.missing }
        return try await visit.act { act in
            try WishStore.set(place, isServed: isServed, in: year, in: act)
            return Redirect(visit.link("/me/plan?year=\(year.start)"), T.common.saved)
        }
    }

    /// One of the proposed topics was meant: it takes the place of the own words.
    @Sendable static func mean(_ visit: Visit) async throws -> Answer {
        let year = try year(visit, visit.typed)
        guard let place = visit.typed.number("place", in: 1...NeedPlan.mostWishes), let topic = Topic.ID(visit.typed["topic"]) else { throw Problem.missing }
        let centre = visit.centre.id
        return try await visit.submit {
            try await visit.act { act in
                try WishStore.mean(topic, at: place, in: year, at: centre, in: act)
                return Redirect(visit.link("/me/plan?year=\(year.start)"), T.common.saved)
            }
        } again: { NeedPlanViews(reader: visit.reader).page(try await board(visit, visit.typed), $0) }
    }
}

/// What the page of a plan shows.
struct NeedPlanBoard: Sendable {
    let year: SchoolYear
    let years: [SchoolYear]
    let plan: NeedPlan?
    /// What can be carried over; nil once the plan of the year is begun.
    let earlier: NeedPlan?
    /// By what wishes were met because their person went there.
    let met: [Topic.ID: WishMet]
    let topics: TopicList
    let competences: [CycleCode]
    let schools: [School]

    /// Where the person works: as the plan says, else the first that is known.
    var about: NeedPlan.About { plan?.about ?? NeedPlan.About(school: schools.first?.id, job: .subject) }
}
