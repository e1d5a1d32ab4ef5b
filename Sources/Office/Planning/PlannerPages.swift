import Accounts
import Catalogue
import Centres
import Events
import Forms
import Foundation
import Kernel
import Languages
import Look
import Needs
import Sheets
import Web

/// A term planned out of what people wish.
enum PlannerPages {
    // MARK: Asked for

    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let (runs, ground) = try await ground(visit)
        let again = PlannerRun.ID(visit.query["again"]).flatMap { id in runs.first { $0.id == id } }
        let asked = again?.asked ?? runs.first?.asked ?? .usual(today: visit.today, currency: ground.currency)
        return visit.page(PlannerAskViews(reader: visit.reader).list(runs, ground, again: again, visit.form(asked.typed)))
    }

    private static func ground(_ visit: Visit) async throws -> (runs: [PlannerRun], ground: PlannerGround) {
        let (centre, today, alphabet) = (visit.centre.id, visit.today, visit.language.alphabet)
        return try await visit.read { act in (try PlannerRunStore.runs(of: centre, in: act), try PlannerGround(centre, today, alphabet, in: act)) }
    }

    @Sendable static func begin(_ visit: Visit) async throws -> Answer {
        let (runs, ground) = try await ground(visit)
        let again = PlannerRun.ID(visit.typed["again"]).flatMap { id in runs.first { $0.id == id } }
        return try await visit.submit {
            let asked = try PlannerAsk(visit.typed, today: visit.today, currency: ground.currency, towns: ground.towns.map(\.id)), centre = visit.centre.id
            return try await visit.act { act in
                let id = try PlannerRunStore.begin(asked, at: centre, after: again?.id, in: act)
                return Redirect(visit.link("/staff/planner/\(id)"), T.planning.saidRun)
            }
        } again: { PlannerAskViews(reader: visit.reader).list(runs, ground, again: again, $0) }
    }

    // MARK: Looked at

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        visit.page(PlannerViews(reader: visit.reader).show(try await board(visit), visit.form()))
    }

    private static func board(_ visit: Visit) async throws -> PlannerBoard {
        let id: PlannerRun.ID = try visit.id("run")
        return try await visit.read { try PlannerBoard(id, in: $0) }
    }

    @Sendable static func stop(_ visit: Visit) async throws -> Answer {
        let id: PlannerRun.ID = try visit.id("run")
        return try await visit.act { act in
            try PlannerRunStore.stop(id, in: act)
            return Redirect(visit.link("/staff/planner/\(id)"), T.planning.saidRunStop)
        }
    }

    @Sendable static func mark(_ visit: Visit) async throws -> Answer {
        let (id, proposal): (PlannerRun.ID, PlannerProposal.ID) = (try visit.id("run"), try visit.id("proposal"))
        guard let mark = PlannerProposal.Mark(rawValue: visit.typed["mark"]) else { throw Problem.missing }
        return try await visit.act { act in
            try PlannerRunStore.mark(proposal, of: id, mark, in: act)
            return Redirect(visit.link("/staff/planner/\(id)#proposal-\(proposal)"), T.common.saved)
        }
    }

    @Sendable static func accept(_ visit: Visit) async throws -> Answer {
        let id: PlannerRun.ID = try visit.id("run")
        return try await visit.submit {
            try await visit.act { act in
                let count = try PlannerRunStore.accept(id, in: act)
                return Redirect(visit.link("/staff/planner/\(id)"), T.planning.saidAccepted(count: count))
            }
        } again: { PlannerViews(reader: visit.reader).show(try await board(visit), $0) }
    }

    @Sendable static func sheet(_ visit: Visit) async throws -> Answer {
        let board = try await board(visit), sheet = PlannerSheet(t: visit.t, board: board)
        return .file(bytes: try sheet.xlsx(), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name: "\(sheet.name).xlsx")
    }

    // MARK: The school calendar

    @Sendable static func calendar(_ visit: Visit) async throws -> Answer { visit.page(try await calendar(visit, visit.form())) }

    private static func calendar(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id
        return PlannerAskViews(reader: visit.reader).calendar(try await visit.read { try PlannerRunStore.periods(of: centre, in: $0) }, form)
    }

    @Sendable static func addPeriod(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            var faults = Faults()
            let typed = visit.typed, first = Day(typed: typed["first"]), last = typed["last"].isEmpty ? first : Day(typed: typed["last"]), name = typed["name"]
            faults.require(first != nil, "first", T.common.errorDay(example: "11.2.2027."))
            faults.require(last != nil || first == nil, "last", T.common.errorDay(example: "16.2.2027."))
            if let first, let last { faults.require(last >= first && first.days(until: last) <= 200, "last", T.planning.errorLastBefore) }
            faults.require(!name.isEmpty, "name", T.common.errorMissing)
            faults.limit(name, "name")
            try faults.check()
            guard let first, let last, let kind = SchoolPeriod.Kind(rawValue: typed["kind"]) else { throw Problem.invalid("kind", T.common.errorChoose) }
            return try await visit.act { act in
                try PlannerRunStore.add(kind, first...last, name, at: centre, in: act)
                return Redirect(visit.link("/settings/calendar"), T.common.saved)
            }
        } again: { try await calendar(visit, $0) }
    }

    @Sendable static func removePeriod(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, id: SchoolPeriod.ID = try visit.id("period")
        return try await visit.act { act in
            try PlannerRunStore.removePeriod(id, at: centre, in: act)
            return Redirect(visit.link("/settings/calendar"), T.common.saved)
        }
    }
}

/// What can be asked for.
struct PlannerGround: Sendable {
    let currency: Currency
    /// Where a school could lend a room: the territory of the centre, as far as it is known where it lies.
    let towns: [Municipality]
    let periods: [SchoolPeriod]
    let plans: Int

