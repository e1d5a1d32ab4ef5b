import Accounts
import Contests
import Files
import Forms
import HTML
import Kernel
import Languages
import Look

/// A jury as its people see it: the works before them, and one work after the other.
struct JurorViews {
    let reader: Reader
    private var t: Texts { reader.t }

    // MARK: One's own seats

    func list(_ seats: [JurorSeat]) -> Screen {
        Screen(t(T.juries.mine), trail: [Look.Link(t(T.accounts.me), href: reader.link("/me"))], isIndexed: false) {
            Heading(t(T.juries.mine), lead: t(T.juries.mineLead))
            if seats.isEmpty { EmptyState(t(T.juries.mineNone), t(T.juries.mineNoneText)) { Empty() } }
            ForEach(seats) { seat in PersonLine(t.run(seat.name, seat.language), href: reader.link(seat.path), state: chip(seat)) }
        }
    }

    private func chip(_ seat: JurorSeat) -> Chip {
        if seat.accepted == nil { return Chip(.waiting, t(T.juries.invited)) }
        if seat.round != nil { return Chip(.waiting, t(T.juries.roundOpen)) }
        if seat.decided != nil { return Chip(.good, t(T.juries.decided)) }
        return seat.isJudged ? Chip(.info, t(T.juries.talking)) : Chip(.neutral, t(T.juries.waitsRound))
    }

    // MARK: The works before them

    func desk(_ desk: JurorDesk, _ form: FilledForm) -> Screen {
        let seat = desk.seat
        return Screen(t.shown(seat.name), trail: [Look.Link(t(T.juries.mine), href: reader.link("/me/juries"))], isIndexed: false) {
            FormFaults(form)
            Heading(t.run(seat.name, seat.language), kind: Run(t(T.juries.jury)), lead: Run(t(T.juries.blindLead)))
            if seat.accepted == nil {
                invitation(seat)
            } else if let round = seat.round {
                progress(desk)
                if round.kind == .rank { ranking(desk, round, form) } else { works(desk) }
            } else {
                Notice(.info) { HTML::p { t(seat.isJudged ? T.juries.allOver : T.juries.notYet) } }
                if seat.isJudged { Buttons { LinkButton(t(T.juries.openBoard), href: reader.link("\(seat.path)/board")) } }
            }
            rules(seat)
        }
    }

    @HTMLBuilder private func invitation(_ seat: JurorSeat) -> some HTML {
        HTML::p { t(seat.isChair ? T.juries.invitedAsChair : T.juries.invitedText) }
        HTML::p { t(T.juries.conflictLead) }
        Look::Form(action: reader.link("\(seat.path)/answer"), hidden: reader.hidden, label: t(T.juries.invited)) {
            Buttons {
                Submit(t(T.juries.accept), name: "answer", value: "yes")
                Submit(t(T.juries.decline), .quiet, name: "answer", value: "no")
            }
        }
    }

    @HTMLBuilder private func progress(_ desk: JurorDesk) -> some HTML {
        let own = desk.progress, said = t(T.juries.seenOf(count: own.whole, seen: .number(own.seen)))
        HTML::p { said }
        Meter(said, value: own.seen, of: own.whole)
        if let next = desk.next(), desk.seat.round?.kind != .rank {
            Buttons { LinkButton(t(own.seen == 0 ? T.juries.begin : T.juries.goOn), href: reader.link("\(desk.seat.path)/works/\(next)")) }
        } else if own.isWhole, own.whole > 0 {
            Notice(.good) { HTML::p { t(T.juries.allSeen) } }
        }
    }

    private func works(_ desk: JurorDesk) -> some HTML {
        DataTable(t(T.juries.works), rows: desk.lines, columns: [
            Column(t(T.juries.code), .name) { line in a(.href(reader.link("\(desk.seat.path)/works/\(line.code)"))) { line.code } },
            Column(t(T.juries.workTitle)) { line in line.title.isEmpty ? Run("–") : t.run(line.title) },
            Column(t(T.juries.category)) { line in t.run(line.category, desk.seat.language) },
            Column(t(T.common.state)) { line in state(line) },
        ])
    }

    private func state(_ line: JurorDesk.Line) -> Chip {
        if line.isDeclared { return Chip(.neutral, t(T.juries.conflictDeclared)) }
        if line.isSeen { return Chip(.good, t(T.juries.seen)) }
        return line.isBegun ? Chip(.info, t(T.juries.begun)) : Chip(.waiting, t(T.juries.unseen))
    }

