import Centres
import Documents
import Files
import Forms
import Kernel
import Languages
import Look
import Web

/// Contests as everybody reads them.
enum ContestPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let contests = try await visit.read { try ContestStore.announced(of: centre, in: $0) }
        return visit.page(ContestViews(reader: visit.reader).list(contests))
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, Contest.ID) = (visit.centre.id, try visit.id("contest"))
        let sight = try await visit.read { act in
            let contest = try ContestStore.contest(id, at: centre, in: act)
            return ContestSight(
                contest: contest, above: try ContestStore.above(contest, in: act),
                months: try months(contest, in: act), parts: try act.ask(ContestPageAsked(contest)).sorted { $0.place < $1.place })
        }
        return visit.page(ContestViews(reader: visit.reader).show(sight, sight.parts.shown(visit.reader)))
    }

    /// How long it keeps what it holds about children: as it was when it was decided, or as it is today.
    static func months(_ contest: Contest, in act: Act) throws -> Int {
        let today = try CentreStore.centre(contest.centre, in: act).zone.day(of: act.now)
        return try contest.keepMonths ?? ContestRetention.months(on: today, ContestRetentionStore.all(of: contest.centre, in: act))
    }

    @Sendable static func order(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, Contest.ID) = (visit.centre.id, try visit.id("contest"))
        let (contest, works) = try await visit.read { act in
            let contest = try ContestStore.contest(id, at: centre, in: act)
            guard contest.kind == .festival else { throw Problem.missing }
            return (contest, try ContestWorkStore.sent(of: id, in: act).filter { $0.starts != nil }.sorted { ($0.starts?.seconds ?? 0) < ($1.starts?.seconds ?? 0) })
        }
        return visit.page(ContestViews(reader: visit.reader).order(contest, works.map { (start: $0.starts, minutes: $0.minutes, work: ShowableWork($0)) }))
    }

    // MARK: On paper

    @Sendable static func poster(_ visit: Visit) async throws -> Answer {
        let (contest, paper) = try await paper(visit)
        let pictures: [String: [UInt8]] = contest.poster.flatMap { poster in (try? poster.bytes(in: visit.files)).map { ["poster": $0] } } ?? [:]
        let content = paper.poster(contest, at: "\(visit.records.address)\(visit.link(contest.path))", hasPicture: !pictures.isEmpty)
        let bytes = try await visit.set(Typesetting(template: "poster", content, stamp: visit.now.seconds, pictures: pictures))
        return .file(bytes: bytes, type: "application/pdf", name: "\(visit.t.shown(contest.name)).pdf")
    }

    @Sendable static func rules(_ visit: Visit) async throws -> Answer {
        let (contest, paper) = try await paper(visit)
        let centre = visit.centre.id
        let months = try await visit.read { try Self.months(ContestStore.contest(contest.id, at: centre, in: $0), in: $0) }
        return try await visit.printed(paper.rules(contest, months: months), with: "report", name: "\(visit.t(T.contests.rules)).pdf")
    }

    private static func paper(_ visit: Visit) async throws -> (Contest, ContestPaper) {
        let (centre, id): (Centre.ID, Contest.ID) = (visit.centre.id, try visit.id("contest"))
        let (contest, office) = try await visit.read { (try ContestStore.contest(id, at: centre, in: $0), try CentreStore.centre(centre, in: $0)) }
        return (contest, ContestPaper(t: visit.t, office: office))
    }
}
