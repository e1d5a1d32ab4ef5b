import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// The club for everybody: what there is, what comes, one session.
enum ClubPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let front = try await visit.read { act in
            let ideas = try ClubIdeaStore.board(of: centre, in: act)
            return ClubFront(
                clubs: try ClubStore.clubs(at: centre, in: act).filter { !$0.isClosed }, coming: try ClubSessionStore.coming(of: centre, limit: 8, in: act),
                days: try ClubDayStore.coming(at: centre, in: act), ideas: ideas.count { $0.state == .open })
        }
        return visit.page(ClubViews(reader: visit.reader).front(front))
    }

    @Sendable static func programme(_ visit: Visit) async throws -> Answer {
        let (centre, month) = (visit.centre.id, ClubMonth(visit.query["month"], today: visit.today)), chosen = Club.ID(visit.query["club"])
        let (sessions, clubs) = try await visit.read { act in
            (try ClubSessionStore.programme(of: centre, in: month.days, club: chosen, in: act),
                try ClubStore.clubs(at: centre, in: act).filter { !$0.isClosed })
        }
        return visit.page(ClubViews(reader: visit.reader).programme(month, sessions, clubs, chosen))
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, Club.ID) = (visit.centre.id, try visit.id("club"))
        let (club, topics, coming, hall) = try await visit.read { act in
            let club = try ClubStore.club(id, at: centre, in: act)
            guard !club.isClosed else { throw Problem.missing }
            let hall = try club.details.hall.flatMap { hall in try HallStore.halls(of: centre, all: true, in: act).first { $0.id == hall } }
            return (
                club, try ClubStore.topics(of: id, in: act).filter { !$0.isClosed }, try ClubSessionStore.coming(of: centre, club: id, limit: 12, in: act),
                    hall?.name)
        }
        return visit.page(ClubViews(reader: visit.reader).club(club, topics, coming, place: hall ?? club.details.place))
    }

    @Sendable static func session(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, ClubSession.ID) = (visit.centre.id, try visit.id("session"))
        let session = try await visit.read { try ClubSessionStore.session(id, at: centre, in: $0) }
        return visit.page(ClubViews(reader: visit.reader).session(session))
    }
}

/// What the first page of the club shows.
struct ClubFront: Sendable {
    let clubs: [Club]
    let coming: [ClubSession]
    let days: [ClubDay]
    /// So many ideas that wait for a mentor.
    let ideas: Int
}

/// The month that the programme shows.
struct ClubMonth: Sendable {
    let days: ClosedRange<Day>

    /// - Parameter text: as an address names it, `2026-02`; what names none is the month of today.
    init(_ text: String, today: Day) {
        let named = Day(iso: text + "-01")
        days = (named.flatMap { abs($0.year - today.year) <= 5 ? $0 : nil } ?? today).monthDays
    }
}
