import Centres
import Contests
import Documents
import Kernel
import Languages

/// Papers of a jury: its minutes, with places for signatures, and no name of whoever made a work.
struct JuryPaper {
    let t: Texts
    let office: Centre
    let logo: CentreLogo?

    func minutes(_ board: JuryBoard, at now: Instant) -> Paper {
        let jury = board.jury, contest = jury.contest
        var paper = Paper(
            language: t.language.rawValue, title: t(T.juries.minutes), subtitle: t.shown(contest.name), head: "\(t(T.juries.minutes)) · \(t.shown(contest.name))",
            page: t(T.juries.paperPage(page: "{page}", pages: "{pages}")), centre: Paper.Office(office, logo, t))
        paper.marks = [.init(t(T.juries.paperDay), t.day(office.zone.day(of: jury.decided ?? now), .numeric))]
        paper.facts = [
            .init(t(T.juries.works), t.number(board.lines.count)), .init(t(T.juries.rounds), t.number(jury.rounds.count)),
            .init(t(T.juries.orderBy), t(jury.rules.isLevelled ? T.juries.byEven : T.juries.byRaw)), .init(t(T.juries.tie), t(jury.rules.tie.name)),
            .init(t(T.juries.conflictsKnown), t.number(board.conflicts.known)), .init(t(T.juries.conflictsDeclared), t.number(board.conflicts.declared)),
        ]
        paper.sections = [members(board), criteria(jury), rounds(jury)] + board.parts.map { part($0, board) }
        if !jury.reason.isEmpty { paper.sections.append(Paper.Section(title: t(T.juries.reason), text: [t.shown(jury.reason)])) }
        paper.signatories = jury.sitting.prefix(4).map { .init(name: $0.name, role: t($0.isChair ? T.juries.chair : T.juries.juror)) }
        if jury.sitting.count > 4 {
            let others = Array(jury.sitting.dropFirst(4))
            paper.sections.append(Paper.Section(title: t(T.juries.signatures), signatories: others.prefix(4).map { .init(name: $0.name, role: t(T.juries.juror)) }))
        }
        paper.notes = [t(T.juries.minutesNote)] + (jury.decided == nil ? [t(T.juries.minutesDraft)] : [])
        return paper
    }

    private func members(_ board: JuryBoard) -> Paper.Section {
        let scales = Dictionary(uniqueKeysWithValues: board.scales.map { ($0.juror.id, $0.scale) })
        return Paper.Section(title: t(T.juries.jurors), table: .init(columns: [
            .init(t(T.juries.named), share: 4), .init(t(T.juries.part), share: 3), .init(t(T.juries.seenHead), mm: 26, align: .right),
            .init(t(T.juries.meanHead), mm: 26, align: .right), .init(t(T.juries.spreadHead), mm: 26, align: .right),
        ], rows: board.jury.sitting.map { juror in
            let scale = scales[juror.id]
            return [
                .init(juror.name), .init(t(juror.isChair ? T.juries.chair : T.juries.juror)), .init(scale.map { t.number($0.count) } ?? "–"),
                .init(scale.map { t.points(Int($0.mean.rounded())) } ?? "–"), .init(scale.map { t.points(Int($0.spread.rounded())) } ?? "–"),
            ]
        }))
    }

    private func criteria(_ jury: Jury) -> Paper.Section {
        Paper.Section(title: t(T.juries.criteria), table: .init(columns: [
            .init(t(T.juries.named), share: 5), .init(t(T.juries.weight), mm: 30, align: .right),
        ], rows: jury.criteria.map { [.init(t.shown($0.name)), .init(t.number($0.weight))] }))
    }

    private func rounds(_ jury: Jury) -> Paper.Section {
        Paper.Section(title: t(T.juries.rounds), table: .init(columns: [
            .init("№", mm: 12), .init(t(T.juries.roundKind), share: 4), .init(t(T.juries.goOnMost), mm: 36, align: .right), .init(t(T.juries.opened), mm: 30),
            .init(t(T.juries.closed), mm: 30),
        ], rows: jury.rounds.map { round in
            [
                .init("\(round.number)"), .init(t(round.kind.name)), .init(round.details.most.map { t.number($0) } ?? "–"),
                .init(day(round.opened)), .init(day(round.closed)),
            ]
        }))
    }

    private func day(_ moment: Instant?) -> String { moment.map { t.day(office.zone.day(of: $0), .numeric) } ?? "–" }

    private func part(_ part: JuryBoard.Part, _ board: JuryBoard) -> Paper.Section {
        let kind = board.round.kind
        func score(_ value: Int) -> String { kind == .sift ? "\(t.number((value + 5) / 10)) %" : t.points(value) }
        return Paper.Section(title: t.shown(part.category.name), table: .init(columns: [
            .init(t(T.juries.code), mm: 20), .init(t(T.juries.workTitle), share: 5), .init(t(T.juries.rawHead), mm: 20, align: .right),
            .init(t(T.juries.placeHead), mm: 16, align: .right), .init(t(T.juries.evenHead), mm: 24, align: .right),
            .init(t(T.juries.evenPlaceHead), mm: 20, align: .right),
            .init(t(T.juries.result), share: 5),
        ], rows: part.lines.map { line in
            let result = [line.prize.map { t($0.name) } ?? "", t.shown(line.reason)].filter { !$0.isEmpty }.joined(separator: ": ")
            return [
                .init(line.entry.code), .init(t.shown(line.entry.title)), .init(score(line.count.raw)), .init("\(line.rawPlace)."),
                .init(kind == .points ? score(line.count.even) : "–"), .init(kind == .points ? "\(line.evenPlace)." : "–"), .init(result),
            ]
        }))
    }
}
