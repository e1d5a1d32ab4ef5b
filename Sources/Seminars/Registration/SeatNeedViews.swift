import Accounts
import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look

extension NeedPart {
    var label: Phrase {
        switch self {
        case .due: T.registration.partDue
        case .fresh: T.registration.partFresh
        case .school: T.registration.partSchool
        case .wish: T.registration.partWish
        case .small: T.registration.partSmall
        case .missed: T.registration.partMissed
        }
    }
}

/// The points of one application, part by part, for whoever made it.
struct NeedScore: View {
    let need: OwnNeed
    let reader: Reader

    init(_ need: OwnNeed, _ reader: Reader) { (self.need, self.reader) = (need, reader) }

    private var t: Texts { reader.t }

    var body: some HTML {
        HTML::p {
            t(need.rank == nil ? T.registration.needNow : T.registration.needThen); " "
            strong { t(T.registration.needSum(count: need.rank?.points ?? need.draw.points.sum(need.parts))) }
        }
        ul {
            ForEach(NeedPart.allCases.filter { need.parts.contains($0) && need.draw.points[$0] > 0 }) { part in
                li { t(part.label); ": "; t.signed(need.draw.points.worth(part)) }
            }
        }
        if let rank = need.rank {
            HTML::p { t(T.registration.needRank(place: .number(rank.place), lot: .number(rank.lot.number), points: .number(rank.lot.points))) }
        }
        HTML::p { a(.href(reader.link("/events/\(need.draw.event)/need"))) { t(T.registration.needRule) } }
    }
}

extension Texts {
    /// Points with their sign.
    fileprivate func signed(_ points: Int) -> String { points > 0 ? "+\(number(points))" : points < 0 ? "−\(number(-points))" : number(0) }
}

/// Seats that are given by need.
struct SeatNeedViews {
    let reader: Reader
    private var t: Texts { reader.t }

    // MARK: Everybody

    func show(_ sight: NeedSight) -> Screen {
        let title = sight.event.title(in: reader.language), path = reader.link("/events/\(sight.event.id)")
        let trail = [Look.Link(t(T.events.all), href: reader.link("/events")), Look.Link(t.run(title), href: path)]
        return Screen(t(T.registration.needTitle), trail: trail, isIndexed: false) {
            Heading(title.text, kind: t(T.registration.needTitle), lang: t.lang(of: title.language))
            rule(sight.draw)
            lottery(sight.draw)
            if sight.draw.given != nil {
                h2 { t(T.registration.needRanks) }
                HTML::p { t(T.registration.needFree(count: sight.draw.free)) }
                DataTable(t(T.registration.needRanks), rows: sight.lots, columns: [
                    Column(t(T.registration.needPlace), .number) { lot in t.number(lot.place) },
                    Column(t(T.registration.needLot), .name) { lot in t.number(lot.lot.number) },
                    Column(t(T.registration.needPointsShort), .number) { lot in t.number(lot.lot.points) },
                    Column(t(T.registration.needSeats), .number) { lot in t.number(lot.lot.seats) },
                    Column(t(T.registration.state)) { lot in
                        Chip(lot.came ? .good : .waiting, t(lot.came ? T.registration.stateAdmitted : T.registration.stateWaiting))
                    },
                ], isCaptionHidden: true)
            }
            HTML::p { a(.href("\(path)/need.json")) { t(T.registration.needJSON) } }
        }
    }

    @HTMLBuilder private func rule(_ draw: SeatDraw) -> some HTML {
        HTML::p { t(T.registration.needText(day: .day(draw.day))) }
        HTML::p { t(T.registration.needTextGroups) }
        h2 { t(T.registration.needPoints) }
        points(draw.points)
    }

    private func points(_ points: NeedPoints) -> some HTML {
        ul { ForEach(NeedPart.allCases.filter { points[$0] > 0 }) { part in li { t(part.label); ": "; strong { t.signed(points.worth(part)) } } } }
    }

