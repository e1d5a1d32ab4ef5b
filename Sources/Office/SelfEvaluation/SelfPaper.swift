import Centres
import Documents
import Foundation
import Kernel
import Languages

/// The self-evaluation of some years as one paper, for the template `report` and for a word processor.
struct SelfPaper {
    let t: Texts
    let office: Centre
    let logo: CentreLogo?

    /// - Parameter years: the earliest first.
    func report(_ years: [SelfYear], _ board: SelfBoard) -> Paper {
        let span = years.count == 1 ? "\(years[0].year)" : "\(years[0].year)–\(years[years.count - 1].year)"
        let title = t(T.selfevaluation.paperTitle(years: .text(span)))
        var paper = Paper(
            language: t.language.rawValue, title: title, head: title, page: t(T.selfevaluation.paperPage(page: "{page}", pages: "{pages}")),
            centre: Paper.Office(office, logo, t))
        let rules = years.map { board.rule(of: $0) }, levels = rules.map(\.levels)
        // Where the scale has changed each year has its own beside it.
        let scales = Set(levels).count == 1 ? ["1–\(levels[0])"] : zip(years, levels).map { "\($0.year): 1–\($1)" }
        paper.marks = [.init(t(T.selfevaluation.scale), scales.joined(separator: ", "))]
        if let accreditation = board.accreditation {
            paper.facts.append(.init(t(T.selfevaluation.accredited), t.days(accreditation.days)))
            if !accreditation.act.isEmpty { paper.facts.append(.init(t(T.selfevaluation.act), t.shown(accreditation.act))) }
        }
        if let article = rules.last?.article, !article.isEmpty { paper.facts.append(.init(t(T.selfevaluation.article), t.shown(article))) }
        paper.sections = [scores(years, board), facts(years, board)] + areas(years, board) + conclusions(years)
        paper.signatories = [.init(name: "", role: t(T.selfevaluation.director))]
        paper.notes = years.filter { !$0.isClosed }.map { t(T.selfevaluation.paperOpen(year: .text("\($0.year)"))) }
        return paper
    }

    private func scores(_ years: [SelfYear], _ board: SelfBoard) -> Paper.Section {
        let columns = [Paper.Column(t(T.selfevaluation.area), share: 3)] + years.map { Paper.Column("\($0.year)", mm: 22, align: .right) }
        let rows = board.areas.map { area in
            [Paper.Cell(t.shown(area.name))] + years.map { year in Paper.Cell(year.mean(area.features).map(mean) ?? "–") }
        }
        return .init(title: t(T.selfevaluation.scores), table: .init(columns: columns, rows: rows))
    }

    private func facts(_ years: [SelfYear], _ board: SelfBoard) -> Paper.Section {
        let columns = [Paper.Column(t(T.selfevaluation.fact), share: 3)] + years.map { Paper.Column("\($0.year)", mm: 22, align: .right) }
        let used = Set(board.areas.flatMap(\.features).flatMap(\.draft.facts))
        let rows = SelfFact.allCases.filter(used.contains).map { fact in
            [Paper.Cell(t(fact.name))] + years.map { Paper.Cell(t.number($0.facts[fact] ?? 0)) }
        }
        return .init(title: t(T.selfevaluation.facts), table: .init(columns: columns, rows: rows))
    }

    private func areas(_ years: [SelfYear], _ board: SelfBoard) -> [Paper.Section] {
        board.areas.flatMap { area in
            area.features.compactMap { feature in
                let answers = years.compactMap { year in year.answers[feature.id].map { (year, $0) } }
                guard !answers.isEmpty else { return nil }
                let text = answers.flatMap { year, answer in
                    let score = answer.score.map { T.selfevaluation.scoreOf(score: .number($0), levels: .number(board.rule(of: year).levels)) }
                    return ["\(year.year): \(t(score ?? T.selfevaluation.noScore))"] + answer.words.split(separator: "\n\n").map { t.shown(String($0)) }
                }
                return Paper.Section(title: "\(t.shown(area.name)): \(t.shown(feature.name))", text: text)
            }
        }
    }

    private func conclusions(_ years: [SelfYear]) -> [Paper.Section] {
        let text = years.filter { !$0.conclusions.isEmpty }.flatMap { year in
            ["\(year.year):"] + year.conclusions.split(separator: "\n\n").map { t.shown(String($0)) }
        }
        return text.isEmpty ? [] : [.init(title: t(T.selfevaluation.conclusions), text: text)]
    }

    /// A mean in tenths as it is written.
    private func mean(_ tenths: Int) -> String { t.number(.init(sign: .plus, exponent: -1, significand: .init(tenths))) }
}
