import Accounts
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Registration

/// A proposal for its author: the form in which it is written, and how it stands.
struct PaperViews {
    let reader: Reader
    private var t: Texts { reader.t }

    // MARK: Writing

    /// - Parameter paper: nil for a new one.
    func form(_ form: FilledForm, _ call: PaperCall, of event: Event, paper: Paper?, round: Int) -> Screen {
        let action = paper.map { reader.link("/papers/\($0.id)/edit") } ?? reader.link("/events/\(event.id)/papers/new")
        let isSent = paper?.state == .sent
        return Screen(t(paper == nil ? T.papers.proposeTitle : T.papers.editTitle), trail: trail(event), isIndexed: false) {
            FormFaults(form, title: T.papers.notSent)
            Heading(Run(t(paper == nil ? T.papers.proposeTitle : T.papers.editTitle)), lead: t.run(event.title(in: t.language)))
            HTML::p { t(round == 2 ? T.papers.againUntil(day: .day(call.details.days.again)) : T.papers.openUntil(day: .day(call.details.days.deadline))) }
            HTML::p(.class("muted small")) { t(T.papers.blindHint) }
            Form(action: action, hidden: reader.hidden, isGuarded: true) {
                form.field(T.papers.paperTitle, "title", .full, autocomplete: "off").text()
                if !call.details.kinds.isEmpty {
                    form.field(T.papers.kind, "kind", .full).select([Field.Choice("", t(T.events.notChosen))] + call.details.kinds.map { Field.Choice($0, t.run($0)) })
                }
                Field(
                    t(T.papers.abstract), name: "abstract", value: form["abstract"], hint: t(T.papers.abstractAsked(count: call.details.abstractWords)),
                    error: form.fault("abstract"), width: .full, most: PaperDraft.longestAbstract
                ).area(rows: 12)
                if call.details.keywordsMost > 0 {
                    Field(
                        t(T.papers.keywords), name: "keywords", value: form["keywords"], hint: t(T.papers.keywordsHint(count: call.details.keywordsMost)),
                        error: form.fault("keywords"), optional: t(T.common.optional), width: .full, autocomplete: "off"
                    ).text()
                }
                if round == 2 { form.field(T.papers.changed, "note", .full, hint: T.papers.changedHint, isOptional: true, most: PaperDraft.longestNote).area(rows: 4) }
                authors(form, most: call.details.authorsMost)
                HTML::p(.class("muted small")) { t(T.papers.dataNotice); " "; a(.href(reader.link("/data-protection"))) { t(T.registration.dataMore) } }
                Buttons {
                    Submit(t(isSent ? T.common.save : T.papers.sendAct), name: "deed", value: "send")
                    if !isSent { Submit(t(T.papers.saveDraft), .quiet, name: "deed", value: "save") }
                }
            }
        }
    }

    private func authors(_ form: FilledForm, most: Int) -> some HTML {
        ForEach(Array(1...most)) { row in
            Fieldset(t(T.papers.authorNumber(number: .number(row))), hint: row == 1 ? t(T.papers.authorsHint) : nil) {
                FieldRow {
                    author(form, T.papers.authorName, "name\(row)", isOptional: row > 1).text()
                    author(form, T.registration.email, "email\(row)", isOptional: true).email()
                }
                author(form, T.papers.school, "school\(row)", isOptional: true).text()
            }
        }
    }

    private func author(_ form: FilledForm, _ label: Phrase, _ name: String, isOptional: Bool) -> Field {
        form.field(label, name, .medium, isOptional: isOptional, autocomplete: "off", most: PaperAuthor.longest)
    }

    // MARK: How it stands

    /// - Parameter reviews: of rounds that were decided.
    func page(_ paper: Paper, _ call: PaperCall, of event: Event, reviews: [Review]) -> Screen {
        let path = reader.link("/papers/\(paper.id)"), title = paper.draft?.text.title ?? ""
        return Screen(t.shown(title), trail: trail(event), isIndexed: false) {
            Heading(t.run(title), kind: Run(t(T.papers.paper)), lead: t.run(event.title(in: t.language)))
            HTML::p { Chip(paper.state.tone, t(paper.state.name)); " "; next(paper, call) }
            if !paper.words.isEmpty {
                h2 { t(T.papers.centreSays) }
                lines(paper.words)
            }
            ForEach([1, 2]) { round in said(reviews.filter { $0.round == round }, round: round) }
            acts(paper, call, path)
            if let version = paper.draft { PaperContent(version.text, authors: paper.authors, reader) }
        }
    }

