import Accounts
import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// The pages of one's own application.
struct RegistrationViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show(_ sight: Sight, _ form: FilledForm) -> Screen {
        let title = sight.event.title(in: reader.language)
        return Screen(title.text, trail: [Look.Link(t(T.accounts.me), href: reader.link("/me"))], isIndexed: false) {
            FormFaults(form, title: T.registration.notHandedOver)
            Heading(title.text, kind: t(T.registration.yours), lang: title.language.htmlLang)
            state(sight)
            online(sight)
            ClashNotice(events: sight.clashes, reader: reader)
            if sight.registration.person == reader.actor.person { acts(sight, form) }
            ChosenWorkshops(sight, reader)
            Facts {
                ForEach(EventSummary.facts(sight.event, sight.centre, t)) { fact in FactLine(fact.label, fact.value) }
                if let school = sight.school { FactLine(t(T.registration.school), t.run(school.label(in: .sr))) }
                if let group = sight.registration.group { FactLine(t(T.registration.groupTitle), t(group.line)) }
                FactLine(t(T.registration.payer), t(sight.registration.payer.ofOthers))
            }
            HTML::p { a(.href(reader.link("/events/\(sight.event.id)"))) { t(T.registration.aboutEvent) } }
        }
    }

    /// The way into what is held over the net, for whoever has a seat, shortly before.
    @HTMLBuilder private func online(_ sight: Sight) -> some HTML {
        if sight.registration.state == .admitted, sight.event.form.has(.online), sight.event.state == .announced || sight.event.state == .confirmed {
            let open = OnlineLinkStore.open(sight.event, in: sight.centre.zone, at: reader.now)
            Notice(.info, t(T.registration.onlineTitle)) {
                ForEach(open) { session in
                    HTML::p { t.day(session.day, .long); ", "; t.times(session.begins,
                        to: session.ends); ": "; a(.href(session.link)) { t(T.registration.letterLinkAct) } }
                }
                if open.isEmpty { HTML::p { t(T.registration.onlineLater) } }
            }
        }
    }

    /// What stands, and why: the rule in words.
    @HTMLBuilder private func state(_ sight: Sight) -> some HTML {
        switch sight.event.state {
        case .cancelled: Notice(.bad, t(T.registration.eventCancelled)) { HTML::p { sight.event.reason } }
        case .postponed: Notice(.waiting, t(T.registration.eventPostponed)) { HTML::p { sight.event.reason } }
        default: Empty()
        }
        let registration = sight.registration
        switch registration.state {
        case .admitted:
            Notice(.good, t(T.registration.isAdmitted)) {
                HTML::p { t(T.registration.isAdmittedNext) }
                if let need = sight.need { Disclosure(t(T.registration.why)) { NeedScore(need, reader) } }
            }
        case .waiting:
            if let need = sight.need, need.draw.given == nil {
                Notice(.waiting, t(T.registration.isCollected(day: .day(need.draw.day)))) { NeedScore(need, reader) }
            } else {
                waiting(sight)
            }
        case .offered:
            Notice(.waiting, t(T.registration.isOffered)) {
                if let until = registration.offeredUntil { HTML::p { t(T.registration.isOfferedUntil(until: .instant(until, .inSentence))) } }
            }
        case .unconfirmed: Notice(.waiting, t(T.registration.isUnconfirmed)) { HTML::p { t(T.registration.isUnconfirmedNext) } }
        case .lapsed: Notice(.neutral, t(T.registration.isLapsed)) { HTML::p { again(sight) } }
        case .withdrawn:
            Notice(.neutral, t(T.registration.isWithdrawn)) {
                if !registration.reason.isEmpty { HTML::p { registration.reason } }
                HTML::p { again(sight) }
            }
        case .refused: Notice(.bad, t(T.registration.isRefused)) { HTML::p { registration.reason } }
        case .moved: Notice(.neutral, t(T.registration.isMoved)) { HTML::p { registration.reason } }
        case .unseated: Notice(.neutral, t(T.registration.isUnseated)) { HTML::p { a(.href(reader.link("/events"))) { t(T.registration.otherEvents) } } }
        }
    }

    private func waiting(_ sight: Sight) -> Notice {
        let seats = sight.seats
        return Notice(.waiting, t(T.registration.isWaiting(place: .number(sight.place ?? 0)))) {
            HTML::p { t(waitingRule(sight)) }
            if let free = OfferRule(sight.centre.rules, in: sight.centre.zone).explanation(seats, of: sight.event, at: reader.now) { HTML::p { t(free) } }
            Disclosure(t(T.registration.why)) {
                HTML::p {
                    t(T.registration.whyWaiting(seats: .number(seats.seats), taken: .number(seats.taken), waiting: .number(seats.waiting)))
                }
                if let need = sight.need {
                    NeedScore(need, reader)
                } else if let queued = sight.registration.queued {
                    HTML::p { t(T.registration.whyQueued(moment: .instant(queued))) }
                }
            }
        }
    }

    private func waitingRule(_ sight: Sight) -> Phrase {
        let hours = sight.centre.rules.offerTime
        guard let cutoff = sight.event.cutoff(sight.centre.rules) else { return T.registration.waitingRuleOpen(hours: hours) }
        return T.registration.waitingRule(day: .day(sight.centre.zone.day(of: cutoff)), hours: hours)
    }

    @HTMLBuilder private func again(_ sight: Sight) -> some HTML {
        if sight.event.isOpen(at: reader.now, in: sight.centre.zone) {
            a(.href(reader.link("/events/\(sight.event.id)/registration"))) { t(T.registration.applyAgain) }
        }
    }

    @HTMLBuilder private func acts(_ sight: Sight, _ form: FilledForm) -> some HTML {
        let base = path(sight)
        if sight.registration.state == .offered {
            ButtonForm(t(T.registration.accept), action: base + "/accept", hidden: reader.hidden)
        }
        if sight.registration.state == .unconfirmed {
            ButtonForm(t(T.registration.letterConfirmAct), action: base + "/confirm", hidden: reader.hidden)
        }
        if sight.registration.state.isOpen {
            Buttons { LinkButton(t(T.registration.withdraw), href: base + "/withdraw", .quiet) }
        }
        if let group = sight.registration.group, sight.registration.state.isOpen, sight.event.starts.map({ reader.now < $0 }) ?? true {
            Disclosure(t(T.registration.groupChange), isOpen: form.fault("pupils") ?? form.fault("grade") ?? form.fault("companions") != nil) {
                HTML::p { t(T.registration.groupChangeText) }
                Form(action: base + "/group", hidden: reader.hidden) {
                    PupilGroupFields(form: form.problem == nil ? FilledForm(group.typed, nil, t) : form)
                    Buttons { Submit(t(T.common.save), .quiet) }
                }
            }
        }
        if let colleague = sight.colleague {
            Notice(.waiting) { HTML::p { t(T.registration.handOverWaitsFor(name: .text(colleague))) } }
            ButtonForm(t(T.registration.handOverTakeBack), .quiet, action: base + "/hand-over/take-back", hidden: reader.hidden)
        } else if sight.registration.state == .admitted, sight.registration.school != nil {
            Disclosure(t(T.registration.handOver), isOpen: form.fault("colleague") != nil) {
                HTML::p { t(T.registration.handOverText) }
                Form(action: base + "/hand-over", hidden: reader.hidden) {
                    form.field(T.registration.colleague, "colleague", autocomplete: "off", most: EmailAddress.most).email()
                    Buttons { Submit(t(T.registration.handOverAct), .quiet) }
                }
            }
        }
    }

    func askWithdraw(_ sight: Sight) -> Screen {
        let title = sight.event.title(in: reader.language)
        return Screen(t(T.registration.withdraw), isIndexed: false) {
            Confirmation(
                t(T.registration.withdrawAsk(title: .text(title.text))),
                act: ButtonForm(t(T.registration.withdrawAct), .danger, action: path(sight) + "/withdraw", hidden: reader.hidden),
                back: Look.Link(t(T.registration.keep), href: path(sight))
            ) { HTML::p { t(T.registration.withdrawMeans) } }
        }
    }

    private func path(_ sight: Sight) -> String { reader.link("/registrations/\(sight.registration.id)") }
}
