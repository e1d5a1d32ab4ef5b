import Accounts
import Catalogue
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Centres
import Web

/// The pages of an application, of finished values.
enum RegistrationViews {
    // MARK: Applying

    static func form(_ visit: Visit, _ opening: RegistrationPages.Opening, _ typed: Typed, found: [School], _ problem: Problem?) -> Answer {
        let t = visit.t
        let title = opening.event.title(in: visit.language)
        let refusal = refusal(visit, opening)
        let trail = [Look.Link(t(T.events.all), href: visit.link("/events")), Look.Link(title.text, href: visit.link("/events/\(opening.event.id)"))]
        return visit.page(t(T.registration.formTitle), trail: trail, status: problem == nil ? 200 : 422, isIndexed: false) {
            ErrorSummary(t(T.registration.notSent), visit.mistakes(problem))
            Heading(title.text, kind: t(T.registration.formTitle), lang: title.language.htmlLang)
            if let problem, visit.mistakes(problem).isEmpty { stopped(visit, problem) }
            Facts { ForEach(EventSummary.facts(opening.event, opening.centre, t)) { fact in Fact(fact.label, fact.value) } }
            if let refusal {
                Notice(.waiting, t(T.registration.closedTitle)) { HTML::p { t(refusal) } }
                HTML::p { a(.href(visit.link("/events"))) { t(T.registration.otherEvents) } }
            } else {
                standing(visit, opening)
                clashes(visit, opening.clashes)
                fields(visit, opening, typed, found, problem)
            }
        }
    }

    private static func refusal(_ visit: Visit, _ opening: RegistrationPages.Opening) -> Phrase? {
        do {
            try opening.event.requireOpen(at: visit.now, in: opening.centre.zone)
            return nil
        } catch let problem as Problem { return problem.faults.first?.phrase ?? T.registration.refusedCancelled } catch { return nil }
    }

    /// Seat or queue, said before anybody types.
    private static func standing(_ visit: Visit, _ opening: RegistrationPages.Opening) -> some HTML {
        Group {
            switch opening.seats.next {
            case .admitted: Notice(.good) { HTML::p { visit.t(T.registration.seatsLeft(count: opening.seats.left)) } }
            case .waiting(let place): Notice(.waiting) { HTML::p { visit.t(T.registration.wouldWait(place: .number(place), hours: .number(opening.centre.rules.offerHours))) } }
            }
        }
    }

    private static func clashes(_ visit: Visit, _ events: [ListedEvent]) -> some HTML {
        Group {
            if !events.isEmpty {
                Notice(.waiting, visit.t(T.registration.clashTitle)) {
                    ul { ForEach(events) { event in li { a(.href(visit.link("/events/\(event.id)"))) { event.title(in: visit.language).text } } } }
                }
            }
        }
    }

