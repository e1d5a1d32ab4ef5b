import Documents
import Events
import Kernel
import Languages
import Look
import Sheets

/// A plan in the table of an office, and what was planned beside what came of it, on paper and as sheets.
struct PlanPaper: Sendable {
    let done: PlanDone
    let items: [PlanItem]
    /// The version that is printed; nil for the plan as it stands.
    let version: PlanVersion?
    let words: PlanWords
    let site: String
    let t: Texts

    var title: String { t(done.plan.title) }
    var resultTitle: String { "\(title) – \(t(T.planning.done))" }

    private func empty(_ title: String, _ subtitle: String) -> Paper {
        Paper(
            language: t.language.rawValue, title: title, subtitle: subtitle, head: "\(site) · \(title)", page: t(T.planning.paperPage(page: "{page}",
                pages: "{pages}")),
            centre: Paper.Office(name: site, lines: []))
    }

    // MARK: The plan

    var plan: Paper {
        var paper = empty(title, version.map { t(T.planning.versionState(number: .number($0.number), state: .phrase($0.state.name))) } ?? t(T.planning.asItStands))
        paper.sections = [Paper.Section(title: t(T.planning.lines), table: Paper.Table(columns: columns, rows: rows, boxes: true))]
        let decided = (version?.decisions ?? []).filter { $0.outcome == .approved }
        if !decided.isEmpty {
            paper.sections.append(Paper.Section(title: t(T.planning.decisions), text: decided.map { decision in
                let number = decision.number.isEmpty ? "" : t(T.planning.decisionOf(number: .text(decision.number),
                    day: decision.day.map { Value.day($0, .numeric) } ?? .text("")))
                return ["\(t.shown(decision.step.name)): \(t(T.planning.versionApproved))", number,
                    decision.at.map { t.instant($0) } ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
            }))
        }
        paper.signatories = [Paper.Signatory(name: "", role: t(T.planning.stepDirector))]
        paper.seal = t(T.planning.seal)
        return paper
    }

    private var columns: [Paper.Column] {
        [
            .init(t(T.planning.number), mm: 9, align: .right), .init(t(T.planning.title), share: 5, strong: true), .init(t(T.planning.form), share: 2),
            .init(t(T.planning.term), mm: 26), .init(t(T.planning.person), mm: 28), .init(t(T.planning.place), share: 2), .init(t(T.planning.target), share: 3),
            .init(t(T.planning.people), mm: 17, align: .right), .init(t(T.planning.source), share: 2), .init(t(T.planning.indicator), share: 3),
        ]
    }

    private var rows: [[Paper.Cell]] {
        let fields: [PlanField] = [.title, .form, .term, .person, .place, .target, .people, .source, .indicator]
        let rows = items.enumerated().map { number, item -> [Paper.Cell] in
            [Paper.Cell("\(number + 1).")] + fields.map { field -> Paper.Cell in
                let said = words.said(field, of: item.details, t)
                let number = field == .title ? words.number(of: item.details.programme) : nil
                return Paper.Cell(number.map { "\(said.text) (\(t(T.planning.catalogueNumber(number: .text($0)))))" } ?? said.text)
            }
        }
        return rows.isEmpty ? [Array(repeating: "", count: columns.count)] : rows
    }

    var sheet: Sheet {
        let fields = PlanField.allCases.filter { $0 != .indicator }
        let columns = [Sheet.Column(t(T.planning.number), width: 6)] + fields.map { Sheet.Column(t($0.name), width: $0 == .title ? 48 : 20) }
            + [Sheet.Column(t(T.planning.first), width: 12, .date), Sheet.Column(t(T.planning.last), width: 12, .date),
                Sheet.Column(t(T.planning.indicator), width: 30),
               Sheet.Column(t(T.planning.goal), width: 10)]
        return Sheet(title, columns: columns, rows: items.enumerated().map { place, item -> [Sheets.Cell] in
            let details = item.details
            let said = fields.map { field -> Sheets.Cell in
                field == .people ? cell(details.people) : .text(words.said(field, of: details, t).text)
            }
            let end: [Sheets.Cell] = [.date(details.days.lowerBound.iso), .date(details.days.upperBound.iso), .text(details.indicator), cell(details.goal)]
            return [cell(place + 1)] + said + end
        })
    }

    private func cell(_ number: Int?) -> Sheets.Cell { number.map { Sheets.Cell.number($0) } ?? .empty }

    // MARK: What came of it

    var result: Paper {
        var paper = empty(resultTitle, t(T.planning.asItStands))
        paper.facts = [
            .init(t(T.planning.planned), t.number(done.lines.count)), .init(t(T.planning.eventsHeld), t.number(done.held)),
            .init(t(T.planning.deviationUnplanned), t.number(done.unplanned)), .init(t(T.planning.peopleExpected), t.number(done.expected)),
            .init(t(T.planning.peopleCame), t.number(done.came)),
        ]
        let columns: [Paper.Column] = [
            .init(t(T.planning.number), mm: 9, align: .right), .init(t(T.planning.title), share: 5, strong: true), .init(t(T.planning.term), mm: 28),
            .init(t(T.planning.person), mm: 30), .init(t(T.common.state), mm: 26), .init(t(T.planning.heldOn), mm: 28),
            .init(t(T.planning.peopleExpected), mm: 18, align: .right), .init(t(T.planning.peopleCame), mm: 18, align: .right),
                .init(t(T.planning.deviation), share: 4),
        ]
        var rows = done.lines.enumerated().map { number, line -> [Paper.Cell] in
            let item = line.item.details
            return [
                .init("\(number + 1)."), .init(t.shown(item.title)), .init(t.term(item.days)), .init(words.person(item.person)),
                    .init(t(line.state.name)), .init(held(line)),
                .init(item.people.map { t.number($0) } ?? ""), .init(line.held.isEmpty ? "" : t.number(line.people)), .init(deviation(line.deviation, line.reason)),
            ]
        }
        rows += done.extras.map { extra -> [Paper.Cell] in
            [
                "", .init(t.shown(extra.event.title(in: t.language).text)), "", "", .init(t(PlanState([extra.event.state]).name)),
                    .init(extra.event.firstDay.map { t.day($0, .numeric) } ?? ""), "",
                .init(t.number(extra.people)), .init(deviation(extra.deviation, extra.reason)),
            ]
        }
        rows.append(["", .init(t(T.planning.sum)), "", "", "", .init(t.number(done.held + done.unplanned)), .init(t.number(done.expected)),
            .init(t.number(done.came)), ""])
        paper.sections = [Paper.Section(title: t(T.planning.lines), table: Paper.Table(columns: columns, rows: rows, boxes: true))]
        paper.signatories = [Paper.Signatory(name: "", role: t(T.planning.stepDirector))]
        return paper
    }

    private func held(_ line: PlanDone.Line) -> String { line.held.compactMap(\.firstDay).map { t.day($0, .numeric) }.joined(separator: "; ") }

    private func deviation(_ deviation: PlanDeviation?, _ reason: PlanReason?) -> String {
        guard let deviation else { return "" }
        return ([t(deviation.name)] + (reason.map { [t.shown($0.text)] } ?? [])).joined(separator: ": ")
    }

    var resultSheet: Sheet {
        let columns = [
            Sheet.Column(t(T.planning.number), width: 6), Sheet.Column(t(T.planning.title), width: 48), Sheet.Column(t(T.planning.first), width: 12, .date),
            Sheet.Column(t(T.planning.last), width: 12, .date), Sheet.Column(t(T.planning.person), width: 24), Sheet.Column(t(T.common.state), width: 16),
            Sheet.Column(t(T.planning.eventsHeld), width: 12), Sheet.Column(t(T.planning.peopleExpected), width: 12),
                Sheet.Column(t(T.planning.peopleCame), width: 12),
            Sheet.Column(t(T.planning.deviation), width: 18), Sheet.Column(t(T.planning.reason), width: 40),
        ]
        let lines = done.lines.enumerated().map { number, line -> [Sheets.Cell] in
            let item = line.item.details
            return [
                .number(number + 1), .text(t.shown(item.title)), .date(item.days.lowerBound.iso), .date(item.days.upperBound.iso), .text(words.person(item.person)),
                .text(t(line.state.name)), .number(line.held.count), cell(item.people), .number(line.people),
                .text(line.deviation.map { t($0.name) } ?? ""), .text(line.reason?.text ?? ""),
            ]
        }
        let extras = done.extras.map { extra -> [Sheets.Cell] in
            let day: Sheets.Cell = extra.event.firstDay.map { .date($0.iso) } ?? .empty
            return [
                .empty, .text(t.shown(extra.event.title(in: t.language).text)), day, day, .empty, .text(t(PlanState([extra.event.state]).name)),
                .number(extra.event.wasHeld ? 1 : 0), .empty,
                    .number(extra.people),
                .text(t(extra.deviation.name)), .text(extra.reason?.text ?? ""),
            ]
        }
        return Sheet(resultTitle, columns: columns, rows: lines + extras)
    }
}
