import Accounts
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Schools

/// A school applies for several people, and looks after that group.
struct SchoolGroupViews {
    let reader: Reader
    private var t: Texts { reader.t }

    private func trail(_ school: School) -> [Look.Link] {
        [Look.Link(t(T.schools.mine), href: reader.link("/me/schools")), Look.Link(t.run(school.details.name), href: reader.link("/me/schools/\(school.id)"))]
    }

    func events(_ school: School, _ events: [Event], _ seats: [Event.ID: Seats]) -> Screen {
        Screen(t(T.registration.schoolGroupChoose), trail: trail(school), isIndexed: false) {
            Heading(t(T.registration.schoolGroupChoose), lead: t(T.registration.schoolGroupChooseLead))
            if events.isEmpty {
                HTML::p { t(T.registration.schoolGroupNoEvents) }
            } else {
                DataTable(t(T.registration.schoolGroupChoose), rows: events, columns: [
                    Column(t(T.events.when)) { event in event.days.map { t.days($0) } ?? "" },
                    Column(t(T.events.titleField), .name) { event in
                        a(.href(reader.link("/me/schools/\(school.id)/events/\(event.id)"))) { t.run(event.title(in: t.language)) }
                    },
                    Column(t(T.registration.schoolGroupFree), .number) { event in t.number(seats[event.id]?.left ?? event.plan.seats) },
                ], isCaptionHidden: true)
            }
        }
    }

    func ask(_ opening: SchoolGroupOpening, _ form: FilledForm) -> Screen {
        let (event, payers) = (opening.event, opening.event.plan.payers), title = event.title(in: reader.language)
        return Screen(t(T.registration.schoolGroupApply), trail: trail(opening.school), isIndexed: false) {
            FormFaults(form, title: T.registration.notSent)
            Heading(title.text, kind: t(T.registration.schoolGroupApply), lang: title.language.htmlLang)
            Facts {
                ForEach(EventSummary.facts(event, opening.centre, t)) { fact in FactLine(fact.label, fact.value) }
                FactLine(t(T.registration.schoolGroupFree), t.number(opening.seats.left))
            }
            if let refusal = opening.refusal {
                Notice(.waiting) { HTML::p { t(refusal) } }
            } else {
                Form(action: reader.link("/me/schools/\(opening.school.id)/events/\(event.id)"), hidden: reader.hidden, isGuarded: true) {
                    staff(opening, form, paysOwn: payers.count > 1 && payers.contains(.own))
                    if let until = opening.namesUntil {
                        form.field(
                            T.registration.schoolGroupUnnamed, "unnamed", .short, hint: T.registration.schoolGroupUnnamedHint(day: .day(until)), isOptional: true
                        ).number()
                    }
                    if payers.count > 1 {
                        form.field(T.registration.schoolGroupPayer, "payer", otherwise: (payers.contains(.school) ? .school : payers[0] as Payer).rawValue)
                            .radios(payers.map { Field.Choice($0.rawValue, t($0.ofOthers)) })
                    }
                    Field(t(T.registration.schoolGroupWhole), name: "whole", value: "yes", hint: t(T.registration.schoolGroupWholeHint), optional: "")
                        .check(isOn: form.typed.has("whole"))
                    form.field(T.registration.note, "note", isOptional: true, most: Application.longestNote).area(rows: 2)
                    Buttons {
                        Submit(t(T.registration.schoolGroupSend))
                        LinkButton(t(T.common.cancel), href: reader.link("/me/schools/\(opening.school.id)"), .quiet)
                    }
                }
            }
        }
    }

    /// Who comes, ticked in the roster.
    @HTMLBuilder private func staff(_ opening: SchoolGroupOpening, _ form: FilledForm, paysOwn: Bool) -> some HTML {
        let chosen = Set(form.typed.all("people")), own = Set(form.typed.all("own"))
        let fault = form.fault("people")
        h2(.id(Field.id("people")), .tabindex(-1)) { t(T.registration.schoolGroupPeople) }
        if let fault { HTML::p(.class("error")) { fault } }
        if opening.staff.isEmpty {
            HTML::p { t(T.registration.schoolGroupNoStaff) }
        } else {
            DataTable(t(T.registration.schoolGroupPeople), rows: opening.staff, columns: [
                Column(t(T.registration.schoolGroupComes), .act) { line in
                    if opening.already.contains(line.person) {
                        Chip(.good, t(T.registration.schoolGroupHasSeat))
                    } else {
                        RowBox(line.name.listed, name: "people", value: "\(line.person)", isChosen: chosen.contains("\(line.person)"))
                    }
                },
                Column(t(T.registration.name), .name) { line in Run(line.name.listed) },
                Column(t(T.accounts.workTeaches)) { line in t.run(line.works.map(\.work.teaches).filter { !$0.isEmpty }.joined(separator: ", ")) },
            ] + (paysOwn ? [Column(t(T.registration.schoolGroupPaysOwn), .act) { line in
                if !opening.already.contains(line.person) {
                    RowBox(
                        t(T.registration.schoolGroupPaysOwnOf(name: .text(line.name.full))), name: "own", value: "\(line.person)",
                        isChosen: own.contains("\(line.person)"))
                }
            }] : []), isCaptionHidden: true)
        }
    }