    private static func fields(_ visit: Visit, _ opening: RegistrationPages.Opening, _ typed: Typed, _ found: [School], _ problem: Problem?) -> some HTML {
        let t = visit.t
        let optional = t(T.common.optional)
        return Look::Form(action: visit.link("/events/\(opening.event.id)/registration"), hidden: visit.hidden, isGuarded: true) {
            if !visit.actor.isSignedIn {
                HTML::p {
                    t(T.registration.signInHint); " "
                    a(.href(visit.link("/sign-in?onward=\("/events/\(opening.event.id)/registration")"))) { t(T.web.signIn) }
                }
                Field(t(T.registration.given), name: "given", value: typed["given"], error: visit.mistake("given", problem), autocomplete: "given-name").text()
                Field(t(T.registration.family), name: "family", value: typed["family"], error: visit.mistake("family", problem), autocomplete: "family-name").text()
                Field(t(T.registration.email), name: "email", value: typed["email"], hint: t(T.registration.emailHint), error: visit.mistake("email", problem), autocomplete: "email").email()
            }
            SchoolField(visit.form(typed, problem), offered: found.isEmpty ? opening.schools : found)
            if opening.event.plan.payers.count > 1 {
                Field(t(T.registration.payer), name: "payer", value: typed["payer"], error: visit.mistake("payer", problem))
                    .radios(opening.event.plan.payers.map { Field.Choice($0.rawValue, t($0.name)) })
            }
            Field(t(T.registration.note), name: "note", value: typed["note"], hint: t(T.registration.noteHint), error: visit.mistake("note", problem), optional: optional).area(rows: 3)
            if visit.actor.isSignedIn {
                Field(t(T.accounts.wantPapers), name: "papers", hint: t(T.accounts.wantPapersHint), optional: "").check(isOn: problem == nil ? opening.wantsPapers : typed.has("papers"))
            }
            HTML::p(.class("small")) { t(T.registration.dataNotice); " "; a(.href(visit.link("/data-protection"))) { t(T.registration.dataMore) } }
            Buttons { Submit(t(T.registration.send)) }
            h2 { t(T.registration.stepsTitle) }
            Steps([
                Steps.Step(t(T.registration.stepSent), t(visit.actor.isSignedIn ? T.registration.stepSentKnown : T.registration.stepSentNew), .now),
                Steps.Step(t(T.registration.stepSeat), t(T.registration.stepSeatText(hours: .number(opening.centre.rules.offerHours))), .next),
                Steps.Step(t(T.registration.stepComing), t(T.registration.stepComingText), .next),
            ])
        }
    }

    static func sent(_ visit: Visit) -> Answer {
        let t = visit.t
        return visit.page(t(T.registration.sentTitle), isIndexed: false) {
            Heading(t(T.registration.sentTitle), lead: t(T.registration.sentText))
            HTML::p { t(T.registration.sentMissing) }
            Buttons { LinkButton(t(T.registration.otherEvents), href: visit.link("/events"), .quiet) }
        }
    }

    // MARK: One's own application

    static func show(_ visit: Visit, _ sight: RegistrationPages.Sight, _ problem: Problem? = nil, colleague: String = "") -> Answer {
        let t = visit.t
        let title = sight.event.title(in: visit.language)
        let isOwner = sight.registration.person == visit.actor.person
        return visit.page(title.text, trail: [Look.Link(t(T.accounts.me), href: visit.link("/me"))], status: problem == nil ? 200 : 422, isIndexed: false) {
            ErrorSummary(t(T.registration.notSent), visit.mistakes(problem))
            Heading(title.text, kind: t(T.registration.yours), lang: title.language.htmlLang)
            if let problem, visit.mistakes(problem).isEmpty { stopped(visit, problem) }
            state(visit, sight)
            clashes(visit, sight.clashes)
            if isOwner { acts(visit, sight, problem, colleague) }
            Facts {
                ForEach(EventSummary.facts(sight.event, sight.centre, t)) { fact in Fact(fact.label, fact.value) }
                if let school = sight.school { Fact(t(T.registration.school), school.label(in: visit.language)) }
                Fact(t(T.registration.payer), t(sight.registration.payer.name))
            }
            HTML::p { a(.href(visit.link("/events/\(sight.event.id)"))) { t(T.registration.aboutEvent) } }
        }
    }