    @HTMLBuilder private func lottery(_ draw: SeatDraw) -> some HTML {
        h2 { t(T.registration.needLottery) }
        HTML::p { t(T.registration.needLotteryText) }
        Facts {
            FactLine(t(T.registration.needCommitment)) { code(.class("wraps")) { draw.commitment } }
            if let seed = draw.told { FactLine(t(T.registration.needSeed)) { code(.class("wraps")) { seed } } }
        }
    }

    // MARK: Staff

    func desk(_ desk: NeedDesk, _ form: FilledForm) -> Screen {
        let title = desk.event.title(in: reader.language), path = reader.link("/staff/events/\(desk.event.id)")
        return Screen(t(T.registration.needTitle), trail: [Look.Link(t(T.events.all), href: reader.link("/staff/events")), Look.Link(t.run(title), href: path)]) {
            FormFaults(form)
            Heading(title.text, kind: t(T.registration.needTitle), lead: t(T.registration.needLead), lang: t.lang(of: title.language))
            if let draw = desk.draw {
                Notice(draw.given == nil ? .info : .good) {
                    HTML::p {
                        draw.given.map { t(T.registration.needWasGiven(moment: .instant($0))) } ?? t(T.registration.needShort(day: .day(draw.day)))
                        " "; a(.href(reader.link("/events/\(desk.event.id)/need"))) { t(T.registration.needRule) }
                    }
                }
            }
            if desk.isChangeable { setting(desk, form, path) } else if desk.draw == nil { Notice(.info) { HTML::p { t(T.registration.needAfterApplications) } } }
            if let draw = desk.draw, !desk.lines.isEmpty { list(desk, draw, path) }
        }
    }

    @HTMLBuilder private func setting(_ desk: NeedDesk, _ form: FilledForm, _ path: String) -> some HTML {
        h2 { t(T.registration.needPoints) }
        points(desk.points)
        if reader.actor.holds(.director, at: desk.event.centre) { HTML::p { a(.href(reader.link("/settings/need"))) { t(T.registration.needPointsChange) } } }
        Form(action: path + "/need", hidden: reader.hidden, isGuarded: true) {
            form.day(T.registration.needDay, "day", hint: T.registration.needDayHint)
            Buttons { Submit(t(T.registration.needSetAct)) }
        }
        if desk.draw != nil { ButtonForm(t(T.registration.needRemoveAct), .quiet, action: path + "/need/remove", hidden: reader.hidden) }
    }

    @HTMLBuilder private func list(_ desk: NeedDesk, _ draw: SeatDraw, _ path: String) -> some HTML {
        h2 { t(T.registration.needWho) }
        DataTable(t(T.registration.needWho), rows: desk.lines, columns: [
            Column(t(T.registration.needPlace), .number) { line in line.rank.map { t.number($0.place) } ?? "–" },
            Column(t(T.registration.name), .name) { line in if line.row.registration.isUnnamed { t(T.registration.seatUnnamed) } else { line.row.name.listed } },
            Column(t(T.registration.school)) { line in t.run(line.row.school) },
            Column(t(T.registration.needPointsShort), .number) { line in t.number(line.points) },
            Column(t(T.registration.needParts)) { line in
                div(.class("small")) {
                    ForEach(NeedPart.allCases.filter { line.parts.contains($0) && draw.points[$0] > 0 }) { part in
                        div { t(part.label); " "; t.signed(draw.points.worth(part)) }
                    }
                }
            },
            Column(t(T.registration.state)) { line in
                let state = line.row.registration.state
                Chip(state.tone, t(draw.given == nil ? T.registration.isCollectedShort : state.name))
            },
        ], isCaptionHidden: true)
    }

    // MARK: What a centre gives

    func settings(_ form: FilledForm) -> Screen {
        Screen(t(T.registration.needPoints), trail: reader.settingsTrail) {
            FormFaults(form)
            Heading(t(T.registration.needPoints), lead: t(T.registration.needPointsLead))
            Form(action: reader.link("/settings/need"), hidden: reader.hidden, isGuarded: true) {
                ForEach(NeedPart.allCases) { part in form.field(part.label, "points-\(part.rawValue)", .short).number() }
                Buttons {
                    Submit(t(T.common.save))
                    LinkButton(t(T.common.cancel), href: reader.link("/settings"), .quiet)
                }
            }
        }
    }
}
