import Centres
import Forms
import Foundation
import Kernel
import Languages
import Look
import Planner
import Sheets
import Web

/// What is wished, as everybody may read it; and the desk where a release is made.
enum DemandReleasePages {
    // MARK: For everybody

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let topic = Topic.ID(visit.query["topic"])
        return visit.page(DemandReleaseViews(reader: visit.reader).page(try await board(visit), topic))
    }

    @Sendable static func sheet(_ visit: Visit) async throws -> Answer {
        let board = try await board(visit)
        guard let release = board.release else { return .redirect(visit.link("/needs")) }
        let sheet = ReleaseSheet(t: visit.t, board: board, release: release)
        return .file(bytes: try sheet.xlsx(), type: DemandSheet.type, name: "\(sheet.name).xlsx")
    }

    private static func board(_ visit: Visit) async throws -> ReleaseBoard {
        let centre = visit.centre.id
        return try await visit.read { act in
            ReleaseBoard(
                release: try DemandReleaseStore.newest(of: centre, in: act), topics: try TopicStore.list(in: act),
                municipalities: try DemandStore.municipalities(in: act), seat: try CentreStore.centre(centre, in: act).municipality)
        }
    }

    // MARK: For staff

    @Sendable static func desk(_ visit: Visit) async throws -> Answer {
        let (centre, year) = (visit.centre.id, DemandPages.year(visit, visit.query))
        let desk = try await visit.read { act in
            let all = try DemandReleaseStore.all(of: centre, in: year, in: act)
            let plans = try DemandReleaseStore.plans(of: centre, in: year, since: all.last?.at, in: act)
            return ReleaseDesk(
                year: year, releases: all, refusal: DemandRelease.refusal(plans: plans.all, changed: plans.changed, isFirst: all.isEmpty), changed: plans.changed)
        }
        return visit.page(DemandReleaseViews(reader: visit.reader).desk(desk))
    }

    /// Counts, hides, attacks what is left, and freezes it: nothing is told before the attack has failed.
    @Sendable static func release(_ visit: Visit) async throws -> Answer {
        let (centre, year) = (visit.centre.id, DemandPages.year(visit, visit.typed))
        let draft = try await visit.read { try ReleaseDraft(of: centre, in: year, in: $0) }
        let hidden = try await visit.hiding(draft.cube, or: T.needs.releaseNotHidden)
        return try await visit.act { act in
            try draft.release(hidden, in: act)
            return Redirect(visit.link("/staff/needs/release?year=\(year.start)"), T.needs.saidTold)
        }
    }
}

/// What everybody reads.
struct ReleaseBoard: Sendable {
    /// Nil before there was one.
    let release: DemandRelease?
    let topics: TopicList
    let municipalities: [Municipality.ID: Municipality]
    let seat: Municipality.ID?
}

/// Where a release is made.
struct ReleaseDesk: Sendable {
    let year: SchoolYear
    let releases: [DemandRelease]
    /// Why there can be none now.
    let refusal: Phrase?
    /// Plans that the next one would tell anew.
    let changed: Int
}

/// A release as a workbook: a row for each of its numbers.
struct ReleaseSheet {
    let t: Texts
    let board: ReleaseBoard
    let release: DemandRelease

    var name: String { "\(t(T.needs.wished)) \(t.schoolYear(release.year)) \(release.number)".replacing("/", with: "-") }

    func xlsx() throws -> [UInt8] {
        let writer = try SheetWriter(), words = ReleaseWords(t: t, board: board)
        try writer.begin(t(T.needs.wished), columns: [
            Sheet.Column(t(T.needs.topic), width: 44), Sheet.Column(t(T.needs.splitBy), width: 18), Sheet.Column(t(T.needs.value), width: 30),
            Sheet.Column(t(T.needs.wishes), width: 12),
        ])
        for cell in release.cells {
            let topic = cell.topic.map { words.topic($0).text } ?? t(T.needs.everyTopic), wishes = cell.wishes.map { Cell.number(Decimal($0)) }
            try writer.add([.text(topic), .text(words.axis(cell.place)), .text(words.place(cell.place)?.text ?? ""), wishes ?? .text(t(T.needs.hiddenNumber))])
        }
        return try writer.finish()
    }
}