    // MARK: One group

    func show(_ sight: SchoolGroupSight, _ form: FilledForm) -> Screen {
        let event = sight.event, title = event.title(in: reader.language)
        let base = reader.link("/me/schools/\(sight.school.id)/groups/\(sight.group.id)")
        let hidden = [Hidden("version", "\(sight.group.version)")]
        return Screen(title.text, trail: trail(sight.school), isIndexed: false) {
            FormFaults(form, title: T.registration.notDone)
            Heading(title.text, kind: t(T.registration.schoolGroupOf), lang: title.language.htmlLang)
            approval(sight, base)
            Facts {
                ForEach(EventSummary.facts(event, sight.centre, t)) { fact in FactLine(fact.label, fact.value) }
                if sight.group.isWhole { FactLine(t(T.registration.schoolGroupWhole), t(T.common.yes)) }
                if let until = sight.group.namesUntil, !sight.unnamed.isEmpty { FactLine(t(T.registration.schoolGroupNamesUntil), t.day(until)) }
            }
            h2 { t(T.registration.schoolGroupSeats(count: sight.named.count + sight.unnamed.count)) }
            table(sight)
            naming(sight, form, base, hidden)
            if sight.canSwap(at: reader.now) {
                h2 { t(T.registration.schoolGroupSwap) }
                HTML::p { t(T.registration.schoolGroupSwapText) }
                Form(action: "\(base)/swap", hidden: reader.hidden + hidden) {
                    form.field(T.registration.schoolGroupSwapFrom, "seat").select(
                        [Field.Choice("", t(T.common.choose))] + sight.named.map { Field.Choice("\($0.registration.id)", Run($0.name)) })
                    form.field(T.registration.schoolGroupSwapTo, "colleague").select([Field.Choice("", t(T.common.choose))] + choices(sight))
                    Buttons { Submit(t(T.registration.schoolGroupSwapAct), .quiet) }
                }
            }
            if !(sight.named + sight.unnamed).isEmpty, event.starts.map({ reader.now < $0 }) ?? true {
                h2 { t(T.registration.schoolGroupWithdraw) }
                Form(action: "\(base)/withdraw", hidden: reader.hidden + hidden) {
                    form.field(T.registration.schoolGroupWithdrawWhich, "which").select(
                        [Field.Choice("", t(T.common.choose)), Field.Choice("all", t(T.registration.schoolGroupAll))]
                            + (sight.named + sight.unnamed).map { Field.Choice("\($0.registration.id)", name($0)) })
                    Buttons { Submit(t(T.registration.schoolGroupWithdrawAct), .danger) }
                }
            }
        }
    }

    @HTMLBuilder private func approval(_ sight: SchoolGroupSight, _ base: String) -> some HTML {
        if let until = sight.group.approveUntil {
            let moment = Value.instant(until, .inSentence)
            Notice(.waiting) { HTML::p { t(sight.isHead ? T.registration.approveAsk(until: moment) : T.registration.approveWaits(until: moment)) } }
            if sight.isHead {
                Buttons {
                    ButtonForm(t(T.registration.approve), action: "\(base)/approve", hidden: reader.hidden)
                    ButtonForm(t(T.registration.disapprove), .quiet, action: "\(base)/decline", hidden: reader.hidden)
                }
            }
        }
    }

    private func table(_ sight: SchoolGroupSight) -> some HTML {
        DataTable(t(T.registration.schoolGroupOf), rows: sight.seats, columns: [
            Column(t(T.registration.name), .name) { seat in name(seat) },
            Column(t(T.registration.state)) { seat in
                div {
                    Chip(seat.registration.state.tone, t(seat.registration.state.name))
                    if let place = seat.place { " "; t(T.registration.queuePlace(place: .number(place))) }
                }
            },
            Column(t(T.registration.payer)) { seat in t(seat.registration.payer.ofOthers) },
        ], isCaptionHidden: true)
    }

    @HTMLBuilder private func naming(_ sight: SchoolGroupSight, _ form: FilledForm, _ base: String, _ hidden: [Hidden]) -> some HTML {
        if !sight.unnamed.isEmpty {
            h2(.id(Field.id("people")), .tabindex(-1)) { t(T.registration.schoolGroupName) }
            if let fault = form.fault("people") { HTML::p(.class("error")) { fault } }
            Form(action: "\(base)/name", hidden: reader.hidden + hidden, isGuarded: true) {
                ForEach(Array(sight.unnamed.enumerated())) { place, seat in
                    form.field(T.registration.schoolGroupSeat(number: .number(place + 1)), SeatNames.field(seat.registration.id), isOptional: true)
                        .select([Field.Choice("", t(T.registration.schoolGroupLater))] + choices(sight))
                }
                Buttons { Submit(t(T.registration.schoolGroupNameAct)) }
            }
        }
    }

    private func choices(_ sight: SchoolGroupSight) -> [Field.Choice] { sight.free.map { Field.Choice("\($0.person)", Run($0.name.listed)) } }

    private func name(_ seat: SchoolGroupSight.Seat) -> Run { Run(seat.name.isEmpty ? t(T.registration.seatUnnamed) : seat.name) }
}