    /// The best of each category in their order, in one form.
    private func ranking(_ desk: JurorDesk, _ round: JuryRound, _ form: FilledForm) -> some HTML {
        Look::Form(action: reader.link("\(desk.seat.path)/order"), hidden: reader.hidden, isGuarded: true, label: t(T.juries.order)) {
            HTML::p { t(T.juries.orderLead(most: .number(round.details.most ?? 1))) }
            ForEach(groups(desk)) { category, lines in
                Fieldset(category) {
                    ForEach(lines) { line in
                        let name = [line.code, t.shown(line.title)].filter { !$0.isEmpty }.joined(separator: " · ")
                        Field(
                            t(T.juries.placeOf(work: .text(name))), name: "place-\(line.code)", value: form["place-\(line.code)"],
                            error: form.fault("place-\(line.code)"), optional: "", width: .short
                        ).select([Field.Choice("", "–")] + (1...max(1, round.details.most ?? 1)).map { Field.Choice("\($0)", "\($0).") })
                        HTML::p(.class("small")) { a(.href(reader.link("\(desk.seat.path)/works/\(line.code)"))) { t(T.juries.seeWork(code: .text(line.code))) } }
                    }
                }
            }
            Buttons { Submit(t(T.juries.sendOrder)) }
        }
    }

    private func groups(_ desk: JurorDesk) -> [(category: String, lines: [JurorDesk.Line])] {
        desk.lines.filter { !$0.isDeclared }.reduce(into: []) { groups, line in
            if groups.last?.category == line.category { groups[groups.count - 1].lines.append(line) } else { groups.append((line.category, [line])) }
        }
    }

    private func rules(_ seat: JurorSeat) -> some HTML {
        Disclosure(t(T.juries.howJudged)) {
            Facts {
                ForEach(seat.criteria) { criterion in
                    FactLine(t.run(criterion.name, seat.language)) { t(T.juries.weightOf(weight: .number(criterion.weight), most: .number(seat.rules.scale))) }
                }
                FactLine(t(T.juries.tie), t(seat.rules.tie.name))
                FactLine(t(T.juries.orderBy), t(seat.rules.isLevelled ? T.juries.byEven : T.juries.byRaw))
            }
        }
    }

    // MARK: One work

    func work(_ sight: JurorWork, _ form: FilledForm) -> Screen {
        let (seat, work) = (sight.desk.seat, sight.work), base = reader.link("\(seat.path)/works/\(work.code)")
        let category = sight.desk.lines.first { $0.code == work.code }?.category ?? ""
        return Screen(work.title.isEmpty ? work.code : t.shown(work.title), trail: trail(seat), isIndexed: false) {
            FormFaults(form)
            Heading(
                work.title.isEmpty ? Run(work.code) : t.run(work.title), kind: Run(t(T.juries.workOf(code: .text(work.code)))),
                lead: category.isEmpty ? nil : t.run(category, seat.language))
            contents(work, base)
            if let sheet = sight.sheet {
                if sheet.declared != nil {
                    Notice(.neutral) { HTML::p { t(T.juries.declaredText) } }
                } else {
                    if seat.round?.kind != .rank { judging(sight, base, form) }
                    conflict(base)
                }
                beside(sight)
            } else {
                talk(sight, base, form)
            }
        }
    }

    private func trail(_ seat: JurorSeat) -> [Look.Link] {
        [Look.Link(t(T.juries.mine), href: reader.link("/me/juries")), Look.Link(t.run(seat.name, seat.language), href: reader.link(seat.path))]
    }

