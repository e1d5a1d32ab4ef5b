import Events
import Forms
import HTML
import Kernel
import Languages
import Look

struct MonthOfferDeskViews {
    let reader: Reader
    private var t: Texts { reader.t }

    private func name(_ month: OfferMonth) -> String {
        let (year, number, _) = month.days.lowerBound.civil
        return t(T.planning.offerOf(month: .text(t.month(number, year))))
    }

    func list(_ offers: [MonthOffer], _ form: FilledForm) -> Screen {
        let next = OfferMonth(reader.today.adding(months: 1)).days.lowerBound
        let months = (-1...6).map { OfferMonth(next.adding(months: $0)) }
        return Screen(t(T.planning.offers)) {
            FormFaults(form)
            Heading(t(T.planning.offers), lead: t(T.planning.offersLead))
            if offers.isEmpty { EmptyState(t(T.planning.noOffers), t(T.planning.noOffersText)) { Empty() } } else {
                DataTable(t(T.planning.offers), rows: offers, columns: [
                    Column(t(T.planning.month), .name) { offer in a(.href(reader.link("/staff/offers/\(offer.id)"))) { name(offer.month) } },
                    Column(t(T.planning.lines), .number) { offer in t.number(offer.chosen.count) },
                    Column(t(T.common.state)) { offer in chip(offer) },
                ], isCaptionHidden: true)
            }
            h2 { t(T.planning.newOffer) }
            Form(action: reader.link("/staff/offers"), hidden: reader.hidden) {
                form.field(T.planning.month, "month", otherwise: OfferMonth(next).text).select(months.map { month in
                    Field.Choice(month.text, t.month(month.days.lowerBound.month, month.days.lowerBound.year))
                })
                Buttons { Submit(t(T.planning.offerBegin)) }
            }
        }
    }

    private func chip(_ offer: MonthOffer) -> Chip {
        offer.version == 0 ? Chip(.waiting, t(T.planning.stateDraft)) : Chip(.good, t(T.planning.offerVersion(number: .number(offer.version))))
    }

    func form(
        _ offer: MonthOffer, _ candidates: [OfferLine], _ events: [Event.ID: Event], _ forms: [EventForm.ID: EventForm], _ form: FilledForm
    ) -> Screen {
        let base = reader.link("/staff/offers/\(offer.id)"), chosen = Set(form.typed.all("lines"))
        let seen = form.typed.has("edits") ? form["edits"] : "\(offer.edits)"
        return Screen(name(offer.month), trail: [Look.Link(t(T.planning.offers), href: reader.link("/staff/offers"))]) {
            FormFaults(form)
            Heading(name(offer.month), lead: t(T.planning.offerLead))
            HTML::p { chip(offer) }
            Form(action: base, hidden: reader.hidden + [Hidden("edits", seen)], isGuarded: true) {
                form.field(T.planning.intro, "intro", .full, hint: T.planning.introHint, isOptional: true, most: TextLimit.letter.rawValue).area(rows: 5)
                if candidates.isEmpty {
                    EmptyState(t(T.planning.nothingInMonth), t(T.planning.nothingInMonthText)) { Empty() }
                } else {
                    Field(t(T.planning.inOffer), name: "lines", hint: t(T.planning.inOfferHint), error: form.fault("lines"), optional: "").checkboxes(
                        candidates.map { line in
                            let state = line.event.flatMap { events[$0] }.map { t($0.state.name) } ?? t(T.planning.isPlanned)
                            let kind = forms[line.form].map { t.run($0.name(in: t.language)) } ?? Run("")
                            return Field.Choice(
                                line.choice.text, t.run(line.title.text, line.title.language), hints: [Run(t.term(line.days)), kind, t.run(line.place),
                                    Run(state)].filter { !$0.text.isEmpty })
                        }, chosen: chosen)
                }
                Buttons {
                    Submit(t(T.common.save), .quiet)
                    Submit(t(offer.version == 0 ? T.planning.publish : T.planning.publishChange), name: "publish", value: "yes")
                }
            }
            Buttons {
                if offer.version > 0 { LinkButton(t(T.planning.openPublic), href: reader.link("/offer/\(offer.month.text)"), .quiet) }
                LinkButton(t(T.planning.booklet), href: "\(base)/offer.pdf", .quiet, icon: .print)
            }
        }
    }
}
