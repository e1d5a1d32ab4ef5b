import Community
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Planning
import Publishing

/// Informers for those who make them.
struct InformerDeskViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.informer.titles), href: reader.link("/staff/informers"))] }

    func list(_ informers: [Informer], _ form: FilledForm) -> Screen {
        let first = reader.today.monthDays.lowerBound, months = (-2...6).map { OfferMonth(first.adding(months: $0)) }
        let next = months.first { month in month >= OfferMonth(first) && !informers.contains { $0.month == month } } ?? OfferMonth(first)
        return Screen(t(T.informer.titles)) {
            FormFaults(form)
            Heading(t(T.informer.titles), lead: t(T.informer.lead))
            if informers.isEmpty { EmptyState(t(T.informer.none), t(T.informer.noneText)) { Empty() } } else {
                DataTable(t(T.informer.titles), rows: informers, columns: [
                    Column(t(T.planning.month), .name) { informer in a(.href(reader.link(informer.deskPath))) { informer.month.name(t) } },
                    Column(t(T.informer.number), .number) { informer in t.number(informer.number) },
                    Column(t(T.common.state)) { informer in Chip(informer.state.tone, t(informer.state.name)) },
                    Column(t(T.informer.publishedOn)) { informer in informer.published.map { t.instant($0) } ?? "" },
                ], isCaptionHidden: true)
            }
            Buttons {
                LinkButton(t(T.informer.schools), href: reader.link("/staff/informers/schools"), .quiet, icon: .school)
                LinkButton(t(T.informer.book), href: reader.link("/staff/information-book"), .quiet, icon: .book)
            }
            h2 { t(T.informer.new) }
            Look::Form(action: reader.link("/staff/informers"), hidden: reader.hidden) {
                form.field(T.planning.month, "month", otherwise: next.text).select(months.map { Field.Choice($0.text, $0.name(t)) })
                Buttons { Submit(t(T.informer.begin)) }
            }
        }
    }

    func form(_ opened: OpenedInformer, _ form: FilledForm) -> Screen {
        let informer = opened.informer, base = reader.link(informer.deskPath), seen = form.typed.has("edits") ? form["edits"] : "\(informer.edits)"
        return Screen("\(t(T.informer.title)) · \(informer.month.name(t))", trail: trail) {
            FormFaults(form)
            Heading(informer.month.name(t), kind: t(informer.state.name), lead: t(T.informer.editLead))
            standing(opened, base)
            Look::Form(action: base, hidden: reader.hidden + [Hidden("edits", seen)], isGuarded: true) {
                h2 { t(T.informer.editorial) }
                HTML::p(.class("hint")) { t(T.publishing.languagesHint) }
                div(.class("languages")) {
                    ForEach(InformerDraft.languages) { language in
                        form.field(
                            T.informer.wordsIn(language: .text(language.ownName)), "words-\(language.rawValue)", .full, isOptional: true, most: 10_000
                        ).area(rows: 10)
                    }
                }
                form.field(T.informer.sign, "sign", hint: T.informer.signHint, isOptional: true, most: 200).text()
                picks(opened, form)
                Buttons {
                    Submit(t(T.common.save), .quiet)
                    Submit(t(informer.edition == 0 ? T.informer.publish : T.informer.publishAgain), name: "publish", value: "yes")
                }
            }
            if !opened.issue.isEmpty {
                h2 { t(T.informer.look) }
                Card { InformerViews(reader: reader).contents(opened.issue) }
            }
        }
    }

    /// What can be done with it now.
    @HTMLBuilder private func standing(_ opened: OpenedInformer, _ base: String) -> some HTML {
        let informer = opened.informer
        if !opened.hasOffer {
            Notice(.waiting) {
                HTML::p { t(T.informer.offerMissing); " "; a(.href(reader.link("/staff/offers"))) { t(T.planning.offers) } }
            }
        }
        if let published = informer.published, informer.edition > 0 {
            HTML::p { t(T.informer.publishedAt(at: .instant(published), edition: .number(informer.edition))) }
        }
        Buttons {
            LinkButton(t(T.informer.trial), href: "\(base)/trial.pdf", .quiet, icon: .print)
            if informer.state == .published {
                LinkButton(t(T.informer.openPublic), href: reader.link(informer.path), .quiet)
                LinkButton(t(T.informer.sendings), href: "\(base)/schools", .quiet, icon: .letter)
                ButtonForm(t(T.informer.withdraw), .quiet, action: "\(base)/withdraw", hidden: reader.hidden)
            }
        }
        if !opened.sendings.isEmpty {
            HTML::p { t(T.informer.passedOf(passed: .number(opened.sendings.count { $0.passed != nil }), sent: .number(opened.sendings.count))) }
        }
    }

    @HTMLBuilder private func picks(_ opened: OpenedInformer, _ form: FilledForm) -> some HTML {
        if !opened.news.isEmpty {
            Field(t(T.publishing.news), name: "news", hint: t(T.informer.newsHint), optional: "").checkboxes(
                opened.news.map { article in
                    Field.Choice("\(article.id)", t.run(article.title(in: reader.language)), hints: [Run(t.day(article.draft.day, .plain))])
                }, chosen: Set(form.typed.all("news")))
        }
        form.field(T.informer.practice, "practice", .full, isOptional: true).select(
            [Field.Choice("", t(T.informer.practiceNone))] + opened.practices.map { Field.Choice("\($0.id)", t.run($0.title, $0.language)) })
        Field(t(T.informer.parts), name: "parts", optional: "").checkboxes(
            [Field.Choice("shelf", t(T.informer.shelf)), Field.Choice("held", t(T.informer.heldBefore))], chosen: Set(form.typed.all("parts")))
    }
}

extension Informer.State {
    var name: Phrase {
        switch self {
        case .draft: T.informer.stateDraft
        case .published: T.informer.statePublished
        case .withdrawn: T.informer.stateWithdrawn
        }
    }

    var tone: Tone {
        switch self {
        case .draft: .waiting
        case .published: .good
        case .withdrawn: .neutral
        }
    }
}
