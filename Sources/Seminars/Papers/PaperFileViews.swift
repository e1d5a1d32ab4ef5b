import Accounts
import Events
import Forms
import Guests
import HTML
import Kernel
import Languages
import Look

/// One proposal for the centre's people: what it says, who reads it, what they said, what is decided, where it stands in the programme.
struct PaperFileViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ file: PaperFile, _ form: FilledForm) -> Screen {
        let paper = file.paper, event = file.desk.event, base = reader.link("/staff/events/\(event.id)")
        let trail = [
            Look.Link(t(T.events.all), href: reader.link("/staff/events")), Look.Link(t.run(event.title(in: t.language)), href: base),
            Look.Link(t(T.papers.title), href: base + "/papers"),
        ]
        return Screen(t.shown(paper.version?.text.title ?? ""), trail: trail) {
            FormFaults(form, title: T.papers.notDone)
            Heading(t.run(paper.version?.text.title ?? ""), kind: Run(t(T.papers.paper)), lead: t.run(event.title(in: t.language)))
            HTML::p { Chip(paper.state.tone, t(paper.state.name)) }
            if let version = paper.version { PaperContent(version.text, authors: paper.authors, reader) }
            ForEach(paper.versions.filter { $0.sent != nil && $0.round < (paper.version?.round ?? 1) }) { version in
                Disclosure(t(T.papers.firstVersion)) { PaperContent(version.text, reader) }
            }
            // Who decides has read it first.
            if file.isOwn { Notice(.info) { HTML::p { t(T.papers.ownHidden) } } } else { round(file, form) }
        }
    }

    @HTMLBuilder private func round(_ file: PaperFile, _ form: FilledForm) -> some HTML {
        let path = reader.link("/staff/papers/\(file.paper.id)")
        h2 { t(T.papers.reviews) }
        if file.reviews.isEmpty { HTML::p { t(T.papers.reviewsNoneYet) } }
        ForEach(file.reviews) { review in
            PersonLine(
                Run(review.person.flatMap { file.names[$0] } ?? t(T.papers.reviewerGone)),
                detail: [Run(t(review.round == 1 ? T.papers.roundFirst : T.papers.roundSecond))], state: state(of: review, file)
            ) {
                if review.given != nil {
                    RowDetails(t(T.papers.review), of: review.person.flatMap { file.names[$0] } ?? "") { JudgementFacts(review, file.call, reader) }
                }
            }
        }
        if file.paper.state == .sent { assigning(file, form, path) }
        if file.paper.canBeDecided(file.call, on: file.desk.today) {
            h2 { t(T.papers.decision) }
            deciding(file, form, path)
        } else if file.paper.isFresh(at: reader.now), let decided = file.paper.decided {
            Notice(.waiting, t(T.papers.fresh)) {
                HTML::p { t(T.papers.freshText(until: .instant(decided.adding(seconds: Paper.graceSeconds), .inSentence))) }
                ButtonForm(t(T.papers.takeBackAct), .quiet, action: path + "/take-back", hidden: reader.hidden)
            }
        } else if file.paper.canBeRedecided(at: reader.now) {
            Disclosure(t(T.papers.redecide), isOpen: form.fault("decision") != nil || form.fault("words") != nil) {
                HTML::p { t(T.papers.redecideText) }
                deciding(file, form, path)
            }
        }
        if file.paper.state == .accepted, file.paper.talk == nil { placing(file, form, path) }
        if !file.paper.words.isEmpty { Facts { FactLine(t(T.papers.centreSays), t.run(file.paper.words)) } }
    }

    private func state(of review: Review, _ file: PaperFile) -> Chip {
        if let recommendation = review.recommendation { return Chip(recommendation.tone, t(recommendation.name)) }
        let due = file.call.reviewed(in: review.round)
        return Chip(due < file.desk.today ? .bad : .waiting, t(T.papers.until(day: .day(due))))
    }

    @HTMLBuilder private func assigning(_ file: PaperFile, _ form: FilledForm, _ path: String) -> some HTML {
        let held = file.reviews.filter { $0.round == file.paper.round }
        let free = file.desk.reviewers.filter { !file.paper.isOf($0.person) }
        if !free.isEmpty {
            Disclosure(t(T.papers.assignTitle), isOpen: held.isEmpty || form.fault("reviewer") != nil) {
                Form(action: path + "/reviewers", hidden: reader.hidden) {
                    form.field(T.papers.reviewers, "reviewer", isOptional: true).checkboxes(
                        free.map { Field.Choice("\($0.person.id)", $0.person.name.full, hint: t(T.papers.reviewerHolds(count: $0.reviews))) },
                        chosen: Set(form.typed.all("reviewer")).union(held.compactMap { $0.person.map { "\($0)" } }))
                    Buttons { Submit(t(T.papers.assignAct), .quiet) }
                }
            }
        } else {
            HTML::p { t(T.papers.nobodyReviews) }
        }
    }

    @HTMLBuilder private func deciding(_ file: PaperFile, _ form: FilledForm, _ path: String) -> some HTML {
        let awaited = file.desk.current(file.paper).count { $0.given == nil && file.paper.state == .sent }
        let isAnew = !file.paper.canBeDecided(file.call, on: file.desk.today), before = isAnew ? file.paper.decidedFrom : file.paper.state
        let round = before == .changes ? 2 : file.paper.round
        let possible = Recommendation.possible(in: round).filter { decision in
            (decision != .changes || file.desk.today <= file.call.details.days.again) && !(isAnew && decision.state == file.paper.state)
        }
        if awaited > 0 { Notice(.waiting) { HTML::p { t(T.papers.stillAwaited(count: awaited)) } } }
        if file.paper.state == .changes, !isAnew { Notice(.waiting) { HTML::p { t(T.papers.noSecondVersion) } } }
        Form(action: path + "/decide", hidden: reader.hidden, isGuarded: true) {
            form.field(T.papers.decision, "decision").radios(possible.map { Field.Choice($0.rawValue, t($0.deed)) })
            form.field(T.papers.decisionWords, "words", .full, hint: T.papers.decisionWordsHint, isOptional: true, most: TextLimit.letter.rawValue).area(rows: 5)
            Buttons { Submit(t(T.papers.decideAct)) }
        }
    }

    @HTMLBuilder private func placing(_ file: PaperFile, _ form: FilledForm, _ path: String) -> some HTML {
        let sessions = file.desk.event.sessionChoices(t)
        h2 { t(T.papers.placeTitle) }
        Form(action: path + "/talk", hidden: reader.hidden) {
            form.field(T.guests.talkSession, "session", .full).select([Field.Choice("", t(T.events.notChosen))] + sessions)
            FieldRow {
                form.field(T.events.begins, "begins", .short, autocomplete: "off").text()
                form.field(T.events.ends, "ends", .short, autocomplete: "off").text()
            }
            Buttons { Submit(t(T.papers.placeAct)) }
        }
    }
}

extension Recommendation {
    /// As the centre decides it.
    fileprivate var deed: Phrase {
        switch self {
        case .accept: T.papers.decideAccept
        case .changes: T.papers.decideChanges
        case .refuse: T.papers.decideRefuse
        }
    }
}
