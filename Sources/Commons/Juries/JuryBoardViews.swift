import Contests
import Forms
import HTML
import Kernel
import Languages
import Look

/// What a jury came to: scores as given and levelled side by side, works that are very close, each juror's scale.
struct JuryBoardViews {
    let reader: Reader
    private var t: Texts { reader.t }

    // MARK: For the jury

    func own(_ board: JuryBoard, _ seat: JurorSeat, _ form: FilledForm) -> Screen {
        let jury = board.jury
        return Screen(
            "\(t(T.juries.board)): \(t.shown(jury.contest.name))",
            trail: [Look.Link(t(T.juries.mine), href: reader.link("/me/juries")), Look.Link(t.run(seat.name, seat.language), href: reader.link(seat.path))],
            isIndexed: false
        ) {
            FormFaults(form)
            Heading(t.run(jury.contest.name, jury.contest.language), kind: Run(t(T.juries.board)), lead: Run(t(T.juries.boardLead)))
            decided(board)
            let isChair = seat.isChair && seat.isTalking
            parts(board) { reader.link("\(jury.path)/works/\($0.entry.code)") }
            scales(board)
            if isChair { deciding(board, form) }
            Buttons { LinkButton(t(T.juries.printMinutes), href: reader.link("\(jury.path)/minutes.pdf"), .quiet, icon: .print) }
        }
    }

    // MARK: For the desk

    func desk(_ board: JuryBoard) -> Screen {
        let jury = board.jury
        return Screen(
            "\(t(T.juries.board)): \(t.shown(jury.contest.name))",
            trail: [Look.Link(t(T.juries.title), href: reader.link("/staff/juries")), Look.Link(t.run(jury.contest.name), href: reader.link(jury.deskPath))]
        ) {
            Heading(t.run(jury.contest.name, jury.contest.language), kind: Run(t(T.juries.board)), lead: Run(t(T.juries.boardLead)))
            decided(board)
            parts(board) { _ in nil }
            scales(board)
            Buttons { LinkButton(t(T.juries.printMinutes), href: reader.link("\(jury.deskPath)/minutes.pdf"), .quiet, icon: .print) }
        }
    }

    @HTMLBuilder private func decided(_ board: JuryBoard) -> some HTML {
        if let decided = board.jury.decided {
            Notice(.good, t(T.juries.decidedOn(day: .day(reader.centre.zone.day(of: decided))))) {
                if !board.jury.reason.isEmpty { HTML::p(.class("lines")) { t.run(board.jury.reason) } }
            }
        }
    }

    // MARK: Parts

    private func parts(_ board: JuryBoard, _ href: @escaping (JuryBoard.Line) -> String?) -> some HTML {
        ForEach(board.parts) { part in
            if part.lines.contains(where: { $0.near != nil }) { Notice(.waiting) { HTML::p { t(T.juries.nearText(margin: .number(board.jury.rules.margin / 10))) } } }
            h2 { t.run(part.category.name) }
            DataTable(t(T.juries.board), rows: part.lines, columns: columns(board, href), isCaptionHidden: true)
        }
    }

    private func columns(_ board: JuryBoard, _ href: @escaping (JuryBoard.Line) -> String?) -> [Column<JuryBoard.Line>] {
        let isPoints = board.round.kind == .points
        var columns: [Column<JuryBoard.Line>] = [
            Column(t(T.juries.work), .name) { line in
                if let href = href(line) { a(.href(href)) { line.entry.code } } else { line.entry.code }
                if !line.entry.title.isEmpty { HTML::span(.class("small")) { " "; t.run(line.entry.title) } }
            },
            Column(t(isPoints ? T.juries.rawHead : board.round.kind == .sift ? T.juries.yesHead : T.juries.rankHead), .number) { line in
                score(line.count.raw, board.round.kind)
            },
            Column(t(T.juries.placeHead), .number) { line in "\(line.rawPlace)." },
        ]
        if isPoints {
            columns += [
                Column(t(T.juries.evenHead), .number) { line in score(line.count.even, .points) },
                Column(t(T.juries.evenPlaceHead), .number) { line in "\(line.evenPlace)." },
            ]
        }
        columns += [
            Column(t(T.juries.seenHead), .number) { line in t.number(line.count.seen) },
            Column(t(T.juries.remarksHead), .number) { line in t.number(line.remarks) },
            Column(t(T.common.state)) { line in
                chip(line)
                if !line.reason.isEmpty { HTML::p(.class("small")) { t.run(line.reason) } }
            },
        ]
        return columns
    }

    private func chip(_ line: JuryBoard.Line) -> Chip {
        if let prize = line.prize { return Chip(.good, t(prize.name)) }
        return line.near.map { Chip(.waiting, t(T.juries.near(number: .number($0)))) } ?? Chip(.neutral, "–")
    }

    private func score(_ value: Int, _ kind: JuryRound.Kind) -> String {
        kind == .sift ? "\(t.number((value + 5) / 10)) %" : t.points(value)
    }

    @HTMLBuilder private func scales(_ board: JuryBoard) -> some HTML {
        if !board.scales.isEmpty {
            DataTable(t(T.juries.scales), rows: board.scales, columns: [
                Column(t(T.juries.juror), .name) { one in one.juror.name.isEmpty ? t(T.juries.formerJuror) : one.juror.name },
                Column(t(T.juries.seenHead), .number) { one in t.number(one.scale.count) },
                Column(t(T.juries.meanHead), .number) { one in t.points(Int(one.scale.mean.rounded())) },
                Column(t(T.juries.spreadHead), .number) { one in t.points(Int(one.scale.spread.rounded())) },
            ])
            HTML::p(.class("muted small")) { t(T.juries.scalesText(least: .number(JurorScale.leastWorks))) }
        }
    }

    // MARK: The chair

    private func deciding(_ board: JuryBoard, _ form: FilledForm) -> some HTML {
        Look::Form(action: reader.link("\(board.jury.path)/decide"), hidden: reader.hidden, isGuarded: true, label: t(T.juries.decide)) {
            h2 { t(T.juries.decide) }
            HTML::p { t(T.juries.decideLead) }
            ForEach(board.parts) { part in
                div(.role("group"), .aria("labelledby", "part-\(part.category.id)")) {
                    h3(.id("part-\(part.category.id)")) { t.run(part.category.name) }
                    ForEach(part.lines) { line in
                        let name = [line.entry.code, t.shown(line.entry.title)].filter { !$0.isEmpty }.joined(separator: " · ")
                        let place = board.jury.rules.isLevelled ? line.evenPlace : line.rawPlace
                        FieldRow {
                            Field(
                                t(T.juries.prizeOf(place: .number(place), work: .text(name))), name: "prize-\(line.entry.code)", value: form["prize-\(line.entry.code)"],
                                error: form.fault("prize-\(line.entry.code)"), optional: "", width: .medium
                            ).select([Field.Choice("", "–")] + Prize.allCases.map { Field.Choice("\($0.rawValue)", t($0.name)) })
                            Field(
                                t(T.juries.reasonOf(code: .text(line.entry.code))), name: "reason-\(line.entry.code)", value: form["reason-\(line.entry.code)"],
                                error: form.fault("reason-\(line.entry.code)"), optional: "", width: .full, most: TextLimit.note.rawValue
                            ).text()
                        }
                    }
                }
            }
            form.field(T.juries.reason, "reason", .full, hint: T.juries.reasonHint, isOptional: true, most: TextLimit.note.rawValue).area(rows: 4)
            Buttons { Submit(t(T.juries.decideAct)) }
        }
    }
}
