import Events
package import Forms
package import HTML
import Kernel
import Languages
package import Look

/// What a call asks, for everybody; and its form, for those who run the event.
struct PaperCallViews {
    let reader: Reader
    private var t: Texts { reader.t }

    // MARK: For everybody

    func page(_ call: PaperCall, of event: Event) -> Screen {
        let title = event.title(in: t.language), days = call.details.days
        let trail = [Look.Link(t(T.events.all), href: reader.link("/events")), Look.Link(t.run(title), href: reader.link("/events/\(event.id)"))]
        return Screen(t(T.papers.title), trail: trail) {
            Heading(Run(t(T.papers.title)), lead: t.run(title))
            HTML::p { Chip(call.stage(on: reader.today).tone, t(call.stage(on: reader.today).name)) }
            ForEach(call.details.words.split(separator: "\n\n")) { paragraph in HTML::p(.class("lines")) { t.run(String(paragraph)) } }
            send(call, event)
            h2 { t(T.papers.asked) }
            Facts {
                FactLine(t(T.papers.abstract), t(T.papers.abstractAsked(count: call.details.abstractWords)))
                FactLine(t(T.papers.authors), t(T.papers.authorsAsked(count: call.details.authorsMost)))
                if call.details.keywordsMost > 0 { FactLine(t(T.papers.keywords), t(T.papers.keywordsAsked(count: call.details.keywordsMost))) }
                if !call.details.kinds.isEmpty { FactLine(t(T.papers.kind)) { list(call.details.kinds) } }
                FactLine(t(T.papers.criteria)) { list(call.details.criteria) }
            }
            h2 { t(T.papers.dates) }
            Facts {
                FactLine(t(T.papers.opens), t.day(days.opens, .long))
                FactLine(t(T.papers.deadline), t.day(days.deadline, .long))
                FactLine(t(T.papers.reviewed), t.day(days.reviewed, .long))
                FactLine(t(T.papers.again), t.day(days.again, .long))
                FactLine(t(T.papers.againReviewed), t.day(days.againReviewed, .long))
            }
            HTML::p(.class("small muted")) { t(T.papers.howJudged) }
        }
    }

    @HTMLBuilder private func send(_ call: PaperCall, _ event: Event) -> some HTML {
        switch call.stage(on: reader.today) {
        case .open where event.state == .announced || event.state == .confirmed:
            Buttons { LinkButton(t(T.papers.proposeAct), href: reader.link("/events/\(event.id)/papers/new")) }
        case .draft, .coming: Notice(.info) { HTML::p { t(T.papers.opensOn(day: .day(call.details.days.opens))) } }
        default: Notice(.neutral) { HTML::p { t(T.papers.closedOn(day: .day(call.details.days.deadline))) } }
        }
    }

    private func list(_ lines: [String]) -> Markup { Markup(ul { ForEach(lines) { line in li { t.run(line) } } }) }

    // MARK: For those who run the event

    func form(_ form: FilledForm, of event: Event, isNew: Bool) -> Screen {
        let base = reader.link("/staff/events/\(event.id)"), back = base + "/papers"
        let trail = [
            Look.Link(t(T.events.all), href: reader.link("/staff/events")), Look.Link(t.run(event.title(in: t.language)), href: base),
            Look.Link(t(T.papers.title), href: back),
        ]
        return Screen(t(T.papers.callForm), trail: isNew ? Array(trail.dropLast()) : trail) {
            FormFaults(form)
            Heading(Run(t(T.papers.callForm)), lead: t.run(event.title(in: t.language)))
            Form(action: back + "/call", hidden: reader.hidden, isGuarded: true) {
                form.field(T.papers.callWords, "words", .full, hint: T.papers.callWordsHint, isOptional: true, most: PaperCallDetails.longestWords).area(rows: 6)
                Fieldset(t(T.papers.dates), hint: t(T.papers.datesHint)) {
                    FieldRow {
                        form.day(T.papers.opens, "opens")
                        form.day(T.papers.deadline, "deadline")
                    }
                    form.day(T.papers.reviewed, "reviewed")
                    FieldRow {
                        form.day(T.papers.again, "again")
                        form.day(T.papers.againReviewed, "againReviewed")
                    }
                }
                Fieldset(t(T.papers.asked)) {
                    FieldRow {
                        form.field(T.papers.abstractWords, "abstractWords", .short, autocomplete: "off").number()
                        form.field(T.papers.keywordsMost, "keywordsMost", .short, hint: T.papers.keywordsMostHint, autocomplete: "off").number()
                        form.field(T.papers.authorsMost, "authorsMost", .short, autocomplete: "off").number()
                    }
                    form.field(T.papers.kinds, "kinds", .medium, hint: T.papers.linesHint, isOptional: true, most: PaperCallDetails.longestKinds).area(rows: 4)
                }
                Fieldset(t(T.papers.reviewing)) {
                    form.field(T.papers.criteria, "criteria", .medium, hint: T.papers.criteriaHint, most: PaperCallDetails.longestKinds).area(rows: 4)
                    FieldRow {
                        form.field(T.papers.bestMark, "bestMark", .short, hint: T.papers.bestMarkHint, autocomplete: "off").number()
                        form.field(T.papers.reviewsEach, "reviewsEach", .short, autocomplete: "off").number()
                        form.field(T.papers.minutes, "minutes", .short, hint: T.papers.minutesHint, autocomplete: "off").number()
                    }
                }
                Buttons {
                    Submit(t(T.common.save))
                    LinkButton(t(T.common.cancel), href: isNew ? base : back, .quiet)
                }
            }
        }
    }
}

/// The call on the page of its event.
package struct PaperCallNotice: View {
    let call: PaperCall?
    let reader: Reader

    package init(_ call: PaperCall?, _ reader: Reader) {
        self.call = call
        self.reader = reader
    }

    package var body: Markup {
        let t = reader.t
        if let call {
            let days = call.details.days, path = reader.link("/events/\(call.event)/papers")
            switch call.stage(on: reader.today) {
            case .coming, .open:
                Notice(.info, t(T.papers.title)) {
                    HTML::p { t(call.stage(on: reader.today) == .open ? T.papers.openUntil(day: .day(days.deadline)) : T.papers.opensOn(day: .day(days.opens))) }
                    HTML::p { a(.href(path)) { t(T.papers.toCall) } }
                }
            case .draft, .review, .again, .againReview, .over: HTML::p { a(.href(path)) { t(T.papers.title) } }
            }
        }
    }
}

extension PaperCallStage {
    var tone: Tone {
        switch self {
        case .draft, .over: .neutral
        case .coming: .info
        case .open: .good
        case .review, .again, .againReview: .waiting
        }
    }
}

extension PaperState {
    package var tone: Tone {
        switch self {
        case .draft, .withdrawn: .neutral
        case .sent: .info
        case .changes: .waiting
        case .accepted: .good
        case .refused: .bad
        }
    }
}

extension Recommendation {
    var tone: Tone {
        switch self {
        case .accept: .good
        case .changes: .waiting
        case .refuse: .bad
        }
    }
}