    /// What stands, and why: the rule in words.
    private static func state(_ visit: Visit, _ sight: RegistrationPages.Sight) -> some HTML {
        let t = visit.t
        let registration = sight.registration
        return Group {
            switch sight.event.state {
            case .cancelled: Notice(.bad, t(T.registration.eventCancelled)) { HTML::p { sight.event.reason } }
            case .postponed: Notice(.waiting, t(T.registration.eventPostponed)) { HTML::p { sight.event.reason } }
            default: Empty()
            }
            switch registration.state {
            case .admitted: Notice(.good, t(T.registration.isAdmitted)) { HTML::p { t(T.registration.isAdmittedNext) } }
            case .waiting:
                Notice(.waiting, t(T.registration.isWaiting(place: .number(sight.place ?? 0)))) {
                    HTML::p { t(waitingRule(sight)) }
                    Disclosure(t(T.registration.why)) {
                        HTML::p { t(T.registration.whyWaiting(seats: .number(sight.seats.seats), taken: .number(sight.seats.taken), waiting: .number(sight.seats.waiting))) }
                        if let queued = registration.queued { HTML::p { t(T.registration.whyQueued(moment: .instant(queued))) } }
                    }
                }
            case .offered:
                Notice(.waiting, t(T.registration.isOffered)) {
                    if let until = registration.offeredUntil { HTML::p { t(T.registration.isOfferedUntil(until: .instant(until, .inSentence))) } }
                }
            case .unconfirmed: Notice(.waiting, t(T.registration.isUnconfirmed)) { HTML::p { t(T.registration.isUnconfirmedNext) } }
            case .lapsed: Notice(.neutral, t(T.registration.isLapsed)) { HTML::p { again(visit, sight) } }
            case .withdrawn: Notice(.neutral, t(T.registration.isWithdrawn)) { HTML::p { again(visit, sight) } }
            case .refused: Notice(.bad, t(T.registration.isRefused)) { HTML::p { registration.reason } }
            case .moved: Notice(.neutral, t(T.registration.isMoved)) { HTML::p { registration.reason } }
            }
        }
    }

    private static func waitingRule(_ sight: RegistrationPages.Sight) -> Phrase {
        let hours = Value.number(sight.centre.rules.offerHours)
        guard let cutoff = sight.event.cutoff(sight.centre.rules) else { return T.registration.waitingRuleOpen(hours: hours) }
        return T.registration.waitingRule(day: .day(sight.centre.zone.day(of: cutoff)), hours: hours)
    }

    private static func again(_ visit: Visit, _ sight: RegistrationPages.Sight) -> some HTML {
        Group {
            if sight.event.isOpen(at: visit.now, in: sight.centre.zone) {
                a(.href(visit.link("/events/\(sight.event.id)/registration"))) { visit.t(T.registration.applyAgain) }
            }
        }
    }

    private static func acts(_ visit: Visit, _ sight: RegistrationPages.Sight, _ problem: Problem?, _ colleague: String) -> some HTML {
        let t = visit.t
        let base = visit.link("/registrations/\(sight.registration.id)")
        return Group {
            if sight.registration.state == .offered {
                ButtonForm(t(T.registration.accept), action: base + "/accept", hidden: visit.hidden)
            }
            if sight.registration.state.isOpen {
                Buttons { LinkButton(t(T.registration.withdraw), href: base + "/withdraw", .quiet) }
            }
            if sight.registration.state == .admitted, sight.registration.school != nil {
                Disclosure(t(T.registration.handOver), isOpen: problem?.fault(at: "colleague") != nil) {
                    HTML::p { t(T.registration.handOverText) }
                    Look::Form(action: base + "/hand-over", hidden: visit.hidden) {
                        Field(t(T.registration.colleague), name: "colleague", value: colleague, error: visit.mistake("colleague", problem), autocomplete: "off").email()
                        Buttons { Submit(t(T.registration.handOverAct), .quiet) }
                    }
                }
            }
        }
    }

    static func askWithdraw(_ visit: Visit, _ sight: RegistrationPages.Sight) -> Answer {
        let t = visit.t
        let base = visit.link("/registrations/\(sight.registration.id)")
        let title = sight.event.title(in: visit.language)
        return visit.page(t(T.registration.withdraw), isIndexed: false) {
            Confirmation(
                t(T.registration.withdrawAsk(title: .text(title.text))), act: ButtonForm(t(T.registration.withdrawAct), .danger, action: base + "/withdraw", hidden: visit.hidden),
                back: Look.Link(t(T.registration.keep), href: base)
            ) { HTML::p { t(T.registration.withdrawMeans) } }
        }
    }

    private static func stopped(_ visit: Visit, _ problem: Problem) -> some HTML {
        Notice(.bad, isNews: true) { ForEach(problem.faults) { fault in HTML::p { visit.t(fault.phrase) } } }
    }
}
