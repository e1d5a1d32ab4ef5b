import Forms
import Foundation
import HTML
import Kernel
import Languages
import Look

/// The evidence room: years, features with their facts, what is said of each.
struct SelfViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var base: String { reader.link("/staff/self-evaluation") }
    private var trail: [Look.Link] { [Look.Link(t(T.selfevaluation.title), href: base)] }
    private var decides: Bool { reader.actor.holds(.director, at: reader.centre.id) }

    // MARK: All years

    func list(_ board: SelfBoard, _ form: FilledForm) -> Screen {
        Screen(t(T.selfevaluation.title)) {
            FormFaults(form)
            Heading(t(T.selfevaluation.title), lead: t(T.selfevaluation.lead))
            countdown(board)
            if decides { Buttons { LinkButton(t(T.selfevaluation.scheme), href: reader.link("/settings/self-evaluation"), .quiet) } }
            if board.areas.isEmpty {
                EmptyState(t(T.selfevaluation.noScheme), t(decides ? T.selfevaluation.noSchemeDirector : T.selfevaluation.noSchemeText)) { Empty() }
            } else {
                if !board.years.isEmpty { years(board) }
                Form(action: base, hidden: reader.hidden, isInline: true, label: t(T.selfevaluation.open)) {
                    form.field(T.selfevaluation.year, "year", .short).number()
                    Submit(t(T.selfevaluation.open), board.years.isEmpty ? .primary : .quiet)
                }
                if !board.years.isEmpty { export(board) }
            }
        }
    }

    @HTMLBuilder private func countdown(_ board: SelfBoard) -> some HTML {
        let ahead = board.countdowns
        if ahead.isEmpty { HTML::p { t(board.accreditation == nil ? T.selfevaluation.noAccreditation : T.selfevaluation.accreditationOver) } } else {
            Figures(ahead.map { one in
                let days = one.days(from: board.today), tone: Tone = days <= SelfCountdown.noticeDays ? .waiting : .neutral
                return Figures.Figure(
                    t(T.selfevaluation.daysLeft(count: days)),
                    t(one.kind == .filing ? T.selfevaluation.untilFiling(day: .day(one.day)) : T.selfevaluation.untilEnd(day: .day(one.day))), tone)
            })
        }
    }

    private func years(_ board: SelfBoard) -> some HTML {
        DataTable(t(T.selfevaluation.years), rows: board.years, columns: [
            Column(t(T.selfevaluation.year), .name) { year in a(.href(reader.link(year.path))) { "\(year.year)" } },
            Column(t(T.selfevaluation.scored), .number) { year in
                let features = board.features(of: year)
                t(T.selfevaluation.doneOf(done: .number(year.scored(features)), all: .number(features.count)))
            },
            Column(t(T.selfevaluation.mean), .number) { year in year.mean(board.features(of: year)).map(mean) ?? "–" },
            Column(t(T.common.state)) { year in
                let words = year.closed.map { T.selfevaluation.closedOn(day: .day($0, .numeric)) } ?? T.selfevaluation.stateOpen
                Chip(year.isClosed ? .good : .waiting, t(words))
            },
        ], isCaptionHidden: true)
    }

    /// All of some years on paper: as many as were chosen.
    @HTMLBuilder private func export(_ board: SelfBoard) -> some HTML {
        let last = board.years.first?.year ?? board.today.year
        h2 { t(T.selfevaluation.report) }
        HTML::p { t(T.selfevaluation.reportLead) }
        ForEach([3, 5]) { count in
            let query = "from=\(last - count + 1)&to=\(last)", span = "\(last - count + 1)–\(last)"
            Buttons {
                LinkButton(t(T.selfevaluation.asPDF(years: .text(span))), href: "\(base)/report.pdf?\(query)", .quiet, icon: .print)
                LinkButton(t(T.selfevaluation.asDOCX(years: .text(span))), href: "\(base)/report.docx?\(query)", .quiet, icon: .download)
            }
        }
    }

    private func mean(_ tenths: Int) -> String { t.number(Decimal(sign: .plus, exponent: -1, significand: Decimal(tenths))) }

    // MARK: One year

    func year(_ year: SelfYear, _ board: SelfBoard, conclusions: FilledForm, close: FilledForm) -> Screen {
        let features = board.features(of: year), done = year.scored(features)
        return Screen(t(T.selfevaluation.titleOf(year: .text("\(year.year)"))), trail: trail) {
            FormFaults(conclusions)
            FormFaults(close)
            Heading(t(T.selfevaluation.titleOf(year: .text("\(year.year)"))), lead: year.closed.map { t(T.selfevaluation.closedLead(day: .day($0))) })
            if !year.isClosed {
                HTML::p { t(T.selfevaluation.progress(done: .number(done), all: .number(features.count))) }
                Meter(t(T.selfevaluation.progress(done: .number(done), all: .number(features.count))), value: done, of: features.count)
            }
            ForEach(board.areas(of: year)) { one in
                h2 { t.run(one.area.name) }
                if let tenths = year.mean(one.features) {
                    HTML::p { t(T.selfevaluation.meanOf(mean: .text(mean(tenths)), levels: .number(board.rule(of: year).levels))) }
                }
                ForEach(one.features) { feature in self.one(feature, year, board) }
            }
            h2 { t(T.selfevaluation.conclusions) }
            if year.isClosed { paragraphs(year.conclusions) } else { concluding(year, conclusions) }
        }
    }

    @HTMLBuilder private func one(_ feature: SelfFeature, _ year: SelfYear, _ board: SelfBoard) -> some HTML {
        let answer = year.answers[feature.id], name = t.run(feature.name)
        h3 { name }
        facts(feature, year)
        said(answer, board.rule(of: year))
        if !year.isClosed {
            HTML::p {
                let verb = t(answer == nil ? T.selfevaluation.write : T.common.edit)
                a(.href("\(reader.link(year.path))/\(feature.id)"), .aria("label", "\(verb): \(name.text)")) { verb }
            }
        }
    }

    @HTMLBuilder private func said(_ answer: SelfAnswer?, _ rule: SelfRule) -> some HTML {
        HTML::p {
            if let score = answer?.score { Chip(.good, t(T.selfevaluation.scoreOf(score: .number(score), levels: .number(rule.levels)))) } else {
                Chip(.waiting, t(T.selfevaluation.noScore))
            }
        }
        paragraphs(answer?.words ?? "")
    }

    @HTMLBuilder private func facts(_ feature: SelfFeature, _ year: SelfYear) -> some HTML {
        if !feature.draft.facts.isEmpty { Figures(feature.draft.facts.map { Figures.Figure(t.number(year.facts[$0] ?? 0), t($0.name)) }) }
    }

    @HTMLBuilder private func paragraphs(_ text: String) -> some HTML {
        ForEach(text.split(separator: "\n\n").map(String.init)) { part in HTML::p { t.run(part) } }
    }

    @HTMLBuilder private func concluding(_ year: SelfYear, _ form: FilledForm) -> some HTML {
        Form(action: reader.link(year.path), hidden: reader.hidden, isGuarded: true, label: t(T.selfevaluation.conclusions)) {
            form.field(T.selfevaluation.conclusions, "text", .full, hint: T.selfevaluation.conclusionsHint, most: TextLimit.letter.rawValue).area(rows: 6)
            Buttons { Submit(t(T.common.save), .quiet) }
        }
        if decides {
            h2 { t(T.selfevaluation.close) }
            HTML::p { t(T.selfevaluation.closeHint) }
            ButtonForm(t(T.selfevaluation.close), action: "\(reader.link(year.path))/close", hidden: reader.hidden)
        }
    }

    // MARK: One feature

    /// - Parameter stands: what somebody else wrote meanwhile.
    func feature(_ feature: SelfFeature, _ year: SelfYear, _ board: SelfBoard, _ form: FilledForm, stands: SelfAnswer? = nil) -> Screen {
        let own = reader.link(year.path), name = t.run(feature.name), rule = board.rule(of: year)
        let before = board.years.filter { $0.year < year.year && $0.answers[feature.id] != nil }
        return Screen(name.text, trail: trail + [Look.Link("\(year.year)", href: own)]) {
            FormFaults(form)
            Heading(name, kind: Run("\(year.year)"), lead: feature.draft.hint.isEmpty ? nil : t.run(feature.draft.hint))
            facts(feature, year)
            if let stands {
                Notice(.waiting, t(T.selfevaluation.standsNow)) { said(stands, rule) }
            }
            if year.isClosed { said(year.answers[feature.id], rule) } else {
                Form(action: "\(own)/\(feature.id)", hidden: reader.hidden + [Hidden("edits", form["edits"])], isGuarded: true, label: name.text) {
                    form.field(
                        T.selfevaluation.words, "words", .full, hint: T.selfevaluation.wordsHint, isOptional: true, most: TextLimit.letter.rawValue
                    ).area(rows: 8)
                    form.field(T.selfevaluation.score, "score", hint: T.selfevaluation.scoreHint(levels: .number(rule.levels)), isOptional: true).radios(
                        [Field.Choice("", t(T.selfevaluation.noScore))] + (1...rule.levels).map { Field.Choice("\($0)", "\($0)") })
                    Buttons { Submit(t(T.common.save)) }
                }
            }
            if !before.isEmpty {
                h2 { t(T.selfevaluation.earlier) }
                ForEach(before) { old in
                    h3 { "\(old.year)" }
                    facts(feature, old)
                    said(old.answers[feature.id], board.rule(of: old))
                }
            }
        }
    }
}