    @HTMLBuilder private func contents(_ work: BlindWork, _ base: String) -> some HTML {
        ForEach(Array(work.files.enumerated())) { index, file in
            let path = "\(base)/files/\(index + 1)"
            if file.kind == .picture {
                let middle = file.sizes.first { $0.width >= 900 } ?? file.sizes.last
                HTML::figure(.class("shown")) {
                    img(
                        .src("\(path)/\(middle?.width ?? 0)"), .alt(work.alt.isEmpty ? t(T.juries.pictureOf(code: .text(work.code))) : t.shown(work.alt)),
                        .custom("width", middle.map { "\($0.width)" }), .custom("height", middle.map { "\($0.height)" }))
                }
            } else {
                HTML::p { a(.href(path)) { "\(t(T.juries.openPages)) (\(file.label(t)))" } }
            }
        }
        if !work.words.isEmpty { ForEach(work.words.split(whereSeparator: \.isNewline).map(String.init)) { line in HTML::p { t.run(line) } } }
        if !work.link.isEmpty {
            HTML::p { a(.href(work.link), .rel("noreferrer")) { work.link } }
            HTML::p(.class("muted small")) { t(T.juries.linkNote) }
        }
        if let grade = work.grade { HTML::p(.class("muted")) { t(T.juries.gradeOf(grade: .number(grade))) } }
    }

    private func judging(_ sight: JurorWork, _ base: String, _ form: FilledForm) -> some HTML {
        let seat = sight.desk.seat
        return Look::Form(action: base, hidden: reader.hidden, id: "judging", label: t(T.juries.yourMarks)) {
            h2 { t(T.juries.yourMarks) }
            if seat.round?.kind == .sift {
                form.field(T.juries.siftQuestion, "isIn").radios([Field.Choice("yes", t(T.juries.siftYes)), Field.Choice("no", t(T.juries.siftNo))])
            } else {
                ForEach(seat.criteria) { criterion in
                    div(.class("jury-mark")) {
                        Field(
                            t.shown(criterion.name), name: "mark-\(criterion.id)", value: form["mark-\(criterion.id)"],
                            hint: t(T.juries.weightOf(weight: .number(criterion.weight), most: .number(seat.rules.scale))), error: form.fault("mark-\(criterion.id)"),
                            labelLang: t.run(criterion.name, seat.language).lang
                        ).radios((1...seat.rules.scale).map { Field.Choice("\($0)", "\($0)") })
                    }
                }
            }
            form.field(T.juries.note, "note", .full, hint: T.juries.noteHint, isOptional: true, most: TextLimit.note.rawValue).area(rows: 3)
            Buttons {
                Submit(t(T.juries.saveNext), name: "next", value: "yes")
                Submit(t(T.common.save), .quiet)
            }
            HTML::p(.class("muted small"), .role("status"), .data("keep", "\(base)/keep")) { t(T.juries.keepNote) }
        }
    }

    private func conflict(_ base: String) -> some HTML {
        Disclosure(t(T.juries.conflictTitle)) {
            HTML::p { t(T.juries.conflictText) }
            ButtonForm(t(T.juries.declare), .quiet, action: "\(base)/conflict", hidden: reader.hidden)
        }
    }

    @HTMLBuilder private func beside(_ sight: JurorWork) -> some HTML {
        let (before, after) = sight.desk.beside(sight.work.code), own = sight.desk.progress
        HTML::nav(.class("pages"), .aria("label", t(T.juries.works))) {
            HTML::p { t(T.juries.seenOf(count: own.whole, seen: .number(own.seen))) }
            ul {
                if let before { li { a(.rel("prev"), .href(reader.link("\(sight.desk.seat.path)/works/\(before)"))) { t(T.juries.workBefore) } } }
                if let after { li { a(.rel("next"), .href(reader.link("\(sight.desk.seat.path)/works/\(after)"))) { t(T.juries.workAfter) } } }
            }
        }
    }

    // MARK: The talk

    @HTMLBuilder private func talk(_ sight: JurorWork, _ base: String, _ form: FilledForm) -> some HTML {
        h2 { t(T.juries.talk) }
        if sight.remarks.isEmpty { HTML::p(.class("muted")) { t(T.juries.noRemarks) } }
        ForEach(sight.remarks) { remark in
            HTML::article(.class("person")) {
                div {
                    strong { remark.name.isEmpty ? t(T.juries.formerJuror) : remark.name }
                    HTML::p(.class("lines")) { t.run(remark.words) }
                    HTML::p(.class("muted small")) { t.instant(remark.written) }
                }
            }
        }
        if sight.desk.seat.isTalking {
            Look::Form(action: "\(base)/remarks", hidden: reader.hidden, isGuarded: true, label: t(T.juries.talk)) {
                form.field(T.juries.remark, "note", .full, hint: T.juries.remarkHint, most: TextLimit.note.rawValue).area(rows: 3)
                Buttons { Submit(t(T.juries.say)) }
            }
        }
    }
}
