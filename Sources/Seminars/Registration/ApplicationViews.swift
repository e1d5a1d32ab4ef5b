import Accounts
import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Schools

/// Applying: the form, and what is said once it was sent.
struct ApplicationViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// - Parameter offered: the schools to choose from.
    func form(_ opening: Opening, _ form: FilledForm, offered: [School]) -> Screen {
        let title = opening.event.title(in: reader.language)
        let trail = [Look.Link(t(T.events.all), href: reader.link("/events")), Look.Link(t.run(title), href: reader.link("/events/\(opening.event.id)"))]
        return Screen(t(T.registration.formTitle), trail: trail, isIndexed: false) {
            FormFaults(form, title: T.registration.notSent)
            Heading(title.text, kind: t(T.registration.formTitle), lang: t.lang(of: title.language))
            Facts { ForEach(EventSummary.facts(opening.event, opening.centre, t)) { fact in FactLine(fact.label, fact.value) } }
            if let refusal = opening.event.refusal(at: reader.now, in: opening.centre.zone) {
                Notice(.waiting, t(T.registration.closedTitle)) { HTML::p { t(refusal) } }
                HTML::p { a(.href(reader.link("/events"))) { t(T.registration.otherEvents) } }
            } else if let opens = opening.opens, opening.isEarly {
                Notice(.waiting, t(T.registration.earlyTitle)) {
                    HTML::p { t(T.registration.refusedEarly(day: .day(opens))) }
                    if !reader.actor.isSignedIn {
                        HTML::p {
                            t(T.registration.earlySignIn); " "
                            a(.href(reader.link("/sign-in?onward=/events/\(opening.event.id)/registration"))) { t(T.accounts.signInTitle) }
                        }
                    }
                }
                HTML::p { a(.href(reader.link("/events"))) { t(T.registration.otherEvents) } }
            } else {
                if let opens = opening.opens { Notice(.good) { HTML::p { t(T.registration.earlyYours(day: .day(opens))) } } }
                standing(opening)
                // Whoever looks after a school applies for several of its people elsewhere.
                if opening.event.form.applying == .open {
                    ForEach(reader.actor.schoolsLookedAfter.sorted()) { school in
                        HTML::p { a(.href(reader.link("/me/schools/\(school)/events/\(opening.event.id)"))) { t(T.registration.schoolGroupApply) } }
                    }
                }
                ClashNotice(events: opening.clashes, reader: reader)
                fields(opening, form, offered)
            }
        }
    }

    /// Seat or queue, said before anybody types.
    private func standing(_ opening: Opening) -> Notice {
        switch opening.seats.next {
        case .admitted:
            Notice(.good) {
                HTML::p { t(T.registration.seatsLeft(count: opening.seats.left)) }
                if opening.event.form.applying == .group { HTML::p { t(T.registration.groupRule) } }
            }
        case .collected(let day):
            Notice(.info) {
                HTML::p { t(T.registration.wouldBeRanked(day: .day(day))); " "; a(.href(reader.link("/events/\(opening.event.id)/need"))) { t(T.registration.needRule) } }
                if opening.event.form.applying == .group { HTML::p { t(T.registration.groupRule) } }
            }
        case .waiting(let place):
            Notice(.waiting) {
                HTML::p { t(T.registration.wouldWait(place: .number(place), hours: opening.centre.rules.offerTime)) }
                free(opening)
            }
        }
    }

    /// A free seat that is somebody else's.
    @HTMLBuilder private func free(_ opening: Opening) -> some HTML {
        if let free = OfferRule(opening.centre.rules, in: opening.centre.zone).explanation(opening.seats, of: opening.event, at: reader.now) { HTML::p { t(free) } }
    }

    private func fields(_ opening: Opening, _ form: FilledForm, _ offered: [School]) -> some HTML {
        let path = "/events/\(opening.event.id)/registration"
        return Form(action: reader.link(path), hidden: reader.hidden, isGuarded: true) {
            if !reader.actor.isSignedIn {
                HTML::p { t(T.registration.signInHint); " "; a(.href(reader.link("/sign-in?onward=\(path)"))) { t(T.accounts.signInTitle) } }
                NameFields(form: form)
                form.field(T.registration.email, "email", hint: T.registration.emailHint, autocomplete: "email", most: EmailAddress.most).email()
            }
            SchoolField(form, offered: offered, nearby: opening.nearby, mayPropose: true)
            if opening.event.form.applying == .group { PupilGroupFields(form: form) }
            WorkshopFields(opening.event, opening.workshops, form)
            DetailFields(form: form, asks: opening.centre.asks, isOwn: true)
            if opening.event.plan.payers.count > 1 {
                form.field(T.registration.payer, "payer").radios(opening.event.plan.payers.map { Field.Choice($0.rawValue, t($0.name)) })
            }
            form.field(T.registration.note, "note", hint: T.registration.noteHint, isOptional: true, most: Application.longestNote).area(rows: 3)
            if reader.actor.isSignedIn {
                Field(t(T.accounts.wantPapers), name: "papers", hint: t(T.accounts.wantPapersHint), optional: "").check(isOn: form.typed.has("papers"))
            }
            HTML::p(.class("small")) { strong { t(T.registration.termsTitle) }; " "; opening.terms }
            HTML::p(.class("small")) { t(T.registration.dataNotice); " "; a(.href(reader.link("/data-protection"))) { t(T.registration.dataMore) } }
            Buttons { Submit(t(T.registration.send)) }
            h2 { t(T.registration.stepsTitle) }
            Steps([
                Steps.Step(t(T.registration.stepSent), t(reader.actor.isSignedIn ? T.registration.stepSentKnown : T.registration.stepSentNew), .now),
                Steps.Step(t(T.registration.stepSeat), t(T.registration.stepSeatText(hours: opening.centre.rules.offerTime)), .next),
                Steps.Step(t(T.registration.stepComing), opening.coming, .next),
            ])
        }
    }

    func sent() -> Screen {
        Screen(t(T.registration.sentTitle), isIndexed: false) {
            Heading(t(T.registration.sentTitle), lead: t(T.registration.sentText))
            HTML::p { t(T.registration.sentMissing) }
            Buttons { LinkButton(t(T.registration.otherEvents), href: reader.link("/events"), .quiet) }
        }
    }
}
