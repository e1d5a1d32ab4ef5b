import Centres
import Forms
import Kernel
import Languages
import Look
import Schools
import Web

/// What a school needs: written by whoever looks after it, read by the centre.
enum SchoolNeedPages {
    // MARK: The school

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let board = try await board(visit, visit.query)
        let details = board.need?.details ?? SchoolNeedDetails()
        return visit.page(SchoolNeedViews(reader: visit.reader).form(board, visit.form(details.typed(board.topics, visit.t))))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let (typed, school, centre) = (visit.typed, try visit.id("school", of: SchoolTag.self), visit.centre.id), isSent = typed.has("send")
        let board = try await board(visit, typed), year = board.year
        return try await visit.submit {
            let details = try SchoolNeedDetails(typed, board.currency)
            return try await visit.act { act in
                try SchoolNeedStore.set(details, of: school, in: year, at: centre, sends: isSent, in: act)
                return Redirect(visit.link("/me/schools/\(school)/needs?year=\(year.start)"), isSent ? T.needs.saidSent : T.common.saved)
            }
        } again: { SchoolNeedViews(reader: visit.reader).form(board, $0) }
    }

    /// A school answers for this year and the next.
    private static func board(_ visit: Visit, _ typed: Typed) async throws -> SchoolNeedBoard {
        let (school, centre): (School.ID, Centre.ID) = (try visit.id("school"), visit.centre.id)
        let now = SchoolYear(containing: visit.today)
        let year = typed.number("year", in: now.start...now.next.start).flatMap(SchoolYear.init(start:)) ?? now
        return try await visit.read { act in
            SchoolNeedBoard(
                school: try SchoolTeamStore.school(school, in: act), year: year, years: [now, now.next], need: try SchoolNeedStore.own(school, in: year, in: act),
                topics: try TopicStore.list(in: act), currency: try CentreStore.centre(centre, in: act).currency)
        }
    }

    /// What the people of the school share with it.
    @Sendable static func plans(_ visit: Visit) async throws -> Answer {
        let (id, today): (School.ID, Day) = (try visit.id("school"), visit.today), now = SchoolYear(containing: visit.today)
        let year = visit.query.number("year", in: now.previous.start...now.next.start).flatMap(SchoolYear.init(start:)) ?? now
        let (school, plans, topics) = try await visit.read { act in
            (try SchoolTeamStore.school(id, in: act), try SchoolNeedStore.plans(of: id, in: year, on: today, in: act), try TopicStore.list(in: act))
        }
        return visit.page(SchoolNeedViews(reader: visit.reader).plans(plans, of: school, year, [now.next, now, now.previous], topics))
    }

    // MARK: The centre

    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let (centre, year) = (visit.centre.id, DemandPages.year(visit, visit.query))
        let lines = try await visit.read { try SchoolNeedStore.lines(at: centre, in: year, in: $0) }
        return visit.page(SchoolNeedViews(reader: visit.reader).list(lines, year, SchoolYear(containing: visit.today)))
    }

    @Sendable static func ask(_ visit: Visit) async throws -> Answer {
        let (centre, year) = (visit.centre.id, DemandPages.year(visit, visit.typed))
        return try await visit.act { act in
            let count = try SchoolNeedStore.ask(at: centre, in: year, in: act)
            return Redirect(visit.link("/staff/needs/schools?year=\(year.start)"), T.needs.saidAsked(count: count))
        }
    }

    @Sendable static func read(_ visit: Visit) async throws -> Answer {
        let (id, centre, year): (School.ID, Centre.ID, SchoolYear) = (try visit.id("school"), visit.centre.id, DemandPages.year(visit, visit.query))
        let (sent, topics) = try await visit.read { (try SchoolNeedStore.sent(by: id, in: year, at: centre, in: $0), try TopicStore.list(in: $0)) }
        return visit.page(SchoolNeedViews(reader: visit.reader).answer(sent.need, sent.school, topics))
    }
}

/// What the form of a school's answer shows.
struct SchoolNeedBoard: Sendable {
    let school: School
    let year: SchoolYear
    let years: [SchoolYear]
    let need: SchoolNeed?
    let topics: TopicList
    let currency: Currency
}
