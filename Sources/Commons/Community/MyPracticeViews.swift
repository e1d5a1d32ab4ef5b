import Accounts
import Events
import FollowUp
import Forms
import HTML
import Kernel
import Languages
import Look

/// All that is one's own: notes, what one is asked to look at, steps of which a note could be made, publications.
struct MyPracticeViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ sight: MySight, _ form: FilledForm) -> Screen {
        Screen(t(T.community.mine), trail: [Look.Link(t(T.accounts.me), href: reader.link("/me"))], isIndexed: false) {
            FormFaults(form)
            Heading(t(T.community.mine), lead: t(T.community.mineLead))
            if !sight.waiting.isEmpty { waiting(sight) }
            named(sight)
            notes(sight)
            if !sight.steps.isEmpty { steps(sight) }
            books(sight)
            offering(sight, form)
        }
    }

    @HTMLBuilder private func waiting(_ sight: MySight) -> some HTML {
        h2 { t(T.community.askedOfMe) }
        ActList(sight.waiting.map { one in
            ActList.Line(
                .waiting, when: t.day(reader.centre.zone.day(of: one.review.asked), .numeric), t.run(one.title, one.language),
                act: Look.Link(t(T.community.look), href: reader.link("/me/reviews/\(one.review.id)")))
        })
    }

    /// Notes on which somebody else has named the reader.
    @HTMLBuilder private func named(_ sight: MySight) -> some HTML {
        ForEach(sight.practices.filter { !$0.isKept(by: reader.actor.person) && $0.state != .withdrawn }) { practice in
            let title = t.run(practice.title, practice.language)
            Notice(.waiting, t(T.community.namedTitle)) {
                HTML::p { a(.href(reader.link(practice.path)), .lang(title.lang)) { title.text } }
                Look::Form(action: reader.link("/me/practices/\(practice.id)/mine"), hidden: reader.hidden, label: title.text) {
                    Buttons {
                        Submit(t(T.community.itIsMine), name: "answer", value: "yes")
                        Submit(t(T.community.itIsNotMine), .quiet, name: "answer", value: "no")
                    }
                }
            }
        }
    }

    @HTMLBuilder private func notes(_ sight: MySight) -> some HTML {
        let own = sight.practices.filter { $0.isKept(by: reader.actor.person) }
        h2 { t(T.community.myNotes) }
        if own.isEmpty { HTML::p { t(T.community.mineNone) } }
        ForEach(own) { practice in
            PersonLine(
                t.run(practice.title, practice.language),
                href: reader.link(practice.state == .withdrawn ? practice.path : "/me/practices/\(practice.id)"),
                detail: [Run(t.day(reader.centre.zone.day(of: practice.changed), .numeric))], state: Chip(practice.state.tone, t(practice.state.name)))
        }
        Buttons { LinkButton(t(T.community.writeOne), href: reader.link("/me/practices/new")) }
    }

    @HTMLBuilder private func steps(_ sight: MySight) -> some HTML {
        h2 { t(T.community.fromSteps) }
        HTML::p { t(T.community.fromStepsLead) }
        ForEach(sight.steps) { one in
            let title = t.run(one.event.title(in: t.language))
            PersonLine(title, detail: [t.run(String(one.step.details.text.prefix(200)))].filter { !$0.text.isEmpty }) {
                Look::Form(action: reader.link("/me/practices/step"), hidden: reader.hidden + [Hidden("step", "\(one.step.id)")], label: title.text) {
                    Submit(t(T.community.makeNote), .quiet)
                }
            }
        }
    }

    @HTMLBuilder private func books(_ sight: MySight) -> some HTML {
        h2 { t(T.community.myBooks) }
        HTML::p { t(T.community.myBooksLead) }
        ForEach(sight.publications) { book in
            PersonLine(
                t.run(book.draft.title, book.draft.language), href: reader.link("/me/publications/\(book.id)"), state: Chip(book.state.tone, t(book.state.name)))
        }
        Buttons { LinkButton(t(T.community.askBook), href: reader.link("/me/publications/new"), .quiet) }
    }

    private func offering(_ sight: MySight, _ form: FilledForm) -> some HTML {
        Group {
            h2 { t(T.community.reviewing) }
            Look::Form(action: reader.link("/me/practices/reviewer"), hidden: reader.hidden, label: t(T.community.reviewing)) {
                form.field(T.community.reviewSubject, "subject", hint: T.community.reviewSubjectHint).text()
                Buttons {
                    Submit(t(sight.offered == nil ? T.community.offer : T.common.save), .quiet)
                    if sight.offered != nil { Submit(t(T.community.offerNoMore), .quiet, name: "remove", value: "yes") }
                }
            }
        }
    }
}

extension Practice.State {
    var tone: Tone {
        switch self {
        case .draft: .neutral
        case .review: .info
        case .revision: .waiting
        case .published: .good
        case .withdrawn: .neutral
        }
    }
}

extension Publication.State {
    var tone: Tone {
        switch self {
        case .asked: .waiting
        case .editing: .info
        case .published: .good
        case .declined: .neutral
        }
    }
}
