import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// What a reviewer has to read, and the form in which it is judged. Nothing here says whose it is.
struct ReviewViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ sheets: [ReviewSheet]) -> Screen {
        let (open, done) = (sheets.filter { $0.isOpen && $0.review.given == nil }, sheets.filter { !$0.isOpen || $0.review.given != nil })
        return Screen(t(T.papers.reviews), trail: [Look.Link(t(T.papers.mine), href: reader.link("/me"))], isIndexed: false) {
            Heading(t(T.papers.reviews), lead: t(T.papers.reviewsLead))
            if sheets.isEmpty { EmptyState(t(T.papers.reviewsNone), t(T.papers.reviewsNoneText)) { Empty() } }
            if !open.isEmpty {
                h2 { t(T.papers.reviewsOpen) }
                ForEach(open) { line($0) }
            }
            if !done.isEmpty {
                h2 { t(T.papers.reviewsDone) }
                ForEach(done) { line($0) }
            }
        }
    }

    func line(_ sheet: ReviewSheet) -> PersonLine {
        let due = sheet.call.reviewed(in: sheet.review.round)
        let state = if let recommendation = sheet.review.recommendation { Chip(recommendation.tone, t(recommendation.name)) } else {
            Chip(!sheet.isOpen ? .neutral : due < reader.today ? .bad : .waiting, t(!sheet.isOpen ? T.papers.reviewClosed : T.papers.until(day: .day(due))))
        }
        return PersonLine(
            t.run(sheet.text.title), href: reader.link("/reviews/\(sheet.review.id)"),
            detail: [t.run(sheet.event.title(in: t.language)), Run(t(sheet.review.round == 1 ? T.papers.roundFirst : T.papers.roundSecond))], state: state)
    }

    func page(_ sheet: ReviewSheet, _ form: FilledForm) -> Screen {
        let review = sheet.review
        return Screen(t.shown(sheet.text.title), trail: [Look.Link(t(T.papers.reviews), href: reader.link("/reviews"))], isIndexed: false) {
            FormFaults(form, title: T.papers.notReviewed)
            Heading(
                t.run(sheet.text.title), kind: Run(t(review.round == 1 ? T.papers.roundFirst : T.papers.roundSecond)), lead: t.run(sheet.event.title(in: t.language)))
            if sheet.isOpen { HTML::p { t(T.papers.reviewUntil(day: .day(sheet.call.reviewed(in: review.round)))) } }
            PaperContent(sheet.text, reader)
            if let first = sheet.first { Disclosure(t(T.papers.firstVersion)) { PaperContent(first, reader) } }
            if let earlier = sheet.earlier, !earlier.words.isEmpty {
                Disclosure(t(T.papers.saidEarlier)) {
                    ForEach(earlier.words.split(separator: "\n\n")) { paragraph in HTML::p(.class("lines")) { t.run(String(paragraph)) } }
                }
            }
            h2 { t(T.papers.review) }
            if sheet.isOpen { fields(sheet, form) } else { JudgementFacts(review, sheet.call, reader) }
        }
    }

    private func fields(_ sheet: ReviewSheet, _ form: FilledForm) -> some HTML {
        let best = sheet.call.details.bestMark
        return Form(action: reader.link("/reviews/\(sheet.review.id)"), hidden: reader.hidden, isGuarded: true) {
            HTML::p { t(T.papers.marksHint(best: .number(best))) }
            ForEach(sheet.call.criteria) { criterion in
                Field(
                    t.shown(criterion.name), name: "mark\(criterion.id)", value: form["mark\(criterion.id)"], error: form.fault("mark\(criterion.id)"), width: .short,
                    labelLang: t.run(criterion.name).lang
                ).select([Field.Choice("", "–")] + (1...best).reversed().map { Field.Choice("\($0)", "\($0)") })
            }
            form.field(T.papers.recommendation, "recommendation").radios(
                Recommendation.possible(in: sheet.review.round).map { Field.Choice($0.rawValue, t($0.name)) })
            form.field(T.papers.wordsToAuthor, "words", .full, hint: T.papers.wordsToAuthorHint, isOptional: true, most: TextLimit.letter.rawValue).area(rows: 8)
            form.field(T.papers.noteToCentre, "note", .full, hint: T.papers.noteToCentreHint, isOptional: true, most: TextLimit.note.rawValue).area(rows: 3)
            Buttons { Submit(t(sheet.review.given == nil ? T.papers.reviewAct : T.common.save)) }
        }
    }
}

/// What was said of a proposal: the marks, the recommendation, the words.
struct JudgementFacts: View {
    let review: Review
    let call: PaperCall
    let reader: Reader

    init(_ review: Review, _ call: PaperCall, _ reader: Reader) {
        (self.review, self.call, self.reader) = (review, call, reader)
    }

    var body: Markup {
        let t = reader.t
        Facts {
            if let recommendation = review.recommendation { FactLine(t(T.papers.recommendation)) { Chip(recommendation.tone, t(recommendation.name)) } }
            ForEach(call.criteria) { criterion in
                if let mark = review.marks[criterion.id] { FactLine(t.run(criterion.name)) { "\(mark) / \(call.details.bestMark)" } }
            }
            if !review.words.isEmpty { FactLine(t(T.papers.wordsToAuthor), t.run(review.words)) }
            if !review.note.isEmpty { FactLine(t(T.papers.noteToCentre), t.run(review.note)) }
        }
    }
}