    @HTMLBuilder private func said(_ reviews: [Review], round: Int) -> some HTML {
        if reviews.contains(where: { !$0.words.isEmpty }) {
            h2 { t(round == 1 ? T.papers.saidFirst : T.papers.saidAgain) }
            ForEach(Array(reviews.filter { !$0.words.isEmpty }.enumerated())) { index, review in
                h3 { t(T.papers.reviewOf(number: .number(index + 1))) }
                lines(review.words)
            }
        }
    }

    private func next(_ paper: Paper, _ call: PaperCall) -> String {
        let days = call.details.days
        switch paper.state {
        case .draft: return t(paper.openRound(call, on: reader.today) == nil ? T.papers.closedOn(day: .day(days.deadline)) : T.papers.openUntil(day: .day(days.deadline)))
        case .sent where paper.openRound(call, on: reader.today) != nil: return t(T.papers.canChange(day: .day(call.deadline(in: paper.round))))
        case .sent: return t(T.papers.beingRead)
        case .changes: return t(T.papers.againUntil(day: .day(days.again)))
        case .accepted: return t(paper.talk == nil ? T.papers.willBePlaced : T.papers.isPlaced)
        case .refused, .withdrawn: return ""
        }
    }

    @HTMLBuilder private func acts(_ paper: Paper, _ call: PaperCall, _ path: String) -> some HTML {
        if paper.openRound(call, on: reader.today) != nil || paper.canBeWithdrawn {
            Buttons {
                if paper.openRound(call, on: reader.today) != nil {
                    LinkButton(t(paper.state == .changes ? T.papers.writeAgain : T.common.edit), href: path + "/edit")
                }
                if paper.canBeWithdrawn {
                    LinkButton(t(paper.state == .draft ? T.papers.discardAct : T.papers.withdrawAct), href: path + "/withdraw", .quiet)
                }
            }
        }
    }

    func askWithdraw(_ paper: Paper, of event: Event) -> Screen {
        let path = reader.link("/papers/\(paper.id)"), act = t(paper.state == .draft ? T.papers.discardAct : T.papers.withdrawAct)
        return Screen(act, trail: trail(event) + [Look.Link(t.run(paper.draft?.text.title ?? ""), href: path)], isIndexed: false) {
            Heading(Run(act), lead: t.run(paper.draft?.text.title ?? ""))
            HTML::p { t(paper.state == .draft ? T.papers.discardText : T.papers.withdrawText) }
            Form(action: path + "/withdraw", hidden: reader.hidden) {
                Buttons {
                    Submit(act, .danger)
                    LinkButton(t(T.common.cancel), href: path, .quiet)
                }
            }
        }
    }

    @HTMLBuilder private func lines(_ text: String) -> some HTML {
        ForEach(text.split(separator: "\n\n")) { paragraph in HTML::p(.class("lines")) { t.run(String(paragraph)) } }
    }

    private func trail(_ event: Event) -> [Look.Link] {
        [
            Look.Link(t(T.events.all), href: reader.link("/events")), Look.Link(t.run(event.title(in: t.language)), href: reader.link("/events/\(event.id)")),
            Look.Link(t(T.papers.title), href: reader.link("/events/\(event.id)/papers")),
        ]
    }
}

/// What a proposal says. Without authors it is what a reviewer reads.
struct PaperContent: View {
    let text: PaperText
    let authors: [PaperAuthor]
    let reader: Reader

    init(_ text: PaperText, authors: [PaperAuthor] = [], _ reader: Reader) {
        (self.text, self.authors, self.reader) = (text, authors, reader)
    }

    var body: Markup {
        let t = reader.t
        Facts {
            if !authors.isEmpty {
                FactLine(t(T.papers.authors)) {
                    ul {
                        ForEach(authors) { author in
                            li {
                                Run(author.name)
                                if !author.school.isEmpty { ", "; t.run(author.school) }
                                if !author.email.isEmpty { " · "; author.email }
                            }
                        }
                    }
                }
            }
            if !text.kind.isEmpty { FactLine(t(T.papers.kind), t.run(text.kind)) }
            if !text.keys.isEmpty { FactLine(t(T.papers.keywords), t.run(text.keys.joined(separator: ", "))) }
        }
        h2 { t(T.papers.abstract) }
        ForEach(text.abstract.split(separator: "\n\n")) { paragraph in HTML::p(.class("lines")) { t.run(String(paragraph)) } }
        if !text.note.isEmpty {
            h2 { t(T.papers.changed) }
            ForEach(text.note.split(separator: "\n\n")) { paragraph in HTML::p(.class("lines")) { t.run(String(paragraph)) } }
        }
    }
}
