import Forms
import HTML
import Kernel
import Languages
import Look

/// Wishes for titles: a reader's own, and all at the desk.
struct WishViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func mine(_ wishes: [TitleWish], _ form: FilledForm) -> Screen {
        Screen(t(T.library.wishTitle), trail: [Look.Link(t(T.library.title), href: reader.link("/library"))], isIndexed: false) {
            FormFaults(form)
            Heading(t(T.library.wishTitle), lead: t(T.library.wishTitleLead))
            Look::Form(action: reader.link("/library/wishes"), hidden: reader.hidden, isGuarded: true) {
                form.field(T.library.name, "title", .full).text()
                form.field(T.library.authors, "authors", .full, isOptional: true, most: TextLimit.sentence.rawValue).text()
                form.field(T.library.isbn, "isbn", hint: T.library.isbnHint, isOptional: true).text()
                form.field(T.library.wishReason, "reason", .full, hint: T.library.wishReasonHint, isOptional: true).area(rows: 3)
                Buttons { Submit(t(T.library.wishSend)) }
            }
            if !wishes.isEmpty {
                h2 { t(T.library.myWishes) }
                DataTable(t(T.library.myWishes), rows: wishes, columns: [
                    Column(t(T.library.name), .name) { wish in
                        let name = t.run(wish.draft.name)
                        if wish.state == .here, let title = wish.title { a(.href(reader.link("/library/\(title)")), .lang(name.lang)) { name.text } } else { name }
                    },
                    Column(t(T.library.askedOn)) { wish in t.day(reader.centre.zone.day(of: wish.asked), .numeric) },
                    Column(t(T.common.state)) { wish in Chip(wish.state.tone, t(wish.state.label)) },
                    Column(t(T.library.answer)) { wish in wish.answer },
                ], isCaptionHidden: true)
            }
        }
    }

    func desk(_ lines: [WishLine], _ form: FilledForm) -> Screen {
        Screen(t(T.library.wishes), trail: reader.libraryTrail) {
            FormFaults(form)
            Heading(t(T.library.wishes), lead: t(T.library.wishesLead))
            if lines.isEmpty { EmptyState(t(T.library.wishesNone), t(T.library.wishesNoneText)) { Empty() } }
            ForEach(lines) { line in self.line(line, form) }
        }
    }

    private func line(_ line: WishLine, _ form: FilledForm) -> some HTML {
        let wish = line.wish, own = form["wish"] == "\(wish.id)" ? form : FilledForm(Typed(), nil, t)
        return Card {
            h2 { t.run(wish.draft.name) }
            HTML::p {
                Chip(wish.state.tone, t(wish.state.label)); " "
                t.day(reader.centre.zone.day(of: wish.asked), .numeric)
                if !line.name.isEmpty { ", "; line.name }
                if line.others > 0 { ", "; t(T.library.wishOthers(count: line.others)) }
            }
            Facts {
                if !wish.draft.authors.isEmpty { FactLine(t(T.library.authors), wish.draft.authors) }
                if !wish.draft.isbn.isEmpty { FactLine("ISBN", wish.draft.isbn) }
                if !wish.draft.reason.isEmpty { FactLine(t(T.library.wishReason), wish.draft.reason) }
                if !wish.answer.isEmpty { FactLine(t(T.library.answer), wish.answer) }
            }
            if let known = line.known {
                HTML::p { t(T.library.wishKnown); " "; a(.href(reader.link(known.deskPath))) { t.run(known.draft.fullName, known.language) } }
            }
            if wish.state == .asked || wish.state == .ordered {
                Disclosure(t(T.library.answer), isOpen: own.problem != nil) {
                    Look::Form(
                        action: reader.link("/staff/library/wishes/\(wish.id)"), hidden: reader.hidden, label: t(T.library.answerWish(title: .title(wish.draft.name)))
                    ) {
                        Field(t(T.library.decide), name: "state", row: "\(wish.id)", value: own["state"], error: own.fault("state")).select(
                            [.ordered, .here, .declined].map { (state: TitleWish.State) in Field.Choice(state.rawValue, t(state.label)) })
                        Field(
                            t(T.library.answer), name: "answer", row: "\(wish.id)", value: own["answer"], error: own.fault("answer"), optional: t(T.common.optional),
                            width: .full, most: TextLimit.note.rawValue, limit: t(T.library.answerLimit)
                        ).area(rows: 2)
                        Field(
                            t(T.library.titleNumber), name: "known", row: "\(wish.id)", value: own["known"].isEmpty ? line.known.map { "\($0.id)" } ?? "" : own["known"],
                            hint: t(T.library.titleNumberHint), error: own.fault("known"), optional: t(T.common.optional), width: .short
                        ).text()
                        Buttons { Submit(t(T.library.tell), .quiet) }
                    }
                }
            }
        }
    }
}

extension TitleWish.State {
    var label: Phrase {
        switch self {
        case .asked: T.library.wishAsked
        case .ordered: T.library.wishOrdered
        case .here: T.library.wishHere
        case .declined: T.library.wishDeclined
        }
    }

    var tone: Tone {
        switch self {
        case .asked: .waiting
        case .ordered: .info
        case .here: .good
        case .declined: .neutral
        }
    }
}
