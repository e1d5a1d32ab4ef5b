import Centres
import Events
import Kernel
import Languages

/// What everybody may know of an event whose seats are given by need: the rule, and the ranks without names.
struct NeedSight: Sendable {
    let event: Event
    let centre: Centre
    let draw: SeatDraw
    let ranks: [SeatRank]

    init(_ id: Event.ID, in act: Act) throws {
        event = try EventStore.event(id, in: act)
        centre = try CentreStore.centre(event.centre, in: act)
        guard let draw = try SeatNeedStore.draw(of: id, in: act) else { throw Problem.missing }
        self.draw = draw
        ranks = draw.given == nil ? [] : try SeatNeedStore.ranks(of: id, in: act)
    }

    /// Each lot once, by its place.
    var lots: [(place: Int, lot: SeatLot, came: Bool)] {
        ranks.reduce(into: []) { lots, rank in if lots.last?.place != rank.place { lots.append((rank.place, rank.lot, rank.came)) } }
    }

    /// All that is needed to count the ranks again, by somebody who knows no more of us than `docs/seats-by-need.md` says.
    var json: String {
        let lots = lots.map { place, lot, came in
            JSON.fields([
                "number": .number(lot.number), "points": .number(lot.points), "seats": .number(lot.seats), "whole": .number(lot.isWhole ? 1 : 0),
                "place": .number(place), "came": .number(came ? 1 : 0),
            ])
        }
        return JSON.fields([
            "event": .text("\(event.id)"), "until": .text(draw.day.iso), "commitment": .text(draw.commitment), "seed": draw.told.map(JSON.text),
            "free": .number(draw.free),
            "points": .list(NeedPart.allCases.map { .fields(["name": .text($0.rawValue), "worth": .number(draw.points.worth($0))]) }), "lots": .list(lots),
        ]).written
    }
}

/// What those see of it who run the event.
struct NeedDesk: Sendable {
    /// An application with what it has now, or had when seats were given.
    struct Line: Sendable {
        let row: DeskRow
        let parts: Set<NeedPart>
        let points: Int
        let rank: SeatRank?
    }

    let event: Event
    let centre: Centre
    let draw: SeatDraw?
    /// What the centre gives now.
    let points: NeedPoints
    let isChangeable: Bool
    let lines: [Line]

    init(_ id: Event.ID, in act: Act) throws {
        event = try EventStore.event(runBy: act.by, id, in: act)
        centre = try CentreStore.centre(event.centre, in: act)
        draw = try SeatNeedStore.draw(of: id, in: act)
        points = try SeatNeedStore.points(of: event.centre, in: act)
        isChangeable = try SeatNeedStore.isChangeable(event, in: act)
        guard let draw else {
            lines = []
            return
        }
        let ranks = Dictionary(uniqueKeysWithValues: try SeatNeedStore.ranks(of: id, in: act).map { ($0.registration, $0) })
        let rows = try RegistrationStore.ranked(event, isGiven: draw.given != nil, in: act)
        let now = draw.given == nil ? try SeatNeedStore.parts(of: rows.map(\.registration), for: event, in: act) : [:]
        lines = rows.map { row in
            let rank = ranks[row.registration.id], parts = rank?.parts ?? now[row.registration.id] ?? []
            return Line(row: row, parts: parts, points: rank?.points ?? draw.points.sum(parts), rank: rank)
        }.sorted { ($0.rank?.place ?? 0, $1.points) < ($1.rank?.place ?? 0, $0.points) }
    }
}