    init(_ centre: Centre.ID, _ today: Day, _ alphabet: Alphabet, in act: Act) throws {
        let own = try CentreStore.centre(centre, in: act)
        currency = own.currency
        towns = try TerritoryStore.territory(of: centre, alphabet, in: act).filter { $0.seat != nil && $0.id != own.municipality }
        periods = try PlannerRunStore.periods(of: centre, in: act)
        plans = try DemandStore.plans(of: centre, in: SchoolYear(containing: today), in: act)
    }
}

/// A run with all that its page says.
struct PlannerBoard: Sendable {
    let run: PlannerRun
    let proposals: [PlannerProposal]
    let left: [PlannerLeft]
    let programmes: [Programme.ID: Programme]
    let topics: TopicList
    let municipalities: [Municipality.ID: Municipality]
    let halls: [Hall.ID: Hall]
    let schools: [School.ID: School]
    let seat: Coordinates?
    let centres: [Centre.ID: Centre]
    /// What other centres do in the same week.
    let clashes: [TogetherLine]

    init(_ id: PlannerRun.ID, in act: Act) throws {
        run = try PlannerRunStore.run(id, in: act)
        proposals = try PlannerRunStore.proposals(of: id, in: act)
        left = try PlannerRunStore.left(of: id, in: act)
        let ids = Set(proposals.map(\.programme) + left.map(\.programme)).sorted()
        programmes = Dictionary(uniqueKeysWithValues: try ProgrammeStore.all(ids, in: act).map { ($0.id, $0) })
        topics = try TopicStore.list(in: act)
        municipalities = Dictionary(uniqueKeysWithValues: try MunicipalityStore.all(in: act).map { ($0.id, $0) })
        halls = Dictionary(uniqueKeysWithValues: try HallStore.halls(of: run.centre, all: true, in: act).map { ($0.id, $0) })
        schools = Dictionary(uniqueKeysWithValues: try PlannerRunStore.schools(of: proposals, in: act).map { ($0.id, $0) })
        seat = try CentreStore.seat(of: run.centre, in: act)
        centres = Dictionary(uniqueKeysWithValues: try CentreStore.all(in: act).map { ($0.id, $0) })
        let centre = run.centre, own = proposals.filter { $0.mark != .forbidden && $0.event == nil }.compactMap { proposal -> TogetherLine? in
            guard let first = proposal.days.min(), let last = proposal.days.max() else { return nil }
            return TogetherLine(centre: centre, programme: proposal.programme, title: "", days: first...last)
        }
        clashes = own.isEmpty ? [] : try PlanTogetherStore.clashes(with: own, in: run.asked.days, seenFrom: centre, in: act)
    }

    var saved: PlannerProposal.Saving { proposals.reduce(PlannerProposal.Saving()) { $0 + $1.saved } }
    var people: Int { proposals.reduce(0) { $0 + $1.people } }
    /// Whether something can still become a draft.
    var isOpen: Bool { proposals.contains { $0.event == nil && $0.mark != .forbidden } }
}

/// A plan as a workbook: its groups, and who would come to each from where, from which every number can be counted again.
struct PlannerSheet {
    let t: Texts
    let board: PlannerBoard

    var name: String { "\(t(T.planning.planner)) \(board.run.asked.days.lowerBound.iso)" }

    func xlsx() throws -> [UInt8] {
        let writer = try SheetWriter(), words = PlannerWords(t: t, board: board)
        try writer.begin(t(T.planning.proposals), columns: [
            Sheet.Column("ID", width: 8), Sheet.Column(t(T.planning.programme), width: 50), Sheet.Column(t(T.needs.topic), width: 30),
            Sheet.Column(t(T.planning.days), width: 24),
            Sheet.Column(t(T.planning.place), width: 24), Sheet.Column(t(T.planning.latitude), width: 12), Sheet.Column(t(T.planning.longitude), width: 12),
            Sheet.Column(t(T.planning.people), width: 10), Sheet.Column(t(T.planning.travelKm), width: 12), Sheet.Column(t(T.planning.savedKm), width: 12),
        ])
        for proposal in board.proposals {
            let place = board.municipalities[proposal.municipality]?.seat
            try writer.add([
                .number(Decimal(proposal.id.value)), .text(words.programme(proposal.programme).text), .text(words.topic(proposal.topic).text),
                .text(proposal.days.map(\.iso).joined(separator: " ")), .text(words.place(proposal).text), Self.number(place?.latitude), Self.number(place?.longitude),
                .number(Decimal(proposal.people)), .number(Decimal(proposal.km)), .number(Decimal(proposal.saved.km)),
            ])
        }
        try writer.begin(t(T.planning.whoComes), columns: [
            Sheet.Column("ID", width: 8), Sheet.Column(t(T.needs.school), width: 50), Sheet.Column(t(T.planning.people), width: 10),
            Sheet.Column(t(T.planning.latitude), width: 12), Sheet.Column(t(T.planning.longitude), width: 12),
        ])
        for proposal in board.proposals {
            for (id, people) in proposal.schools {
                let school = board.schools[id], place = school.flatMap { board.municipalities[$0.details.municipality]?.seat }
                try writer.add([
                    .number(Decimal(proposal.id.value)), .text(school?.name ?? ""), .number(Decimal(people)), Self.number(place?.latitude), Self.number(place?.longitude),
                ])
            }
        }
        return try writer.finish()
    }

    private static func number(_ value: Double?) -> Cell { value.flatMap { Decimal(string: "\($0)") }.map(Cell.number) ?? .empty }
}
